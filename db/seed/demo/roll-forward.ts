import { getTableColumns, getTableName, sql, type SQL } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { transaction, type Transaction } from "@/db/client";
import { sessionGuests } from "@/db/schema/booking-pages";
import { batches } from "@/db/schema/batches";
import { imports } from "@/db/schema/imports";
import { opportunities, opportunityMoves, outreach, searchContacts, searchWeeks } from "@/db/schema/job-search";
import { mailMessages } from "@/db/schema/mail";
import { competencyFrameworks, competencyRaters, competencyRatings, competencyRounds } from "@/db/schema/competencies";
import { inventoryTakes } from "@/db/schema/inventories";
import { comments, customFieldValues, notifications, timelineEntries } from "@/db/schema/platform";
import { messageReads, messages, notes } from "@/db/schema/conversation";
import { aftercareChecks, landings } from "@/db/schema/landings";
import {
  closures,
  handovers,
  packageDecisions,
  programmeConsents,
  programmeContacts,
  programmeExtensions,
  programmePauses,
} from "@/db/schema/lifecycle";
import { careerPlans, planEditions, planGoals, planMilestones, planSignoffs, planSteps } from "@/db/schema/plans";
import { programmePhases, programmes, programmeTasks, taskEvidence, taskSignOffs } from "@/db/schema/programmes";
import { scheduledSessions, sessionAttendees, sessionHosts, sessionSeries } from "@/db/schema/scheduling";
import { outsideBusy, sessionAnswers, sessionNotices, sessionRatings } from "@/db/schema/sessions-outside";
import { resumeSends } from "@/db/schema/sending";
import { tailoredVersions, tailoringBatches } from "@/db/schema/tailored";
import { resumes } from "@/db/schema/resumes";
import {
  candidates,
  candidateSkills,
  libraryPoints,
  requirements,
  submissionMoves,
  submissions,
} from "@/db/schema/tailoring";
import { seatCharges, separationPeople } from "@/db/schema/seats";
import { engagements, separationEvents } from "@/db/schema/sponsors";
import { addDays, daysBetween } from "@/lib/platform/civil-dates";
import { remindNobody } from "@/db/seed/demo/remind-nobody";

/** What has a date that a visitor sees, or that something follows from. */
export const dated: readonly PgTable[] = [
  aftercareChecks,
  batches,
  candidateSkills,
  candidates,
  careerPlans,
  closures,
  comments,
  competencyFrameworks,
  competencyRaters,
  competencyRatings,
  competencyRounds,
  customFieldValues,
  engagements,
  handovers,
  imports,
  inventoryTakes,
  landings,
  libraryPoints,
  mailMessages,
  messageReads,
  messages,
  notes,
  notifications,
  opportunities,
  opportunityMoves,
  outreach,
  packageDecisions,
  planEditions,
  planGoals,
  planMilestones,
  planSignoffs,
  planSteps,
  programmeConsents,
  programmeContacts,
  programmeExtensions,
  programmePauses,
  programmePhases,
  programmes,
  programmeTasks,
  requirements,
  resumes,
  resumeSends,
  searchContacts,
  seatCharges,
  separationEvents,
  separationPeople,
  submissionMoves,
  submissions,
  tailoredVersions,
  tailoringBatches,
  taskEvidence,
  taskSignOffs,
  timelineEntries,
];

/** Tables with dates that stay where they are, each with the reason. A test finds tables that stand in neither. */
export const standing: Readonly<Record<string, string>> = {
  audit_entries: "Sealed: they say when they were written.",
  audit_payloads: "Erased when somebody asked for it.",
  business_calendar_pasts: "Says when somebody changed a calendar.",
  business_days: "Days of the year, like holidays.",
  business_hours: "They hold from a day of the year on.",
  calendar_feeds: "Says when a visitor made it.",
  host_days: "Days that somebody chose.",
  idempotency_keys: "Kept for a day against requests that come twice.",
  list_exports: "Asked for by visitors, who know when.",
  mail_suppressions: "An address that does not work does so from that day on.",
  outbox: "Nothing waits in it.",
  outside_busy: "Moved by whole weeks, like the sessions that it keeps away.",
  outside_calendars: "Says when it was read last.",
  packages: "Says when a visitor archived it.",
  people: "Says when a visitor deactivated them.",
  programme_facts: "Kept by Postgres from what moves.",
  role_profiles: "Says when a visitor archived it.",
  sla_kept_months: "Counted anew from clocks that moved.",
  scheduled_sessions: "Moved by whole weeks, so that nobody meets on a Sunday.",
  search_weeks: "Moved by whole weeks, which begin on a Monday.",
  session_answers: "Moved with their sessions.",
  session_attendees: "Moved with their sessions.",
  session_guests: "Moved with their sessions.",
  session_hosts: "Moved with their sessions.",
  session_notices: "Moved with their sessions.",
  session_ratings: "Moved with their sessions.",
  session_series: "Moved with their sessions.",
  session_types: "Says when a visitor archived it.",
  sla_assignments: "Most hold since ever; the others since somebody chose so.",
  sla_clocks: "Worked out anew from what moves.",
  sla_exclusions: "Says when visitors asked for one.",
  sla_looks: "Worked out anew from what moves.",
  sla_moments: "Worked out anew from what moves.",
  sla_policies: "Says when a visitor withdrew it.",
  sla_policy_versions: "They hold since a day long before all that moves.",
  sponsors: "Says when a visitor archived it.",
};

