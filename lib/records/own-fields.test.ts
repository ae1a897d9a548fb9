import { and, eq } from "drizzle-orm";
import { describe, expect, test, vi } from "vitest";
import { transaction } from "@/db/client";
import { auditEntries } from "@/db/schema/audit";
import { customFieldValues } from "@/db/schema/platform";
import { auditModule } from "@/lib/audit/module";
import { module } from "@/lib/platform/module";
import { execute } from "@/lib/platform/execute";
import { refusalOf, testWorld } from "@/lib/platform/testing/world";
import { setFieldValues } from "@/lib/records/commands/field-values";
import { changeField, defineField, orderFields, removeField, restoreField } from "@/lib/records/commands/fields";
import { fieldSettings, fieldsOfEntity, fieldValuesOf } from "@/lib/records/queries/fields";
import { peopleKind, programmeKind } from "@/lib/records/testing/people-kind";

vi.mock("@/lib/modules", async () => {
  const { recordsModule } = await import("@/lib/records/module");
  const kinds = module({ key: "tests", commands: [], queries: [], lists: [], records: [peopleKind, programmeKind] });
  return { modules: [auditModule, kinds, recordsModule] };
});

const world = testWorld();
const programme = () => ({ entity: "programme", entityId: world.north.programmeId });

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
