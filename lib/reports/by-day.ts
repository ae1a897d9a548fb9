import "server-only";
import { sql, type SQL } from "drizzle-orm";
import type { QueryContext } from "@/lib/platform/operation";
import { reachOf } from "@/lib/reports/breakdown";
import { countedIn, momentOf } from "@/lib/reports/counted";
import type { Definition, Measure } from "@/lib/reports/definitions/definition";
import { readLeanly, type Measured } from "@/lib/reports/measure";
import { monthsOf, type DayRange, type Period } from "@/lib/platform/period";
import { told, type Figure } from "@/lib/reports/queries/figure";
import type { FigureScope } from "@/lib/reports/schemas";
import { figureSource } from "@/lib/reports/sources";

export interface MonthFigure {
  key: string;
  months: ({ month: string } & Measured)[];
}

/** What the rows of one day add to a figure. */
interface Day {
  day: string;
  counted: number;
  met: number;
  below: number;
  total: number;
}

/** At most so many months are told, the latest ones. */
const mostMonths = 12;

/**
 * A figure of a period, of what it is compared with, and month by month, from one reading: its rows are added up by day, and days to
 * whatever is asked. For figures that are sums of their days; of a figure about time until an event this is how many began.
 */
export async function figureByDay(
  context: QueryContext,
  definition: Definition,
  period: Period,
  scope: FigureScope,
): Promise<{ figure: Figure; months: MonthFigure }> {
  const starts = monthsOf(period, mostMonths);
  const months = starts.map((from, at) => ({ from, to: dayBefore(starts[at + 1]) ?? period.to }));
  const days = await daysOf(context, definition, reachOf([period, period.before, ...months]), scope);
  const over = (range: DayRange) => measuredOver(definition.measure, days, range);
  return {
    figure: { ...told(definition), now: over(period), before: over(period.before) },
    months: { key: definition.key, months: months.map((range) => ({ month: range.from, ...over(range) })) },
  };
}

async function daysOf(
  context: QueryContext,
  definition: Definition,
  range: DayRange,
  scope: FigureScope,
): Promise<Day[]> {
  const { counted, measure: how, key } = definition;
  if (counted.by === "at") throw new Error(`${key} holds at a moment, so it has no days.`);
  const sums = sumsOf(how, momentOf(range, context));
  await readLeanly(context);
  const { rows } = (await context.tx.execute(sql`
    select ${counted.day} as day, count(*)::int as counted, ${sums.met} as met,
           ${sums.below} as below, ${sums.total} as total
    from ${figureSource(context, { subject: definition.subject, range, scope })}
    where ${countedIn(definition, range, context)}
    group by 1`)) as unknown as { rows: Day[] };
  return rows;
}

interface Sums {
  met: SQL;
  below: SQL;
  total: SQL;
}

function sumsOf(how: Measure, moment: SQL): Sums {
  const none = sql`0`;
  const count = (condition: SQL) => sql`count(*) filter (where ${condition})::int`;
  switch (how.kind) {
    case "share":
      return { met: count(how.met(moment)), below: none, total: none };
    case "mean":
      return { met: none, below: none, total: sql`sum(${how.value})::float8` };
    case "net":
      return {
        ...{ met: count(sql`${how.value} >= ${how.above}`), below: count(sql`${how.value} <= ${how.below}`) },
        total: none,
      };
    case "survival":
      return { met: count(how.event), below: none, total: none };
    default:
      throw new Error("A middle value is no sum of its days.");
  }
}

function measuredOver(how: Measure, days: readonly Day[], { from, to }: DayRange): Measured {
  const sum = { counted: 0, met: 0, below: 0, total: 0 };
  for (const day of days) {
    if (day.day < from || day.day > to) continue;
    sum.counted += day.counted;
    sum.met += day.met;
    sum.below += day.below;
    sum.total += day.total;
  }
  const { counted, met, below, total } = sum;
  const over = (value: number) => (counted === 0 ? null : value / counted);
  switch (how.kind) {
    case "share":
      return { counted, met, value: over(met) };
    case "net":
      return { counted, met, value: over((met - below) * 100) };
    case "mean":
      return { counted, met: null, value: over(total) };
    default:
      return { counted, met, value: null };
  }
}

const dayBefore = (date: string | undefined): string | undefined =>
  date && new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);
