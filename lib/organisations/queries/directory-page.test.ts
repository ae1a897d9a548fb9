import { describe, expect, test } from "vitest";
import type { DirectoryRow } from "@/lib/organisations/commands/operator";
import { directoryPage } from "@/lib/organisations/queries/directory-page";

const row = (name: string, accounts: number, slug = name.toLowerCase().replaceAll(" ", "-")): DirectoryRow => ({
  ...{ id: slug, slug, name, accounts, plan: "premium", modules: [], limits: {} },
  ...{ createdAt: new Date("2026-01-05"), trialEndsAt: null, suspendedAt: null, suspendedReason: null, demo: false },
});

const names = (page: { rows: DirectoryRow[] }) => page.rows.map(({ name }) => name);

describe("a page of the directory", () => {
  const all = [row("Zürich Careers", 3), row("Alder Quay", 9), row("Møller & Co", 3, "moller")];

  test("finds by words of name or address, whatever the accents, and sorts both ways", () => {
    expect(names(directoryPage(all, {}))).toEqual(["Alder Quay", "Møller & Co", "Zürich Careers"]);
    expect(names(directoryPage(all, { q: "careers ZURICH" }))).toEqual(["Zürich Careers"]);
    expect(names(directoryPage(all, { q: "moller" }))).toEqual(["Møller & Co"]);
    expect(names(directoryPage(all, { sort: "accounts" }))).toEqual(["Møller & Co", "Zürich Careers", "Alder Quay"]);
    expect(names(directoryPage(all, { sort: "accounts", descending: true }))[0]).toBe("Alder Quay");
    expect(directoryPage(all, { q: "nobody" })).toMatchObject({ rows: [], total: 0 });
  });

  test("leads on and back over all of them, each once, and makes the best of odd addresses", () => {
    const many = Array.from({ length: 120 }, (_, at) => row(`Firm ${String(at).padStart(3, "0")}`, 1));
    const first = directoryPage(many, {});
    const second = directoryPage(many, { from: first.next });
    const third = directoryPage(many, { from: second.next });
    expect([...names(first), ...names(second), ...names(third)]).toEqual(many.map(({ name }) => name));
    expect(third.next).toBeUndefined();
    expect(names(directoryPage(many, { from: third.before }))).toEqual(names(second));
    expect(names(directoryPage(many, { from: "-3", sort: "nothing" }))).toEqual(names(first));
    expect(names(directoryPage(many, { from: "999" }))).toEqual(["Firm 119"]);
  });
});
