import "server-only";
import { sql, type SQL } from "drizzle-orm";
import type { QueryContext } from "@/lib/platform/operation";
import type { Definition } from "@/lib/reports/definitions/definition";
import { momentsOf, type DayRange } from "@/lib/platform/period";

type Time = Pick<QueryContext, "now" | "organisation">;

/** Which rows a figure counts in a period. The rows behind it are asked for with this very condition. */
export function countedIn({ counted }: Definition, range: DayRange, time: Time): SQL {
  if (counted.by === "at") return counted.where(momentOf(range, time));
  return sql`${liesIn(counted.day, range)} and (${counted.where})`;
}

/** Whether a day lies in a period. */
export const liesIn = (day: SQL, { from, to }: DayRange): SQL => sql`${day} between ${from}::date and ${to}::date`;

/** The end of a period, or now, where the period reaches today. */
export function momentOf(range: DayRange, { now, organisation }: Time): SQL {
  const { end } = momentsOf(range, organisation.timeZone);
  return sql`${(end > now ? now : end).toISOString()}::timestamptz`;
}
