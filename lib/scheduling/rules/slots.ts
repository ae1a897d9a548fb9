import { calendarOf, daysIn, hoursOf, inOrder, joined, minute, stepsIn } from "./host-time";
import { joinablesOf } from "./joins";
import { limitsOf, reachOf } from "./limits";
import { beginnings, occupiedOf, within } from "./occupied";
import type { Host, Question, Slot } from "./question";

/**
 * The times that can be booked, that begin from one moment until another, in order. At the same moment sessions that one joins come before a new
 * one, so that a group fills before the next begins.
 *
 * - A session lies within its hosts' hours; its buffers may reach outside of them.
 * - Between two sessions of a host lies the time after the first and the time before the second, one after the other. Of what outside calendars say a session
 *   keeps its own distance.
 * - Limits by day and week, the horizon and the steps go by the civil days and the clock of the host.
 * - Where all hosts take part, a slot begins on a step of one of them: hours that begin at different times would else have no slot in common.
 * - To join a session takes nothing from its hosts: only notice, horizon and what the person has already count.
 */
export function slotsOf(question: Question, range: { from: Date; to: Date }): Slot[] {
  const from = Math.max(range.from.getTime(), question.now.getTime());
  const to = range.to.getTime();
  if (from >= to) return [];
  const isOwn = ownTime(question);
  const joins = joinSlots(question, from, to, isOwn);
  const fresh = freshSlots(question, from, to, isOwn);
  return joins.length === 0 ? fresh : [...joins, ...fresh].sort(oneBeforeOther);
}

/** The next so many times from a moment at which there is a place, one slot for each time. */
export function nextFree(most: number, question: Question, from: Date): Slot[] {
  const found: Slot[] = [];
  const { hosts, type, now } = question;
  const furthest = Math.max(...hosts.map(({ horizonDays }) => Math.min(horizonDays, type.horizonDays)));
  // Civil days of the host lie up to a day beside those of the clock here.
  const end = now.getTime() + (furthest + 3) * 1440 * minute;
  let days = 7;
  for (let at = Math.max(from.getTime(), now.getTime()); at < end && found.length < most; days *= 2) {
    const until = Math.min(end, at + days * 1440 * minute);
    for (const slot of slotsOf({ ...question, waitingList: false }, { from: new Date(at), to: new Date(until) }))
      if (slot.startsAt.getTime() !== found.at(-1)?.startsAt.getTime()) found.push(slot);
    at = until;
  }
  return found.slice(0, most);
}

/** When a new session can begin, with those who are free for it. */
function freshSlots(question: Question, from: number, to: number, isOwn: IsOwn): Slot[] {
  const { hosts, type, mode } = question;
  const times = hosts.map((host) => timesOf(host, question, from, to));
  const slots: Slot[] = [];
  const add = (at: number, hostIds: readonly string[]) => {
    const end = at + type.lengthMinutes * minute;
    if (!isOwn(at, end))
      slots.push({ startsAt: new Date(at), endsAt: new Date(end), hostIds, placesLeft: type.capacity });
  };
  if (mode === "any") eachMoment(hosts, times, add);
  else if (times.length > 0) {
    const hostIds = hosts.map(({ id }) => id);
    const steps = inOrder(times.flatMap((host) => host.steps));
    for (const at of times.reduce((left, host) => host.free(left), steps)) add(at, hostIds);
  }
  return slots;
}

/** Tells each moment at which one of the hosts is free, in order, with those who are. */
function eachMoment(
  hosts: readonly Host[],
  times: readonly HostTimes[],
  tell: (at: number, hostIds: readonly string[]) => void,
): void {
  const free = times.map((host) => host.free(host.steps));
  const passed = free.map(() => 0);
  const heads = free.map((moments) => moments[0] ?? Infinity);
  // The same hosts are free many times on end: one list for all of them.
  let hostIds: readonly string[] = [];
  for (;;) {
    let at = Infinity;
    for (let place = 0; place < heads.length; place += 1) if (heads[place]! < at) at = heads[place]!;
    if (at === Infinity) return;
    const now: string[] = [];
    for (let place = 0; place < heads.length; place += 1) {
      if (heads[place] !== at) continue;
      now.push(hosts[place]!.id);
      const [moments, next] = [free[place]!, (passed[place]! += 1)];
      heads[place] = next < moments.length ? moments[next]! : Infinity;
    }
    if (now.length !== hostIds.length || now.some((id, place) => id !== hostIds[place])) hostIds = now;
    tell(at, hostIds);
  }
}

