import "server-only";
import { sql, type SQL } from "drizzle-orm";
import { people } from "@/db/schema/people";
import { sponsors } from "@/db/schema/sponsors";
import { opportunities, opportunityMoves } from "@/db/schema/job-search";
import { landings } from "@/db/schema/landings";
import { packages } from "@/db/schema/packages";
import { programmePhases, programmes, programmeTasks } from "@/db/schema/programmes";
import type { QueryContext } from "@/lib/platform/operation";
import { civilDate } from "@/lib/programmes/dates";
import { visibleProgrammes } from "@/lib/programmes/visibility";
import { startOf } from "@/lib/reports/counted";
import type { Definition, Subject } from "@/lib/reports/definitions/definition";
import type { DayRange } from "@/lib/reports/period";
import type { FigureScope } from "@/lib/reports/schemas";

/** The time as the figures and their rows read it: the organisation's zone, its day, and the moment. */
export const clock = { zone: sql`clock.zone`, today: sql`clock.today`, now: sql`clock.now` };

/** The civil date of a moment in the organisation's zone, in SQL. */
export const dayOf = (moment: SQL): SQL => sql`(${moment} at time zone ${clock.zone})::date`;

/** The landing that stands. One that fell through no longer counts, and with it every figure is another. */
const standingLanding = sql`left join ${landings} on ${landings.organisationId} = ${programmes.organisationId}
  and ${landings.programmeId} = ${programmes.id} and ${landings.fellThroughAt} is null and ${landings.deletedAt} is null`;

/** The company that pays, as it is called now; where none is linked, as it was written down. */
export const sponsorName = sql`coalesce(${sponsors.name}, ${programmes.sponsorName})`;
export const industry = sql`coalesce(${sponsors.industry}, '')`;

/** The civil date on which the programme of a row ended, in SQL. */
export const endedOn = sql`ended.day`;

const ofProgramme = (table: typeof programmePhases | typeof programmeTasks, programme: SQL): SQL =>
  sql`${table} join ${programme} on ${programmes.organisationId} = ${table.organisationId} and ${programmes.id} = ${table.programmeId}`;

/**
 * The programme in which a move of somebody's search fell. A search is the person's own: what is moved before or after a programme is
 * in none, and where two overlap it is in the later one.
 */
const duringProgramme = (programme: SQL): SQL => {
  const during = (table: SQL) =>
    sql`${table}.accepted_at <= ${opportunityMoves.at} and (${table}.ended_at is null or ${table}.ended_at >= ${opportunityMoves.at})`;
  return sql`join ${opportunities} on ${opportunities.organisationId} = ${opportunityMoves.organisationId}
      and ${opportunities.id} = ${opportunityMoves.opportunityId} and ${opportunities.deletedAt} is null
    join ${programme} on ${programmes.organisationId} = ${opportunityMoves.organisationId}
      and ${programmes.executiveId} = ${opportunityMoves.personId} and ${opportunityMoves.deletedAt} is null and ${during(sql`programmes`)}
      and not exists (select 1 from ${programmes} as later where later.organisation_id = ${programmes.organisationId}
        and later.executive_id = ${programmes.executiveId} and later.deleted_at is null
        and (later.accepted_at, later.id) > (${programmes.acceptedAt}, ${programmes.id}) and ${during(sql`later`)})`;
};

const ofProgrammes: Record<Subject, (programme: SQL) => SQL> = {
  programmes: (programme) => sql`${programme} ${standingLanding}`,
  phases: (programme) => ofProgramme(programmePhases, programme),
  tasks: (programme) => ofProgramme(programmeTasks, programme),
  moves: (programme) => sql`${opportunityMoves} ${duringProgramme(programme)}`,
};

type Time = Pick<QueryContext, "now" | "organisation">;

const clockOf = ({ now, organisation }: Time): SQL =>
  sql`(select ${organisation.timeZone}::text as zone,
    ${civilDate(now, organisation.timeZone)}::date as today, ${now.toISOString()}::timestamptz as now) as clock`;

const payer = sql`left join ${sponsors} on ${sponsors.organisationId} = ${programmes.organisationId} and ${sponsors.id} = ${programmes.sponsorId}`;

/** What stands after `from` for a subject: its table, the programme, and the clock. */
export function figureSource(context: Time, subject: Subject): SQL {
  return sql`${ofProgrammes[subject](sql`${programmes}`)} ${payer} cross join ${clockOf(context)}
    cross join lateral (select ${dayOf(sql`${programmes.endedAt}`)} as day) as ended`;
}

/**
 * The same for counting many rows of few programmes: the programmes are read first, those that can have counted rows, and the day
 * on which each ended is worked out once for it instead of for each of its rows.
 */
export function measuredSource(
  context: Pick<QueryContext, "now" | "organisation" | "actor">,
  { subject, counted }: Definition,
  range: DayRange,
): SQL {
  if (counted.by === "at" || !counted.programme) return figureSource(context, subject);
  const programme = sql`(select ${programmes}.*, ${dayOf(sql`${programmes.endedAt}`)} as ended_on
      from ${programmes} cross join ${clockOf(context)}
      where ${visibleFigures(context)} and (${counted.programme(startOf(range, context))}) offset 0) as ${programmes}`;
  return sql`${ofProgrammes[subject](programme)} ${payer} cross join ${clockOf(context)}
    cross join lateral (select programmes.ended_on as day) as ended`;
}

/** The same with the names that rows show. */
export const rowSource = (context: Pick<QueryContext, "now" | "organisation">, subject: Subject): SQL =>
  sql`${figureSource(context, subject)}
    join ${people} on ${people.organisationId} = ${programmes.organisationId} and ${people.id} = ${programmes.executiveId}
    join ${people} as consultant on consultant.organisation_id = ${programmes.organisationId} and consultant.id = ${programmes.consultantId}
    join ${packages} on ${packages.organisationId} = ${programmes.organisationId} and ${packages.id} = ${programmes.packageId}`;

/** Whose programmes count: those that the actor may read, as far as the permission for figures reaches. */
export const visibleFigures = ({ actor }: Pick<QueryContext, "actor">): SQL =>
  sql`${programmes.deletedAt} is null and (${visibleProgrammes(actor)}) and (${visibleProgrammes(actor, "reports:read")})`;

/** A condition: what a scope asks of a programme. */
export function scoped({ consultantId, sponsor, industry: branch, packageId }: FigureScope): SQL {
  const conditions = [
    consultantId ? sql`${programmes.consultantId} = ${consultantId}::uuid` : null,
    sponsor ? sql`${sponsorName} = ${sponsor}` : null,
    branch ? sql`${industry} = ${branch}` : null,
    packageId ? sql`${programmes.packageId} = ${packageId}::uuid` : null,
  ].filter((condition) => condition !== null);
  return conditions.length > 0 ? sql.join(conditions, sql` and `) : sql`true`;
}
