import "server-only";
import { sql, type SQL } from "drizzle-orm";
import { programmePhases, programmes, programmeTasks } from "@/db/schema/programmes";
import type { QueryContext } from "@/lib/platform/operation";
import type { Definition } from "@/lib/reports/definitions/definition";
import { momentsOf, type DayRange } from "@/lib/reports/period";
import type { Dimension, FigureScope } from "@/lib/reports/schemas";
import { dayOf, figureSource, industry, scoped, sponsorName, visibleFigures } from "@/lib/reports/sources";
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

/** The one unit of a figure that is not broken down. */
export const whole = "";

/** Which rows a figure counts in a period. The rows behind it are asked for with this very condition. */
export function countedIn(
  { counted }: Definition,
  range: DayRange,
  { now, organisation }: Pick<QueryContext, "now" | "organisation">,
): SQL {
  if (counted.by === "at") return counted.where(momentOf(range, now, organisation.timeZone));
  const { column, type, where } = counted;
  if (type === "date") return sql`${column} between ${range.from}::date and ${range.to}::date and (${where})`;
  const { start, end } = momentsOf(range, organisation.timeZone);
  return sql`${column} >= ${literal(start)} and ${column} < ${literal(end)} and (${where})`;
}

/** A figure of one period, by unit; `whole` alone where it is not broken down. */
export async function measure(
  context: QueryContext,
  definition: Definition,
  range: DayRange,
  scope: FigureScope,
  by?: Dimension,
): Promise<Units<Measured>> {
  if (definition.measure.kind === "survival") {
    const curves = await survivalOf(context, definition, range, scope, by);
    return new Map([...curves].map(([unit, curve]) => [unit, ofSurvival(curve)]));
  }
  const rows = await run<{ unit: string; counted: number; met: number | null; value: number | null }>(
    context,
    sql`select ${unitOf(definition, by)} as unit, count(*)::int as counted, ${aggregateOf(definition, range, context)}
        ${restOf(context, definition, range, scope)} ${by ? sql`group by 1` : sql``}`,
  );
  return new Map(rows.map(({ unit, ...measured }) => [unit, measured]));
}

/** The curve of a figure about time until an event, by unit. */
export async function survivalOf(
  context: QueryContext,
  definition: Definition,
  range: DayRange,
  scope: FigureScope,
  by?: Dimension,
): Promise<Units<Survival>> {
  if (definition.measure.kind !== "survival") throw new Error(`${definition.key} has no curve.`);
  const { time, event } = definition.measure;
  const rows = await run<LifeTableRow & { unit: string }>(
    context,
    sql`select ${unitOf(definition, by)} as unit, (${time})::float8 as time,
               count(*) filter (where ${event})::int as events, count(*) filter (where not (${event}))::int as censored
        ${restOf(context, definition, range, scope)} group by 1, 2`,
  );
  const tables = new Map<string, LifeTableRow[]>(by ? [] : [[whole, []]]);
  for (const { unit, ...row } of rows) tables.set(unit, [...(tables.get(unit) ?? []), row]);
  return new Map([...tables].map(([unit, table]) => [unit, kaplanMeier(table)]));
}

export const ofSurvival = ({ counted, events, median }: Survival): Measured => ({
  ...{ counted, met: events, value: median.time },
});

function restOf(context: QueryContext, definition: Definition, range: DayRange, scope: FigureScope): SQL {
  return sql`from ${figureSource(context, definition.subject)}
    where ${visibleFigures(context)} and (${countedIn(definition, range, context)}) and ${scoped(scope)}`;
}

function unitOf(definition: Definition, by: Dimension | undefined): SQL {
  switch (by) {
    case undefined:
      return sql`${whole}::text`;
    case "consultant":
      return sql`${programmes.consultantId}::text`;
    case "sponsor":
      return sponsorName;
    case "industry":
      return industry;
    case "package":
      return sql`${programmes.packageId}::text`;
    case "phase":
      return phaseOf(definition);
    case "month":
      return monthOf(definition);
  }
}

const phaseOf = ({ subject }: Definition): SQL => {
  if (subject === "phases") return sql`${programmePhases.position}::text`;
  return subject === "tasks" ? sql`${programmeTasks.phasePosition}::text` : sql`${programmes.phasePosition}::text`;
};

function monthOf({ key, counted }: Definition): SQL {
  if (counted.by === "at") throw new Error(`${key} holds at a moment, so it has no months.`);
  const date = counted.type === "date" ? counted.column : dayOf(counted.column);
  return sql`to_char(date_trunc('month', ${date}), 'YYYY-MM-DD')`;
}

function aggregateOf(
  definition: Definition,
  range: DayRange,
  { now, organisation }: Pick<QueryContext, "now" | "organisation">,
): SQL {
  const { measure: how } = definition;
  switch (how.kind) {
    case "share": {
      const met = sql`count(*) filter (where ${how.met(momentOf(range, now, organisation.timeZone))})`;
      return sql`${met}::int as met, ${met}::float8 / nullif(count(*), 0) as value`;
    }
    case "median":
      return sql`null::int as met, (percentile_cont(0.5) within group (order by ${how.value}))::float8 as value`;
    case "mean":
      return sql`null::int as met, avg(${how.value})::float8 as value`;
    case "net": {
      const above = sql`count(*) filter (where ${how.value} >= ${how.above})`;
      const below = sql`count(*) filter (where ${how.value} <= ${how.below})`;
      return sql`${above}::int as met, (${above} - ${below})::float8 * 100 / nullif(count(*), 0) as value`;
    }
    case "load":
      return sql`count(distinct ${programmes.consultantId})::int as met,
        count(*)::float8 / nullif(count(distinct ${programmes.consultantId}), 0) as value`;
    case "survival":
      throw new Error("A curve is no single value.");
  }
  return how satisfies never;
}

/** The end of a range, or now, where the range reaches today. */
function momentOf(range: DayRange, now: Date, timeZone: string): SQL {
  const { end } = momentsOf(range, timeZone);
  return literal(end > now ? now : end);
}

const literal = (moment: Date): SQL => sql`${moment.toISOString()}::timestamptz`;

async function run<Row>({ tx }: Pick<QueryContext, "tx">, statement: SQL): Promise<Row[]> {
  return ((await tx.execute(statement)) as unknown as { rows: Row[] }).rows;
}
