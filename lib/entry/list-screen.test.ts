import { describe, expect, test } from "vitest";
import { auditList } from "@/lib/audit/queries";
import { readListScreen } from "@/lib/entry/list-screen";
import { askTogether } from "@/lib/platform/execute";
import { testWorld } from "@/lib/platform/testing/world";
import { saveView, setDefaultView } from "@/lib/records/commands/views";

const world = testWorld();

const screen = async (search: Record<string, string>, usual?: { id: string; search: string }) =>
  askTogether(await world.north.as("administrator"), (context) =>
    readListScreen(context, auditList, search, { usual }),
  );

describe("a list's screen", () => {
  test("opens with the list's usual view, and with the person's own where they chose one", async () => {
    const ofList = { id: "removed", search: "f.change=deleted" };
    expect((await screen({}, ofList)).filtered).toEqual(["change"]);
    expect((await screen({ view: "all" }, ofList)).filtered).toEqual([]);
    const input = { list: auditList.name, name: "By whom", state: "f.actorKind=person" };
    const { id } = await world.north.execute(saveView, "administrator", input);
    await world.north.execute(setDefaultView, "administrator", { list: auditList.name, viewId: id });
    const opened = await screen({}, ofList);
    expect(opened.filtered).toEqual(["actorKind"]);
    expect(opened.usual?.id).toBe(id);
    expect(opened.saved.find((view) => view.id === id)).toMatchObject({ saved: true, editable: true, usual: true });
    await world.north.execute(setDefaultView, "administrator", { list: auditList.name, viewId: null });
  });

  test("shows what remains of an older address, and names the rest", async () => {
    const { page, dropped } = await screen({ "f.gone": "1", "f.change": "changed", sort: "-gone", columns: "at,lost" });
    expect(dropped).toEqual(["gone", "lost"]);
    expect(page.rows.length).toBeGreaterThan(0);
    expect(page.rows.every(({ cells }) => cells.change === "changed")).toBe(true);
  });

  test("begins at the first page where the place is none", async () => {
    expect((await screen({ after: "nonsense" })).page.rows.length).toBeGreaterThan(0);
    expect((await screen({ before: "nonsense" })).page.rows.length).toBeGreaterThan(0);
  });
});
