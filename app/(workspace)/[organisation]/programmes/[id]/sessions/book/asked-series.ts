import { DateTime } from "luxon";
import { monthWeeksOf, type Ends, type MonthWeek, type Repeats } from "@/lib/scheduling/rules/series";

/** How often a session is to come again, as the address of the page says. */
export interface AskedAgain {
  /** Null where nothing is asked for yet, or nothing that can be. */
  asked: { repeats: Repeats; ends: Ends } | null;
  /** What the form shows: what was asked for, or what is usual. */
  shown: {
    date: string;
    monthWeeks: MonthWeek[];
    repeats: string;
    ends: "times" | "until";
    times: number;
    until: string;
  };
}

/** Reads the parameters `repeats` (`weeks-2`, `month-4`, `month-last`), `ends` (`times`, `until`), `times` and `until` of an address. */
export function askedAgain(word: (key: string) => string, at: Date, timeZone: string): AskedAgain {
  const first = DateTime.fromJSDate(at, { zone: timeZone });
  const date = first.toISODate()!;
  const monthWeeks = monthWeeksOf(date);
  const repeats = repeatsIn(word("repeats"), monthWeeks);
  const ends = word("ends") === "until" ? "until" : "times";
  const times = Number(word("times"));
  const isTimes = Number.isInteger(times) && times >= 2 && times <= 52;
  const until = DateTime.fromISO(word("until"));
  const end = ends === "times" ? isTimes && { count: times } : until.isValid && { until: until.toISODate() };
  return {
    asked: repeats && end ? { repeats, ends: end } : null,
    shown: {
      ...{ date, monthWeeks, ends, repeats: repeats ? word("repeats") : "weeks-2", times: isTimes ? times : 6 },
      until: until.isValid ? until.toISODate() : first.plus({ months: 3 }).toISODate()!,
    },
  };
}

/** A month's week that the first date is not in was asked for with another date: it says nothing of this one. */
function repeatsIn(said: string, monthWeeks: readonly MonthWeek[]): Repeats | null {
  const which = monthWeeks.find((one) => said === `month-${one}`);
  if (which) return { every: "month", which };
  const weeks = Number(/^weeks-([1-8])$/.exec(said)?.[1]);
  return weeks ? { every: "weeks", weeks } : null;
}
