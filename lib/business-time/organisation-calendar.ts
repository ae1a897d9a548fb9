import "server-only";
import { z } from "zod";
import { sql } from "drizzle-orm";
import { businessCalendars } from "@/db/schema/business-time";
import { usualWeek, type BusinessCalendar } from "@/lib/business-time/calendar";
import { isHolidayPlace, type HolidayPlace } from "@/lib/business-time/holidays";
import { rowsOf } from "@/lib/business-time/load";
import { calendarFrom, type HoursFrom } from "@/lib/business-time/stored-calendar";
import type { QueryContext } from "@/lib/platform/operation";

interface Organisation {
  locale: string;
  timeZone: string;
  settings: Readonly<Record<string, unknown>>;
}

const Stored = z.object({ country: z.string(), region: z.string() });

/**
 * Where an organisation takes its public holidays from before it has a calendar: what it chose in its settings when those said so, else what its
 * language and zone suggest; null where nothing is known.
 */
export async function holidayPlaceOf({ locale, timeZone, settings }: Organisation): Promise<HolidayPlace | null> {
  const chosen = Stored.safeParse(settings["calendar"]);
  if (chosen.success) return chosen.data.country === "" ? null : chosen.data;
  const country = new Intl.Locale(locale).region;
  for (const guess of [...countriesOf(timeZone), ...(country ? [country] : [])])
    if (await isHolidayPlace({ country: guess, region: "" })) return { country: guess, region: "" };
  return null;
}

const defaultCalendar = sql`(select ${businessCalendars.id} from ${businessCalendars} where ${businessCalendars.isDefault})`;

/**
 * The calendar by which an organisation counts where none is named: its default one. Before it has any: Monday to Friday in its zone, less the
 * public holidays of its place, which are named in a language where one is given.
 */
export async function calendarOf(
  context: Pick<QueryContext, "tx" | "organisation">,
  language?: string,
): Promise<BusinessCalendar> {
  const standard = await rowsOf(context, defaultCalendar);
  return calendarFrom(
    standard.hours.length > 0 ? standard : { hours: [await firstHours(context.organisation)], days: [] },
    language,
  );
}

/** What an organisation's hours are before anybody chose any. */
export async function firstHours(organisation: Organisation): Promise<HoursFrom> {
  const place = await holidayPlaceOf(organisation);
  return {
    ...{ validFrom: null, timeZone: organisation.timeZone },
    week: usualWeek.map((windows) => windows.map((window) => ({ ...window }))),
    ...{ country: place?.country ?? "", region: place?.region ?? "", workedHolidays: [], ownHolidays: [] },
  };
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
