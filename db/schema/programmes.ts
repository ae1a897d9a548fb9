import { sql } from "drizzle-orm";
import { boolean, check, date, index, integer, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { packages, plannedHours, sessionKinds } from "@/db/schema/packages";
import { people, teams } from "@/db/schema/people";
import { engagements, separationEvents, sponsors } from "@/db/schema/sponsors";
import { belongsTo, moment, tenantTable } from "@/db/tenant-table";

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

/** The reference of everything that hangs on a programme. */
export const ofProgramme = (table: {
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
  {
    programmeId: uuid().notNull(),
    kind: text().notNull(),
    sessions: integer().notNull(),
    /** The version of the package's entitlement that was copied or looked at last. */
    packageVersion: integer(),
  },
  (table) => [
    check("programme_entitlements_kind_check", sql`${table.kind} in ${sessionKinds}`),
    check("programme_entitlements_sessions_check", sql`${table.sessions} between 0 and 500`),
    unique("programme_entitlements_key").on(table.organisationId, table.programmeId, table.kind),
    ofProgramme(table),
  ],
);
