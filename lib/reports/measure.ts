import "server-only";
import { sql, type SQL } from "drizzle-orm";
import { programmeFacts } from "@/db/schema/figures";
import type { QueryContext } from "@/lib/platform/operation";
import { breakdown, reachOf, whole, type Asked, type Breakdown, type Grouped } from "@/lib/reports/breakdown";
import { countedIn, liesIn, momentOf } from "@/lib/reports/counted";
import type { Definition, Measure } from "@/lib/reports/definitions/definition";
import type { DayRange } from "@/lib/platform/period";
import type { Dimension, FigureScope } from "@/lib/reports/schemas";
import { figureSource } from "@/lib/reports/sources";
import { kaplanMeier, type LifeTableRow, type Survival } from "@/lib/reports/statistics/kaplan-meier";

/** A figure of one period (of one consultant, one package…). */
export interface Measured {
  /** The denominator: how many rows it counts. */
  counted: number;
  /** Of them: those that met the condition, that had the event; of a load, over how many consultants. */
  met: number | null;
  /** A share from 0 to 1, days, or a number; null where there is nothing to say it of. */
  value: number | null;
}

export type Units<Value> = Map<string, Value>;

/** A figure of one period, by unit; `whole` alone where it is not broken down. */
export async function measure(
  context: QueryContext,
  definition: Definition,
  range: DayRange,
  scope: FigureScope,
  by?: Dimension,
): Promise<Units<Measured>> {
  return (await measureEach(context, definition, scope, [{ range, by }]))[0]!;
}

/** A figure of several periods and breakdowns, in their order. Its rows are read once for all of them, where they can be. */
export async function measureEach(
  context: QueryContext,
  definition: Definition,
  scope: FigureScope,
  asked: readonly Asked[],
): Promise<Units<Measured>[]> {
  if (definition.measure.kind === "survival") {
    const curves = await survivalEach(context, definition, scope, asked);
    return curves.map((units) => new Map([...units].map(([unit, curve]) => [unit, ofSurvival(curve)])));
  }
  // What held at a moment is another question for each moment.
  if (definition.counted.by === "at" && asked.length > 1) {
    const each: Units<Measured>[] = [];
    for (const one of asked) each.push(...(await measureEach(context, definition, scope, [one])));
    return each;
  }
  const { measure: how } = definition;
  const parts = partsOf(how, momentOf(asked[0]!.range, context));
  const { rows, plan } = await grouped<CountedRow>(context, definition, scope, asked, parts, (each) => ({
    groups: [],
    numbers: numbersOf(how, each),
  }));
  return asked.map(({ range, by }) => {
    const at = plan.placeOf(range);
    const units: Units<Measured> = new Map();
    for (const row of rows)
      if (plan.holds(row, by) && (!by || row.counted[at] !== 0))
        units.set(plan.unitOf(row, by), measuredOf(how, row, at));
    return units;
  });
}

/** The curves of a figure about time until an event, of several periods and breakdowns, in their order. */
export async function survivalEach(
  context: QueryContext,
  definition: Definition,
  scope: FigureScope,
  asked: readonly Asked[],
): Promise<Units<Survival>[]> {
  if (definition.measure.kind !== "survival") throw new Error(`${definition.key} has no curve.`);
  const { time, event } = definition.measure;
  const parts = [sql`(${time})::float8 as time`, sql`(${event}) as event`];
  const count = (condition: SQL) => (within: SQL) => sql`count(*) filter (where ${within} and ${condition})::int`;
  const { rows, plan } = await grouped<LifeRow>(context, definition, scope, asked, parts, (each) => ({
    groups: [sql`time`],
    numbers: [sql`time`, sql`${each(count(sql`event`))} as events`, sql`${each(count(sql`not event`))} as censored`],
  }));
  return asked.map(({ range, by }) => {
    const at = plan.placeOf(range);
    const tables = new Map<string, LifeTableRow[]>(by ? [] : [[whole, []]]);
    for (const row of rows) {
      const found = { time: row.time, events: row.events[at] ?? 0, censored: row.censored[at] ?? 0 };
      if (!plan.holds(row, by) || found.events + found.censored === 0) continue;
      const table = tables.get(plan.unitOf(row, by));
      if (table) table.push(found);
      else tables.set(plan.unitOf(row, by), [found]);
    }
    return new Map([...tables].map(([unit, table]) => [unit, kaplanMeier(table)]));
  });
}

export const ofSurvival = ({ counted, events, median }: Survival): Measured => ({
  ...{ counted, met: events, value: median.time },
});

/** Numbers by period, as they were asked for. */
interface CountedRow extends Grouped {
  counted: number[];
  met: number[];
  below: number[];
  value: (number | null)[];
}

interface LifeRow extends Grouped {
  time: number;
  events: number[];
  censored: number[];
}

/** An array of one number for each period: `within` says whether a row lies in it. */
type Each = (number: (within: SQL) => SQL) => SQL;

