import { z } from "zod";
import { TimeZone } from "@/lib/platform/places";
import { overlap, timePattern } from "./hours-text";

const id = z.uuid("This is not a known record.");
const expectedVersion = z.int().min(1);

const Name = z.string().trim().min(1, "Give it a name.").max(80, "Please use at most 80 characters.");

const Time = z.string().regex(timePattern, "Please enter a time like 09:00.");

/** Hours of one day. */
export const DayHours = z
  .array(z.strictObject({ from: Time, to: Time }))
  .max(6, "At most six stretches a day.")
  .refine(
    (hours) => hours.some(({ from, to }) => !timePattern.test(from) || !timePattern.test(to)) || !overlap(hours),
    "These hours lie upon each other.",
  );

const civilDate = z.iso.date("Please enter a date.");

/** A day of every year, `MM-DD`. */
const DayOfYear = z.string().refine((on) => isDate(`2024-${on}`), "There is no such day.");

const isDate = (text: string): boolean => {
  const at = Date.parse(`${text}T00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text;
};

/** Hours from Monday to Sunday, on one day at least. */
export const WeekHours = z
  .array(DayHours)
  .length(7)
  .refine((week) => week.some((day) => day.length > 0), "Say when work is done, on one day at least.");

/** What holds from a date on. */
const hoursFields = {
  /** The first day on which it holds; empty for since the beginning. */
  validFrom: z.union([z.literal(""), civilDate]),
  timeZone: TimeZone,
  /** From Monday to Sunday. */
  week: WeekHours,
  /** Where public holidays are taken from, as `date-holidays` names places; empty for none. */
  country: z.string().max(3),
  region: z.string().max(12),
  /** Public holidays on which work is done all the same, by key. */
  workedHolidays: z.array(z.string().max(200)).max(100),
  ownHolidays: z.array(z.strictObject({ name: Name, on: DayOfYear })).max(60, "At most 60 days."),
};

/** A day, or some days in a row, that are otherwise than the week says. */
const dayFields = {
  kind: z.enum(["closed", "open"]),
  name: Name,
  fromOn: civilDate,
  /** Empty for one day. */
  toOn: z.union([z.literal(""), civilDate]),
  /** Empty for the whole of a closed day. */
  hours: DayHours,
};

interface DayFields {
  kind: "closed" | "open";
  fromOn: string;
  toOn: string;
  hours: unknown[];
}

/** What a day's fields say of each other, each fault at its field. */
function daysHold(
  { kind, fromOn, toOn, hours }: { kind: string; fromOn: string; toOn: string; hours: readonly unknown[] },
  context: z.RefinementCtx,
): void {
  const fault = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
  const days = (Date.parse(toOn || fromOn) - Date.parse(fromOn)) / 86_400_000;
  if (days < 0) fault("toOn", "The last day lies before the first.");
  if (days > 366) fault("toOn", "At most a year at once.");
  if (kind === "open" && hours.length === 0) fault("hours", "Say which hours are worked.");
}

export const DayFields = z.strictObject(dayFields).superRefine(daysHold);
/** The same in a form, with the version that was read; 0 for a new one. */
export const EditedDayFields = z.strictObject({ ...dayFields, expectedVersion: z.int() }).superRefine(daysHold);
export const EditedName = z.strictObject({ name: Name, expectedVersion: z.int() });
export const CalendarId = z.strictObject({ id });
export const CalendarName = z.strictObject({ name: Name });
export const RenameCalendarInput = z.strictObject({ id, expectedVersion, name: Name });
export const SetHoursInput = z.strictObject({
  calendarId: id,
  /** Of the change that holds from that day, as it was read; 0 where there was none. */
  expectedVersion: z.int().min(0),
  ...hoursFields,
});
export const HoursId = z.strictObject({ id });
export const AddDayInput = z.strictObject({ calendarId: id, ...dayFields }).superRefine(daysHold);
export const EditDayInput = z.strictObject({ id, expectedVersion, ...dayFields }).superRefine(daysHold);
export const DayId = z.strictObject({ id });

/** What somebody is about to change of a calendar. */
export const WhatChangesInput = z.strictObject({
  calendarId: id,
  hours: z.strictObject(hoursFields).optional(),
  /** A day to add, or in the place of the one with `dayId`. */
  day: DayFields.optional(),
  dayId: id.optional(),
});

export const HolidayPlaceInput = z.strictObject({ country: z.string().max(3), region: z.string().max(12) });
