import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgPolicy, text, unique, uuid } from "drizzle-orm/pg-core";
import { sessionGuests } from "@/db/schema/booking-pages";
import { people } from "@/db/schema/people";
import { programmes } from "@/db/schema/programmes";
import { scheduledSessions } from "@/db/schema/scheduling";
import { belongsTo, moment, sweepRole, tenantTable } from "@/db/tenant-table";

/*
 * How sessions leave the product and come back to it: what was brought to mind, what calendars answered, what people said of them afterwards, feeds, and the
 * busy time of calendars elsewhere.
 */

/** What was told about a session, once for each time that it had. Written with the mail itself. */
export const sessionNotices = tenantTable(
  "session_notices",
  {
    sessionId: uuid().notNull(),
    personId: uuid().notNull(),
    /** When the session began as it stood then: another time is brought to mind anew. */
    startsAt: moment().notNull(),
    /** `reminder` before it, `notes` for who held it, `rating` for who took part. */
    kind: text().notNull(),
    /** Of a reminder, how many before. */
    minutes: integer().notNull().default(0),
    toldAt: moment().notNull(),
  },
  (table) => [
    unique("session_notices_once_key").on(
      table.organisationId,
      table.sessionId,
      table.startsAt,
      table.personId,
      table.kind,
      table.minutes,
    ),
    check("session_notices_kind_check", sql`${table.kind} in ('reminder', 'notes', 'rating')`),
    belongsTo({ organisationId: table.organisationId, from: table.sessionId }, scheduledSessions),
    belongsTo({ organisationId: table.organisationId, from: table.personId }, people),
  ],
);

/** What somebody said of a session that they took part in, once. */
export const sessionRatings = tenantTable(
  "session_ratings",
  {
    sessionId: uuid().notNull(),
    personId: uuid().notNull(),
    programmeId: uuid(),
    rating: integer().notNull(),
    /** Sealed; for who held the session. */
    commentEncrypted: text(),
    ratedAt: moment().notNull(),
  },
  (table) => [
    unique("session_ratings_once_key").on(table.organisationId, table.sessionId, table.personId),
    check("session_ratings_rating_check", sql`${table.rating} between 1 and 5`),
    index("session_ratings_by_programme_idx").on(table.organisationId, table.programmeId),
    belongsTo({ organisationId: table.organisationId, from: table.sessionId }, scheduledSessions),
    belongsTo({ organisationId: table.organisationId, from: table.personId }, people),
    belongsTo({ organisationId: table.organisationId, from: table.programmeId }, programmes),
  ],
);

/** The newest answer of somebody's calendar to an invitation: of a person, or of who booked on a booking page. */
export const sessionAnswers = tenantTable(
  "session_answers",
  {
    sessionId: uuid().notNull(),
    personId: uuid(),
    guestId: uuid(),
    answer: text().notNull(),
    /** Which version of the invitation was answered. */
    sequence: integer().notNull(),
    /** When the other calendar wrote it. */
    stampedAt: moment().notNull(),
    receivedAt: moment().notNull(),
    proposedFrom: moment(),
    proposedTo: moment(),
    /** Sealed. */
    commentEncrypted: text(),
  },
  (table) => [
    unique("session_answers_once_key").on(table.organisationId, table.sessionId, table.personId),
    unique("session_answers_once_of_guest_key").on(table.organisationId, table.sessionId, table.guestId),
    check("session_answers_whose_check", sql`(${table.personId} is null) <> (${table.guestId} is null)`),
    index("session_answers_by_guest_idx")
      .on(table.organisationId, table.guestId)
      .where(sql`${table.guestId} is not null`),
    check(
      "session_answers_answer_check",
      sql`${table.answer} in ('accepted', 'tentative', 'declined', 'delegated', 'proposed')`,
    ),
    check("session_answers_proposed_check", sql`(${table.answer} = 'proposed') = (${table.proposedFrom} is not null)`),
    belongsTo({ organisationId: table.organisationId, from: table.sessionId }, scheduledSessions),
    belongsTo({ organisationId: table.organisationId, from: table.personId }, people),
    belongsTo({ organisationId: table.organisationId, from: table.guestId }, sessionGuests),
  ],
);

/** The secret address at which a person's sessions can be read. Of its token only the hash is kept. */
export const calendarFeeds = tenantTable(
  "calendar_feeds",
  {
    personId: uuid().notNull(),
    tokenHash: text().notNull(),
    madeAt: moment().notNull(),
    lastReadAt: moment(),
  },
  (table) => [
    unique("calendar_feeds_person_key").on(table.organisationId, table.personId),
    unique("calendar_feeds_token_key").on(table.organisationId, table.tokenHash),
    belongsTo({ organisationId: table.organisationId, from: table.personId }, people),
  ],
);

/** A calendar elsewhere whose busy time keeps somebody from being booked. */
export const outsideCalendars = tenantTable(
  "outside_calendars",
  {
    personId: uuid().notNull(),
    name: text().notNull(),
    /** Sealed: who has the address reads the calendar. */
    addressEncrypted: text().notNull(),
    /** Of the address, to see twice whether it is there already. */
    addressHash: text().notNull(),
    host: text().notNull(),
    /** When it is read next; a reading pushes it beyond the longest time that one takes. */
    nextReadAt: moment().notNull(),
    triedAt: moment(),
    /** When it could be read last. What is busy stands as it was then. */
    readAt: moment(),
    /** When all of it was read last, and not only that nothing had changed: what repeats reaches no further than it did then. */
    wholeAt: moment(),
    failures: integer().notNull().default(0),
    errorCode: text(),
    /** What its server said, to be asked whether anything changed. */
    etag: text(),
    lastModified: text(),
    /** Busy stretches that were found, events, and what was odd, by kind. */
    stretches: integer().notNull().default(0),
    problems: jsonb().$type<{ code: string; count: number }[]>().notNull().default([]),
  },
  (table) => [
    unique("outside_calendars_address_key").on(table.organisationId, table.personId, table.addressHash),
    index("outside_calendars_due_idx")
      .on(table.nextReadAt)
      .where(sql`${table.deletedAt} is null`),
    belongsTo({ organisationId: table.organisationId, from: table.personId }, people),
    pgPolicy("sweep", { for: "select", to: sweepRole, using: sql`true` }),
  ],
);

/** A stretch of time in which somebody is busy elsewhere: moments, and nothing of with what. */
export const outsideBusy = tenantTable(
  "outside_busy",
  {
    calendarId: uuid().notNull(),
    personId: uuid().notNull(),
    startsAt: moment().notNull(),
    endsAt: moment().notNull(),
  },
  (table) => [
    check("outside_busy_order_check", sql`${table.startsAt} < ${table.endsAt}`),
    index("outside_busy_by_person_idx").on(table.organisationId, table.personId, table.endsAt),
    index("outside_busy_by_calendar_idx").on(table.organisationId, table.calendarId),
    belongsTo({ organisationId: table.organisationId, from: table.calendarId }, outsideCalendars),
    belongsTo({ organisationId: table.organisationId, from: table.personId }, people),
  ],
);
