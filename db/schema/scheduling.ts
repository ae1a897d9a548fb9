import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgPolicy,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { StoredWindow } from "@/db/schema/business-time";
import { sessionKinds } from "@/db/schema/packages";
import { people } from "@/db/schema/people";
import { programmes } from "@/db/schema/programmes";
import { belongsTo, moment, sweepRole, tenantTable } from "@/db/tenant-table";

/** A question at booking. */
export interface StoredQuestion {
  key: string;
  label: string;
  required: boolean;
}

/** What can be booked: how long, with whom, by which rules. */
export const sessionTypes = tenantTable(
  "session_types",
  {
    name: text().notNull(),
    nameKey: text().notNull(),
    description: text().notNull().default(""),
    /** Which sessions of a programme it uses up. */
    kind: text().notNull(),
    lengthMinutes: integer().notNull(),
    stepMinutes: integer().notNull().default(30),
    bufferBefore: integer().notNull().default(0),
    bufferAfter: integer().notNull().default(0),
    /** How many take part; one for a conversation. */
    capacity: integer().notNull().default(1),
    /** `consultant`: the programme's own. `any`: one of its hosts. `all`: all of them together. */
    hosting: text().notNull().default("consultant"),
    noticeMinutes: integer().notNull().default(1440),
    horizonDays: integer().notNull().default(60),
    /** How many of it one host holds a day; null for as many as fit. */
    mostPerDay: integer(),
    /** Until how many hours before an executive may move it, or cancel it. */
    moveNoticeHours: integer().notNull().default(24),
    cancelNoticeHours: integer().notNull().default(24),
    /** What becomes of a change after that: it is refused, or taken and counted as a session that was used. */
    late: text().notNull().default("counts"),
    /** Where: `video`, `phone` or `place`, and the link, number or address. */
    placeKind: text().notNull().default("video"),
    place: text().notNull().default(""),
    /** How many minutes before it is brought to mind. */
    reminders: integer().array().notNull().default([1440, 60]),
    questions: jsonb().$type<StoredQuestion[]>().notNull().default([]),
    /** Whether executives book it themselves; consultants always may. */
    selfBooked: boolean().notNull().default(true),
    archivedAt: moment(),
  },
  (table) => [
    check("session_types_kind_check", sql`${table.kind} in ${sessionKinds}`),
    check("session_types_length_check", sql`${table.lengthMinutes} between 5 and 720`),
    check("session_types_step_check", sql`${table.stepMinutes} between 5 and 720`),
    check("session_types_buffers_check", sql`${table.bufferBefore} >= 0 and ${table.bufferAfter} >= 0`),
    check("session_types_capacity_check", sql`${table.capacity} between 1 and 500`),
    check("session_types_hosting_check", sql`${table.hosting} in ('consultant', 'any', 'all')`),
    check("session_types_late_check", sql`${table.late} in ('refuse', 'counts')`),
    check("session_types_place_kind_check", sql`${table.placeKind} in ('video', 'phone', 'place')`),
    uniqueIndex("session_types_by_name_idx")
      .on(table.organisationId, table.nameKey)
      .where(sql`${table.deletedAt} is null`),
  ],
);

/** Who holds sessions of a type that is not held by the programme's own consultant. */
export const sessionTypeHosts = tenantTable(
  "session_type_hosts",
  {
    typeId: uuid().notNull(),
    personId: uuid().notNull(),
    /** Twice the weight gets twice the sessions. */
    weight: integer().notNull().default(1),
  },
  (table) => [
    unique("session_type_hosts_key").on(table.organisationId, table.typeId, table.personId),
    check("session_type_hosts_weight_check", sql`${table.weight} between 1 and 10`),
    belongsTo({ organisationId: table.organisationId, from: table.typeId }, sessionTypes),
    belongsTo({ organisationId: table.organisationId, from: table.personId }, people),
  ],
);

