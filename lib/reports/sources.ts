import "server-only";
import { sql, type SQL } from "drizzle-orm";
import { programmeFacts } from "@/db/schema/figures";
import type { QueryContext } from "@/lib/platform/operation";
import { civilDate } from "@/lib/platform/civil-dates";
import { visibleProgrammes } from "@/lib/programmes/visibility";
import type { Subject } from "@/lib/reports/definitions/definition";
import type { DayRange } from "@/lib/platform/period";
import type { Dimension, FigureScope } from "@/lib/reports/schemas";

/*
 * What figures read: the facts of programmes (`programmeFacts`), and of figures that count many rows of a programme, the days that its
 * facts list. The rows themselves are read in lib/reports/rows.ts only when somebody wants to see them.
 */

type Time = Pick<QueryContext, "now" | "organisation">;

/** The time as the figures and their rows read it: the organisation's zone, its day, and the moment. */
export const clock = { zone: sql`clock.zone`, today: sql`clock.today`, now: sql`clock.now` };

/** The civil date of a moment in the organisation's zone, in SQL. */
export const dayOf = (moment: SQL): SQL => sql`(${moment} at time zone ${clock.zone})::date`;

export const clockOf = ({ now, organisation }: Time): SQL =>
  sql`(select ${organisation.timeZone}::text as zone,
    ${civilDate(now, organisation.timeZone)}::date as today, ${now.toISOString()}::timestamptz as now) as clock`;

/** Of an activity, a completed phase, an interview or offer: what a figure says of it, in its facts as in its own row. */
export const row = {
  day: sql`row_day`,
  /** The phase that it belongs to. */
  position: sql`row_position`,
  /** Of an activity: whether it is done. */
  done: sql`row_done`,
  /** Of a phase: for how many days the executive stayed in it. */
  days: sql`row_days`,
  /** Of a session: whether the executive came. */
  came: sql`row_came`,
  /** Of a session: what the executive gave of 5, or null. */
  rating: sql`row_rating`,
  /** Of a move: whether it was an offer, and no interview. */
  offer: sql`row_offer`,
};

/**
 * The units into which figures can be broken down, in the facts of a programme. A phase is the row's own, where it has one. Names are
 * told apart by their bytes: putting them in anybody's order costs more than all that is counted.
 */
export function unitOf(by: Exclude<Dimension, "month">, subject: Subject): SQL {
  switch (by) {
    case "consultant":
      return sql`${programmeFacts.consultantId}`;
    case "sponsor":
      return sql`(${programmeFacts.payer} collate "C")`;
    case "industry":
      return sql`(${programmeFacts.industry} collate "C")`;
    case "package":
      return sql`${programmeFacts.packageId}`;
    case "phase":
      return subject === "tasks" || subject === "phases" ? row.position : sql`${programmeFacts.phasePosition}`;
  }
}

const listed: Record<Exclude<Subject, "programmes">, SQL> = {
  tasks: sql`unnest(${programmeFacts.activitiesOn}) as ${row.day}, unnest(${programmeFacts.activitiesDone}) as ${row.done}`,
  phases: sql`unnest(${programmeFacts.phasesOn}) as ${row.day}, unnest(${programmeFacts.phaseDays}) as ${row.days}`,
  sessions: sql`unnest(${programmeFacts.sessionsOn}) as ${row.day}, unnest(${programmeFacts.sessionsCame}) as ${row.came},
    unnest(${programmeFacts.sessionsRated}) as ${row.rating}`,
  moves: sql`unnest(${programmeFacts.reachedOn}) as ${row.day}, unnest(${programmeFacts.reachedOffer}) as ${row.offer}`,
};

/** Of each row only what is asked for: a day is taken out of its list half a million times, and everything beside it copied as often. */
function columnsOf(subject: Subject, units: readonly Dimension[]): SQL {
  if (subject === "programmes") return sql`${programmeFacts}.*`;
  const own = [...new Set(units)].flatMap((by) => {
    if (by === "month") return [];
    if (by !== "phase" || (subject !== "tasks" && subject !== "phases")) return [unitOf(by, subject)];
    const positions = subject === "tasks" ? programmeFacts.activityPhases : programmeFacts.phasePositions;
    return [sql`unnest(${positions}) as ${row.position}`];
  });
  return sql.join([sql`${programmeFacts.id}`, listed[subject], ...own], sql`, `);
}

/**
 * What stands after `from` to count a subject in a period: the facts, one by one, of the programmes that matter then, and the clock.
 * `units` are those by which something is broken down.
 */
export function figureSource(
  context: Pick<QueryContext, "now" | "organisation" | "actor">,
  {
    subject,
    range,
    scope,
    units = [],
  }: { subject: Subject; range: DayRange; scope: FigureScope; units?: readonly Dimension[] },
): SQL {
  return sql`(select ${columnsOf(subject, units)} from ${programmeFacts}
      where ${visibleFigures(context)} and ${mattersSince(range)} and ${scoped(scope)}) as ${programmeFacts}
    cross join ${clockOf(context)}`;
}

/** Whether anything of a programme can lie in a period: it still runs, or ended after the period began. */
export const mattersSince = ({ from }: DayRange): SQL =>
  sql`(${programmeFacts.lastOn} is null or ${programmeFacts.lastOn} >= ${from}::date)`;

/** Whose programmes count: those that the actor may read, as far as the permission for figures reaches. */
export const visibleFigures = ({ actor }: Pick<QueryContext, "actor">): SQL =>
  sql`${programmeFacts.deletedAt} is null and (${visibleProgrammes(actor, "programmes:read", programmeFacts)})
    and (${visibleProgrammes(actor, "reports:read", programmeFacts)})`;

/** A condition: what a scope asks of a programme. */
function scoped({ consultantId, sponsor, industry, packageId }: FigureScope): SQL {
  const conditions = [
    consultantId ? sql`${programmeFacts.consultantId} = ${consultantId}::uuid` : null,
    sponsor ? sql`${programmeFacts.payer} = ${sponsor}` : null,
    industry ? sql`${programmeFacts.industry} = ${industry}` : null,
    packageId ? sql`${programmeFacts.packageId} = ${packageId}::uuid` : null,
  ].filter((condition) => condition !== null);
  return conditions.length > 0 ? sql.join(conditions, sql` and `) : sql`true`;
}
