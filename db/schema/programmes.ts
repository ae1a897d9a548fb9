import { sql } from "drizzle-orm";
import { boolean, check, date, index, integer, numeric, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { people, teams } from "@/db/schema/people";
import { engagements, separationEvents, sponsors } from "@/db/schema/sponsors";
import { belongsTo, moment, tenantTable } from "@/db/tenant-table";

/** Hours to a quarter. */
const plannedHours = () => numeric({ precision: 6, scale: 2, mode: "number" }).notNull().default(0);

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
    /** Business days after the phase begins. */
    dueInDays: integer(),
    mandatory: boolean().notNull().default(true),
    evidence: text().notNull().default("none"),
    /** How many hours it usually takes its owner; 0 where nobody planned any. */
    plannedHours: plannedHours(),
    /** Who signs that it is done, besides its owner. */
    signOff: text().notNull().default("none"),
    position: integer().notNull(),
  },
  (table) => [
    check("package_tasks_owner_check", sql`${table.owner} in ('executive', 'consultant')`),
    check("package_tasks_evidence_check", sql`${table.evidence} in ('none', 'text', 'file')`),
    check("package_tasks_sign_off_check", sql`${table.signOff} in ('none', 'consultant', 'executive', 'both')`),
    index("package_tasks_organisation_id_phase_id_idx").on(table.organisationId, table.phaseId, table.position),
    belongsTo({ organisationId: table.organisationId, from: table.phaseId }, packagePhases),
  ],
);

const sessionKinds = sql`('intake', 'coaching', 'resume-review', 'interview-practice', 'networking-clinic', 'workshop')`;

