import { sql } from "drizzle-orm";
import { boolean, check, date, index, integer, text, unique, uuid } from "drizzle-orm/pg-core";
import { people } from "@/db/schema/people";
import { belongsTo, moment, tenantTable } from "@/db/tenant-table";

/** A client company that pays for programmes. */
export const sponsors = tenantTable(
  "sponsors",
  {
    name: text().notNull(),
    nameKey: text().notNull(),
    industry: text().notNull().default(""),
    place: text().notNull().default(""),
    archivedAt: moment(),
  },
  (table) => [
    unique("sponsors_organisation_id_name_key_key").on(table.organisationId, table.nameKey),
    index("sponsors_by_name_idx").on(table.organisationId, table.nameKey, table.id),
  ],
);

/** A person of the company: whom the firm talks to there. Who holds the role "sponsor" sees the figures of their companies. */
export const sponsorContacts = tenantTable(
  "sponsor_contacts",
  { sponsorId: uuid().notNull(), personId: uuid().notNull() },
  (table) => [
    unique("sponsor_contacts_organisation_id_sponsor_id_person_id_key").on(
      table.organisationId,
      table.sponsorId,
      table.personId,
    ),
    index("sponsor_contacts_by_person_idx").on(table.organisationId, table.personId),
    belongsTo({ organisationId: table.organisationId, from: table.sponsorId }, sponsors),
    belongsTo({ organisationId: table.organisationId, from: table.personId }, people),
  ],
);

/**
 * A contract by which a company buys seats of a package. How many are taken is counted from programmes, never stored. That
 * `packageId` names a package of the organisation is a foreign key by hand (db/sql/programme_whole.sql): the packages' file
 * reads this one.
 */
export const engagements = tenantTable(
  "engagements",
  {
    sponsorId: uuid().notNull(),
    packageId: uuid().notNull(),
    /** The contract's own number, as both sides write it. */
    reference: text().notNull(),
    referenceKey: text().notNull(),
    seats: integer().notNull(),
    /** Minor units of the currency. */
    pricePerSeat: integer().notNull(),
    /** ISO 4217. */
    currency: text().notNull(),
    /** The first and the last day on which executives are invited. Civil dates in the organisation's zone. */
    fromOn: date({ mode: "string" }).notNull(),
    toOn: date({ mode: "string" }).notNull(),
  },
  (table) => [
    check("engagements_seats_check", sql`${table.seats} between 1 and 100000`),
    check("engagements_price_per_seat_check", sql`${table.pricePerSeat} >= 0`),
    check("engagements_days_check", sql`${table.toOn} >= ${table.fromOn}`),
    unique("engagements_organisation_id_reference_key_key").on(table.organisationId, table.referenceKey),
    index("engagements_by_sponsor_idx").on(table.organisationId, table.sponsorId),
    index("engagements_by_end_idx").on(table.organisationId, table.toOn.desc(), table.id.desc()),
    belongsTo({ organisationId: table.organisationId, from: table.sponsorId }, sponsors),
  ],
);

/** A day on which a company lets many people go at once. */
export const separationEvents = tenantTable(
  "separation_events",
  {
    sponsorId: uuid().notNull(),
    engagementId: uuid().notNull(),
    name: text().notNull(),
    nameKey: text().notNull(),
    /** The day on which the people are told. Civil date in the organisation's zone. */
    handOverOn: date({ mode: "string" }).notNull(),
    place: text().notNull().default(""),
    onSite: boolean().notNull().default(false),
    /** Who of the firm is there. */
    onSitePersonId: uuid(),
    /** When, in words: "9:00 to 16:00, room 4". */
    onSiteHours: text().notNull().default(""),
  },
  (table) => [
    unique("separation_events_organisation_id_name_key_key").on(table.organisationId, table.nameKey),
    index("separation_events_by_sponsor_idx").on(table.organisationId, table.sponsorId),
    index("separation_events_by_day_idx").on(table.organisationId, table.handOverOn.desc(), table.id.desc()),
    belongsTo({ organisationId: table.organisationId, from: table.sponsorId }, sponsors),
    belongsTo({ organisationId: table.organisationId, from: table.engagementId }, engagements),
    belongsTo({ organisationId: table.organisationId, from: table.onSitePersonId }, people),
  ],
);
