import { sql } from "drizzle-orm";
import { boolean, check, date, index, integer, text, unique, uuid } from "drizzle-orm/pg-core";
import { people, teams } from "@/db/schema/people";
import { belongsTo, moment, tenantTable } from "@/db/tenant-table";

/** What a sponsor buys: phases, tasks, how long, and how it ends. */
export const packages = tenantTable(
  "packages",
  {
    name: text().notNull(),
    nameKey: text().notNull(),
    description: text().notNull().default(""),
    /** How long a programme runs, in months from its activation. */
    months: integer().notNull(),
    /** `time`: runs its months whatever happens. `landing`: ends when the executive lands. */
    endsBy: text().notNull().default("landing"),
    archivedAt: moment(),
  },
  (table) => [
    check("packages_months_check", sql`${table.months} between 1 and 60`),
    check("packages_ends_by_check", sql`${table.endsBy} in ('time', 'landing')`),
    unique("packages_organisation_id_name_key_key").on(table.organisationId, table.nameKey),
  ],
);

export const packagePhases = tenantTable(
  "package_phases",
  {
    packageId: uuid().notNull(),
    key: text().notNull(),
    name: text().notNull(),
    position: integer().notNull(),
    /** How long executives usually stay in it, in days; longer counts as stalled. */
    usualDays: integer().notNull(),
  },
  (table) => [
    unique("package_phases_organisation_id_package_id_position_key").on(
      table.organisationId,
      table.packageId,
      table.position,
    ),
    belongsTo({ organisationId: table.organisationId, from: table.packageId }, packages),
  ],
);

export const packageTasks = tenantTable(
  "package_tasks",
  {
    phaseId: uuid().notNull(),
    title: text().notNull(),
    details: text().notNull().default(""),
    owner: text().notNull(),
    /** Days after the phase begins. */
    dueInDays: integer(),
    mandatory: boolean().notNull().default(true),
    evidence: text().notNull().default("none"),
    position: integer().notNull(),
  },
  (table) => [
    check("package_tasks_owner_check", sql`${table.owner} in ('executive', 'consultant')`),
    check("package_tasks_evidence_check", sql`${table.evidence} in ('none', 'text', 'file')`),
    index("package_tasks_organisation_id_phase_id_idx").on(table.organisationId, table.phaseId, table.position),
    belongsTo({ organisationId: table.organisationId, from: table.phaseId }, packagePhases),
  ],
);

/** One executive's outplacement engagement, from the invitation to the landing. */
export const programmes = tenantTable(
  "programmes",
  {
    executiveId: uuid().notNull(),
    consultantId: uuid().notNull(),
    /** The team that owns the programme, if one does. */
    teamId: uuid(),
    packageId: uuid().notNull(),
    /** The company that pays, by name. */
    sponsorName: text().notNull().default(""),
    lastRole: text().notNull().default(""),
    state: text().notNull(),
    /** The executive's name as it sorts, so that a caseload pages by index. */
    executiveKey: text().notNull(),
    phasePosition: integer().notNull().default(1),
    phaseSince: moment().notNull(),
    invitedAt: moment().notNull(),
    remindedAt: moment(),
    acceptedAt: moment(),
    activatedAt: moment(),
    /** When the executive was told, if known: the start of the landing clock. Civil date in the organisation's zone. */
    noticeOn: date({ mode: "string" }),
    /** The programme's last day, in the organisation's zone. */
    endsOn: date({ mode: "string" }),
    firstContactAt: moment(),
    lastContactAt: moment(),
    endedAt: moment(),
    /** The earliest open task's due date, kept by the commands for sorting and sweeps. */
    nextDueOn: date({ mode: "string" }),
    nextStep: text(),
  },
  (table) => [
    check(
      "programmes_state_check",
      sql`${table.state} in ('invited', 'intake', 'active', 'paused', 'landed', 'completed', 'expired', 'withdrawn')`,
    ),
    index("programmes_by_name_idx").on(table.organisationId, table.executiveKey, table.id),
    index("programmes_by_contact_idx").on(
      table.organisationId,
      table.lastContactAt.desc().nullsLast(),
      table.id.desc(),
    ),
    index("programmes_by_consultant_idx").on(table.organisationId, table.consultantId, table.executiveKey, table.id),
    index("programmes_by_executive_idx").on(table.organisationId, table.executiveId),
    index("programmes_by_due_idx").on(table.organisationId, table.nextDueOn, table.id),
    index("programmes_by_end_idx").on(table.organisationId, table.endsOn, table.id),
    index("programmes_by_state_idx").on(table.organisationId, table.state),
    belongsTo({ organisationId: table.organisationId, from: table.executiveId }, people, "programmes_executive_fk"),
    belongsTo({ organisationId: table.organisationId, from: table.consultantId }, people, "programmes_consultant_fk"),
    belongsTo({ organisationId: table.organisationId, from: table.teamId }, teams),
    belongsTo({ organisationId: table.organisationId, from: table.packageId }, packages),
  ],
);

