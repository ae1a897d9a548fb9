import "server-only";
import { and, asc, count, eq, inArray, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "@/db/client";
import { customFields, customFieldValues } from "@/db/schema/platform";
import { query } from "@/lib/platform/operation";
import { registry } from "@/lib/platform/registry";
import { plainValue } from "@/lib/records/field-rules";
import type { FieldKind } from "@/lib/records/field-kinds";
import { RecordReference } from "@/lib/records/schemas";
import { assertColleague } from "@/lib/records/visibility";

/** The fields that the organisation added to a kind of record, in their order. */
export const fieldsOfEntity = query({
  name: "records.fields",
  permission: "custom-fields:read",
  input: z.strictObject({ entity: RecordReference.shape.entity }),
  example: () => ({ entity: "programme" }),
  run: ({ tx }, { entity }) => definedFields(tx, entity),
});

/** The fields of one record with what stands in them; version 0 where nothing was ever set. */
export const fieldValuesOf = query({
  name: "records.fieldValues",
  permission: "custom-fields:read",
  input: RecordReference,
  example: (world) => ({ entity: "programme", entityId: world.programmeId }),
  async run({ tx, actor }, { entity, entityId }) {
    await assertColleague(tx, actor, { entity, entityId });
    const fields = await definedFields(tx, entity);
    const values = await tx.select().from(customFieldValues).where(eq(customFieldValues.entityId, entityId));
    return fields.map(({ version: _version, ...field }) => {
      const stored = values.find((value) => value.fieldId === field.id);
      return { ...field, value: stored ? plainValue(stored) : null, version: stored?.version ?? 0 };
    });
  },
});

/** All fields of the organisation by kind of record, those that were taken away too, with how many records hold a value. */
export const fieldSettings = query({
  name: "records.fieldSettings",
  permission: "custom-fields:write",
  input: z.strictObject({}),
  example: () => ({}),
  async run({ tx }) {
    const { modules, findRecord } = await registry();
    const entities = modules
      .flatMap(({ records = [], search = [] }) => [...records, ...search])
      .map(({ entity }) => entity)
      .filter((entity, at, all) => all.indexOf(entity) === at && findRecord(entity)?.fields);
    const fields = await tx
      .select()
      .from(customFields)
      .where(inArray(customFields.entity, [...entities]))
      .orderBy(asc(customFields.position), asc(customFields.label), asc(customFields.id));
    const held = await tx
      .select({ fieldId: customFieldValues.fieldId, text: sql<string | null>`${choiceOf}`, records: count() })
      .from(customFieldValues)
      .innerJoin(customFields, eq(customFields.id, customFieldValues.fieldId))
      .where(
        sql`num_nonnulls(${customFieldValues.textValue}, ${customFieldValues.numberValue},
                   ${customFieldValues.dateValue}, ${customFieldValues.booleanValue}) > 0`,
      )
      .groupBy(customFieldValues.fieldId, sql`2`);
    return entities.map((entity) => ({
      entity,
      fields: fields
        .filter((field) => field.entity === entity)
        .map(({ id, version, key, label, hint, kind, choices, required, deletedAt }) => {
          const own = held.filter(({ fieldId }) => fieldId === id);
          return {
            ...{ id, version, key, label, hint, choices, required },
            kind: kind as FieldKind,
            retired: deletedAt !== null,
            /** Records that hold a value. */
            used: own.reduce((sum, { records }) => sum + records, 0),
            /** Records by choice. */
            usedBy: Object.fromEntries(own.flatMap(({ text, records }) => (text === null ? [] : [[text, records]]))),
          };
        }),
    }));
  },
});

/** The value where the field is a choice. */
const choiceOf = sql`case when ${customFields.kind} = 'choice' then ${customFieldValues.textValue} end`;

/** The fields of a kind of record that are in use, in their order. */
export async function definedFields(tx: Transaction, entity: string) {
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
