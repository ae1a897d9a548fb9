import "server-only";
import type { z } from "zod";
import { Refusal } from "@/lib/platform/refusal";
import { holidaysOf, isHolidayPlace } from "./holidays";
import { windowsOf } from "./hours-text";
import type { DayFields, SetHoursInput } from "./schemas";
import type { HoursFrom } from "./stored-calendar";

type Fields = Omit<z.output<typeof SetHoursInput>, "calendarId" | "expectedVersion">;

/** What somebody typed of what holds from a day on, as it is stored. */
export const hoursFromFields = ({ validFrom, week, ...fields }: Fields): HoursFrom => ({
  ...fields,
  validFrom: validFrom === "" ? null : validFrom,
  week: week.map(windowsOf),
});

/** How many years are looked through for a public holiday: some do not come every year. */
const yearsAhead = 12;

/** Without public holidays of a place that is not the calendar's any more: they would be worked again, should it ever come back. */
export async function ofItsPlace(said: HoursFrom, now: Date): Promise<HoursFrom> {
  const { country, region, workedHolidays } = said;
  if (workedHolidays.length === 0) return said;
  if (country === "") return { ...said, workedHolidays: [] };
  const ofPlace = await holidaysOf({ country, region });
  const first = now.getUTCFullYear() - 1;
  const known = new Set(
    Array.from({ length: yearsAhead }, (_, at) => ofPlace(first + at)).flatMap((year) => year.map(({ key }) => key)),
  );
  return { ...said, workedHolidays: workedHolidays.filter((key) => known.has(key)) };
}

/** A single day, or some in a row, as somebody typed it, as it is stored. No hours of a closed day: the whole of it. */
export const dayFromFields = ({ toOn, hours, ...fields }: z.output<typeof DayFields>) => ({
  ...fields,
  toOn: toOn || fields.fromOn,
  hours: hours.length === 0 ? null : windowsOf(hours),
});

/** Refuses a place whose holidays are not known, at its field. */
export async function assertPlace({ country, region }: Pick<Fields, "country" | "region">): Promise<void> {
  if (country === "") {
    if (region !== "") throw new Refusal("invalid", "Please choose a country first.", "country");
    return;
  }
  if (!(await isHolidayPlace({ country, region: "" })))
    throw new Refusal("invalid", "Please choose one of the countries.", "country");
  if (!(await isHolidayPlace({ country, region })))
    throw new Refusal("invalid", "Please choose a region of this country.", "region");
}