const ofProgramme = (table: {
  organisationId: Parameters<typeof belongsTo>[0]["organisationId"];
  programmeId: Parameters<typeof belongsTo>[0]["from"];
}) => belongsTo({ organisationId: table.organisationId, from: table.programmeId }, programmes);

/** A programme's own copy of its package's phases: editing a package changes new programmes only. */
export const programmePhases = tenantTable(
  "programme_phases",
  {
    programmeId: uuid().notNull(),
    key: text().notNull(),
    name: text().notNull(),
    position: integer().notNull(),
    usualDays: integer().notNull(),
    enteredAt: moment(),
    completedAt: moment(),
  },
  (table) => [
    unique("programme_phases_organisation_id_programme_id_position_key").on(
      table.organisationId,
      table.programmeId,
      table.position,
    ),
    ofProgramme(table),
  ],
);

export const programmeTasks = tenantTable(
  "programme_tasks",
  {
    programmeId: uuid().notNull(),
    phasePosition: integer().notNull(),
    title: text().notNull(),
    details: text().notNull().default(""),
    owner: text().notNull(),
    dueInDays: integer(),
    /** Civil date in the organisation's zone; set when the phase begins. */
    dueOn: date({ mode: "string" }),
    mandatory: boolean().notNull().default(true),
    evidence: text().notNull().default("none"),
    position: integer().notNull(),
    doneAt: moment(),
    donePersonId: uuid(),
    /** When the person was told that it is due. */
    remindedOn: date({ mode: "string" }),
  },
  (table) => [
    check("programme_tasks_owner_check", sql`${table.owner} in ('executive', 'consultant')`),
    check("programme_tasks_evidence_check", sql`${table.evidence} in ('none', 'text', 'file')`),
    index("programme_tasks_organisation_id_programme_id_idx").on(
      table.organisationId,
      table.programmeId,
      table.phasePosition,
      table.position,
    ),
    index("programme_tasks_open_due_idx")
      .on(table.organisationId, table.dueOn)
      .where(sql`${table.doneAt} is null and ${table.deletedAt} is null`),
    ofProgramme(table),
    belongsTo({ organisationId: table.organisationId, from: table.donePersonId }, people),
  ],
);

/** What shows that a task was done: a sentence or a file. */
export const taskEvidence = tenantTable(
  "task_evidence",
  {
    taskId: uuid().notNull(),
    authorPersonId: uuid().notNull(),
    note: text().notNull().default(""),
    fileId: uuid(),
    fileName: text(),
  },
  (table) => [
    index("task_evidence_organisation_id_task_id_idx").on(table.organisationId, table.taskId),
    belongsTo({ organisationId: table.organisationId, from: table.taskId }, programmeTasks),
    belongsTo({ organisationId: table.organisationId, from: table.authorPersonId }, people),
  ],
);

/** A programme is paused while a pause without `endedAt` stands. */
export const programmePauses = tenantTable(
  "programme_pauses",
  {
    programmeId: uuid().notNull(),
    reason: text().notNull(),
    startedAt: moment().notNull(),
    /** The day on which it is meant to go on. */
    untilOn: date({ mode: "string" }),
    endedAt: moment(),
  },
  (table) => [
    index("programme_pauses_organisation_id_programme_id_idx").on(table.organisationId, table.programmeId),
    ofProgramme(table),
  ],
);

