import "server-only";
import type { QueryContext } from "@/lib/platform/operation";
import { civilDate } from "@/lib/platform/civil-dates";
import type { YearMonth } from "@/lib/resumes/types";

/** The month of an organisation's zone in which roles that go on end. */
export function todayOf({ now, organisation }: Pick<QueryContext, "now" | "organisation">): YearMonth {
  const [year, month] = civilDate(now, organisation.timeZone).split("-").map(Number);
  return { year: year!, month: month! };
}
