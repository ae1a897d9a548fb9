import "server-only";
import { sql, type SQL } from "drizzle-orm";
import { programmeFacts } from "@/db/schema/figures";
import { opportunities, opportunityMoves } from "@/db/schema/job-search";
import { packages } from "@/db/schema/packages";
import { people } from "@/db/schema/people";
import { programmePhases, programmes, programmeTasks } from "@/db/schema/programmes";
import { scheduledSessions, sessionAttendees } from "@/db/schema/scheduling";
import { sessionRatings } from "@/db/schema/sessions-outside";
import type { QueryContext } from "@/lib/platform/operation";
import { countedIn } from "@/lib/reports/counted";
import type { Definition, Subject } from "@/lib/reports/definitions/definition";
import { momentsOf, type DayRange } from "@/lib/platform/period";
import { clockOf, dayOf, mattersSince, row, visibleFigures } from "@/lib/reports/sources";

/*
 * The rows behind figures, one by one, as they stand in their own tables, with the names that one wants to see. Which rows there are is
 * said here and in refresh_programme_facts (db/sql/figures_at_hand.sql); a test holds the two to each other.
 */

const ofProgramme = (table: typeof programmePhases | typeof programmeTasks): SQL =>
  sql`join ${table} on ${table.organisationId} = ${programmes.organisationId} and ${table.programmeId} = ${programmes.id}
    and ${table.deletedAt} is null`;

/** The programme in which a move fell; where two overlap it is the later one. And only the first time that a position came so far. */
const ofSearch = sql`join ${opportunityMoves} on ${opportunityMoves.organisationId} = ${programmes.organisationId}
    and ${opportunityMoves.personId} = ${programmes.executiveId} and ${opportunityMoves.deletedAt} is null
    and ${opportunityMoves.toStage} in ('interviewing', 'offer') and ${during(sql`programmes`)}
    and not exists (select 1 from ${programmes} as later where later.organisation_id = ${programmes.organisationId}
      and later.executive_id = ${programmes.executiveId} and later.deleted_at is null
      and (later.accepted_at, later.id) > (${programmes.acceptedAt}, ${programmes.id}) and ${during(sql`later`)})
    and not exists (select 1 from ${opportunityMoves} as earlier where earlier.organisation_id = ${opportunityMoves.organisationId}
      and earlier.opportunity_id = ${opportunityMoves.opportunityId} and earlier.to_stage = ${opportunityMoves.toStage}
      and earlier.deleted_at is null and (earlier.at, earlier.id) < (${opportunityMoves.at}, ${opportunityMoves.id}))
  join ${opportunities} on ${opportunities.organisationId} = ${opportunityMoves.organisationId}
    and ${opportunities.id} = ${opportunityMoves.opportunityId} and ${opportunities.deletedAt} is null`;

function during(programme: SQL): SQL {
  return sql`${programme}.accepted_at <= ${opportunityMoves.at}
    and (${programme}.ended_at is null or ${programme}.ended_at >= ${opportunityMoves.at})`;
}

/** The rows of a subject beside their programme, and of each what `row` says. */
const each: Record<Subject, { from: SQL; said: SQL; where: SQL }> = {
  programmes: { from: sql``, said: sql`null`, where: sql`true` },
  tasks: {
    from: ofProgramme(programmeTasks),
    said: sql`${programmeTasks.dueOn} as ${row.day}, ${programmeTasks.doneAt} is not null as ${row.done},
      ${programmeTasks.phasePosition} as ${row.position}`,
    where: sql`(${programmeFacts.endedOn} is null or ${programmeTasks.dueOn} <= ${programmeFacts.endedOn})`,
  },
  phases: {
    from: ofProgramme(programmePhases),
    said: sql`${dayOf(sql`${programmePhases.completedAt}`)} as ${row.day}, ${programmePhases.position} as ${row.position},
      date_part('epoch', ${programmePhases.completedAt} - ${programmePhases.enteredAt}) / 86400 as ${row.days}`,
    where: sql`${programmePhases.enteredAt} is not null`,
  },
  sessions: {
    from: sql`join ${sessionAttendees} on ${sessionAttendees.organisationId} = ${programmes.organisationId}
        and ${sessionAttendees.programmeId} = ${programmes.id} and ${sessionAttendees.deletedAt} is null
      join ${scheduledSessions} on ${scheduledSessions.organisationId} = ${sessionAttendees.organisationId}
        and ${scheduledSessions.id} = ${sessionAttendees.sessionId} and ${scheduledSessions.deletedAt} is null
      left join ${sessionRatings} on ${sessionRatings.organisationId} = ${sessionAttendees.organisationId}
        and ${sessionRatings.sessionId} = ${sessionAttendees.sessionId} and ${sessionRatings.personId} = ${sessionAttendees.personId}
        and ${sessionRatings.deletedAt} is null`,
    said: sql`${dayOf(sql`${scheduledSessions.startsAt}`)} as ${row.day}, ${sessionAttendees.state} = 'attended' as ${row.came},
      ${sessionRatings.rating} as ${row.rating}`,
    where: sql`(${sessionAttendees.state} in ('attended', 'no_show') or (${sessionAttendees.state} = 'cancelled' and ${sessionAttendees.counted}))`,
  },
  moves: {
    from: ofSearch,
    said: sql`${dayOf(sql`${opportunityMoves.at}`)} as ${row.day}, ${opportunityMoves.toStage} = 'offer' as ${row.offer}`,
    where: sql`true`,
  },
};

/**
 * Which rows a figure counts in a period: the condition by which it counts, with moments in place of their days where a row has one, so that
 * Postgres knows how many there are.
 */
export function countedRows(definition: Definition, range: DayRange, context: QueryContext): SQL {
  const { subject, counted } = definition;
  const moments = {
    moves: opportunityMoves.at,
    phases: programmePhases.completedAt,
    sessions: scheduledSessions.startsAt,
  };
  const at = { ...moments, tasks: null, programmes: null }[subject];
  if (!at || counted.by === "at") return sql`${mattersSince(range)} and (${countedIn(definition, range, context)})`;
  const { start, end } = momentsOf(range, context.organisation.timeZone);
  return sql`${at} >= ${start.toISOString()}::timestamptz and ${at} < ${end.toISOString()}::timestamptz and (${counted.where})`;
}

/** What a list of rows reads from, and which of them the actor may see. */
export function rowsBehind(context: QueryContext, subject: Subject): { from: SQL; where: SQL } {
  const { from, said, where } = each[subject];
  return {
    from: sql`${programmes}
      join ${programmeFacts} on ${programmeFacts.organisationId} = ${programmes.organisationId} and ${programmeFacts.id} = ${programmes.id}
      join ${people} on ${people.organisationId} = ${programmes.organisationId} and ${people.id} = ${programmes.executiveId}
      join ${people} as consultant on consultant.organisation_id = ${programmes.organisationId} and consultant.id = ${programmes.consultantId}
      join ${packages} on ${packages.organisationId} = ${programmes.organisationId} and ${packages.id} = ${programmes.packageId}
      ${from} cross join ${clockOf(context)} cross join lateral (select ${said}) as said`,
    where: sql`${visibleFigures(context)} and ${where}`,
  };
}
