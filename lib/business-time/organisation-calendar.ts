import "server-only";
import { z } from "zod";
import { usualWeek, type BusinessCalendar } from "@/lib/business-time/calendar";
import { holidaysOf, isHolidayPlace, type HolidayPlace } from "@/lib/business-time/holidays";

interface Organisation {
  locale: string;
  timeZone: string;
  settings: Readonly<Record<string, unknown>>;
}

const Stored = z.object({ country: z.string(), region: z.string() });

/** Where an organisation takes its public holidays from: what it chose, else what its language and zone suggest; null where nothing is known. */
export async function holidayPlaceOf({ locale, timeZone, settings }: Organisation): Promise<HolidayPlace | null> {
  const chosen = Stored.safeParse(settings["calendar"]);
  if (chosen.success) return chosen.data.country === "" ? null : chosen.data;
  const country = new Intl.Locale(locale).region;
  for (const guess of [...countriesOf(timeZone), ...(country ? [country] : [])])
    if (await isHolidayPlace({ country: guess, region: "" })) return { country: guess, region: "" };
  return null;
}

const calendars = new Map<string, BusinessCalendar>();

/** The calendar by which an organisation works: Monday to Friday in its zone, less the public holidays of its place. */
export async function calendarOf(organisation: Organisation): Promise<BusinessCalendar> {
  const place = await holidayPlaceOf(organisation);
  const key = [organisation.timeZone, place?.country, place?.region].join("/");
  const known = calendars.get(key);
  if (known) return known;
  const calendar = {
    timeZone: organisation.timeZone,
    week: usualWeek,
    holidays: place ? await holidaysOf(place) : () => [],
    closures: [],
    openings: [],
  };
  // Organisations of one place share one, with the days that it counted already.
  calendars.set(key, calendar);
  return calendar;
}

const zones = new Map<string, string[]>();

/** The countries that keep a zone, by the runtime's own tables. */
function countriesOf(timeZone: string): string[] {
  const known = zones.get(timeZone);
  if (known) return known;
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const found = letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((country) => timeZonesOf(country).includes(timeZone));
  zones.set(timeZone, found);
  return found;
}

/** Node 20 has the older form of the two. */
function timeZonesOf(country: string): readonly string[] {
  const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & {
    timeZones?: string[];
    getTimeZones?: () => string[] | undefined;
  };
  return locale.getTimeZones?.() ?? locale.timeZones ?? [];
}
