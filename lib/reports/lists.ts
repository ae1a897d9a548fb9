import "server-only";
import { inArray, sql, type SQL } from "drizzle-orm";
import { people } from "@/db/schema/people";
import { messages } from "@/db/schema/conversation";
import { opportunityMoves } from "@/db/schema/job-search";
import { programmeFacts } from "@/db/schema/figures";
import { packages } from "@/db/schema/packages";
import { programmePhases, programmes, programmeTasks } from "@/db/schema/programmes";
import { scheduledSessions, sessionAttendees } from "@/db/schema/scheduling";
import { readChoice } from "@/lib/platform/filter-values";
import { list, type ListColumnDefinition, type ListFilterDefinition } from "@/lib/platform/list";
import type { QueryContext } from "@/lib/platform/operation";
import { programmeStates } from "@/lib/programmes/lifecycle";
import { silence } from "@/lib/programmes/silence-sql";
import { definitionsOn } from "@/lib/reports/definitions/all";
import type { Subject } from "@/lib/reports/definitions/definition";
import { readPeriod } from "@/lib/platform/period";
import { countedRows, rowsBehind } from "@/lib/reports/rows";
import { clock, dayOf, row } from "@/lib/reports/sources";

/*
 * The rows behind the figures: one list for each kind of row. Its filter `behind` (`landing-rate:2026-01-01..2026-03-31`) is the
 * condition by which the figure counts, so that the rows are as many as its denominator says.
 */

const executive: ListColumnDefinition = {
  ...{ key: "executive", kind: "person", sortable: true, value: sql`${people.name}` },
  sort: { by: sql`${programmes.executiveKey}` },
};

const aboutProgramme: readonly ListColumnDefinition[] = [
  { key: "consultant", kind: "text", defaultVisible: false, value: sql`consultant.name` },
  { key: "sponsor", kind: "text", defaultVisible: false, value: sql`${programmeFacts.payer}` },
  { key: "industry", kind: "text", defaultVisible: false, value: sql`${programmeFacts.industry}` },
  { key: "package", kind: "text", defaultVisible: false, value: sql`${packages.name}` },
];

const hidden = (key: string, kind: ListColumnDefinition["kind"], value: SQL): ListColumnDefinition => ({
  ...{ key, kind, value, defaultVisible: false },
  ...(kind === "number" ? { align: "end" as const } : {}),
});

/** `landing-rate:2026-01-01..2026-03-31`: a figure on these rows, and the period of which it is. */
const behind = (subject: Subject): ListFilterDefinition => ({
  key: "behind",
  kind: "choice",
  condition(value, context) {
    const [key, range] = value.split(":");
    const definition = definitionsOn(subject).find((one) => one.key === key);
    return definition ? countedRows(definition, readPeriod(range, "9999-12-31"), context) : sql`false`;
  },
});

const filters = (subject: Subject): ListFilterDefinition[] => [
  behind(subject),
  {
    ...{ key: "consultant", kind: "choice" },
    condition: (value) => inArray(sql`${programmes.consultantId}::text`, readChoice(value)),
  },
  { key: "sponsor", kind: "text", condition: (value) => sql`${programmeFacts.payer} = ${value}` },
  { key: "industry", kind: "text", condition: (value) => sql`${programmeFacts.industry} = ${value}` },
  {
    ...{ key: "package", kind: "choice" },
    condition: (value) => inArray(sql`${programmes.packageId}::text`, readChoice(value)),
  },
];

const source = (subject: Subject) => (context: QueryContext) => rowsBehind(context, subject);

const byExecutive = { column: "executive", descending: false };

/** Programmes behind a figure. */
export const programmeRows = list({
  name: "reports.programmes",
  permission: "reports:read",
  key: sql`${programmes.id}`,
  defaultSort: byExecutive,
  columns: [
    executive,
    ...aboutProgramme,
    { key: "state", kind: "status", value: sql`${programmes.state}` },
    hidden("noticeOn", "date", sql`${programmes.noticeOn}`),
    hidden("acceptedOn", "date", sql`${programmeFacts.acceptedOn}`),
    hidden("activatedOn", "date", sql`${programmeFacts.activatedOn}`),
    hidden("firstContact", "datetime", sql`${programmes.firstContactAt}`),
    hidden("lastContact", "datetime", sql`${programmes.lastContactAt}`),
    hidden("quietDays", "number", silence(clock.today, dayOf(sql`${programmeFacts.heardAt}`))),
    hidden(
      "lastActive",
      "datetime",
      sql`(select max(at) from (
        select max(${messages.sentAt}) as at from ${messages}
        where ${messages.programmeId} = ${programmes.id} and ${messages.authorPersonId} = ${programmes.executiveId}
        union all
        select max(${programmeTasks.doneAt}) from ${programmeTasks}
        where ${programmeTasks.programmeId} = ${programmes.id} and ${programmeTasks.donePersonId} = ${programmes.executiveId}
      ) as done)`,
    ),
    hidden("endsOn", "date", sql`${programmes.endsOn}`),
    hidden("landedOn", "date", sql`${programmeFacts.landedOn}`),
    hidden("endedOn", "date", sql`${programmeFacts.endedOn}`),
    hidden(
      "daysFromActivation",
      "number",
      sql`greatest(${programmeFacts.landedOn} - ${programmeFacts.activatedOn}, 0)`,
    ),
    hidden("replacement", "number", sql`round(${programmeFacts.replacementRatio} * 100)::float8`),
    hidden("satisfaction", "number", sql`${programmeFacts.satisfaction}`),
    hidden("daysFromNotice", "number", sql`greatest(${programmeFacts.landedOn} - ${programmes.noticeOn}, 0)`),
  ],
  text: [sql`${programmes.executiveKey}`],
  filters: [
    ...filters("programmes"),
    {
      ...{ key: "state", kind: "choice", options: programmeStates },
      condition: (value) => inArray(programmes.state, readChoice(value)),
    },
  ],
  source: source("programmes"),
  href: (id) => `/programmes/${id}`,
});