/** Rows of a figure, read once with what is needed of each, then counted for every period and breakdown. */
async function grouped<Row extends Grouped>(
  context: QueryContext,
  definition: Definition,
  scope: FigureScope,
  asked: readonly Asked[],
  parts: readonly SQL[],
  answer: (each: Each) => { groups: readonly SQL[]; numbers: readonly SQL[] },
): Promise<{ rows: Row[]; plan: Breakdown }> {
  const { counted } = definition;
  const place = (day: SQL) => (range: DayRange) => (counted.by === "at" ? sql`true` : liesIn(day, range));
  const at = counted.by === "at" ? sql`true` : counted.day;
  const plan = breakdown(definition, asked, place(at));
  const each: Each = (number) =>
    sql`array[${sql.join(
      plan.ranges.map((range) => number(place(sql`counted_at`)(range))),
      sql`, `,
    )}]`;
  const { groups, numbers } = answer(each);
  const all = reachOf(plan.ranges);
  await readLeanly(context);
  // The inner select is fenced: what a row is worth is worked out once, not for every period that asks.
  const rows = await run<Row>(
    context,
    sql`select ${plan.head}, ${sql.join([...numbers], sql`, `)}
        from (select ${sql.join([sql`${at} as counted_at`, ...plan.columns, ...parts], sql`, `)}
              from ${figureSource(context, { subject: definition.subject, range: all, scope, units: plan.dimensions })}
              where ${countedIn(definition, all, context)} offset 0) as counted
        group by ${plan.groups(groups)}`,
  );
  return { rows, plan };
}

/** What is read of each row. */
function partsOf(how: Measure, moment: SQL): SQL[] {
  switch (how.kind) {
    case "share":
      return [sql`(${how.met(moment)}) as met`];
    case "per":
      return [sql`(${how.met}) as met`];
    case "median":
    case "mean":
    case "net":
      return [sql`(${how.value}) as value`];
    case "load":
      return [sql`${programmeFacts.consultantId} as consultant_id`];
    case "survival":
      throw new Error("A curve is no single value.");
  }
}

/** What is made of the rows, for each period. */
function numbersOf(how: Measure, each: Each): SQL[] {
  const count = (condition: SQL) => each((within) => sql`count(*) filter (where ${within} and ${condition})::int`);
  const counted = sql`${each((within) => sql`count(*) filter (where ${within})::int`)} as counted`;
  switch (how.kind) {
    case "share":
    case "per":
      return [counted, sql`${count(sql`met`)} as met`];
    case "median":
      return [
        counted,
        sql`${each(
          (within) => sql`(percentile_cont(0.5) within group (order by value) filter (where ${within}))::float8`,
        )} as value`,
      ];
    case "mean":
      return [counted, sql`${each((within) => sql`(avg(value) filter (where ${within}))::float8`)} as value`];
    case "net":
      return [
        counted,
        sql`${count(sql`value >= ${how.above}`)} as met`,
        sql`${count(sql`value <= ${how.below}`)} as below`,
      ];
    case "load":
      return [
        counted,
        sql`${each((within) => sql`count(distinct consultant_id) filter (where ${within})::int`)} as met`,
      ];
    case "survival":
      throw new Error("A curve is no single value.");
  }
}

function measuredOf(how: Measure, row: CountedRow, at: number): Measured {
  const counted = row.counted[at] ?? 0;
  const over = (value: number, denominator: number) => (denominator === 0 ? null : value / denominator);
  switch (how.kind) {
    case "share":
      return { counted, met: row.met[at]!, value: over(row.met[at]!, counted) };
    case "per":
      return { counted, met: row.met[at]!, value: over(counted - row.met[at]!, row.met[at]!) };
    case "net":
      return { counted, met: row.met[at]!, value: over((row.met[at]! - row.below[at]!) * 100, counted) };
    case "load":
      return { counted, met: row.met[at]!, value: over(counted, row.met[at]!) };
    default:
      return { counted, met: null, value: row.value[at] ?? null };
  }
}

/**
 * For what follows in this transaction: room to group in memory instead of sorting, and no helpers. Figures of a hundred thousand
 * programmes are read in a tenth of a second by one process; handing rows between several takes longer, and twice the processor where
 * others work too.
 */
export async function readLeanly({ tx }: Pick<QueryContext, "tx">): Promise<void> {
  await tx.execute(sql`select set_config('work_mem', '32MB', true), set_config('enable_sort', 'off', true),
    set_config('jit', 'off', true), set_config('max_parallel_workers_per_gather', '0', true)`);
}

/** The rows of an answer, as one text: twenty thousand rows of lists are read out of JSON ten times as fast as one by one. */
async function run<Row>({ tx }: Pick<QueryContext, "tx">, statement: SQL): Promise<Row[]> {
  const { rows } = (await tx.execute(
    sql`select coalesce(json_agg(answer), '[]') as answer from (${statement}) as answer`,
  )) as unknown as { rows: { answer: Row[] }[] };
  return rows[0]!.answer;
}