/** Where days stand inside of JSON, as civil dates: what was agreed in a plan, what a task was before. */
const inside: ReadonlyArray<readonly [PgTable, string]> = [
  [notifications, "data"],
  [packageDecisions, "before"],
  [packageDecisions, "after"],
  [planEditions, "content"],
  [timelineEntries, "data"],
];

/** Moves every date of an organisation's story by some days; `now` is the day to which they come. */
export async function rollOrganisation(organisationId: string, days: number, now: Date): Promise<void> {
  await transaction({ organisationId }, async (tx) => {
    for (const table of dated) await tx.execute(movedBy(table, days));
    for (const [table, column] of inside) await rollInside(tx, table, column, days);
    const weeks = daysBetween(mondayOf(dayOf(now, -days)), mondayOf(dayOf(now)));
    await rollWeeks(tx, weeks);
    await rollSessions(tx, weeks);
    await remindNobody(tx, now);
  });
}

/** The statement that moves every date of a table by some days. */
const movedBy = (table: PgTable, days: number): SQL => {
  const changes = Object.values(getTableColumns(table))
    .filter(({ columnType }) => columnType === "PgTimestamp" || columnType === "PgDateString")
    .map((column) => {
      const name = sql.identifier(snake(column.name));
      return column.columnType === "PgTimestamp"
        ? sql`${name} = ${name} + make_interval(days => ${days})`
        : sql`${name} = ${name} + ${days}::int`;
    });
  return sql`update ${sql.identifier(getTableName(table))} set ${sql.join(changes, sql`, `)}`;
};

/** Civil dates in JSON, wherever they stand alone as a value. */
async function rollInside(tx: Transaction, table: PgTable, column: string, days: number): Promise<void> {
  const [from, name] = [sql.identifier(getTableName(table)), sql.identifier(column)];
  const { rows } = (await tx.execute(
    sql`select id, ${name}::text as held from ${from} where ${name}::text ~ '"[0-9]{4}-[0-9]{2}-[0-9]{2}"'`,
  )) as unknown as { rows: Array<{ id: string; held: string }> };
  for (const { id, held } of rows) {
    const moved = held.replace(/"(\d{4}-\d{2}-\d{2})"/g, (_, day: string) => `"${addDays(day, days)}"`);
    await tx.execute(sql`update ${from} set ${name} = ${moved}::jsonb where id = ${id}`);
  }
}

/** This week stays this week. They go far ahead first, so that none comes onto another one's Monday on its way. */
async function rollWeeks(tx: Transaction, days: number): Promise<void> {
  if (days === 0) return;
  const far = 700_000;
  await tx.update(searchWeeks).set({ monday: sql`${searchWeeks.monday} + ${far + days}::int` });
  await tx.update(searchWeeks).set({ monday: sql`${searchWeeks.monday} - ${far}::int` });
}

const calendarTables = [
  sessionSeries,
  scheduledSessions,
  sessionHosts,
  sessionGuests,
  sessionAttendees,
  sessionNotices,
  sessionRatings,
  sessionAnswers,
  outsideBusy,
];

/** The calendar moves by whole weeks, by way of far ahead too: on its way none comes upon another of the same host. */
async function rollSessions(tx: Transaction, days: number): Promise<void> {
  if (days === 0) return;
  const far = 70_000;
  for (const table of calendarTables) for (const by of [far + days, -far]) await tx.execute(movedBy(table, by));
}

const dayOf = (now: Date, days = 0): string => addDays(now.toISOString().slice(0, 10), days);
const mondayOf = (day: string): string => addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
