import "server-only";
import { sql, type SQL } from "drizzle-orm";
import { messages } from "@/db/schema/conversation";
import { programmePauses } from "@/db/schema/lifecycle";
import { programmeFacts } from "@/db/schema/figures";
import { programmeTasks } from "@/db/schema/programmes";
import { silence } from "@/lib/programmes/silence-sql";
import type { Definition } from "@/lib/reports/definitions/definition";
import { clock, dayOf } from "@/lib/reports/sources";

/** How far back somebody who did something counts as active, in days. */
export const activeWithinDays = 14;

/** Accepted, not ended, and not paused at a moment. */
const runningAt = (moment: SQL): SQL =>
  sql`${programmeFacts.acceptedAt} <= ${moment} and (${programmeFacts.endedAt} is null or ${programmeFacts.endedAt} > ${moment})
    and not exists (select 1 from ${programmePauses} where ${programmePauses.organisationId} = ${programmeFacts.organisationId}
      and ${programmePauses.programmeId} = ${programmeFacts.id} and ${programmePauses.startedAt} <= ${moment}
      and (${programmePauses.endedAt} is null or ${programmePauses.endedAt} > ${moment}))`;

/**
 * The executive wrote or finished something in the days before a moment. Asked as a set, not for each programme: what was written
 * and done in a fortnight is read once.
 */
const activeBefore = (moment: SQL): SQL => {
  const recent = (column: SQL) =>
    sql`${column} > ${moment} - make_interval(days => ${activeWithinDays}) and ${column} <= ${moment}`;
  return sql`((${programmeFacts.id}, ${programmeFacts.executiveId}) in (
      select wrote.programme_id, wrote.author_person_id from ${messages} as wrote where ${recent(sql`wrote.sent_at`)})
    or (${programmeFacts.id}, ${programmeFacts.executiveId}) in (
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
    value: silence(clock.today, dayOf(sql`${programmeFacts.heardAt}`)),
  },
  columns: ["executive", "consultant", "sponsor", "state", "lastContact", "quietDays"],
};

export const timeToFirstContact: Definition = {
  ...{ key: "first-contact", version: 1, since: "2026-11-21", subject: "programmes", unit: "days", better: "less" },
  counted: { by: "within", day: sql`${programmeFacts.acceptedOn}`, where: sql`true` },
  measure: {
    kind: "survival",
    time: sql`floor(greatest(extract(epoch from coalesce(${programmeFacts.firstContactAt}, ${programmeFacts.endedAt}, ${clock.now})
      - ${programmeFacts.acceptedAt}), 0) / 3600) / 24`,
    event: sql`${programmeFacts.firstContactAt} is not null`,
  },
  columns: ["executive", "consultant", "sponsor", "state", "acceptedOn", "firstContact"],
};

export const load: Definition = {
  ...{ key: "load", version: 1, since: "2026-11-21", subject: "programmes", unit: "programmes", better: "less" },
  counted: {
    ...{ by: "at", pastIsKnown: true },
    where: (moment) =>
      sql`${programmeFacts.invitedAt} <= ${moment} and (${programmeFacts.endedAt} is null or ${programmeFacts.endedAt} > ${moment})`,
  },
  measure: { kind: "load" },
  columns: ["executive", "consultant", "sponsor", "package", "state", "endsOn"],
};
