import "server-only";
import type { Holiday } from "./calendar";

/*
 * Public holidays by country and region, from `date-holidays`. Its data is loaded with the first question: most requests ask none.
 */

type Library = typeof import("date-holidays");

/** A place with holidays of its own: a country (ISO 3166-1) and perhaps a region of it (ISO 3166-2 without the country). */
export interface HolidayPlace {
  country: string;
  region: string;
}

let loaded: Promise<Library["default"]> | undefined;
const library = () => (loaded ??= import("date-holidays").then((module) => module.default));

const day = 86_400_000;

/** A public holiday, and the name by which it is told apart from the others of its place: in the place's own language, so the same for every reader. */
export interface PublicHoliday extends Holiday {
  key: string;
}

/**
 * The holidays of a place, year by year: days on which offices are closed. Half days are not among them. Named in a language where the data does,
 * else in that of the place. A day that is given for another has the other's key.
 */
export async function holidaysOf(
  { country, region }: HolidayPlace,
  language?: string,
): Promise<(year: number) => readonly PublicHoliday[]> {
  const Holidays = await library();
  const source = region ? new Holidays(country, region) : new Holidays(country);
  const years = new Map<number, readonly PublicHoliday[]>();
  return (year) => {
    // A day given for another may lie in the year before or after it, and a feast may go on into the next.
    const known =
      years.get(year) ?? fromAround(source, year, language).filter(({ date }) => date.startsWith(`${year}-`));
    years.set(year, known);
    return known;
  };
}

type Entry = ReturnType<InstanceType<Library["default"]>["getHolidays"]>[number] & { key: string };

/** The holidays of a year with their names in two languages: the place's own as the key, and the reader's. */
function entriesOf(source: InstanceType<Library["default"]>, year: number, language?: string): Entry[] {
  const own = source.getHolidays(year);
  const named = language ? source.getHolidays(year, language) : own;
  return named.map((entry, at) => ({ ...entry, key: own[at]!.name }));
}

function fromAround(source: InstanceType<Library["default"]>, year: number, language?: string): PublicHoliday[] {
  const entries = [year - 1, year, year + 1].flatMap((one) => entriesOf(source, one, language)).filter(closesOffices);
  return entries.flatMap((entry) => {
    const replaced = entry.substitute ? replacedBy(entry, entries) : undefined;
    const insteadOf = replaced?.date.slice(0, 10) ?? null;
    const days = Math.max(1, Math.round((entry.end.getTime() - entry.start.getTime()) / day));
    const first = Date.parse(`${entry.date.slice(0, 10)}T00:00Z`);
    return Array.from({ length: days }, (_, at) => ({
      ...{ date: new Date(first + at * day).toISOString().slice(0, 10), name: entry.name, insteadOf },
      key: replaced?.key ?? entry.key,
    }));
  });
}

/** What begins at noon or later leaves the day a working day. */
const closesOffices = ({ type, date }: Entry): boolean =>
  (type === "public" || type === "bank") && date.slice(11).startsWith("00:00");

/** The holiday in whose place a day is given: both are told by one rule, or the rule of the day names that of the holiday. */
function replacedBy(given: Entry, entries: readonly Entry[]): Entry | undefined {
  return entries.find(
    (entry) =>
      !entry.substitute &&
      Math.abs(entry.start.getTime() - given.start.getTime()) <= 7 * day &&
      (entry.rule === given.rule || given.rule.startsWith(`substitutes ${entry.rule} `)),
  );
}

/** Whether holidays of a place are known. */
export async function isHolidayPlace({ country, region }: HolidayPlace): Promise<boolean> {
  const source = new (await library())();
  if (!Object.hasOwn(source.getCountries(), country)) return false;
  return region === "" || Object.hasOwn(source.getStates(country) ?? {}, region);
}

/** Every country whose holidays are known with its regions, named in a language where the data does, sorted by name. */
export async function holidayPlaces(
  locale: string,
): Promise<ReadonlyArray<{ value: string; label: string; regions: Array<{ value: string; label: string }> }>> {
  const source = new (await library())();
  const language = new Intl.Locale(locale).language;
  const sorted = (names: Record<string, string>) =>
    Object.entries(names)
      .map(([value, label]) => ({ value, label }))
      .sort((left, right) => left.label.localeCompare(right.label, locale));
  const named = new Intl.DisplayNames([locale], { type: "region", fallback: "none" });
  const countries = Object.fromEntries(
    Object.entries(source.getCountries(language)).map(([country, name]) => [country, named.of(country) ?? name]),
  );
  return sorted(countries).map((country) => ({
    ...country,
    regions: sorted(source.getStates(country.value, language) ?? {}),
  }));
}

/** What a place is called, its region first: "Zürich, Switzerland"; null for none. */
export async function placeName({ country, region }: HolidayPlace, locale: string): Promise<string | null> {
  if (country === "") return null;
  const source = new (await library())();
  const named = new Intl.DisplayNames([locale], { type: "region" }).of(country) ?? country;
  const states = region ? source.getStates(country, new Intl.Locale(locale).language) : undefined;
  return states?.[region] ? `${states[region]}, ${named}` : named;
}