/** How many sessions of a kind come with a package. */
export const packageEntitlements = tenantTable(
  "package_entitlements",
  { packageId: uuid().notNull(), kind: text().notNull(), sessions: integer().notNull() },
  (table) => [
    check("package_entitlements_kind_check", sql`${table.kind} in ${sessionKinds}`),
    check("package_entitlements_sessions_check", sql`${table.sessions} between 1 and 500`),
    unique("package_entitlements_key").on(table.organisationId, table.packageId, table.kind),
    belongsTo({ organisationId: table.organisationId, from: table.packageId }, packages),
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
    /** The company that pays, by name: what is shown where no sponsor is linked. */
    sponsorName: text().notNull().default(""),
    sponsorId: uuid(),
    /** The contract from which its seat is, if one is. */
    engagementId: uuid(),
    separationEventId: uuid(),
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
    /** The last pay (amount, currency, period), sealed with the organisation's key. */
    lastPayEncrypted: text(),
    /** When the consultant was told of the present silence; one from before the last contact tells of an earlier one. */
    quietToldAt: moment(),
    /** The last day of which both were told, and how many days before it at the latest. */
    endingToldOn: date({ mode: "string" }),
    endingToldDays: integer(),
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
    // What figures count by.
    index("programmes_by_activation_idx").on(table.organisationId, table.activatedAt),
    index("programmes_by_acceptance_idx").on(table.organisationId, table.acceptedAt),
    index("programmes_by_close_idx").on(table.organisationId, table.endedAt),
    index("programmes_by_sponsor_idx").on(table.organisationId, table.sponsorId),
    index("programmes_by_engagement_idx").on(table.organisationId, table.engagementId),
    index("programmes_by_separation_idx").on(table.organisationId, table.separationEventId),
    belongsTo({ organisationId: table.organisationId, from: table.executiveId }, people, "programmes_executive_fk"),
    belongsTo({ organisationId: table.organisationId, from: table.consultantId }, people, "programmes_consultant_fk"),
    belongsTo({ organisationId: table.organisationId, from: table.teamId }, teams),
    belongsTo({ organisationId: table.organisationId, from: table.packageId }, packages),
    belongsTo({ organisationId: table.organisationId, from: table.sponsorId }, sponsors, "programmes_sponsor_fk"),
    belongsTo(
      { organisationId: table.organisationId, from: table.engagementId },
      engagements,
      "programmes_engagement_fk",
    ),
    belongsTo(
      { organisationId: table.organisationId, from: table.separationEventId },
      separationEvents,
      "programmes_separation_event_fk",
    ),
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
    /** The phase of the package of which it is a copy, and the version that was copied or looked at last. */
    packagePhaseId: uuid(),
    packageVersion: integer(),
  },
  (table) => [
    unique("programme_phases_organisation_id_programme_id_position_key").on(
      table.organisationId,
      table.programmeId,
      table.position,
    ),
    index("programme_phases_by_completion_idx")
      .on(table.organisationId, table.completedAt, table.programmeId, table.enteredAt)
      .where(sql`${table.completedAt} is not null`),
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
    /** Business days after the phase begins. */
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
    /** When the person was told that it is overdue, which happens once. */
    overdueToldOn: date({ mode: "string" }),
    plannedHours: plannedHours(),
    signOff: text().notNull().default("none"),
    /** The task of the package of which it is a copy, and the version that was copied or looked at last. */
    packageTaskId: uuid(),
    packageVersion: integer(),
  },
  (table) => [
    check("programme_tasks_owner_check", sql`${table.owner} in ('executive', 'consultant')`),
    check("programme_tasks_evidence_check", sql`${table.evidence} in ('none', 'text', 'file')`),
    check("programme_tasks_sign_off_check", sql`${table.signOff} in ('none', 'consultant', 'executive', 'both')`),
    index("programme_tasks_organisation_id_programme_id_idx").on(
      table.organisationId,
      table.programmeId,
      table.phasePosition,
      table.position,
    ),
    index("programme_tasks_open_due_idx")
      .on(table.organisationId, table.dueOn)
      .where(sql`${table.doneAt} is null and ${table.deletedAt} is null`),
    index("programme_tasks_by_due_idx")
      .on(table.organisationId, table.dueOn, table.programmeId, table.doneAt)
      .where(sql`${table.deletedAt} is null`),
    index("programme_tasks_by_done_idx")
      .on(table.organisationId, table.doneAt, table.programmeId, table.donePersonId)
      .where(sql`${table.doneAt} is not null and ${table.deletedAt} is null`),
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

/** Somebody's word on a task that was done: signed, or given back with what is missing. A signature can be withdrawn. */
export const taskSignOffs = tenantTable(
  "task_sign_offs",
  {
    taskId: uuid().notNull(),
    /** As whom the person spoke: `consultant` or `executive`. */
    side: text().notNull(),
    outcome: text().notNull(),
    /** What was said with it; always there when a task is given back. */
    words: text().notNull().default(""),
    personId: uuid().notNull(),
    at: moment().notNull(),
    withdrawnAt: moment(),
    withdrawnReason: text(),
  },
  (table) => [
    check("task_sign_offs_side_check", sql`${table.side} in ('consultant', 'executive')`),
    check("task_sign_offs_outcome_check", sql`${table.outcome} in ('signed', 'returned')`),
    index("task_sign_offs_organisation_id_task_id_idx").on(table.organisationId, table.taskId),
    uniqueIndex("task_sign_offs_standing_key")
      .on(table.organisationId, table.taskId, table.side)
      .where(sql`${table.outcome} = 'signed' and ${table.withdrawnAt} is null`),
    belongsTo({ organisationId: table.organisationId, from: table.taskId }, programmeTasks),
    belongsTo({ organisationId: table.organisationId, from: table.personId }, people),
  ],
);

/** A programme's own copy of its package's entitlements. */
export const programmeEntitlements = tenantTable(
  "programme_entitlements",
  { programmeId: uuid().notNull(), kind: text().notNull(), sessions: integer().notNull() },
  (table) => [
    check("programme_entitlements_kind_check", sql`${table.kind} in ${sessionKinds}`),
    check("programme_entitlements_sessions_check", sql`${table.sessions} between 0 and 500`),
    unique("programme_entitlements_key").on(table.organisationId, table.programmeId, table.kind),
    ofProgramme(table),
  ],
);

/** A programme is paused while a pause without `endedAt` stands. */
export const programmePauses = tenantTable(
  "programme_pauses",
  {
    programmeId: uuid().notNull(),
    reason: text().notNull(),
    startedAt: moment().notNull(),
    /** The first day of the rest, in the organisation's zone; the day of `startedAt` where it is not said. */
    fromOn: date({ mode: "string" }),
    /** The day on which it is meant to go on. */
    untilOn: date({ mode: "string" }),
    endedAt: moment(),
    /** By how many business days due dates moved when it ended, and the last day by how many days. */
    shiftedBusinessDays: integer(),
    shiftedDays: integer(),
  },
  (table) => [
    index("programme_pauses_organisation_id_programme_id_idx").on(table.organisationId, table.programmeId),
    ofProgramme(table),
  ],
);

/** The last day was moved out, by agreement. */
export const programmeExtensions = tenantTable(
  "programme_extensions",
  {
    programmeId: uuid().notNull(),
    fromOn: date({ mode: "string" }).notNull(),
    toOn: date({ mode: "string" }).notNull(),
    reason: text().notNull(),
    /** Who agreed to it: on the sponsor's side, or in the firm. */
    agreedBy: text().notNull(),
    byPersonId: uuid(),
    at: moment().notNull(),
  },
  (table) => [
    check("programme_extensions_longer_check", sql`${table.toOn} > ${table.fromOn}`),
    index("programme_extensions_organisation_id_programme_id_idx").on(table.organisationId, table.programmeId),
    ofProgramme(table),
    belongsTo({ organisationId: table.organisationId, from: table.byPersonId }, people),
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
    /** How it was found, from a list; `source` says it in words. */
    channel: text(),
    source: text().notNull().default(""),
    comment: text().notNull().default(""),
    /** The pay (amount, currency, period), sealed with the organisation's key. */
    payEncrypted: text(),
    /** Pay in the new place over the last pay, a year each; null where one of them is unknown or the currencies differ. */
    replacementRatio: numeric({ precision: 8, scale: 4, mode: "number" }),
    /** How content the executive is with it, 0 to 10. */
    satisfaction: integer(),
    fellThroughAt: moment(),
    fellThroughReason: text(),
  },
  (table) => [
    check("landings_satisfaction_check", sql`${table.satisfaction} between 0 and 10`),
    check(
      "landings_channel_check",
      sql`${table.channel} in ('network', 'search-firm', 'advertisement', 'approach', 'internal', 'programme', 'other')`,
    ),
    check("landings_kind_check", sql`${table.kind} in ('employed', 'self-employed', 'portfolio', 'study', 'retired')`),
    index("landings_organisation_id_programme_id_idx").on(table.organisationId, table.programmeId),
    unique("landings_standing_key").on(table.organisationId, table.programmeId, table.fellThroughAt).nullsNotDistinct(),
    index("landings_by_acceptance_idx")
      .on(table.organisationId, table.acceptedOn, table.programmeId)
      .where(sql`${table.fellThroughAt} is null`),
    ofProgramme(table),
  ],
);

/** A question after the landing: does it hold? Asked 30, 90 and 180 days after the first day there. */
export const aftercareChecks = tenantTable(
  "aftercare_checks",
  {
    programmeId: uuid().notNull(),
    landingId: uuid().notNull(),
    /** 30, 90 or 180. */
    afterDays: integer().notNull(),
    dueOn: date({ mode: "string" }).notNull(),
    doneAt: moment(),
    donePersonId: uuid(),
    /** Whether the executive is still there; null until somebody asked. */
    stillThere: boolean(),
    notesEncrypted: text(),
    remindedOn: date({ mode: "string" }),
  },
  (table) => [
    unique("aftercare_checks_key").on(table.organisationId, table.landingId, table.afterDays),
    index("aftercare_checks_organisation_id_programme_id_idx").on(table.organisationId, table.programmeId),
    index("aftercare_checks_open_idx")
      .on(table.organisationId, table.dueOn)
      .where(sql`${table.doneAt} is null and ${table.deletedAt} is null`),
    ofProgramme(table),
    belongsTo({ organisationId: table.organisationId, from: table.landingId }, landings),
    belongsTo({ organisationId: table.organisationId, from: table.donePersonId }, people),
  ],
);

/**
 * What the executive lets others see: `stage` the sponsor, `resume` recruiters, `story` readers of the firm's stories. One row from
 * giving to withdrawing; it stands while `withdrawnAt` is null.
 */
export const programmeConsents = tenantTable(
  "programme_consents",
  {
    programmeId: uuid().notNull(),
    kind: text().notNull(),
    givenAt: moment().notNull(),
    /** Of the words that the executive read when giving it. */
    wordingVersion: integer().notNull(),
    withdrawnAt: moment(),
  },
  (table) => [
    check("programme_consents_kind_check", sql`${table.kind} in ('stage', 'resume', 'story')`),
    uniqueIndex("programme_consents_standing_key")
      .on(table.organisationId, table.programmeId, table.kind)
      .where(sql`${table.withdrawnAt} is null`),
    index("programme_consents_organisation_id_programme_id_idx").on(table.organisationId, table.programmeId),
    ofProgramme(table),
  ],
);

/** An end without landing, with its reason. Reopening ends it. */
export const closures = tenantTable(
  "closures",
  {
    programmeId: uuid().notNull(),
    kind: text().notNull(),
    /** From the list of reasons; `reason` says it in words. Null for ends from before there was one. */
    reasonKey: text(),
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
    index("messages_by_time_idx").on(table.organisationId, table.sentAt, table.programmeId, table.authorPersonId),
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
