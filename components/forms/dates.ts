/** Day, month and year in the order in which a locale writes them: "dmy", "mdy", "ymd". */
export type DateOrder = "dmy" | "mdy" | "ymd";

export type DateReading =
  | { ok: true; iso: string }
  /** unknown: not a date; noSuchDay: the month has fewer days, `days` of them. */
  | { ok: false; problem: "unknown" }
  | { ok: false; problem: "noSuchDay"; month: number; year: number; days: number };

/** In which order the locale writes a date in figures. */
export function dateOrder(locale: string): DateOrder {
  const parts = new Intl.DateTimeFormat(locale, { day: "numeric", month: "numeric", year: "numeric" }).formatToParts(0);
  const order = parts
    .filter((part) => ["day", "month", "year"].includes(part.type))
    .map((part) => part.type[0])
    .join("");
  return order === "mdy" || order === "ymd" ? order : "dmy";
}

/**
 * Reads a civil date as people type it: 2026-11-18, 18.11.2026, 18/11/26, 18 Nov 2026, November 18, 2026. With points the day
 * comes first in every locale; with slashes as the locale writes. Two figures of a year mean this century. Returns ISO 8601.
 */
export function readDate(text: string, locale: string): DateReading {
  const typed = text.trim().toLocaleLowerCase(locale).replace(/,/g, " ");
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  if (iso) return day(iso[1], iso[2], iso[3]);
  const figures = /^(\d{1,4})\s*([./\- ])\s*(\d{1,2})\s*\2\s*(\d{1,4})\.?$/.exec(typed);
  if (figures) {
    const [, a, separator, b, c] = figures;
    const order = (a?.length ?? 0) > 2 ? "ymd" : separator === "." ? "dmy" : dateOrder(locale);
    if (order === "ymd") return day(a, b, c);
    return order === "mdy" ? day(c, a, b) : day(c, b, a);
  }
  const words = typed.split(/[\s.]+/).filter(Boolean);
  const month = words.map((word) => monthNamed(word, locale)).find((found) => found > 0);
  const numbers = words.filter((word) => /^\d+$/.test(word));
  if (!month || numbers.length !== 2 || words.length !== 3) return { ok: false, problem: "unknown" };
  const year = numbers.find((number) => number.length === 4) ?? numbers[1];
  const other = numbers.find((number) => number !== year) ?? numbers[0];
  return day(year, String(month), other);
}

/** A civil date as the locale writes it in words: 18 November 2026. Empty stays empty. */
export function writeDate(iso: string, locale: string): string {
  const date = new Date(`${iso}T00:00:00Z`);
  if (!iso || Number.isNaN(date.getTime())) return iso;
  return new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(
    date,
  );
}

function day(yearText = "", monthText = "", dayText = ""): DateReading {
  const year = yearText.length <= 2 ? 2000 + Number(yearText) : Number(yearText);
  const month = Number(monthText);
  const number = Number(dayText);
  if (month < 1 || month > 12 || number < 1 || year < 1900 || year > 2200) return { ok: false, problem: "unknown" };
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (number > days)
    return number <= 31 ? { ok: false, problem: "noSuchDay", month, year, days } : { ok: false, problem: "unknown" };
  return { ok: true, iso: `${year}-${String(month).padStart(2, "0")}-${String(number).padStart(2, "0")}` };
}

/** 1 to 12 for a month's name or at least three letters of it, in the locale or in English; 0 for other words. */
function monthNamed(word: string, locale: string): number {
  if (word.length < 3 || /\d/.test(word)) return 0;
  for (const language of [locale, "en"]) {
    for (let month = 1; month <= 12; month += 1) {
      const name = new Intl.DateTimeFormat(language, { month: "long", timeZone: "UTC" })
        .format(Date.UTC(2026, month - 1, 15))
        .toLocaleLowerCase(language);
      if (name.startsWith(word)) return month;
    }
  }
  return 0;
}
