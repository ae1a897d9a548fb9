import "server-only";
import type { Transaction } from "@/db/client";
import type { ImportTarget } from "@/lib/platform/module";
import type { CommandContext } from "@/lib/platform/operation";
import { setFieldValues } from "@/lib/records/commands/field-values";
import { asGiven } from "@/lib/records/field-migration";
import { readFieldValue, type FieldDefinition, type PlainValue } from "@/lib/records/field-rules";
import { definedFields } from "@/lib/records/queries/fields";

/** Before the key of a field of the organisation's own, where a column is said to fill it. */
const prefix = "field.";

/** A target with the fields that the organisation added to the records that it makes. */
export interface WholeTarget extends ImportTarget {
  own: ReadonlyArray<FieldDefinition & { id: string; key: string }>;
}

/**
 * Adds the organisation's own fields to those that columns can fill. None of them is needed in an import: who edits the record
 * next is asked.
 */
export async function withOwnFields(tx: Transaction, target: ImportTarget): Promise<WholeTarget> {
  const fields = target.entity ? await definedFields(tx, target.entity) : [];
  const own = fields.map(({ id, key, kind, label, choices }) => ({
    ...{ id, kind, label, choices, key: `${prefix}${key}`, required: false },
  }));
  return {
    ...target,
    fields: [
      ...target.fields,
      ...own.map(({ key, label }) => ({ key, label, required: false, example: "", synonyms: [label] })),
    ],
    // A field that was retired since the columns were mapped is left out like one that nobody mapped.
    input: (row, from) =>
      target.input(Object.fromEntries(Object.entries(row).filter(([key]) => !key.startsWith(prefix))), from),
    own,
  };
}

/** What is wrong with the own fields of a row, by field. */
export function issuesOfOwn({ own }: WholeTarget, row: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    own.flatMap((field) => {
      const read = readFieldValue(field, givenIn(row, field));
      return read.ok ? [] : [[field.key, read.message] as const];
    }),
  );
}

/** Fills the own fields of the record that was made of a row; what is empty stays untouched. */
export async function fillOwn(
  context: CommandContext,
  { own, entity }: WholeTarget,
  entityId: string,
  row: Record<string, string>,
): Promise<void> {
  const values = own.flatMap((field) => {
    const value = givenIn(row, field);
    return value === null ? [] : [{ fieldId: field.id, value, expectedVersion: 0 }];
  });
  if (entity && values.length > 0) await context.call(setFieldValues, { entity, entityId, values });
}

function givenIn(row: Record<string, string>, field: FieldDefinition & { key: string }): PlainValue {
  const text = row[field.key]?.trim();
  return text ? asGiven(text, field) : null;
}
