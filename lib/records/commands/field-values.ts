import "server-only";
import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { customFields, customFieldValues } from "@/db/schema/platform";
import { command } from "@/lib/platform/operation";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { plainValue, readFieldValue, type FieldDefinition, type PlainValue } from "@/lib/records/field-rules";
import { SetFieldValues } from "@/lib/records/schemas";
import { assertColleague } from "@/lib/records/visibility";

interface Filled {
  versions: Record<string, number>;
  /** What stood there before, in the form in which this command takes it. */
  before: Array<{ fieldId: string; value: PlainValue; expectedVersion: number }>;
}

/**
 * Sets values of custom fields on a record that the actor sees; all of them or, where one is refused, none. Where somebody else
 * saved some of them meanwhile, the refusal says what stands there now: field → value, and their `versions`.
 */
export const setFieldValues = command({
  name: "records.setFieldValues",
  permission: "records:fill",
  input: SetFieldValues,
  example: (world) => ({
    entity: "programme",
    entityId: world.programmeId,
    values: [{ fieldId: world.customFieldId, value: "Basel", expectedVersion: 0 }],
  }),
  undo: ({ entity, entityId }, { before }: Filled) =>
    // A field that must be filled cannot be emptied again.
    Array.isArray(before) && before.length > 0
      ? { operation: "records.setFieldValues", input: { entity, entityId, values: before } }
      : null,
  async run({ tx, actor, now, record }, { entity, entityId, values }): Promise<Filled> {
    await assertColleague(tx, actor, { entity, entityId });
    const ids = values.map(({ fieldId }) => fieldId);
    if (new Set(ids).size < ids.length) throw new Refusal("invalid", "A field stands here twice.", "values");
    const fields = await fieldsOf(tx, entity, ids);
    const stored = await tx
      .select()
      .from(customFieldValues)
      .where(and(eq(customFieldValues.entityId, entityId), inArray(customFieldValues.fieldId, ids)))
      .for("update");
    const storedOf = new Map(stored.map((row) => [row.fieldId, row]));
    const refused: Record<string, string[]> = {};
    const changes = values.flatMap(({ fieldId, value }, index) => {
      const field = fields.get(fieldId);
      if (!field) throw notFound("this field");
      const read = readFieldValue(field as FieldDefinition, value);
      if (!read.ok) refused[`values.${index}.value`] = [read.message];
      return read.ok ? [{ fieldId, before: storedOf.get(fieldId) ?? null, value: read.value }] : [];
    });
    const [wrong] = Object.keys(refused);
    if (wrong) throw new Refusal("invalid", refused[wrong]![0]!, { field: wrong, fields: refused });
    assertUnchanged(values, storedOf);
    const filled: Filled = { versions: {}, before: [] };
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
      filled.versions[fieldId] = after!.version;
      const was = before ? plainValue(before) : null;
      if (was !== null || !fields.get(fieldId)!.required)
        filled.before.push({ fieldId, value: was, expectedVersion: after!.version });
    }
    return filled;
  },
});

function assertUnchanged(
  values: ReadonlyArray<{ fieldId: string; expectedVersion: number }>,
  storedOf: ReadonlyMap<string, typeof customFieldValues.$inferSelect>,
): void {
  const versionOf = (fieldId: string) => storedOf.get(fieldId)?.version ?? 0;
  const changed = values.filter(({ fieldId, expectedVersion }) => versionOf(fieldId) !== expectedVersion);
  if (changed.length === 0) return;
  throw new Refusal(
    "conflict",
    "Somebody saved these fields while you were writing. Both versions are kept; choose below.",
    {
      current: {
        ...Object.fromEntries(
          changed.map(({ fieldId }) => {
            const now = storedOf.get(fieldId);
            return [fieldId, now ? plainValue(now) : null];
          }),
        ),
        versions: Object.fromEntries(changed.map(({ fieldId }) => [fieldId, versionOf(fieldId)])),
      },
    },
  );
}

/** The named fields of a kind of record; those of another kind, or removed, are left out. */
async function fieldsOf(tx: Transaction, entity: string, ids: readonly string[]) {
  const rows = await tx
    .select()
    .from(customFields)
    .where(and(eq(customFields.entity, entity), inArray(customFields.id, [...ids]), isNull(customFields.deletedAt)));
  return new Map(rows.map((row) => [row.id, row]));
}
