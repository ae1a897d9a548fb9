import { describe, expect, test } from "vitest";
import type { WorldRole } from "@/db/seed/world-ids";
import { refusalOf, testWorld } from "@/lib/platform/testing/world";
import {
  deleteView,
  renameView,
  restoreView,
  saveView,
  setDefaultView,
  shareView,
  updateView,
} from "@/lib/records/commands/views";
import { removedViews, viewSharing, viewsOfList } from "@/lib/records/queries/views";

const world = testWorld();

describe("saved views", () => {
  const list = "audit.entries";
  const viewsOf = async (role: string) =>
    (await world.north.ask(viewsOfList, role, { list })).map(
      ({ name, editable }) => `${name}${editable ? "" : " (shared)"}`,
    );

  test("are one's own until they are shared, and only their owner changes them", async () => {
    const { id } = await world.north.execute(saveView, "consultant", {
      list,
      name: "Quiet",
      state: "f.change=changed",
    });
    expect(await viewsOf("consultant")).toEqual(["Quiet"]);
    expect(await viewsOf("executive")).toEqual([]);
    await world.north.execute(shareView, "consultant", { id, with: "everybody" });
    expect(await viewsOf("executive")).toEqual(["Quiet (shared)"]);
    await world.north.execute(renameView, "consultant", { id, name: "Very quiet" });
    await world.north.execute(updateView, "consultant", { id, state: "sort=-at" });
    expect((await refusalOf(world.north.execute(renameView, "executive", { id, name: "Mine" }))).code).toBe(
      "not_found",
    );
    await world.north.execute(shareView, "consultant", { id, with: "team", teamId: world.north.teamId });
    expect(await viewsOf("executive")).toEqual([]);
    await world.north.execute(deleteView, "consultant", { id });
    expect(await viewsOf("consultant")).toEqual([]);
    await world.north.execute(restoreView, "consultant", { id });
    expect(await viewsOf("consultant")).toEqual(["Very quiet"]);
  });

  test("have a name of their own, of a list that exists", async () => {
    const input = { list, name: "Twice", state: "" };
    await world.north.execute(saveView, "recruiter", input);
    const refusal = await refusalOf(world.north.execute(saveView, "recruiter", input));
    expect(refusal).toMatchObject({ code: "conflict", details: { field: "name" } });
    await world.north.execute(saveView, "mentor", input);
    const unknown = refusalOf(world.north.execute(saveView, "mentor", { ...input, list: "no.list" }));
    expect((await unknown).code).toBe("not_found");
  });

  test("are shared only as widely as the role allows, and with teams one belongs to", async () => {
    const { north } = world;
    const own = await north.execute(saveView, "executive", { list, name: "Team", state: "" });
    const everybody = north.execute(shareView, "executive", { ...own, with: "everybody" });
    expect((await refusalOf(everybody)).code).toBe("forbidden");
    const { id } = await north.execute(saveView, "administrator", { list, name: "Team", state: "" });
    const strange = north.execute(shareView, "administrator", { id, with: "team", teamId: north.teamId });
    expect((await refusalOf(strange)).details.field).toBe("teamId");
    expect(await north.ask(viewSharing, "executive", {})).toEqual({ everybody: false, teams: [] });
    expect(await north.ask(viewSharing, "consultant", {})).toEqual({
      everybody: true,
      teams: [{ id: north.teamId, name: "Harbour team" }],
    });
  });

  test("open a list for who chose them, until they are shared no more", async () => {
    const { north } = world;
    const usualOf = async (role: WorldRole) =>
      (await north.ask(viewsOfList, role, { list })).filter(({ usual }) => usual).map(({ name }) => name);
    const { id } = await north.execute(saveView, "consultant", { list, name: "Usual", state: "sort=-at" });
    const early = north.execute(setDefaultView, "recruiter", { list, viewId: id });
    expect((await refusalOf(early)).code).toBe("not_found");
    await north.execute(shareView, "consultant", { id, with: "everybody" });
    await north.execute(setDefaultView, "recruiter", { list, viewId: id });
    expect(await usualOf("recruiter")).toEqual(["Usual"]);
    expect(await usualOf("consultant")).toEqual([]);
    const other = await north.execute(saveView, "recruiter", { list, name: "Mine", state: "" });
    expect(await north.execute(setDefaultView, "recruiter", { list, viewId: other.id })).toEqual({ before: id });
    await north.execute(setDefaultView, "recruiter", { list, viewId: id });
    await north.execute(shareView, "consultant", { id, with: "nobody" });
    expect(await usualOf("recruiter")).toEqual([]);
    expect(await north.execute(setDefaultView, "recruiter", { list, viewId: null })).toEqual({ before: id });
  });

  test("that were removed are listed for their owner only", async () => {
    const { north } = world;
    const { id } = await north.execute(saveView, "mentor", { list, name: "Gone", state: "" });
    await north.execute(deleteView, "mentor", { id });
    expect((await north.ask(removedViews, "mentor", { list })).map(({ name }) => name)).toEqual(["Gone"]);
    expect(await north.ask(removedViews, "sponsor", { list })).toEqual([]);
  });

  test("of another organisation are not found", async () => {
    const remove = world.north.execute(deleteView, "administrator", { id: world.south.savedViewId });
    expect((await refusalOf(remove)).code).toBe("not_found");
  });
});