/** The landing: what the programme was for. One stands; one that fell through keeps its row. */
export const landings = tenantTable(
  "landings",
  {
    programmeId: uuid().notNull(),
    kind: text().notNull(),
    employer: text().notNull().default(""),
    title: text().notNull().default(""),
    acceptedOn: date({ mode: "string" }).notNull(),
    startsOn: date({ mode: "string" }),
    source: text().notNull().default(""),
    comment: text().notNull().default(""),
    fellThroughAt: moment(),
    fellThroughReason: text(),
  },
  (table) => [
    check("landings_kind_check", sql`${table.kind} in ('employed', 'self-employed', 'portfolio', 'study', 'retired')`),
    index("landings_organisation_id_programme_id_idx").on(table.organisationId, table.programmeId),
    unique("landings_standing_key").on(table.organisationId, table.programmeId, table.fellThroughAt).nullsNotDistinct(),
    ofProgramme(table),
  ],
);

/** An end without landing, with its reason. Reopening ends it. */
export const closures = tenantTable(
  "closures",
  {
    programmeId: uuid().notNull(),
    kind: text().notNull(),
    reason: text().notNull(),
    closedAt: moment().notNull(),
    reopenedAt: moment(),
    reopenedReason: text(),
  },
  (table) => [
    check("closures_kind_check", sql`${table.kind} in ('completed', 'expired', 'withdrawn')`),
    index("closures_organisation_id_programme_id_idx").on(table.organisationId, table.programmeId),
    ofProgramme(table),
  ],
);

export const handovers = tenantTable(
  "handovers",
  {
    programmeId: uuid().notNull(),
    fromPersonId: uuid().notNull(),
    toPersonId: uuid().notNull(),
    /** Who handed it over, and may take that back while nothing else happened; nobody when the system did. */
    byPersonId: uuid(),
    /** The version of the programme right after: it is another one as soon as something else happens to it. */
    programmeVersion: integer().notNull(),
    note: text().notNull().default(""),
    at: moment().notNull(),
  },
  (table) => [
    index("handovers_organisation_id_programme_id_idx").on(table.organisationId, table.programmeId),
    ofProgramme(table),
    belongsTo({ organisationId: table.organisationId, from: table.fromPersonId }, people, "handovers_from_fk"),
    belongsTo({ organisationId: table.organisationId, from: table.toPersonId }, people, "handovers_to_fk"),
    belongsTo({ organisationId: table.organisationId, from: table.byPersonId }, people, "handovers_by_fk"),
  ],
);

/** A message between executive and consultant. The text is sealed with the organisation's key. */
export const messages = tenantTable(
  "messages",
  {
    programmeId: uuid().notNull(),
    authorPersonId: uuid().notNull(),
    bodyEncrypted: text().notNull(),
    sentAt: moment().notNull(),
    /** Made by the sender, so that the same message sent twice (a bad connection) is one. */
    clientKey: text().notNull(),
  },
  (table) => [
    index("messages_organisation_id_programme_id_sent_at_idx").on(
      table.organisationId,
      table.programmeId,
      table.sentAt,
      table.id,
    ),
    unique("messages_organisation_id_client_key_key").on(table.organisationId, table.clientKey),
    ofProgramme(table),
    belongsTo({ organisationId: table.organisationId, from: table.authorPersonId }, people),
  ],
);

/** How far a person has read the messages of a programme. */
export const messageReads = tenantTable(
  "message_reads",
  { programmeId: uuid().notNull(), personId: uuid().notNull(), readUpTo: moment().notNull() },
  (table) => [
    unique("message_reads_organisation_id_programme_id_person_id_key").on(
      table.organisationId,
      table.programmeId,
      table.personId,
    ),
    ofProgramme(table),
    belongsTo({ organisationId: table.organisationId, from: table.personId }, people),
  ],
);

/** A note on a programme: shared with who works the case and the executive, or private to its author. Sealed. */
export const notes = tenantTable(
  "notes",
  {
    programmeId: uuid().notNull(),
    authorPersonId: uuid().notNull(),
    /** `private`: the author. `case`: who shares the case (consultants). `shared`: the executive too. */
    audience: text().notNull(),
    bodyEncrypted: text().notNull(),
    writtenAt: moment().notNull(),
  },
  (table) => [
    check("notes_audience_check", sql`${table.audience} in ('private', 'case', 'shared')`),
    index("notes_organisation_id_programme_id_idx").on(table.organisationId, table.programmeId, table.writtenAt),
    ofProgramme(table),
    belongsTo({ organisationId: table.organisationId, from: table.authorPersonId }, people),
  ],
);
