import "server-only";
import { and, asc, count, eq, inArray, isNull, like, max, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { customFields, customFieldValues } from "@/db/schema/platform";
import { command, type CommandContext } from "@/lib/platform/operation";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { registry } from "@/lib/platform/registry";
import { assertVersion } from "@/lib/platform/two-editors";
import { migrateValues, type ChoiceMove } from "@/lib/records/field-migration";
import { faultOfChoices, fieldKey, type FieldDefinition } from "@/lib/records/field-rules";
import type { FieldKind } from "@/lib/records/field-kinds";
import { ChangeField, DefineField, FieldId, OrderFields } from "@/lib/records/schemas";

/** Most fields that an organisation adds to one kind of record: each may stand as a column in its lists. */
const mostFields = 50;

/** Most values that one change of a field carries over; each leaves its own trace. */
const mostValues = 20_000;

export const defineField = command({
  name: "records.defineField",
  permission: "custom-fields:write",
  input: DefineField,
  example: () => ({ entity: "programme", kind: "number" as const, label: "Notice period in weeks" }),
  undo: (_input, { id }: { id: string; key: string }) => ({ operation: "records.removeField", input: { id } }),
  async run({ tx, record }, input) {
    if (!(await registry()).findRecord(input.entity)?.fields) throw notFound("this kind of record");
    assertChoices(input.kind, input.choices);
    const position = await placeForOneMore(tx, input.entity);
    const key = await freeKey(tx, input.entity, fieldKey(input.label));
    const [row] = await tx
      .insert(customFields)
      .values({ ...input, key, position })
      .returning();
    record("custom_field", null, row!);
    return { id: row!.id, key };
  },
});

/**
 * Changes a field. Values that are stored are carried over to another kind or another choice, each of them; where one cannot be,
 * the change is refused with the reason and nothing happens.
 */
export const changeField = command({
  name: "records.changeField",
  permission: "custom-fields:write",
  input: ChangeField,
  example: (world) => ({ id: world.customFieldId, expectedVersion: 1, label: "Notice", choices: [] }),
  async run(context, { id, expectedVersion, moves, kind, ...change }) {
    const { tx, now, record } = context;
    const before = await fieldById(tx, id);
    assertVersion(before, expectedVersion, "this field");
    const definition = { ...change, kind: kind ?? (before.kind as FieldKind) };
    assertChoices(definition.kind, change.choices);
    const values = await carryOver(context, id, before as FieldDefinition, definition, moves);
    const [after] = await tx
      .update(customFields)
      .set({ ...definition, version: before.version + 1, updatedAt: now })
      .where(eq(customFields.id, id))
      .returning();
    record("custom_field", before, after!);
    return { id, version: after!.version, values };
  },
});

/** Puts the fields of a kind of record into another order. */
export const orderFields = command({
  name: "records.orderFields",
  permission: "custom-fields:write",
  input: OrderFields,
  example: (world) => ({ entity: "programme", ids: [world.customFieldId] }),
  undo: ({ entity }, { before }: { before: string[] }) => ({
    operation: "records.orderFields",
    input: { entity, ids: Array.isArray(before) ? before : [] },
  }),
  async run({ tx, now, record }, { entity, ids }) {
    const fields = await tx
      .select()
      .from(customFields)
      .where(and(eq(customFields.entity, entity), isNull(customFields.deletedAt)))
      .orderBy(asc(customFields.position), asc(customFields.label), asc(customFields.id))
      .for("update");
    const known = new Set(fields.map((field) => field.id));
    const unknown = ids.some((id) => !known.has(id));
    if (unknown || new Set(ids).size !== fields.length || ids.length !== fields.length)
      throw new Refusal("conflict", "The fields have changed meanwhile. Look at them again and put them in order.");
    for (const field of fields) {
      const position = ids.indexOf(field.id);
      if (position === field.position) continue;
      // The place is no edit of the field: who is changing its words meanwhile is not in the way.
      const [after] = await tx
        .update(customFields)
        .set({ position, updatedAt: now })
        .where(eq(customFields.id, field.id))
        .returning();
      record("custom_field", field, after!);
    }
    return { before: fields.map((field) => field.id) };
  },
});

/** Takes a field away from the records. Its values stay, and are there again when the field is. */
export const removeField = command({
  name: "records.removeField",
  permission: "custom-fields:write",
  input: FieldId,
  example: (world) => ({ id: world.customFieldId }),
  undo: ({ id }) => ({ operation: "records.restoreField", input: { id } }),
  async run({ tx, now, record }, { id }) {
    const before = await fieldById(tx, id);
    await tx
      .update(customFields)
      .set({ deletedAt: now, version: before.version + 1, updatedAt: now })
      .where(eq(customFields.id, id));
    record("custom_field", before, null);
    return { id };
  },
});

export const restoreField = command({
  name: "records.restoreField",
  permission: "custom-fields:write",
  input: FieldId,
  example: (world) => ({ id: world.customFieldId }),
  async run({ tx, now, record }, { id }) {
    const before = await fieldById(tx, id, true);
    if (!before.deletedAt) return { id };
    const position = await placeForOneMore(tx, before.entity);
    const [after] = await tx
      .update(customFields)
      .set({ deletedAt: null, position, version: before.version + 1, updatedAt: now })
      .where(eq(customFields.id, id))
      .returning();
    record("custom_field", null, after!);
    return { id };
  },
});

async function fieldById(tx: Transaction, id: string, deleted = false) {
  const [field] = await tx.select().from(customFields).where(eq(customFields.id, id)).for("update");
  if (!field || (field.deletedAt && !deleted)) throw notFound("this field");
  return field;
}

function assertChoices(kind: FieldKind, choices: readonly string[]): void {
  const fault = faultOfChoices(kind, choices);
  if (fault) throw new Refusal("invalid", fault, "choices");
}

/** The place after the last field of a kind of record; refused when there are enough. */
async function placeForOneMore(tx: Transaction, entity: string): Promise<number> {
  const [there] = await tx
    .select({ fields: count(), last: max(customFields.position) })
    .from(customFields)
    .where(and(eq(customFields.entity, entity), isNull(customFields.deletedAt)));
  if (there!.fields >= mostFields) throw new Refusal("limit", `There are ${mostFields} such fields already.`);
  return (there!.last ?? -1) + 1;
}

/** Carries the stored values over to the changed definition; returns how many changed. */
async function carryOver(
  { tx, now, record }: CommandContext,
  fieldId: string,
  before: FieldDefinition,
  after: FieldDefinition,
  moves: readonly ChoiceMove[],
): Promise<number> {
  const sameChoices = before.choices.every((choice) => after.choices.includes(choice));
  if (before.kind === after.kind && sameChoices && moves.length === 0) return 0;
  const stored = await tx
    .select()
    .from(customFieldValues)
    .where(eq(customFieldValues.fieldId, fieldId))
    .limit(mostValues + 1)
    .for("update");
  if (stored.length > mostValues)
    throw new Refusal("limit", `More than ${mostValues.toLocaleString("en")} records hold a value. Add a new field.`);
  const migrated = migrateValues(before, after, moves, stored);
  if (!migrated.ok) throw new Refusal("invalid", migrated.message, migrated.field);
  // One statement for all records that get the same value.
  const groups = new Map<string, { value: NonNullable<(typeof migrated.values)[number]>; rows: typeof stored }>();
  migrated.values.forEach((value, at) => {
    if (!value) return;
    const key = JSON.stringify(value);
    const group = groups.get(key) ?? { value, rows: [] };
    group.rows.push(stored[at]!);
    groups.set(key, group);
  });
  let changed = 0;
  for (const { value, rows } of groups.values()) {
    for (let from = 0; from < rows.length; from += 1000) {
      const part = rows.slice(from, from + 1000);
      await tx
        .update(customFieldValues)
        .set({ ...value, version: sql`${customFieldValues.version} + 1`, updatedAt: now })
        .where(
          inArray(
            customFieldValues.id,
            part.map(({ id }) => id),
          ),
        );
      for (const row of part)
        record("custom_field_value", row, { ...row, ...value, version: row.version + 1, updatedAt: now });
      changed += part.length;
    }
  }
  return changed;
}

/** The key, numbered where another field, also one that was removed, has it. */
async function freeKey(tx: Transaction, entity: string, wanted: string): Promise<string> {
  const taken = await tx
    .select({ key: customFields.key })
    .from(customFields)
    .where(and(eq(customFields.entity, entity), like(customFields.key, `${wanted.replace(/[\\%_]/g, "\\$&")}%`)));
  const keys = new Set(taken.map(({ key }) => key));
  for (let number = 1; ; number++) {
    const key = number === 1 ? wanted : `${wanted}_${number}`;
    if (!keys.has(key)) return key;
  }
}
