import { sql } from "drizzle-orm";
import { boolean, check, index, pgPolicy, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { people } from "@/db/schema/people";
import { scheduledSessions } from "@/db/schema/scheduling";
import { belongsTo, moment, sweepRole, tenantTable } from "@/db/tenant-table";

/*
 * Booking pages: what somebody without an account can book with a consultant, and who did.
 */

/** The page on which somebody can be booked from outside, by a readable address or by a secret one. */
export const bookingLinks = tenantTable(
  "booking_links",
  {
    personId: uuid().notNull(),
    isOn: boolean().notNull().default(false),
    /** Which of the two addresses works: `open` has the slug, `secret` the token. */
    mode: text().notNull().default("open"),
    slug: text().notNull(),
    /** The address is found by the hash; whose page it is reads the token again to hand it on. */
    tokenHash: text().notNull(),
    tokenEncrypted: text().notNull(),
    welcome: text().notNull().default(""),
    /** Kinds of session. One that is not offered any more is passed over. */
    typeIds: uuid().array().notNull().default([]),
  },
  (table) => [
    check("booking_links_mode_check", sql`${table.mode} in ('open', 'secret')`),
    unique("booking_links_person_key").on(table.organisationId, table.personId),
    uniqueIndex("booking_links_slug_key").on(table.organisationId, table.slug),
    unique("booking_links_token_key").on(table.organisationId, table.tokenHash),
    belongsTo({ organisationId: table.organisationId, from: table.personId }, people),
  ],
);

/** Who takes part in a session without being known to the organisation: they booked it on a booking page. */
export const sessionGuests = tenantTable(
  "session_guests",
  {
    sessionId: uuid().notNull(),
    name: text().notNull(),
    email: text().notNull(),
    timeZone: text().notNull(),
    /** What was answered at booking, and the note, sealed. */
    answersEncrypted: text(),
    /** Of the address at which they confirm, move and cancel; the mails that come later hold it too. */
    tokenHash: text().notNull(),
    tokenEncrypted: text().notNull(),
    askedAt: moment().notNull(),
    /** When they said by the mail that it is them; until then the time is only held. */
    confirmedAt: moment(),
    /** When the sweep looks at who has not confirmed; null once they have. */
    dueAt: moment(),
  },
  (table) => [
    unique("session_guests_session_key").on(table.organisationId, table.sessionId),
    unique("session_guests_token_key").on(table.organisationId, table.tokenHash),
    check("session_guests_due_check", sql`(${table.confirmedAt} is null) = (${table.dueAt} is not null)`),
    index("session_guests_due_idx")
      .on(table.dueAt)
      .where(sql`${table.dueAt} is not null`),
    belongsTo({ organisationId: table.organisationId, from: table.sessionId }, scheduledSessions),
    pgPolicy("sweep", { for: "select", to: sweepRole, using: sql`true` }),
  ],
);
