import type { QueryContext } from "@/lib/platform/operation";
import type { Reason, WhyNot } from "./rules/why-not";
import type { Window } from "@/lib/business-time/calendar";
import { hoursText } from "@/lib/business-time/hours-text";
import { momentText } from "@/lib/platform/moment-text";

/** How a sentence says a moment: in a zone, which it names, by a reader's language. */
export interface Reader {
  timeZone: string;
  locale: string;
}

/** Who reads a refusal: the person who asked; where nobody did, the organisation. */
export const readerOf = ({ actor, organisation }: Pick<QueryContext, "actor" | "organisation">): Reader =>
  actor.kind === "person" ? actor : organisation;

const hours = (windows: readonly Window[]): string =>
  windows
    .map(hoursText)
    .map(({ from, to }) => `${from}–${to}`)
    .join(", ");

/** A rule as a sentence for the person who asked for the time. Never who is met then, or for what. */
export function sayReason(reason: Reason, reader: Reader): string {
  switch (reason.code) {
    case "past":
      return "This time has passed.";
    case "nobody":
      return "There is nobody who could hold it.";
    case "own":
      return "You have another session then.";
    case "notice":
      return `It can be booked from ${momentText(reason.earliest, reader)} on.`;
    case "horizon":
      return `It can be booked up to ${reason.lastDay}.`;
    case "dayOff":
      return "This day is off.";
    case "hours":
      return `On this day sessions are held ${hours(reason.hours)}, by the clock there.`;
    case "tooLong":
      return `It would go on after the hours end at ${momentText(reason.until, reader)}.`;
    case "grid": {
      const near = [reason.before, reason.after].flatMap((at) => (at ? [momentText(at, reader)] : []));
      return near.length > 0
        ? `Sessions begin at set times, say ${near.join(" or ")}.`
        : "Sessions begin at set times.";
    }
    case "busy":
      return `Busy elsewhere, until ${momentText(reason.until, reader)}.`;
    case "session":
      return `This time is taken, until ${momentText(reason.until, reader)}.`;
    case "held":
      return "Somebody is just booking this time. It may be free again in a few minutes.";
    case "buffer":
      return "It is too close to what comes before or after it: some minutes are kept free between two.";
    case "dayLimit":
      return "This day is full.";
    case "weekLimit":
      return "This week is full.";
    case "full":
      return "No place is left in this session.";
  }
}

/** Rules that stand against a time even where a consultant books past those for executives. */
const always: ReadonlySet<Reason["code"]> = new Set([
  "past",
  "nobody",
  "own",
  "busy",
  "session",
  "held",
  "buffer",
  "full",
]);

/** What is left of the reasons against a time for somebody who may book past hours, notice and limits. */
export const unmovable = (reasons: readonly WhyNot[]): WhyNot[] => reasons.filter(({ code }) => always.has(code));
