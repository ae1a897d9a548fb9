import { and, eq } from "drizzle-orm";
import { describe, expect, test, vi } from "vitest";
import { transaction } from "@/db/client";
import { customFieldValues, timelineEntries } from "@/db/schema/platform";
import { auditModule } from "@/lib/audit/module";
import { module } from "@/lib/platform/module";
import { refusalOf, testWorld } from "@/lib/platform/testing/world";
import { addComment, editComment, removeComment, restoreComment } from "@/lib/records/commands/comments";
import { setFieldValues } from "@/lib/records/commands/field-values";
import { changeField, defineField, removeField, restoreField } from "@/lib/records/commands/fields";
import {
  deleteView,
  renameView,
  restoreView,
  saveView,
  setDefaultView,
  shareView,
  updateView,
} from "@/lib/records/commands/views";
import { commentsOf } from "@/lib/records/queries/comments";
import { fieldsOfEntity, fieldValuesOf } from "@/lib/records/queries/fields";
import { timelineOf } from "@/lib/records/queries/timeline";
import { removedViews, viewSharing, viewsOfList } from "@/lib/records/queries/views";
import { peopleKind, programmeKind } from "@/lib/records/testing/people-kind";

vi.mock("@/lib/modules", async () => {
  const { recordsModule } = await import("@/lib/records/module");
  const kinds = module({ key: "tests", commands: [], queries: [], lists: [], records: [peopleKind, programmeKind] });
  return { modules: [auditModule, kinds, recordsModule] };
});

import type { WorldRole } from "@/db/seed/world-ids";

const world = testWorld();
const contact = () => ({ entity: "person", entityId: world.north.contactId });
const programme = () => ({ entity: "programme", entityId: world.north.programmeId });

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

describe("comments", () => {
  test("are written, changed with both versions kept, removed and brought back by who wrote them", async () => {
    const { id } = await world.north.execute(addComment, "administrator", { ...programme(), body: "  First  " });
    await world.north.execute(editComment, "administrator", { id, body: "Second", expectedVersion: 1 });
    const late = world.north.execute(editComment, "administrator", { id, body: "Third", expectedVersion: 1 });
    expect(await refusalOf(late)).toMatchObject({ code: "conflict", details: { current: { body: "Second" } } });
    const bodies = async () =>
      (await world.north.ask(commentsOf, "administrator", programme())).map(({ body, editable }) => [body, editable]);
    expect(await bodies()).toEqual([
      ["Knows the harbour master.", true],
      ["Second", true],
    ]);
    await world.north.execute(removeComment, "administrator", { id });
    expect(await bodies()).toHaveLength(1);
    await world.north.execute(restoreComment, "administrator", { id });
    expect(await bodies()).toHaveLength(2);
  });

  test("are for who sees the record: for others the record does not exist", async () => {
    const add = world.north.execute(addComment, "executive", { ...contact(), body: "Hello" });
    expect((await refusalOf(add)).code).toBe("not_found");
    expect((await refusalOf(world.north.ask(commentsOf, "executive", contact()))).code).toBe("not_found");
    const edit = world.north.execute(editComment, "executive", {
      ...{ id: world.north.commentId, body: "Changed", expectedVersion: 1 },
    });
    expect((await refusalOf(edit)).code).toBe("not_found");
    const own = { entity: "person", entityId: world.north.executiveId };
    await world.north.execute(addComment, "executive", { ...own, body: "Hello" });
    const [hello] = await world.north.ask(commentsOf, "administrator", own);
    const theirs = world.north.execute(removeComment, "administrator", { id: hello!.id });
    expect((await refusalOf(theirs)).code).toBe("forbidden");
  });

  test("on a record of another organisation, or of an unknown kind, are not found", async () => {
    const other = { entity: "person", entityId: world.south.contactId, body: "Hello" };
    expect((await refusalOf(world.north.execute(addComment, "administrator", other))).code).toBe("not_found");
    const unknown = { ...contact(), entity: "boat", body: "Hello" };
    expect((await refusalOf(world.north.execute(addComment, "administrator", unknown))).code).toBe("not_found");
  });

  test("stand in the timeline of the record", async () => {
    await world.south.execute(addComment, "administrator", {
      ...{ entity: "person", entityId: world.south.contactId, body: "Hello" },
    });
    const { entries } = await world.south.ask(timelineOf, "administrator", {
      ...{ entity: "person", entityId: world.south.contactId },
    });
    expect(entries).toMatchObject([{ kind: "comments.added", actorName: "Robin Administrator" }]);
  });
});

