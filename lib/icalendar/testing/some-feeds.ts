import { expect, test } from "vitest";
import { readBusy, type BusyReading } from "../read-busy";

/** A feed with what is given between its BEGIN and END. */
export const feed = (...lines: readonly string[]): string =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Test//EN", ...lines, "END:VCALENDAR", ""].join("\r\n");

/** An event with a UID of its own unless it has one. */
export const event = (...lines: readonly string[]): string =>
  [
    "BEGIN:VEVENT",
    ...(lines.some((line) => line.startsWith("UID")) ? [] : [`UID:${lines.join("/")}`]),
    ...lines,
    "END:VEVENT",
  ].join("\r\n");

/** November 2026 in Zurich, unless another time is asked for. */
export const november = {
  from: new Date("2026-11-01T00:00:00Z"),
  to: new Date("2026-12-01T00:00:00Z"),
  timeZone: "Europe/Zurich",
};

/** Busy time as `11-24T09:00/10:00`, and problems as `code 2`, so that it can be read in a table. */
export function told(reading: BusyReading): { busy: string[]; problems: string[] } | string {
  if (!reading.isCalendar) return reading.reason;
  const short = (date: Date): string => date.toISOString().slice(5, 16);
  return {
    busy: reading.busy.map(({ from, to }) => {
      const [one, other] = [short(from), short(to)];
      return `${one}/${one.slice(0, 5) === other.slice(0, 5) ? other.slice(6) : other}`;
    }),
    problems: reading.problems.map(({ code, count }) => `${code} ${count}`),
  };
}

export const busyIn = (content: string | Uint8Array, question = november) => told(readBusy(content, question));

/** An event of an hour, and when it is. */
export const hour = ["DTSTART:20261124T090000Z", "DTEND:20261124T100000Z"];
export const nine = ["11-24T09:00/10:00"];

type Case = [what: string, content: string | Uint8Array, busy: readonly string[], problems?: readonly string[]];

/** A test for each feed: what it says, and what is told of November. */
export const eachFeed = (cases: readonly Case[]): void =>
  test.each(cases.map(([what, content, busy, problems = []]) => [what, content, busy, problems] as const))(
    "%s",
    (_what, content, busy, problems) => expect(busyIn(content)).toEqual({ busy, problems }),
  );
