import { readStamp, type Stamp } from "./read-values";

/** How often something recurs (RFC 5545, 3.3.10). Empty lists say nothing. */
export interface Rule {
  frequency: Frequency;
  interval: number;
  count: number | null;
  until: Stamp | null;
  seconds: readonly number[];
  minutes: readonly number[];
  hours: readonly number[];
  /** 0 for Monday; and the how-manieth in its month or year, 0 for each. */
  weekdays: readonly { day: number; place: number }[];
  monthDays: readonly number[];
  yearDays: readonly number[];
  weeks: readonly number[];
  months: readonly number[];
  /** Which ones of each period, from 1 or backwards from -1. */
  places: readonly number[];
  weekStart: number;
}

const frequencies = ["YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY"] as const;
export type Frequency = (typeof frequencies)[number];

/** The longest rule that says something: each day of a year. */
const longest = 4_000;

const days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/** Null for a rule that cannot be followed: one that says what is not allowed, or counts by another calendar than ours. */
export function readRule(said: string): Rule | null {
  if (said.length > longest) return null;
  const parts = new Map<string, string>();
  for (const part of said.toUpperCase().split(";").filter(Boolean)) {
    const [key = "", value, ...more] = part.split("=").map((word) => word.trim());
    if (!value || more.length > 0 || parts.has(key)) return null;
    parts.set(key, value);
  }
  const frequency = frequencies.find((known) => known === parts.get("FREQ"));
  if (!frequency || (parts.get("RSCALE") ?? "GREGORIAN") !== "GREGORIAN" || (parts.get("SKIP") ?? "OMIT") !== "OMIT")
    return null;
  try {
    const whole = (key: string): number | null => numbers(parts.get(key), 1, Number.MAX_SAFE_INTEGER)[0] ?? null;
    return {
      frequency,
      interval: whole("INTERVAL") ?? 1,
      count: whole("COUNT"),
      until: untilOf(parts.get("UNTIL")),
      seconds: numbers(parts.get("BYSECOND"), 0, 60),
      minutes: numbers(parts.get("BYMINUTE"), 0, 59),
      hours: numbers(parts.get("BYHOUR"), 0, 23),
      weekdays: weekdays(parts.get("BYDAY")),
      monthDays: signed(parts.get("BYMONTHDAY"), 31),
      yearDays: signed(parts.get("BYYEARDAY"), 366),
      weeks: signed(parts.get("BYWEEKNO"), 53),
      months: numbers(parts.get("BYMONTH"), 1, 12),
      places: signed(parts.get("BYSETPOS"), 366),
      weekStart: weekdays(parts.get("WKST"))[0]?.day ?? 0,
    };
  } catch (fault) {
    if (fault instanceof RangeError) return null;
    throw fault;
  }
}

function untilOf(said: string | undefined): Stamp | null {
  if (said === undefined) return null;
  const stamp = readStamp(said);
  if (!stamp) throw new RangeError(said);
  return stamp;
}

/** Numbers in order, each once. */
function numbers(said: string | undefined, least: number, most: number): number[] {
  if (said === undefined) return [];
  const found = [...new Set(said.split(",").map((word) => (/^[+-]?\d{1,15}$/.test(word.trim()) ? Number(word) : NaN)))];
  if (!found.every((number) => number >= least && number <= most)) throw new RangeError(said);
  return found.sort((one, other) => one - other);
}

function signed(said: string | undefined, most: number): number[] {
  const found = numbers(said, -most, most);
  if (found.includes(0)) throw new RangeError(said);
  return found;
}

const weekdays = (said: string | undefined): Rule["weekdays"] =>
  [...new Set(said?.split(",").map((word) => word.trim()))].map((word) => {
    const [, place = "0", day = ""] = /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(word) ?? [];
    if (!days.includes(day) || Math.abs(Number(place)) > 53) throw new RangeError(said);
    return { day: days.indexOf(day), place: Number(place) };
  });
