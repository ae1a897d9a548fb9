import { and, eq } from "drizzle-orm";
import { describe, expect, test, vi } from "vitest";
import { transaction } from "@/db/client";
import { roleAssignments, roles } from "@/db/schema/people";
import { auditEntries, customFieldValues, notifications, timelineEntries } from "@/db/schema/platform";
import { auditModule } from "@/lib/audit/module";
import { module } from "@/lib/platform/module";
import { execute } from "@/lib/platform/execute";
import { refusalOf, testWorld } from "@/lib/platform/testing/world";
import { addComment, editComment, removeComment, restoreComment } from "@/lib/records/commands/comments";
import { setFieldValues } from "@/lib/records/commands/field-values";
import { changeField, defineField, orderFields, removeField, restoreField } from "@/lib/records/commands/fields";
import { commentReaders, commentsOf } from "@/lib/records/queries/comments";
import { fieldSettings, fieldsOfEntity, fieldValuesOf } from "@/lib/records/queries/fields";
import { timelineOf } from "@/lib/records/queries/timeline";
import { peopleKind, programmeKind } from "@/lib/records/testing/people-kind";

vi.mock("@/lib/modules", async () => {
  const { recordsModule } = await import("@/lib/records/module");
  const kinds = module({ key: "tests", commands: [], queries: [], lists: [], records: [peopleKind, programmeKind] });
  return { modules: [auditModule, kinds, recordsModule] };
});

