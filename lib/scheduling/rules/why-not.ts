import { hoursOn, type Window } from "@/lib/business-time/calendar";
import { calendarOf, dateOf, day, daysIn, hoursOf, minute, stepsIn } from "./host-time";
import { joinablesOf, type Joinable } from "./joins";
import { limitsOf, reachOf, type ReachedLimit } from "./limits";
import { occupiedAt, type Occupied } from "./neighbours";
import type { Host, Question } from "./question";

/** The rule by which a moment cannot be booked, with what helps to choose another. Never who is met then, or for what. */
export type Reason =
  | { code: "past" }
  /** There is nobody who could be booked. */
  | { code: "nobody" }
  /** The person who books has a session then. */
  | { code: "own" }
  | { code: "notice"; earliest: Date }
  | { code: "horizon"; lastDay: string }
  | { code: "dayOff"; date: string }
  | { code: "hours"; date: string; hours: readonly Window[] }
  /** It would go on after the hours end. */
  | { code: "tooLong"; until: Date }
  /** With the nearest times by hours and steps alone: other rules may stand against them. */
  | { code: "grid"; before: Date | null; after: Date | null }
  | Occupied
  | ReachedLimit
  /** No place is left in the session that begins then. */
  | { code: "full" };

/** A reason with the host for whom it holds; null where it holds whoever the host is. */
export type WhyNot = Reason & { hostId: string | null };

/**
 * Why no session can begin at a moment: every rule that stands against it, by host. Empty exactly when one of the slots begins then. Where one host is
 * enough each of them has a reason, where all take part only those who are in the way.
 */
export function whyNot(moment: Date, question: Question): WhyNot[] {
  const at = moment.getTime();
  if (moment < question.now) return [{ code: "past", hostId: null }];
  if (question.hosts.length === 0) return [{ code: "nobody", hostId: null }];
  const ways = waysToBook(at, question);
  if (ways.some((reasons) => reasons.length === 0)) return [];
  const reasons = ways.flat();
  return reasons.filter(
    ({ hostId, code }, place) => hostId !== null || reasons.findIndex((other) => other.code === code) === place,
  );
}

/** Each way in which something could be booked at a moment, with what stands against it: a session to join, and a new one with each host, or with all of them. */
function waysToBook(at: number, question: Question): WhyNot[][] {
  const joinables = joinablesOf(question, at, at + 1);
  const ways = joinables.map((joinable) => againstJoining(at, joinable, question));
  const holders = new Set(joinables.flatMap(({ hosts }) => hosts));
  const own = againstOwn(at, at + question.type.lengthMinutes * minute, question);
  const others = question.hosts.filter((host) => !holders.has(host));
  const against = others.map((host) => named(host, againstBeginning(at, host, question)));
  if (question.mode === "any") return [...ways, ...against.map((reasons) => [...own, ...reasons])];
  return others.length === 0 ? ways : [...ways, [...own, ...againstAll(against)]];
}

/** Where all take part, a step of one of them is enough. */
function againstAll(against: readonly WhyNot[][]): WhyNot[] {
  const isOff = (reasons: readonly WhyNot[]) => reasons.some(({ code }) => code === "grid" || isClosed.has(code));
  return against.every(isOff) ? against.flat() : against.flat().filter(({ code }) => code !== "grid");
}

const isClosed: ReadonlySet<Reason["code"]> = new Set(["dayOff", "hours"]);

function againstJoining(at: number, { session, hosts, placesLeft }: Joinable, question: Question): WhyNot[] {
  const isFull = placesLeft === 0 && !question.waitingList;
  return [
    ...againstOwn(at, session.endsAt.getTime(), question),
    ...hosts.flatMap((host) =>
      named(host, [...againstReach(at, host, question), ...(isFull ? [{ code: "full" } as const] : [])]),
    ),
  ];
}

function againstOwn(from: number, to: number, { attendee }: Question): WhyNot[] {
  const has = attendee.some(
    ({ startsAt, endsAt }) => startsAt < endsAt && startsAt.getTime() < to && endsAt.getTime() > from,
  );
  return has ? [{ code: "own", hostId: null }] : [];
}

function againstBeginning(at: number, host: Host, question: Question): Reason[] {
  return [
    ...againstReach(at, host, question),
    ...againstHours(at, host, question),
    ...occupiedAt(at, host, question),
    ...limitsOf(host, question.type, question.now)(daysIn(host.availability.timeZone)(at)),
  ];
}

function againstReach(at: number, host: Host, { type, now }: Question): Reason[] {
  const { earliest, lastDay } = reachOf(host, type, now);
  if (at < earliest) return [{ code: "notice", earliest: new Date(earliest) }];
  return daysIn(host.availability.timeZone)(at) > lastDay ? [{ code: "horizon", lastDay: dateOf(lastDay) }] : [];
}

function againstHours(at: number, { availability }: Host, { type, closures = [] }: Question): Reason[] {
  const calendar = calendarOf(availability, closures);
  const length = type.lengthMinutes * minute;
  // A day to both sides, for the times before and after.
  const hours = hoursOf(calendar, at - day, at + day + length);
  const open = hours.find(({ from, to }) => from <= at && at < to);
  if (!open) {
    const date = dateOf(daysIn(availability.timeZone)(at));
    const ofDay = hoursOn(date, calendar);
    return [ofDay.length === 0 ? { code: "dayOff", date } : { code: "hours", date, hours: ofDay }];
  }
  const tooLong: Reason[] = at + length > open.openUntil ? [{ code: "tooLong", until: new Date(open.openUntil) }] : [];
  const fitting = hours.map((one) => ({ ...one, to: Math.min(one.to, one.openUntil - length + 1) }));
  const steps = stepsIn(hours, type.stepMinutes, at, at + 1);
  if (steps.length > 0) return tooLong;
  const others = stepsIn(fitting, type.stepMinutes, at - day, at + day);
  const [before, after] = [others.findLast((step) => step < at), others.find((step) => step > at)];
  const dated = (step: number | undefined) => (step === undefined ? null : new Date(step));
  return [...tooLong, { code: "grid", before: dated(before), after: dated(after) }];
}

const named = (host: Host, reasons: readonly Reason[]): WhyNot[] =>
  reasons.map((reason) => ({ ...reason, hostId: host.id }));
