import "server-only";
import { and, eq, like } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { customFields } from "@/db/schema/platform";
import { command } from "@/lib/platform/operation";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { registry } from "@/lib/platform/registry";
import { assertVersion } from "@/lib/platform/two-editors";
import { faultOfChoices, fieldKey } from "@/lib/records/field-rules";
import { ChangeField, DefineField, FieldId, type FieldKind } from "@/lib/records/schemas";

/** Most fields that an organisation adds to one kind of record. */
const mostFields = 100;

export const defineField = command({
  name: "records.defineField",
  permission: "custom-fields:write",
  input: DefineField,
  example: () => ({ entity: "programme", kind: "number" as const, label: "Notice period in weeks" }),
  undo: (_input, { id }: { id: string; key: string }) => ({ operation: "records.removeField", input: { id } }),
  async run({ tx, record }, input) {
    if (!(await registry()).findRecord(input.entity)) throw notFound("this kind of record");
    assertChoices(input.kind, input.choices);
    const key = await freeKey(tx, input.entity, fieldKey(input.label));
    const [row] = await tx
      .insert(customFields)
      .values({ ...input, key })
      .returning();
    record("custom_field", null, row!);
    return { id: row!.id, key };
  },
});

/** Changes everything but what the field holds: values of another kind would be lost. */
export const changeField = command({
  name: "records.changeField",
  permission: "custom-fields:write",
  input: ChangeField,
  example: (world) => ({ id: world.customFieldId, expectedVersion: 1, label: "Notice", choices: [] }),
  async run({ tx, now, record }, { id, expectedVersion, ...change }) {
    const before = await fieldById(tx, id);
    assertVersion(before, expectedVersion, "this field");
    assertChoices(before.kind as FieldKind, change.choices);
    const [after] = await tx
      .update(customFields)
      .set({ ...change, version: before.version + 1, updatedAt: now })
      .where(eq(customFields.id, id))
      .returning();
    record("custom_field", before, after!);
    return { id, version: after!.version };
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
    const [after] = await tx
      .update(customFields)
      .set({ deletedAt: null, version: before.version + 1, updatedAt: now })
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

/** The key, numbered where another field, also one that was removed, has it. */
async function freeKey(tx: Transaction, entity: string, wanted: string): Promise<string> {
  const taken = await tx
    .select({ key: customFields.key, deletedAt: customFields.deletedAt })
    .from(customFields)
    .where(and(eq(customFields.entity, entity), like(customFields.key, `${wanted.replace(/[\\%_]/g, "\\$&")}%`)));
  if (taken.length >= mostFields) throw new Refusal("limit", `There are ${mostFields} such fields already.`);
  const keys = new Set(taken.map(({ key }) => key));
  for (let number = 1; ; number++) {
    const key = number === 1 ? wanted : `${wanted}_${number}`;
    if (!keys.has(key)) return key;
  }
}
