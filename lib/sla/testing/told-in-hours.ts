import { usualWeek, type BusinessCalendar } from "@/lib/business-time/calendar";
import type { ClockEvent } from "../rules/events";
import type { Moment } from "../rules/moment";
import type { Terms } from "../rules/terms";

/* A week that tests tell of: Monday 23 to Sunday 29 November 2026, nine to five in UTC, and the ones after it. */

export const hour = 3600;

export const nineToFive: BusinessCalendar = {
  ...{ timeZone: "UTC", week: usualWeek, holidays: () => [], closures: [], openings: [] },
};

const weekdays = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

/** “Mo 9:30”, of the first week; “Mo+1 9:30” of the next one. */
export function on(text: string): Moment {
  const [, day = "", week = "0", hours, minutes] = /^(\w\w)(?:\+(\d))? (\d+):(\d\d)$/.exec(text) ?? [];
  const date = 23 + weekdays.indexOf(day) + 7 * Number(week);
  return Date.UTC(2026, 10, date, Number(hours), Number(minutes)) / 1000;
}

export const termsOf = (hours: number, more: Partial<Terms> = {}): Terms => ({
  version: `${hours} h`,
  target: { seconds: hours * hour, time: "business" },
  warnAt: [],
  escalations: [],
  calendar: nineToFive,
  ...more,
});

type Simple = "start" | "pause" | "resume" | "stop" | "reopen" | "cancel" | "included";

/** A history in the order in which it is told; the first terms hold from before it. */
export const history = (terms: Terms, ...told: (readonly [string, Simple | Terms | null | "excluded", "keep"?])[]) => [
  holds(on("Mo 0:00"), 0, terms, "keep"),
  ...told.map(([when, what, open], place): ClockEvent => {
    const common = { at: on(when), order: place + 1, cause: { code: `test.${place + 1}` } };
    if (what === null || typeof what === "object") return holds(common.at, common.order, what, open ?? "apply");
    return what === "excluded" ? { ...common, what, reason: "agreed" } : { ...common, what };
  }),
];

const holds = (at: Moment, order: number, terms: Terms | null, open: "apply" | "keep"): ClockEvent => ({
  ...{ at, order, what: "terms", terms, open, cause: { code: "policy.published", id: terms?.version } },
});
