import "server-only";
import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { customFields, customFieldValues } from "@/db/schema/platform";
import { command } from "@/lib/platform/operation";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { assertVersion } from "@/lib/platform/two-editors";
import { readFieldValue, type FieldDefinition } from "@/lib/records/field-rules";
import { SetFieldValues } from "@/lib/records/schemas";
import { assertRecordVisible } from "@/lib/records/visibility";

/** Sets values of custom fields on a record that the actor sees; all of them or, where one is refused, none. */
export const setFieldValues = command({
  name: "records.setFieldValues",
  permission: "records:fill",
  input: SetFieldValues,
  example: (world) => ({
    entity: "programme",
    entityId: world.programmeId,
    values: [{ fieldId: world.customFieldId, value: "Basel", expectedVersion: 0 }],
  }),
  async run({ tx, actor, now, record }, { entity, entityId, values }) {
    await assertRecordVisible(tx, actor, { entity, entityId });
    const ids = values.map(({ fieldId }) => fieldId);
    if (new Set(ids).size < ids.length) throw new Refusal("invalid", "A field stands here twice.", "values");
    const fields = await fieldsOf(tx, entity, ids);
    const stored = await tx
      .select()
      .from(customFieldValues)
      .where(and(eq(customFieldValues.entityId, entityId), inArray(customFieldValues.fieldId, ids)))
      .for("update");
    const refused: Record<string, string[]> = {};
    const changes = values.flatMap(({ fieldId, value, expectedVersion }, index) => {
      const field = fields.get(fieldId);
      if (!field) throw notFound("this field");
      const before = stored.find((row) => row.fieldId === fieldId) ?? null;
      const read = readFieldValue(field as FieldDefinition, value);
      if (!read.ok) refused[`values.${index}.value`] = [read.message];
      else assertVersion(before ?? { version: 0 }, expectedVersion, field.label);
      return read.ok ? [{ fieldId, before, value: read.value }] : [];
    });
    const [field] = Object.keys(refused);
    if (field) throw new Refusal("invalid", refused[field]![0]!, { field, fields: refused });
    const versions: Record<string, number> = {};
    for (const { fieldId, before, value } of changes) {
      const [after] = before
        ? await tx
            .update(customFieldValues)
            .set({ ...value, version: before.version + 1, updatedAt: now })
            .where(eq(customFieldValues.id, before.id))
            .returning()
        : await tx
            .insert(customFieldValues)
            .values({ fieldId, entityId, ...value })
            .returning();
      record("custom_field_value", before, after!);
      versions[fieldId] = after!.version;
    }
    return { versions };
  },
});

/** The named fields of a kind of record; those of another kind, or removed, are left out. */
async function fieldsOf(tx: Transaction, entity: string, ids: readonly string[]) {
  const rows = await tx
    .select()
    .from(customFields)
    .where(and(eq(customFields.entity, entity), inArray(customFields.id, [...ids]), isNull(customFields.deletedAt)));
  return new Map(rows.map((row) => [row.id, row]));
}