const world = testWorld();
const contact = () => ({ entity: "person", entityId: world.north.contactId });
const programme = () => ({ entity: "programme", entityId: world.north.programmeId });

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

  test("are for colleagues who see the record: for others the record does not exist", async () => {
    const add = world.north.execute(addComment, "consultant", { ...contact(), body: "Hello" });
    expect((await refusalOf(add)).code).toBe("not_found");
    expect((await refusalOf(world.north.ask(commentsOf, "consultant", contact()))).code).toBe("not_found");
    const edit = world.north.execute(editComment, "consultant", {
      ...{ id: world.north.commentId, body: "Changed", expectedVersion: 1 },
    });
    expect((await refusalOf(edit)).code).toBe("not_found");
    expect((await refusalOf(world.north.execute(addComment, "executive", { ...contact(), body: "Hello" }))).code).toBe(
      "forbidden",
    );
  });

  test("are not for the person whom the record is about, whatever that person may do elsewhere", async () => {
    const own = { entity: "person", entityId: world.north.consultantId };
    await world.north.execute(addComment, "administrator", { ...own, body: "Wants to go abroad." });
    expect(await world.north.ask(commentsOf, "administrator", own)).toHaveLength(1);
    expect((await refusalOf(world.north.ask(commentsOf, "consultant", own))).code).toBe("forbidden");
    expect((await refusalOf(world.north.execute(addComment, "consultant", { ...own, body: "I?" }))).code).toBe(
      "forbidden",
    );
    const kinds = async (role: "administrator" | "consultant") =>
      (await world.north.ask(timelineOf, role, own)).entries.map(({ kind }) => kind);
    expect(await kinds("administrator")).toEqual(["comments.added"]);
    expect(await kinds("consultant")).toEqual([]);
  });

  test("are changed and removed only by who wrote them", async () => {
    const { id } = await world.north.execute(addComment, "administrator", { ...programme(), body: "Hello" });
    const other = { ...(await world.north.as("administrator")), personId: world.north.otherConsultantId };
    for (const attempt of [
      () => execute(removeComment, other, { id }),
      () => execute(editComment, other, { id, body: "Changed", expectedVersion: 1 }),
    ])
      expect((await refusalOf(attempt())).code).toBe("forbidden");
    await world.north.execute(removeComment, "administrator", { id });
  });

  test("address colleagues, who are told once, and nobody who could not read them", async () => {
    const readers = await world.north.ask(commentReaders, "administrator", programme());
    expect(readers.map(({ id }) => id)).not.toContain(world.north.executiveId);
    expect(readers.map(({ id }) => id)).not.toContain(world.north.administratorId);
    const blind = world.north.execute(addComment, "administrator", {
      ...programme(),
      ...{ body: "@Robin look", mentions: [world.north.consultantId] },
    });
    expect(await refusalOf(blind)).toMatchObject({ code: "invalid", details: { field: "mentions" } });
    // Of people, in this test, everybody who manages people sees everybody: so one more administrator reads along.
    await makeAdministrator(world.north.otherConsultantId);
    expect((await world.north.ask(commentReaders, "administrator", programme())).map(({ id }) => id)).toEqual([
      world.north.otherConsultantId,
    ]);
    const mentions = [world.north.otherConsultantId];
    const { id } = await world.north.execute(addComment, "administrator", { ...programme(), body: "Look", mentions });
    await world.north.execute(editComment, "administrator", { id, body: "Look!", mentions, expectedVersion: 1 });
    const told = await transaction({ organisationId: world.north.organisationId }, (tx) =>
      tx.select().from(notifications).where(eq(notifications.kind, "records.mentioned")),
    );
    expect(told.map(({ personId, href }) => [personId, href])).toEqual([
      [world.north.otherConsultantId, expect.stringContaining("#comments")],
    ]);
    const shown = (await world.north.ask(commentsOf, "administrator", programme())).find((one) => one.id === id);
    expect(shown).toMatchObject({ body: "Look!", editedAt: expect.any(Date), mentions: [{ id: mentions[0] }] });
    await world.north.execute(removeComment, "administrator", { id });
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

/** Gives a person the administrator's role, as the people's own page would. */
async function makeAdministrator(personId: string): Promise<void> {
  await transaction({ organisationId: world.north.organisationId }, async (tx) => {
    const [role] = await tx.select({ id: roles.id }).from(roles).where(eq(roles.key, "administrator"));
    await tx.insert(roleAssignments).values({ personId, roleId: role!.id });
  });
}

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
    // What stands there now is told of the fields that changed, not of those beside them.
    const both = world.north.execute(setFieldValues, "administrator", {
      ...programme(),
      values: [
        { fieldId: weeks.id, value: 6, expectedVersion: 0 },
        { fieldId: world.north.customFieldId, value: "Bern", expectedVersion: 0 },
      ],
    });
    expect(await refusalOf(both)).toMatchObject({
      ...{ code: "conflict", details: { current: { [weeks.id]: 4, versions: { [weeks.id]: 1 } } } },
    });
    expect(Object.keys((await refusalOf(set(6, 0))).details.current ?? {})).toEqual([weeks.id, "versions"]);
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
      (await world.north.ask(fieldsOfEntity, "consultant", { entity: "programme" })).map(({ label }) => label);
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

  test("carry their values over to another kind, or stay as they are", async () => {
    const field = await world.north.execute(defineField, "administrator", {
      ...{ entity: "programme", kind: "text", label: "Weeks" },
    });
    const fill = (value: string, expectedVersion: number) =>
      world.north.execute(setFieldValues, "administrator", {
        ...programme(),
        values: [{ fieldId: field.id, value, expectedVersion }],
      });
    await fill("soon", 0);
    const change = (expectedVersion: number, more: object) =>
      world.north.execute(changeField, "administrator", { id: field.id, expectedVersion, label: "Weeks", ...more });
    expect(await refusalOf(change(1, { kind: "number" }))).toMatchObject({
      ...{ code: "invalid", details: { field: "kind" } },
      message: expect.stringContaining("1 of 1 stored values are not numbers, like “soon”"),
    });
    await fill("12", 1);
    expect((await change(1, { kind: "number" })).values).toBe(1);
    const value = async () =>
      (await world.north.ask(fieldValuesOf, "administrator", programme())).find(({ id }) => id === field.id);
    expect(await value()).toMatchObject({ kind: "number", value: 12, version: 3 });
    expect((await refusalOf(fill("13", 2))).code).toBe("conflict");
    const traces = await transaction({ organisationId: world.north.organisationId }, (tx) =>
      tx.select().from(auditEntries).where(eq(auditEntries.operation, "records.changeField")),
    );
    expect(traces.map(({ entity }) => entity)).toContain("custom_field_value");
  });

  test("rename a choice everywhere, and do not take one away that is still in use", async () => {
    const field = await world.north.execute(defineField, "administrator", {
      ...{ entity: "programme", kind: "choice", label: "Reach", choices: ["Near", "Far"] },
    });
    await world.north.execute(setFieldValues, "administrator", {
      ...programme(),
      values: [{ fieldId: field.id, value: "Near", expectedVersion: 0 }],
    });
    const use = async () =>
      (await world.north.ask(fieldSettings, "administrator", {}))
        .find(({ entity }) => entity === "programme")!
        .fields.find(({ id }) => id === field.id)!;
    expect(await use()).toMatchObject({ used: 1, usedBy: { Near: 1 } });
    const change = (expectedVersion: number, more: object) =>
      world.north.execute(changeField, "administrator", { id: field.id, expectedVersion, label: "Reach", ...more });
    expect(await refusalOf(change(1, { choices: ["Far"] }))).toMatchObject({
      ...{ code: "invalid", details: { field: "choices" } },
      message: "“Near” still stands in a record. Say what becomes of it.",
    });
    await change(1, { choices: ["Close by", "Far"], moves: [{ from: "Near", to: "Close by" }] });
    expect(await use()).toMatchObject({ usedBy: { "Close by": 1 } });
    await change(2, { choices: ["Far"], moves: [{ from: "Close by", to: "" }] });
    expect(await use()).toMatchObject({ used: 0, usedBy: {} });
  });

  test("stand in the order into which they were put, which can be taken back", async () => {
    const ids = async () =>
      (await world.south.ask(fieldsOfEntity, "administrator", { entity: "programme" })).map(({ id }) => id);
    await world.south.execute(defineField, "administrator", {
      ...{ entity: "programme", kind: "date", label: "Signed" },
    });
    const first = await ids();
    const { output, undo } = await execute(orderFields, await world.south.as("administrator"), {
      ...{ entity: "programme", ids: first.toReversed() },
    });
    expect(output.before).toEqual(first);
    expect(await ids()).toEqual(first.toReversed());
    await world.south.execute(orderFields, "administrator", undo!.input as never);
    expect(await ids()).toEqual(first);
    const part = world.south.execute(orderFields, "administrator", { entity: "programme", ids: first.slice(1) });
    expect((await refusalOf(part)).code).toBe("conflict");
  });

  test("are not for the person whom the record is about", async () => {
    const own = { entity: "person", entityId: world.north.consultantId };
    expect((await refusalOf(world.north.ask(fieldValuesOf, "consultant", own))).code).toBe("forbidden");
    expect((await refusalOf(world.north.ask(fieldValuesOf, "executive", programme()))).code).toBe("forbidden");
    expect(await world.north.ask(fieldValuesOf, "administrator", own)).toEqual([]);
  });

  test("of another organisation are not found", async () => {
    const set = world.north.execute(setFieldValues, "administrator", {
      ...programme(),
      values: [{ fieldId: world.south.customFieldId, value: "Basel", expectedVersion: 0 }],
    });
    expect((await refusalOf(set)).code).toBe("not_found");
  });
});
