import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { partOf } from "./browser-messages";
import { messagesOf } from "./messages";
import needed from "./page-messages.json";
import { saidInBrowser } from "./testing/said-in-browser";
import { withMore } from "./with-more";

const app = path.resolve(import.meta.dirname, "../../../app");
const frame = "frame";

/** Pages and layouts of `app` by their paths without ending, and apart from them what may stand in the place of any page. */
const places = readdirSync(app, { recursive: true, encoding: "utf8" })
  .filter((file) => /(?:^|\/)(?:page|layout)\.tsx$/.test(file) && file !== "layout.tsx")
  .map((file) => file.replace(/\.tsx$/, ""))
  .sort();
const anywhere = readdirSync(app, { recursive: true, encoding: "utf8" }).filter(
  (file) => /(?:^|\/)(?:error|global-error|loading|not-found)\.tsx$/.test(file) || file === "layout.tsx",
);
const source = (place: string) => readFileSync(path.join(app, `${place}.tsx`), "utf8");

const broughtBy = (place: string) => /^export default withMessages\(\s*"([^"]+)"/m.exec(source(place))?.[1] ?? null;

/** Brings all messages itself: the style guide. */
const bringsAll = (place: string) => source(place).includes("<NextIntlClientProvider");

test("each page is sent the messages that its components say in the browser, and no others", async () => {
  const messages = await messagesOf("en");
  // A name that one file binds twice is looked up in both namespaces, so what is in neither is nothing said.
  const exists = (part: string) => {
    const [namespace = "", key] = part.split(".");
    return key === undefined ? namespace in messages : key in (messages[namespace] ?? {});
  };
  const around = new Set(anywhere.flatMap((file) => [...saidInBrowser(`app/${file}`)]).filter(exists));
  const inWhole = (part: string, said: ReadonlySet<string>) => part.includes(".") && said.has(part.split(".")[0]!);
  const tidy = (said: ReadonlySet<string>) => [...said].filter((part) => !inWhole(part, said)).sort();
  const found: [string, string[]][] = [[frame, tidy(around)]];
  for (const place of places) {
    if (bringsAll(place)) continue;
    const said = new Set([...saidInBrowser(`app/${place}.tsx`)].filter((part) => exists(part) && !around.has(part)));
    if (said.size > 0) found.push([place, tidy(said)]);
  }
  expect(found.length).toBeGreaterThan(80);
  // Out of date after a change of components: npx vitest run lib/platform/i18n/browser-messages.test.ts -u writes it anew.
  await expect(`${JSON.stringify(Object.fromEntries(found), null, 2)}\n`).toMatchFileSnapshot("page-messages.json");
});

test("a page that needs messages of its own brings them under its own name, and no other page does", () => {
  const brought = places.filter((place) => broughtBy(place) === place);
  expect(brought).toEqual(Object.keys(needed).filter((place) => place !== frame));
  expect(places.filter((place) => broughtBy(place) !== null)).toEqual(brought);
});

test("what is sent is a part of the whole, with its names, and comes to what was there", () => {
  const messages = {
    ui: { ok: "OK" },
    people: { list: { title: "People" }, edit: { title: "Edit" } },
    audit: { a: "b" },
  };
  const sent = partOf(messages, ["ui", "people.edit", "people.gone"]);
  expect(sent).toEqual({ ui: { ok: "OK" }, people: { edit: { title: "Edit" } } });
  expect(withMore(sent, partOf(messages, ["people.list", "audit"]))).toEqual(messages);
});