/** Phases behind a figure. */
export const phaseRows = list({
  name: "reports.phases",
  permission: "reports:read",
  key: sql`${programmePhases.id}`,
  defaultSort: byExecutive,
  columns: [
    executive,
    { key: "phase", kind: "text", value: sql`${programmePhases.name}` },
    ...aboutProgramme,
    hidden("enteredOn", "date", dayOf(sql`${programmePhases.enteredAt}`)),
    hidden("completedOn", "date", dayOf(sql`${programmePhases.completedAt}`)),
    hidden(
      "days",
      "number",
      sql`round((extract(epoch from ${programmePhases.completedAt} - ${programmePhases.enteredAt}) / 86400)::numeric, 1)::float8`,
    ),
    hidden("usualDays", "number", sql`${programmePhases.usualDays}`),
  ],
  text: [sql`${programmes.executiveKey}`],
  filters: filters("phases"),
  source: source("phases"),
  target: sql`${programmes.id}`,
  href: (id) => `/programmes/${id}`,
});

/** Activities behind a figure. */
export const taskRows = list({
  name: "reports.tasks",
  permission: "reports:read",
  key: sql`${programmeTasks.id}`,
  defaultSort: byExecutive,
  columns: [
    executive,
    { key: "title", kind: "text", value: sql`${programmeTasks.title}` },
    hidden(
      "phase",
      "text",
      sql`(select ${programmePhases.name} from ${programmePhases} where ${programmePhases.programmeId} = ${programmes.id}
          and ${programmePhases.position} = ${programmeTasks.phasePosition})`,
    ),
    ...aboutProgramme,
    { key: "dueOn", kind: "date", value: sql`${programmeTasks.dueOn}` },
    { key: "doneOn", kind: "date", value: dayOf(sql`${programmeTasks.doneAt}`) },
  ],
  text: [sql`${programmes.executiveKey}`],
  filters: filters("tasks"),
  source: source("tasks"),
  target: sql`${programmes.id}`,
  href: (id) => `/programmes/${id}/tasks`,
});

/** Interviews and offers behind a figure: that there was one and when, not where. The search is the executive's own. */
export const moveRows = list({
  name: "reports.moves",
  permission: "reports:read",
  key: sql`${opportunityMoves.id}`,
  defaultSort: byExecutive,
  columns: [
    executive,
    { key: "stage", kind: "status", value: sql`${opportunityMoves.toStage}` },
    ...aboutProgramme,
    { key: "movedOn", kind: "date", value: dayOf(sql`${opportunityMoves.at}`) },
  ],
  text: [sql`${programmes.executiveKey}`],
  filters: [
    ...filters("moves"),
    {
      ...{ key: "stage", kind: "choice", options: ["interviewing", "offer"] },
      condition: (value) => inArray(opportunityMoves.toStage, readChoice(value)),
    },
  ],
  source: source("moves"),
  target: sql`${programmes.id}`,
  href: (id) => `/programmes/${id}`,
});

/** Sessions behind a figure: to which the executive came, or not. What was said in them stands elsewhere. */
export const sessionRows = list({
  name: "reports.sessions",
  permission: "reports:read",
  key: sql`${sessionAttendees.id}`,
  defaultSort: byExecutive,
  columns: [
    executive,
    { key: "title", kind: "text", value: sql`${scheduledSessions.title}` },
    { key: "outcome", kind: "status", value: sql`${sessionAttendees.state}` },
    ...aboutProgramme,
    { key: "heldOn", kind: "date", value: dayOf(sql`${scheduledSessions.startsAt}`) },
    hidden("rating", "number", sql`${row.rating}`),
  ],
  text: [sql`${programmes.executiveKey}`],
  filters: [
    ...filters("sessions"),
    {
      ...{ key: "outcome", kind: "choice", options: ["attended", "no_show", "cancelled"] },
      condition: (value) => inArray(sessionAttendees.state, readChoice(value)),
    },
  ],
  source: source("sessions"),
  target: sql`${programmes.id}`,
  href: (id) => `/programmes/${id}/sessions`,
});

/** The list that shows rows of a kind. */
export const rowsOf = {
  ...{ programmes: programmeRows, phases: phaseRows, tasks: taskRows, moves: moveRows, sessions: sessionRows },
} as const;
