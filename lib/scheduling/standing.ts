import "server-only";
import { inArray, sql, type SQL } from "drizzle-orm";
import { businessCalendars } from "@/db/schema/business-time";
import { hostDays, hostHours, scheduledSessions, sessionAttendees, sessionHosts } from "@/db/schema/scheduling";
import { taking } from "./rules/places";
import type { Span } from "./rules/question";

/** What free times rest on at a moment. */
export interface Standing {
  /** Another one whenever anything was changed that the free times of the hosts follow from. */
  version: string;
  /** When the person who books has sessions. */
  own: Span[];
}

/** As SQL: whom it is about, and from when until when times are looked for. */
export interface StandingOf {
  /** An array of ids. */
  hosts: SQL;
  attendee: SQL;
  from: SQL;
  to: SQL;
  now: SQL;
  /** A session that is left out, or null. */
  except: SQL;
}

/** How far sessions before a range reach into what is counted in it: limits go by whole weeks. */
const before = sql.raw(`interval '9 days'`);

/** {@link Standing} as one value of a statement. `xmin` is the transaction that wrote a row: no change of it goes unseen. */
export function standingSql({ hosts, attendee, from, to, now, except }: StandingOf): SQL<StoredStanding | null> {
  const written = (...tables: unknown[]) =>
    sql.join([sql`count(*)`, ...tables.map((table) => sql`coalesce(sum(${table}.xmin::text::bigint), 0)`)], sql`, `);
  return sql<StoredStanding | null>`json_build_object('version', concat_ws('|',
    (select concat_ws('/', ${written(sessionHosts, scheduledSessions)}, count(*) filter (where ${scheduledSessions.heldUntil} <= ${now}))
      from ${sessionHosts} join ${scheduledSessions} on ${scheduledSessions.id} = ${sessionHosts.sessionId}
      where ${sessionHosts.personId} = any(${hosts}) and ${sessionHosts.takesTo} > ${from} - ${before}),
    (select concat_ws('/', ${written(hostHours)}) from ${hostHours} where ${hostHours.personId} = any(${hosts})),
    (select concat_ws('/', ${written(hostDays)}) from ${hostDays} where ${hostDays.personId} = any(${hosts})),
    (select concat_ws('/', ${written(businessCalendars)}) from ${businessCalendars})),
    'own', (select coalesce(json_agg(json_build_array(${scheduledSessions.startsAt}, ${scheduledSessions.endsAt})), '[]')
      from ${sessionAttendees} join ${scheduledSessions} on ${scheduledSessions.id} = ${sessionAttendees.sessionId}
      where ${sessionAttendees.personId} = ${attendee} and ${inArray(sessionAttendees.state, [...taking])}
        and ${scheduledSessions.id} is distinct from ${except}
        and ${scheduledSessions.endsAt} > ${from} and ${scheduledSessions.startsAt} < ${to}))`;
}

/** As the database gives it. */
export interface StoredStanding {
  version: string;
  own: [string, string][];
}

export const standingFrom = ({ version, own }: StoredStanding): Standing => ({
  version,
  own: own.map(([startsAt, endsAt]) => ({ startsAt: new Date(startsAt), endsAt: new Date(endsAt) })),
});

export const momentSql = (at: Date): SQL => sql`${at.toISOString()}::timestamptz`;