test("a timeline is read page by page, newest first, also within one moment", async () => {
  const entityId = world.south.executiveId;
  const at = new Date("2026-11-20T10:00:00Z");
  await transaction({ organisationId: world.south.organisationId }, (tx) =>
    tx
      .insert(timelineEntries)
      .values(Array.from({ length: 7 }, (_, index) => ({ entity: "person", entityId, at, kind: `tests.${index}` }))),
  );
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await world.south.ask(timelineOf, "executive", { entity: "person", entityId, after, limit: 3 });
    seen.push(...page.entries.map(({ id }) => id));
    after = page.next;
  } while (after);
  expect(new Set(seen).size).toBe(7);
  expect(seen).toEqual([...seen].sort().reverse());
});

describe("custom fields", () => {
  test("are defined, filled with values of their type, and read with the record", async () => {
    const weeks = await world.north.execute(defineField, "administrator", {
      ...{ entity: "programme", kind: "number", label: "Notice (weeks)", required: true },
    });
    expect(weeks.key).toBe("notice_weeks");
    const set = (value: string | number | null, expectedVersion: number) =>
      world.north.execute(setFieldValues, "administrator", {
        ...programme(),
        values: [{ fieldId: weeks.id, value, expectedVersion }],
      });
    await set(4, 0);
    expect(await refusalOf(set("many", 1))).toMatchObject({
      ...{ code: "invalid", message: "Notice (weeks) is a number, like 12.5.", details: { field: "values.0.value" } },
    });
    expect((await refusalOf(set(null, 1))).message).toBe("Notice (weeks) is needed.");
    expect((await refusalOf(set(6, 0))).code).toBe("conflict");
    await set("6", 1);
    const values = await world.north.ask(fieldValuesOf, "administrator", programme());
    expect(values.map(({ key, value, version }) => [key, value, version])).toEqual([
      ["home_port", null, 0],
      ["notice_weeks", 6, 2],
    ]);
    const [stored] = await transaction({ organisationId: world.north.organisationId }, (tx) =>
      tx
        .select()
        .from(customFieldValues)
        .where(and(eq(customFieldValues.fieldId, weeks.id), eq(customFieldValues.entityId, programme().entityId))),
    );
    expect(stored).toMatchObject({ numberValue: 6, textValue: null });
  });

  test("are changed with both versions kept, removed and brought back with their values", async () => {
    const id = world.north.customFieldId;
    await world.north.execute(setFieldValues, "administrator", {
      ...programme(),
      values: [{ fieldId: id, value: "Basel", expectedVersion: 0 }],
    });
    await world.north.execute(changeField, "administrator", { id, expectedVersion: 1, label: "Port" });
    const late = world.north.execute(changeField, "administrator", { id, expectedVersion: 1, label: "Haven" });
    expect((await refusalOf(late)).code).toBe("conflict");
    await world.north.execute(removeField, "administrator", { id });
    const labels = async () =>
      (await world.north.ask(fieldsOfEntity, "executive", { entity: "programme" })).map(({ label }) => label);
    expect(await labels()).not.toContain("Port");
    const set = world.north.execute(setFieldValues, "administrator", {
      ...programme(),
      values: [{ fieldId: id, value: "Bern", expectedVersion: 1 }],
    });
    expect((await refusalOf(set)).code).toBe("not_found");
    await world.north.execute(restoreField, "administrator", { id });
    const values = await world.north.ask(fieldValuesOf, "administrator", programme());
    expect(values.find((field) => field.id === id)).toMatchObject({ label: "Port", value: "Basel" });
  });

  test("need a kind of record that exists, and choices that make sense", async () => {
    const define = (more: object) =>
      world.north.execute(defineField, "administrator", {
        entity: "programme",
        kind: "choice",
        label: "Size",
        ...more,
      });
    expect((await refusalOf(define({ entity: "boat", choices: ["S"] }))).code).toBe("not_found");
    expect((await refusalOf(define({ choices: [] }))).details.field).toBe("choices");
    expect((await define({ choices: ["S", "L"] })).key).toBe("size");
    expect((await define({ choices: ["S", "L"] })).key).toBe("size_2");
  });

  test("of another organisation are not found", async () => {
    const set = world.north.execute(setFieldValues, "administrator", {
      ...programme(),
      values: [{ fieldId: world.south.customFieldId, value: "Basel", expectedVersion: 0 }],
    });
    expect((await refusalOf(set)).code).toBe("not_found");
  });
});
