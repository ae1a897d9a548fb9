import "server-only";
import { and, asc, eq, isNull, sql, type SQL } from "drizzle-orm";
import { customFields } from "@/db/schema/platform";
import { may, personIdOf } from "@/lib/platform/actor";
import { readChoice, readRange } from "@/lib/platform/filter-values";
import { decodeChoice, encodeChoice } from "@/lib/platform/field-choices";
import { nameKey } from "@/lib/platform/keys";
import type { List, ListColumnDefinition, ListFilterDefinition } from "@/lib/platform/list";
import type { QueryContext } from "@/lib/platform/operation";

/** Where a list's rows are records to which organisations add fields. */
export interface ListFields {
  /** The kind of record, as its manifest names it. */
  entity: string;
  /** The record's id in the list's query. */
  id: SQL;
  /** The person whom the record is about, in the list's query: own rows show that person no fields, and are not found by them. */
  about?: SQL;
}

type Field = typeof customFields.$inferSelect;

/** Before the key of a field wherever a list names it, in addresses too: `field.notice_weeks`. */
const fieldPrefix = "field.";

/**
 * The list with the fields that this organisation added to its records, as columns (hidden until chosen), sorts and filters.
 * Without them for who may not read such fields. Called twice it adds nothing more.
 */
export async function withFields(context: QueryContext, { fields, ...definition }: List): Promise<List> {
  if (!fields || !may(context.actor, "custom-fields:read")) return definition;
  const added = await context.tx
    .select()
    .from(customFields)
    .where(and(eq(customFields.entity, fields.entity), isNull(customFields.deletedAt)))
    .orderBy(asc(customFields.position), asc(customFields.label), asc(customFields.id));
  if (added.length === 0) return definition;
  const me = personIdOf(context.actor);
  const forOthers = fields.about && me ? sql` and ${fields.about} <> ${me}::uuid` : sql``;
  const place: Place = { id: fields.id, forOthers };
  return {
    ...definition,
    columns: [...definition.columns, ...added.map((field) => columnOf(field, place))],
    filters: [...definition.filters, ...added.map((field) => filterOf(field, place))],
  };
}

interface Place {
  id: SQL;
  /** Leaves out the record that is about the reader; begins with "and", or is empty. */
  forOthers: SQL;
}

const columnKinds = {
  text: "text",
  link: "text",
  choice: "text",
  number: "number",
  date: "date",
  boolean: "boolean",
} as const;

const valueColumns = {
  text: "text_value",
  link: "text_value",
  choice: "text_value",
  number: "number_value",
  date: "date_value",
  boolean: "boolean_value",
} as const;

type Kind = keyof typeof columnKinds;

function columnOf(field: Field, { id, forOthers }: Place): ListColumnDefinition {
  const kind = field.kind as Kind;
  const column = sql.identifier(valueColumns[kind]);
  const sorted = sql.identifier(valueColumns[kind] === "text_value" ? "text_key" : valueColumns[kind]);
  return {
    key: `${fieldPrefix}${field.key}`,
    label: field.label,
    kind: columnKinds[kind],
    ...(kind === "number" ? { align: "end" as const } : {}),
    sortable: true,
    defaultVisible: false,
    value: sql`(select own.${column}${kind === "date" ? sql`::text` : sql``} from custom_field_values own
                where own.field_id = ${field.id}::uuid and own.entity_id = ${id}${forOthers})`,
    sort: {
      by: sql`sorted.${sorted}`,
      nullable: true,
      join: sql`left join custom_field_values sorted
                on sorted.field_id = ${field.id}::uuid and sorted.entity_id = ${id}${forOthers}`,
    },
  };
}

function filterOf(field: Field, { id, forOthers }: Place): ListFilterDefinition {
  const holding = (condition: SQL | undefined): SQL | undefined =>
    condition &&
    sql`${id} in (select own.entity_id from custom_field_values own
                  where own.field_id = ${field.id}::uuid and ${condition})${forOthers}`;
  const named = { key: `${fieldPrefix}${field.key}`, label: field.label };
  switch (field.kind as Kind) {
    case "choice":
      return {
        ...named,
        kind: "choice",
        options: field.choices.map(encodeChoice),
        optionLabels: Object.fromEntries(field.choices.map((choice) => [encodeChoice(choice), choice])),
        condition(value) {
          const chosen = readChoice(value).map(decodeChoice);
          return holding(
            chosen.length === 0
              ? undefined
              : sql`own.text_value in (${sql.join(
                  chosen.map((choice) => sql`${choice}`),
                  sql`, `,
                )})`,
          );
        },
      };
    case "number":
      return {
        ...named,
        kind: "number",
        condition: (value) => holding(between(sql`own.number_value`, value, asNumber, sql`double precision`)),
      };
    case "date":
      return {
        ...named,
        kind: "dateRange",
        condition: (value) => holding(between(sql`own.date_value`, value, asDay, sql`date`)),
      };
    case "boolean":
      return {
        ...named,
        kind: "boolean",
        condition: (value) =>
          holding(value === "yes" || value === "no" ? sql`own.boolean_value = ${value === "yes"}::boolean` : undefined),
      };
    default:
      return {
        ...named,
        kind: "text",
        condition(value) {
          const words = nameKey(value);
          return holding(words ? sql`own.text_key like ${`%${words.replace(/[\\%_]/g, "\\$&")}%`}` : undefined);
        },
      };
  }
}

/** Both ends included; an end that cannot be read is open. */
function between(column: SQL, value: string, read: (end: string) => string | null, type: SQL): SQL | undefined {
  const { from, to } = readRange(value);
  const least = from === undefined ? null : read(from);
  const most = to === undefined ? null : read(to);
  const ends = [
    ...(least === null ? [] : [sql`${column} >= ${least}::${type}`]),
    ...(most === null ? [] : [sql`${column} <= ${most}::${type}`]),
  ];
  return ends.length > 0 ? sql.join(ends, sql` and `) : undefined;
}

const asNumber = (end: string): string | null => (Number.isFinite(Number(end)) ? String(Number(end)) : null);

const asDay = (end: string): string | null =>
  /^[1-9]\d{3}-\d{2}-\d{2}$/.test(end) && new Date(`${end}T00:00:00Z`).toJSON()?.startsWith(end) ? end : null;
