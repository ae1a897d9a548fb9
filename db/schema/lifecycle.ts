import { sql } from "drizzle-orm";
import { boolean, check, date, index, integer, jsonb, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { people } from "@/db/schema/people";
import { ofProgramme } from "@/db/schema/programmes";
import { belongsTo, moment, tenantTable } from "@/db/tenant-table";

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

/** That a programme took a change of its package over, or left it: what its copy was before and right after, so that it can be taken back. */
export const packageDecisions = tenantTable(
  "package_decisions",
  {
    programmeId: uuid().notNull(),
    /** The phase, task or entitlement of the package that had changed. */
    sourceId: uuid().notNull(),
    /** What it is a copy of: `phase`, `task` or `entitlement`. */
    copyKind: text().notNull(),
    /** The phase, task or entitlement of the programme. */
    copyId: uuid().notNull(),
    taken: boolean().notNull(),
    /** Null where the copy came with the decision and goes with it. */
    before: jsonb().$type<Record<string, unknown>>(),
    after: jsonb().$type<Record<string, unknown>>().notNull(),
    byPersonId: uuid(),
    at: moment().notNull(),
    takenBackAt: moment(),
  },
  (table) => [
    check("package_decisions_copy_kind_check", sql`${table.copyKind} in ('phase', 'task', 'entitlement')`),
    index("package_decisions_organisation_id_programme_id_idx").on(table.organisationId, table.programmeId),
    ofProgramme(table),
    belongsTo({ organisationId: table.organisationId, from: table.byPersonId }, people),
  ],
);

/**
 * That somebody turned to the other one: a message, a call, a session. `personId` is who did; nobody where only that they spoke is known. `sourceId` is the
 * record by which it is known, where that may be put right later.
 */
export const programmeContacts = tenantTable(
  "programme_contacts",
  { programmeId: uuid().notNull(), at: moment().notNull(), kind: text().notNull(), personId: uuid(), sourceId: uuid() },
  (table) => [
    check("programme_contacts_kind_check", sql`${table.kind} in ('message', 'call', 'session', 'other')`),
    index("programme_contacts_by_programme_idx").on(table.organisationId, table.programmeId, table.at),
    ofProgramme(table),
    belongsTo({ organisationId: table.organisationId, from: table.personId }, people),
  ],
);
