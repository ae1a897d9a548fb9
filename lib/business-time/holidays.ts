import "server-only";

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

const hour = 3_600_000;

/** The holidays of a place, year by year: days on which offices are closed. Half days are not among them. */
export async function holidaysOf({ country, region }: HolidayPlace): Promise<(year: number) => ReadonlySet<string>> {
  const Holidays = await library();
  const source = region ? new Holidays(country, region) : new Holidays(country);
  const years = new Map<number, ReadonlySet<string>>();
  return (year) => {
    const known = years.get(year) ?? new Set([...daysOf(source, year - 1), ...daysOf(source, year)]);
    years.set(year, known);
    return known;
  };
}

function* daysOf(source: InstanceType<Library["default"]>, year: number): Generator<string> {
  for (const { date, start, end, type } of source.getHolidays(year)) {
    // What begins at noon or later leaves the day a working day.
    if ((type !== "public" && type !== "bank") || !date.slice(11).startsWith("00:00")) continue;
    const days = Math.max(1, Math.round((end.getTime() - start.getTime()) / (24 * hour)));
    for (let day = 0; day < days; day += 1)
      yield new Date(Date.parse(`${date.slice(0, 10)}T00:00Z`) + day * 24 * hour).toISOString().slice(0, 10);
  }
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
