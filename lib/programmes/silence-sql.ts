import "server-only";
import { sql, type SQL } from "drizzle-orm";
import { programmes } from "@/db/schema/programmes";
import type { OrganisationFacts } from "@/lib/platform/organisation";
import { quietAfterDaysOf } from "@/lib/platform/quiet-after-days";
import { addDays } from "@/lib/platform/civil-dates";
import { quietUpTo } from "@/lib/programmes/silence";

/** `heardAt` in a statement that reads from `programmes`. */
export const heard: SQL = sql`coalesce(${programmes.lastContactAt}, ${programmes.activatedAt}, ${programmes.acceptedAt})`;

/** The days of a silence (`silentDays`) in SQL: `today` is a date, as is the day on which both last heard of each other. */
export const silence = (today: SQL, heardOn: SQL): SQL => sql`greatest(${today} - ${heardOn}, 0)`;

/** `isQuiet` of running programmes. A moment is compared, not a day made of each, so that an index may serve. */
export function notHeardOf(now: Date, organisation: OrganisationFacts): SQL {
  const until = addDays(quietUpTo(now, organisation.timeZone, quietAfterDaysOf(organisation)), 1);
  return sql`(${programmes.state} in ('intake', 'active') and ${heard} < (${until}::timestamp at time zone ${organisation.timeZone}))`;
}
