import { sql } from "drizzle-orm";
import { boolean, check, date, index, integer, numeric, text, unique, uuid } from "drizzle-orm/pg-core";
import { people } from "@/db/schema/people";
import { ofProgramme } from "@/db/schema/programmes";
import { belongsTo, moment, tenantTable } from "@/db/tenant-table";

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
