import "server-only";
import { sql, type SQL } from "drizzle-orm";
import { messages } from "@/db/schema/conversation";
import { programmePauses } from "@/db/schema/lifecycle";
import { programmes, programmeTasks } from "@/db/schema/programmes";
import { silence } from "@/lib/programmes/silence-sql";
import type { Definition } from "@/lib/reports/definitions/definition";
import { clock, dayOf } from "@/lib/reports/sources";

/** How far back somebody who did something counts as active, in days. */
export const activeWithinDays = 14;

/** Accepted, not ended, and not paused at a moment. */
const runningAt = (moment: SQL): SQL =>
  sql`${programmes.acceptedAt} <= ${moment} and (${programmes.endedAt} is null or ${programmes.endedAt} > ${moment})
    and not exists (select 1 from ${programmePauses} where ${programmePauses.organisationId} = ${programmes.organisationId}
      and ${programmePauses.programmeId} = ${programmes.id} and ${programmePauses.startedAt} <= ${moment}
      and (${programmePauses.endedAt} is null or ${programmePauses.endedAt} > ${moment}))`;

/**
 * The executive wrote or finished something in the days before a moment. Asked as a set, not for each programme: what was written
 * and done in a fortnight is read once.
 */
const activeBefore = (moment: SQL): SQL => {
  const recent = (column: SQL) =>
    sql`${column} > ${moment} - make_interval(days => ${activeWithinDays}) and ${column} <= ${moment}`;
  return sql`((${programmes.id}, ${programmes.executiveId}) in (
      select wrote.programme_id, wrote.author_person_id from ${messages} as wrote where ${recent(sql`wrote.sent_at`)})
    or (${programmes.id}, ${programmes.executiveId}) in (
      select done.programme_id, done.done_person_id from ${programmeTasks} as done
      where done.deleted_at is null and done.done_person_id is not null and ${recent(sql`done.done_at`)}))`;
};

export const engagement: Definition = {
  ...{ key: "engagement", version: 1, since: "2026-11-21", subject: "programmes", unit: "share", better: "more" },
  counted: { by: "at", where: runningAt, pastIsKnown: true },
  measure: { kind: "share", met: activeBefore },
  columns: ["executive", "consultant", "sponsor", "state", "lastActive", "lastContact"],
};

export const daysSinceContact: Definition = {
  ...{
    key: "days-since-contact",
    version: 1,
    since: "2026-11-21",
    subject: "programmes",
    unit: "days",
    better: "less",
  },
  counted: { by: "at", where: runningAt, pastIsKnown: false },
  measure: {
    kind: "median",
    value: silence(clock.today, dayOf),
  },
  columns: ["executive", "consultant", "sponsor", "state", "lastContact", "quietDays"],
};

export const timeToFirstContact: Definition = {
  ...{ key: "first-contact", version: 1, since: "2026-11-21", subject: "programmes", unit: "days", better: "less" },
  counted: { by: "within", column: sql`${programmes.acceptedAt}`, type: "moment", where: sql`true` },
  measure: {
    kind: "survival",
    time: sql`floor(greatest(extract(epoch from coalesce(${programmes.firstContactAt}, ${programmes.endedAt}, ${clock.now})
      - ${programmes.acceptedAt}), 0) / 3600) / 24`,
    event: sql`${programmes.firstContactAt} is not null`,
  },
  columns: ["executive", "consultant", "sponsor", "state", "acceptedOn", "firstContact"],
};

export const load: Definition = {
  ...{ key: "load", version: 1, since: "2026-11-21", subject: "programmes", unit: "programmes", better: "less" },
  counted: {
    ...{ by: "at", pastIsKnown: true },
    where: (moment) =>
      sql`${programmes.invitedAt} <= ${moment} and (${programmes.endedAt} is null or ${programmes.endedAt} > ${moment})`,
  },
  measure: { kind: "load" },
  columns: ["executive", "consultant", "sponsor", "package", "state", "endsOn"],
};
