import { sql } from "drizzle-orm";
import { boolean, check, date, index, jsonb, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { belongsTo, moment, tenantTable } from "@/db/tenant-table";

/** Hours of work as minutes from midnight of the day on which they begin; past midnight they go on beyond 1440. */
export interface StoredWindow {
  from: number;
  to: number;
}

/** A holiday that an organisation keeps every year on the same day, `MM-DD`. */
export interface StoredYearly {
  name: string;
  on: string;
}

/** All that a calendar says, as plain data. */
export interface StoredSaying {
  hours: {
    validFrom: string | null;
    timeZone: string;
    week: StoredWindow[][];
    country: string;
    region: string;
    workedHolidays: string[];
    ownHolidays: StoredYearly[];
  }[];
  days: { kind: string; fromOn: string; toOn: string; hours: StoredWindow[] | null }[];
}

/** Calendars of work. What is counted by one names it; where nothing is named the default one holds. */
export const businessCalendars = tenantTable(
  "business_calendars",
  { name: text().notNull(), nameKey: text().notNull(), isDefault: boolean().notNull().default(false) },
  (table) => [
    uniqueIndex("business_calendars_by_name_idx")
      .on(table.organisationId, table.nameKey)
      .where(sql`${table.deletedAt} is null`),
    uniqueIndex("business_calendars_default_idx")
      .on(table.organisationId)
      .where(sql`${table.isDefault}`),
    check("business_calendars_default_check", sql`not ${table.isDefault} or ${table.deletedAt} is null`),
  ],
);

/** What holds in a calendar from a date on, until the next of its rows; the row without a date holds from the beginning. */
export const businessHours = tenantTable(
  "business_hours",
  {
    calendarId: uuid().notNull(),
    /** Civil date in the calendar's zone. */
    validFrom: date({ mode: "string" }),
    /** IANA name. */
    timeZone: text().notNull(),
    /** Hours from Monday to Sunday. */
    week: jsonb().$type<StoredWindow[][]>().notNull(),
    /** Whose public holidays are kept: ISO 3166-1, and ISO 3166-2 without the country; empty for none. */
    country: text().notNull().default(""),
    region: text().notNull().default(""),
    /** Public holidays of that place on which work is done all the same, by their key. */
    workedHolidays: text().array().notNull().default([]),
    ownHolidays: jsonb().$type<StoredYearly[]>().notNull().default([]),
  },
  (table) => [
    uniqueIndex("business_hours_by_date_idx")
      .on(table.organisationId, table.calendarId, sql`coalesce(${table.validFrom}, '0001-01-01'::date)`)
      .where(sql`${table.deletedAt} is null`),
    check("business_hours_region_check", sql`${table.region} = '' or ${table.country} <> ''`),
    belongsTo({ organisationId: table.organisationId, from: table.calendarId }, businessCalendars),
  ],
);

/** Single days that are otherwise than the week says: closed, or worked. */
export const businessDays = tenantTable(
  "business_days",
  {
    calendarId: uuid().notNull(),
    kind: text().notNull(),
    name: text().notNull(),
    fromOn: date({ mode: "string" }).notNull(),
    toOn: date({ mode: "string" }).notNull(),
    /** Which hours of each day; null for the whole of a closed one. */
    hours: jsonb().$type<StoredWindow[]>(),
  },
  (table) => [
    check("business_days_kind_check", sql`${table.kind} in ('closed', 'open')`),
    check("business_days_order_check", sql`${table.fromOn} <= ${table.toOn}`),
    check("business_days_hours_check", sql`${table.kind} = 'closed' or ${table.hours} is not null`),
    index("business_days_by_calendar_idx").on(table.organisationId, table.calendarId, table.fromOn),
    belongsTo({ organisationId: table.organisationId, from: table.calendarId }, businessCalendars),
  ],
);

/** What a calendar said until a moment at which it was changed: clocks that were counted by it can be counted again. */
export const businessCalendarPasts = tenantTable(
  "business_calendar_pasts",
  {
    calendarId: uuid().notNull(),
    until: moment().notNull(),
    said: jsonb().$type<StoredSaying>().notNull(),
  },
  (table) => [
    index("business_calendar_pasts_by_calendar_idx").on(table.organisationId, table.calendarId, table.until),
    belongsTo({ organisationId: table.organisationId, from: table.calendarId }, businessCalendars),
  ],
);
