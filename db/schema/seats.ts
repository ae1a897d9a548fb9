import { sql } from "drizzle-orm";
import { check, date, index, integer, text, unique, uuid } from "drizzle-orm/pg-core";
import { people } from "@/db/schema/people";
import { programmes } from "@/db/schema/programmes";
import { engagements, separationEvents } from "@/db/schema/sponsors";
import { belongsTo, moment, tenantTable } from "@/db/tenant-table";

/** A seat of an engagement that is billed, because its programme was activated; at the price of that day, once. */
export const seatCharges = tenantTable(
  "seat_charges",
  {
    engagementId: uuid().notNull(),
    programmeId: uuid().notNull(),
    /** Minor units of the currency. */
    amount: integer().notNull(),
    /** ISO 4217. */
    currency: text().notNull(),
    billedAt: moment().notNull(),
  },
  (table) => [
    check("seat_charges_amount_check", sql`${table.amount} >= 0`),
    unique("seat_charges_organisation_id_programme_id_key").on(table.organisationId, table.programmeId),
    index("seat_charges_by_engagement_idx").on(table.organisationId, table.engagementId, table.billedAt),
    belongsTo({ organisationId: table.organisationId, from: table.engagementId }, engagements),
    belongsTo({ organisationId: table.organisationId, from: table.programmeId }, programmes),
  ],
);

/**
 * Somebody on the list of a separation event, before they are told. Nobody is written to and no seat is taken until they are
 * invited; from then on `programmeId` says which programme it became.
 */
export const separationPeople = tenantTable(
  "separation_people",
  {
    separationEventId: uuid().notNull(),
    name: text().notNull(),
    nameKey: text().notNull(),
    email: text().notNull(),
    emailKey: text().notNull(),
    lastRole: text().notNull().default(""),
    /** When they are told. Civil date in the organisation's zone; the day of the event where it is empty. */
    noticeOn: date({ mode: "string" }),
    place: text().notNull().default(""),
    /** Two small letters, ISO 639. */
    language: text(),
    consultantId: uuid(),
    programmeId: uuid(),
  },
  (table) => [
    unique("separation_people_organisation_id_event_email_key").on(
      table.organisationId,
      table.separationEventId,
      table.emailKey,
    ),
    index("separation_people_by_event_idx").on(table.organisationId, table.separationEventId, table.nameKey),
    belongsTo(
      { organisationId: table.organisationId, from: table.separationEventId },
      separationEvents,
      "separation_people_event_fk",
    ),
    belongsTo(
      { organisationId: table.organisationId, from: table.consultantId },
      people,
      "separation_people_consultant_fk",
    ),
    belongsTo({ organisationId: table.organisationId, from: table.programmeId }, programmes),
  ],
);
