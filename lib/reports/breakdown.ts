import "server-only";
import { sql, type SQL } from "drizzle-orm";
import type { Definition } from "@/lib/reports/definitions/definition";
import { monthsOf, type DayRange } from "@/lib/platform/period";
import type { Dimension } from "@/lib/reports/schemas";
import { unitOf } from "@/lib/reports/sources";

/** What is asked of a figure: its period, and what it is broken down by. */
export interface Asked {
  range: DayRange;
  by?: Dimension | undefined;
  /** Only these units of it are wanted. */
  only?: readonly string[] | undefined;
}

/** Several askings of one figure as one statement: grouped by every breakdown, counted for each period. */
export interface Breakdown {
  ranges: DayRange[];
  dimensions: Dimension[];
  /** A column for each dimension, as it stands in the rows: its unit where somebody asks for it, else nothing. */
  columns: SQL[];
  /** What the answer starts with: which breakdown a row is of, and its units. */
  head: SQL;
  /** What stands in `group by`, after other columns. */
  groups(others: readonly SQL[]): SQL;
  /** Whether a row of the answer belongs to a breakdown. */
  holds(row: Grouped, by: Dimension | undefined): boolean;
  unitOf(row: Grouped, by: Dimension | undefined): string;
  /** The place of a period among the numbers of a row. */
  placeOf(range: DayRange): number;
}

/** The one unit of a figure that is not broken down. */
export const whole = "";

/** No unit is called so: a list of names is never empty. */
const nobody = "\u0001";

/** A row of an answer. `set` has a bit for each dimension that the row is not broken down by, the first one highest. */
export interface Grouped {
  set: number;
  units: (string | null)[];
}

export function breakdown(
  definition: Definition,
  asked: readonly Asked[],
  within: (range: DayRange) => SQL,
): Breakdown {
  const ranges = [...new Map(asked.map(({ range }) => [keyOf(range), range])).values()];
  const dimensions = [...new Set(asked.flatMap(({ by }) => by ?? []))];
  const names = dimensions.map((_, at) => sql.identifier(`unit_${at}`));
  const others = 2 ** dimensions.length - 1;
  const placeOf = (range: DayRange) => ranges.findIndex((one) => keyOf(one) === keyOf(range));
  const wanted = (by: Dimension, unit: SQL) =>
    asked
      .filter((one) => one.by === by)
      .map(({ range, only }) =>
        only ? sql`(${within(range)} and ${unit}::text in ${[...only, nobody]})` : within(range),
      );
  const setOf = (by: Dimension | undefined) =>
    by ? others - 2 ** (dimensions.length - 1 - dimensions.indexOf(by)) : others;
  return {
    ranges,
    dimensions,
    columns: dimensions.map((by, at) => {
      const unit = unitIn(definition, by, reachOf(ranges));
      const where = sql.join(wanted(by, unit), sql` or `);
      return sql`case when ${where} then ${unit} end as ${names[at]!}`;
    }),
    head:
      dimensions.length > 0
        ? sql`grouping(${list(names)}) as "set", array[${list(names.map((name) => sql`${name}::text`))}] as units`
        : sql`0 as "set", '{}'::text[] as units`,
    groups(columns) {
      const sets = new Set(asked.map(({ by }) => by));
      const each = [...sets].map(
        (by) => sql`(${list([...columns, ...(by ? [names[dimensions.indexOf(by)]!] : [])] as SQL[])})`,
      );
      return sql`grouping sets (${list(each)})`;
    },
    holds: (row, by) => row.set === setOf(by) && (!by || row.units[dimensions.indexOf(by)] !== null),
    unitOf: ({ units }, by) => (by ? (units[dimensions.indexOf(by)] ?? whole) : whole),
    placeOf,
  };
}

const keyOf = ({ from, to }: DayRange): string => `${from}..${to}`;
const list = (parts: readonly (SQL | ReturnType<typeof sql.identifier>)[]): SQL => sql.join([...parts], sql`, `);

/** From the first day of all periods to the last one. */
export const reachOf = (ranges: readonly DayRange[]): DayRange => ({
  from: ranges.reduce((first, { from }) => (from < first ? from : first), ranges[0]!.from),
  to: ranges.reduce((last, { to }) => (to > last ? to : last), ranges[0]!.to),
});

const unitIn = (definition: Definition, by: Dimension, range: DayRange): SQL =>
  by === "month" ? monthOf(definition, range) : unitOf(by, definition.subject);

/** The first day of the month. Found among those of the period, because working it out costs more than all else that is counted. */
function monthOf({ key, counted }: Definition, range: DayRange): SQL {
  if (counted.by === "at") throw new Error(`${key} holds at a moment, so it has no months.`);
  // Each a constant of its own: reading them out of one text would be done again for every row.
  const all = (type: "text" | "date") =>
    sql`array[${list(monthsOf(range).map((month) => sql`${month}::${sql.raw(type)}`))}]`;
  return sql`(${all("text")})[width_bucket(${counted.day}, ${all("date")})]`;
}