/** When somebody can be booked. Who has no row is booked in the organisation's hours. */
export const hostHours = tenantTable(
  "host_hours",
  {
    personId: uuid().notNull(),
    timeZone: text().notNull(),
    week: jsonb().$type<StoredWindow[][]>().notNull(),
    noticeMinutes: integer().notNull().default(0),
    horizonDays: integer().notNull().default(90),
    mostPerDay: integer(),
    mostPerWeek: integer(),
  },
  (table) => [
    unique("host_hours_person_key").on(table.organisationId, table.personId),
    belongsTo({ organisationId: table.organisationId, from: table.personId }, people),
  ],
);

/** Days on which somebody has hours of their own instead of the weekday's; without any they are off. */
export const hostDays = tenantTable(
  "host_days",
  {
    personId: uuid().notNull(),
    fromOn: date({ mode: "string" }).notNull(),
    toOn: date({ mode: "string" }).notNull(),
    hours: jsonb().$type<StoredWindow[]>().notNull().default([]),
    name: text().notNull().default(""),
  },
  (table) => [
    check("host_days_order_check", sql`${table.fromOn} <= ${table.toOn}`),
    index("host_days_by_person_idx").on(table.organisationId, table.personId, table.toOn),
    belongsTo({ organisationId: table.organisationId, from: table.personId }, people),
  ],
);

/** Sessions that come again: the rule by which they were booked. Each of them is a session of its own, which may be moved or cancelled alone. */
export const sessionSeries = tenantTable(
  "session_series",
  {
    programmeId: uuid().notNull(),
    typeId: uuid().notNull(),
    /** By whose clock it keeps its time of day. */
    timeZone: text().notNull(),
    firstAt: moment().notNull(),
    /** Every so many weeks; null where it comes once a month. */
    weeks: integer(),
    /** Which of its weekday in each month: 1 to 4, or the last. */
    monthWeek: text(),
    /** How many there were to be, those that were left out among them; null where it goes on until a day. */
    count: integer(),
    untilOn: date({ mode: "string" }),
  },
  (table) => [
    check("session_series_weeks_check", sql`${table.weeks} between 1 and 8`),
    check("session_series_count_check", sql`${table.count} between 2 and 52`),
    check("session_series_month_week_check", sql`${table.monthWeek} in ('1', '2', '3', '4', 'last')`),
    check("session_series_repeats_check", sql`(${table.weeks} is null) <> (${table.monthWeek} is null)`),
    check("session_series_ends_check", sql`(${table.count} is null) <> (${table.untilOn} is null)`),
    index("session_series_by_programme_idx").on(table.organisationId, table.programmeId),
    belongsTo({ organisationId: table.organisationId, from: table.programmeId }, programmes),
    belongsTo({ organisationId: table.organisationId, from: table.typeId }, sessionTypes),
  ],
);

