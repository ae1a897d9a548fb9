import "server-only";
import { and, asc, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "@/db/client";
import { customFields, customFieldValues } from "@/db/schema/platform";
import { query } from "@/lib/platform/operation";
import { plainValue } from "@/lib/records/field-rules";
import { RecordReference, type FieldKind } from "@/lib/records/schemas";
import { assertRecordVisible } from "@/lib/records/visibility";

/** The fields that the organisation added to a kind of record, in their order. */
export const fieldsOfEntity = query({
  name: "records.fields",
  permission: "records:read",
  input: z.strictObject({ entity: RecordReference.shape.entity }),
  example: () => ({ entity: "programme" }),
  run: ({ tx }, { entity }) => definedFields(tx, entity),
});

/** The fields of one record with what stands in them; version 0 where nothing was ever set. */
export const fieldValuesOf = query({
  name: "records.fieldValues",
  permission: "records:read",
  input: RecordReference,
  example: (world) => ({ entity: "programme", entityId: world.programmeId }),
  async run({ tx, actor }, { entity, entityId }) {
    await assertRecordVisible(tx, actor, { entity, entityId });
    const fields = await definedFields(tx, entity);
    const values = await tx.select().from(customFieldValues).where(eq(customFieldValues.entityId, entityId));
    return fields.map(({ version: _version, ...field }) => {
      const stored = values.find((value) => value.fieldId === field.id);
      return { ...field, value: stored ? plainValue(stored) : null, version: stored?.version ?? 0 };
    });
  },
});

async function definedFields(tx: Transaction, entity: string) {
  const rows = await tx
    .select()
    .from(customFields)
    .where(and(eq(customFields.entity, entity), isNull(customFields.deletedAt)))
    .orderBy(asc(customFields.position), asc(customFields.label), asc(customFields.id));
  return rows.map(({ id, version, key, label, hint, kind, choices, required, position }) => ({
    ...{ id, version, key, label, hint, choices, required, position },
    kind: kind as FieldKind,
  }));
}
