import "server-only";
import { sql, type SQL } from "drizzle-orm";
import type { QueryContext } from "@/lib/platform/operation";
import type { Definition } from "@/lib/reports/definitions/definition";
import { momentsOf, type DayRange } from "@/lib/reports/period";

type Time = Pick<QueryContext, "now" | "organisation">;

/** Which rows a figure counts in a period. The rows behind it are asked for with this very condition. */
export function countedIn({ counted }: Definition, range: DayRange, time: Time): SQL {
  if (counted.by === "at") return counted.where(momentOf(range, time));
  return sql`${liesIn(counted.column, counted.type, range, time)} and (${counted.where})`;
}

/** Whether a day or a moment lies in a period. */
export function liesIn(column: SQL, type: "date" | "moment", range: DayRange, { organisation }: Time): SQL {
  if (type === "date") return sql`${column} between ${range.from}::date and ${range.to}::date`;
  const { start, end } = momentsOf(range, organisation.timeZone);
  return sql`${column} >= ${literal(start)} and ${column} < ${literal(end)}`;
}

/** The end of a period, or now, where the period reaches today. */
export function momentOf(range: DayRange, { now, organisation }: Time): SQL {
  const { end } = momentsOf(range, organisation.timeZone);
  return literal(end > now ? now : end);
}

/** The first moment of a period. */
export const startOf = (range: DayRange, { organisation }: Pick<Time, "organisation">): SQL =>
  literal(momentsOf(range, organisation.timeZone).start);

const literal = (moment: Date): SQL => sql`${moment.toISOString()}::timestamptz`;