/** A session, from the moment somebody holds its time (`sessions` are those of signing in). What it was booked by stays with it when its type changes. */
export const scheduledSessions = tenantTable(
  "scheduled_sessions",
  {
    typeId: uuid().notNull(),
    kind: text().notNull(),
    title: text().notNull(),
    state: text().notNull(),
    startsAt: moment().notNull(),
    endsAt: moment().notNull(),
    bufferBefore: integer().notNull().default(0),
    bufferAfter: integer().notNull().default(0),
    capacity: integer().notNull().default(1),
    placeKind: text().notNull(),
    place: text().notNull().default(""),
    /** Until when its time is kept for who is still booking; null once it is booked. */
    heldUntil: moment(),
    heldBy: uuid(),
    /** Rises with each change that calendars are told of (RFC 5545, SEQUENCE). */
    sequence: integer().notNull().default(0),
    bookedAt: moment(),
    bookedBy: uuid(),
    cancelledAt: moment(),
    cancelledBy: uuid(),
    cancelReason: text().notNull().default(""),
    /** When it was first noted how it went. */
    outcomeAt: moment(),
    /** The series to which it belongs, and when that has it begin, whenever it takes place. */
    seriesId: uuid(),
    seriesStart: moment(),
    /** Since when it is at this time. Postgres keeps this and the next (db/sql/sessions_outside.sql). */
    timedAt: moment(),
    /** When something about it is to be told next (lib/scheduling/notices); null for never. */
    dueAt: moment(),
  },
  (table) => [
    check(
      "scheduled_sessions_state_check",
      sql`${table.state} in ('held', 'booked', 'done', 'no_show', 'cancelled', 'expired')`,
    ),
    check("scheduled_sessions_kind_check", sql`${table.kind} in ${sessionKinds}`),
    check("scheduled_sessions_series_check", sql`(${table.seriesId} is null) = (${table.seriesStart} is null)`),
    index("scheduled_sessions_by_series_idx")
      .on(table.organisationId, table.seriesId, table.seriesStart)
      .where(sql`${table.seriesId} is not null`),
    belongsTo({ organisationId: table.organisationId, from: table.seriesId }, sessionSeries),
    check("scheduled_sessions_order_check", sql`${table.startsAt} < ${table.endsAt}`),
    check("scheduled_sessions_held_check", sql`(${table.state} = 'held') = (${table.heldUntil} is not null)`),
    index("scheduled_sessions_by_start_idx").on(table.organisationId, table.startsAt, table.id),
    index("scheduled_sessions_held_idx")
      .on(table.organisationId, table.heldUntil)
      .where(sql`${table.heldUntil} is not null`),
    index("scheduled_sessions_due_idx")
      .on(table.dueAt)
      .where(sql`${table.dueAt} is not null`),
    belongsTo({ organisationId: table.organisationId, from: table.typeId }, sessionTypes),
    pgPolicy("sweep", { for: "select", to: sweepRole, using: sql`true` }),
  ],
);

/**
 * Who holds a session, and from when to when it takes their time, with what is kept free around it. No two stretches of one person lie upon each other: an
 * exclusion constraint says so (db/sql/scheduling.sql), beneath the lock that each booking takes first.
 */
export const sessionHosts = tenantTable(
  "session_hosts",
  {
    sessionId: uuid().notNull(),
    personId: uuid().notNull(),
    takesFrom: moment().notNull(),
    takesTo: moment().notNull(),
    /** Not any more once the session was cancelled. */
    takes: boolean().notNull().default(true),
  },
  (table) => [
    unique("session_hosts_key").on(table.organisationId, table.sessionId, table.personId),
    check("session_hosts_order_check", sql`${table.takesFrom} < ${table.takesTo}`),
    index("session_hosts_by_person_idx").on(table.organisationId, table.personId, table.takesFrom),
    belongsTo({ organisationId: table.organisationId, from: table.sessionId }, scheduledSessions),
    belongsTo({ organisationId: table.organisationId, from: table.personId }, people),
  ],
);

/** Who takes part in a session, or waits for a place. */
export const sessionAttendees = tenantTable(
  "session_attendees",
  {
    sessionId: uuid().notNull(),
    personId: uuid().notNull(),
    /** The programme whose entitlement it uses. */
    programmeId: uuid(),
    state: text().notNull(),
    joinedAt: moment().notNull(),
    cancelledAt: moment(),
    /** It was cancelled so late that it counts as a session. */
    counted: boolean().notNull().default(false),
    /** How often it was moved so late that the time before counts as a session too. */
    lateMoves: integer().notNull().default(0),
    /** What was answered at booking, sealed. */
    answersEncrypted: text(),
  },
  (table) => [
    unique("session_attendees_key").on(table.organisationId, table.sessionId, table.personId),
    check("session_attendees_late_moves_check", sql`${table.lateMoves} >= 0`),
    check(
      "session_attendees_state_check",
      sql`${table.state} in ('booked', 'waiting', 'cancelled', 'attended', 'no_show')`,
    ),
    index("session_attendees_by_person_idx").on(table.organisationId, table.personId, table.sessionId),
    index("session_attendees_by_programme_idx").on(table.organisationId, table.programmeId),
    belongsTo({ organisationId: table.organisationId, from: table.sessionId }, scheduledSessions),
    belongsTo({ organisationId: table.organisationId, from: table.personId }, people),
    belongsTo({ organisationId: table.organisationId, from: table.programmeId }, programmes),
  ],
);