interface HostTimes {
  /** When a slot begins by the host's clock. */
  steps: number[];
  /** Those of some ordered moments at which the host can begin a session. */
  free: (moments: readonly number[]) => number[];
}

function timesOf(host: Host, { type, closures = [], now }: Question, from: number, to: number): HostTimes {
  const length = type.lengthMinutes * minute;
  const { earliest, lastDay } = reachOf(host, type, now);
  const begin = Math.max(from, earliest);
  if (begin >= to) return { steps: [], free: () => [] };
  const hours = hoursOf(calendarOf(host.availability, closures), begin, to + length);
  const taken = occupiedOf(host, now, begin - type.bufferBefore * minute, to + length + type.bufferAfter * minute);
  const free = beginnings(joined(hours), taken, type);
  const dayOf = daysIn(host.availability.timeZone);
  const limits = limitsOf(host, type, now);
  let asked = { dayNumber: Number.NaN, open: false };
  const isOpenOn = (dayNumber: number) => {
    if (dayNumber !== asked.dayNumber)
      asked = { dayNumber, open: dayNumber <= lastDay && limits(dayNumber).length === 0 };
    return asked.open;
  };
  return {
    steps: stepsIn(hours, type.stepMinutes, begin, to),
    free: (moments) => within(moments, free).filter((at) => isOpenOn(dayOf(at))),
  };
}

/** Sessions that one can join, or wait for. */
function joinSlots(question: Question, from: number, to: number, isOwn: IsOwn): Slot[] {
  const { hosts, type, now, waitingList = false } = question;
  const reaches = new Map(
    hosts.map((host) => [host, { ...reachOf(host, type, now), dayOf: daysIn(host.availability.timeZone) }]),
  );
  const isInReach = (host: Host, at: number) => {
    const { earliest, lastDay, dayOf } = reaches.get(host)!;
    return at >= earliest && dayOf(at) <= lastDay;
  };
  return joinablesOf(question, from, to)
    .filter((joinable) => joinable.placesLeft > 0 || waitingList)
    .filter(({ session: { startsAt, endsAt } }) => !isOwn(startsAt.getTime(), endsAt.getTime()))
    .filter((joinable) => joinable.hosts.every((host) => isInReach(host, joinable.session.startsAt.getTime())))
    .map(({ session, placesLeft, hosts: holders }): Slot => {
      const { id, startsAt, endsAt } = session;
      const slot = { startsAt, endsAt, hostIds: holders.map((host) => host.id), joins: id, placesLeft };
      return placesLeft === 0 ? { ...slot, waits: true } : slot;
    });
}

type IsOwn = (from: number, to: number) => boolean;

/** Tells whether the person who books has a session in a stretch. */
function ownTime({ attendee }: Question): IsOwn {
  const own = attendee.map(({ startsAt, endsAt }) => ({ from: startsAt.getTime(), to: endsAt.getTime() }));
  return (from, to) => own.some((span) => span.from < span.to && span.from < to && span.to > from);
}

/** Free places before waiting, joining before a new session. */
const oneBeforeOther = (one: Slot, other: Slot): number =>
  one.startsAt.getTime() - other.startsAt.getTime() ||
  Number(one.waits ?? false) - Number(other.waits ?? false) ||
  Number(one.joins === undefined) - Number(other.joins === undefined) ||
  ((one.joins ?? "") < (other.joins ?? "") ? -1 : 1);
