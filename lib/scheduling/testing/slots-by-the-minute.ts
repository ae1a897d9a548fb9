import { IANAZone } from "luxon";
import type { Closure, Window } from "@/lib/business-time/calendar";
import type { Availability, Host, HostSession, Question, Slot, Span } from "../rules/question";

/*
 * Slots the slow and obvious way: look at every minute, at the clock on the wall of each host, and at every minute that a session would take. Shares no
 * code with the other way. Hours, steps and changes of clocks are at whole minutes, so a session begins and ends at one.
 */

const minute = 60_000;
const day = 1440 * minute;

export function slotsByTheMinute(question: Question, range: { from: Date; to: Date }): Slot[] {
  const slots: Slot[] = [];
  const hosts = question.hosts.map((host) => minutesOf(host, question));
  for (let at = Math.ceil(range.from.getTime() / minute) * minute; at < range.to.getTime(); at += minute) {
    if (at < question.now.getTime()) continue;
    const joined = joinedAt(at, question);
    for (const waits of [false, true]) {
      slots.push(...joined.filter((slot) => (slot.waits ?? false) === waits));
      const fresh = waits ? null : freshAt(at, question, hosts);
      if (fresh) slots.push(fresh);
    }
  }
  return slots;
}

function freshAt(at: number, question: Question, hosts: readonly HostMinutes[]): Slot | null {
  const { type, mode } = question;
  const onStep = hosts.filter((host) => isOnStep(at, host, question));
  if (onStep.length === 0) return null;
  const free = (mode === "all" ? hosts : onStep).filter((host) => canBegin(at, host, question));
  if (mode === "all" ? free.length < hosts.length : free.length === 0) return null;
  const end = at + type.lengthMinutes * minute;
  if (question.attendee.some((span) => overlaps(span, at, end))) return null;
  return {
    ...{ startsAt: new Date(at), endsAt: new Date(end), hostIds: free.map(({ host }) => host.id) },
    placesLeft: type.capacity,
  };
}

function joinedAt(at: number, question: Question): Slot[] {
  const { hosts, type, mode, now, attendee, waitingList } = question;
  const sessions = hosts.flatMap((host) => host.sessions.filter(({ startsAt }) => startsAt.getTime() === at));
  const ids = [...new Set(sessions.map(({ id }) => id))].sort();
  return ids.flatMap((id): Slot[] => {
    const session = sessions.find((one) => one.id === id)!;
    const holders = hosts.filter((host) => host.sessions.some((one) => one.id === id));
    if (session.typeId !== type.id || session.capacity < 2 || session.heldUntil != null) return [];
    if (mode === "all" && holders.length < hosts.length) return [];
    if (!holders.every((host) => isInReach(at, host, question))) return [];
    if (attendee.some((span) => overlaps(span, at, session.endsAt.getTime()))) return [];
    const placesLeft = session.capacity > session.taken ? session.capacity - session.taken : 0;
    if (placesLeft === 0 && !waitingList) return [];
    const { startsAt, endsAt } = session;
    const slot: Slot = { startsAt, endsAt, hostIds: holders.map((host) => host.id), joins: id, placesLeft };
    return now.getTime() <= at ? [placesLeft === 0 ? { ...slot, waits: true } : slot] : [];
  });
}

interface HostMinutes {
  host: Host;
  /** Every minute since the epoch at which the host cannot be met. */
  taken: Set<number>;
}

function minutesOf(host: Host, { now }: Question): HostMinutes {
  const taken = new Set<number>();
  const take = ({ startsAt, endsAt }: Span, before = 0, after = 0) => {
    const [from, to] = [startsAt.getTime() - before * minute, endsAt.getTime() + after * minute];
    if (from < to) for (let at = Math.floor(from / minute); at * minute < to; at += 1) taken.add(at);
  };
  for (const span of host.busy) take(span);
  for (const session of host.sessions)
    if (isThere(session, now)) take(session, session.bufferBefore, session.bufferAfter);
  return { host, taken };
}

const isThere = ({ heldUntil }: HostSession, now: Date): boolean => !heldUntil || heldUntil.getTime() > now.getTime();

function canBegin(at: number, { host, taken }: HostMinutes, question: Question): boolean {
  const { type, closures = [] } = question;
  if (!isInReach(at, host, question)) return false;
  for (let each = 0; each < type.lengthMinutes; each += 1)
    if ([0, 1].every((ago) => openAt(at + each * minute, ago, host.availability, closures) === 0)) return false;
  for (let each = -type.bufferBefore; each < type.lengthMinutes + type.bufferAfter; each += 1)
    if (taken.has(at / minute + each)) return false;
  return isBelowLimits(at, host, question);
}

function isInReach(at: number, { noticeMinutes, horizonDays, availability }: Host, { type, now }: Question): boolean {
  if (at < now.getTime() + noticeMinutes * minute || at < now.getTime() + type.noticeMinutes * minute) return false;
  const [today, then] = [now.getTime(), at].map((moment) => dateAt(moment, availability.timeZone));
  return [horizonDays, type.horizonDays].every((days) => then! <= dateOf(Date.parse(`${today}T00:00Z`) + days * day));
}

function isBelowLimits(at: number, host: Host, { type, now }: Question): boolean {
  const { timeZone } = host.availability;
  const date = dateAt(at, timeZone);
  const there = host.sessions.filter((session) => isThere(session, now));
  const dates = there.map(({ startsAt }) => dateAt(startsAt.getTime(), timeZone));
  const sameDay = there.filter((_, place) => dates[place] === date);
  const sameWeek = there.filter((_, place) => mondayOf(dates[place]!) === mondayOf(date));
  return (
    sameDay.length < (host.mostPerDay ?? Infinity) &&
    sameWeek.length < (host.mostPerWeek ?? Infinity) &&
    sameDay.filter(({ typeId }) => typeId === type.id).length < (type.mostPerDay ?? Infinity)
  );
}

/** Hours of today, or of the night that began yesterday. */
const isOnStep = (at: number, { host }: HostMinutes, { type, closures = [] }: Question): boolean =>
  [0, 1].some((ago) => {
    const count = openAt(at, ago, host.availability, closures);
    return count > 0 && (count - 1) % type.stepMinutes === 0;
  });

/** The how manieth minute of hours that began so many days ago it is by the clock; 0 where none of them are open. */
function openAt(at: number, ago: number, availability: Availability, closures: readonly Closure[]): number {
  const wall = at + offset(availability.timeZone, at);
  const began = Math.floor(wall / day) - ago;
  return openMinutes(began, availability, closures)[Math.floor((wall - began * day) / minute)]!;
}

const known = new WeakMap<Availability, Map<number, Uint16Array>>();

/** For each minute from midnight of a day, over two days: the how manieth it is of hours that begin on that day, 0 where none are open. */
function openMinutes(number: number, availability: Availability, closures: readonly Closure[]): Uint16Array {
  const days = known.get(availability) ?? new Map<number, Uint16Array>();
  known.set(availability, days);
  const found = days.get(number);
  if (found) return found;
  const date = dateOf(number * day);
  const open = new Uint16Array(2 * 1440);
  const set = (windows: readonly Window[], value: 0 | 1) => {
    for (const { from, to } of windows) open.fill(value, from, to);
  };
  const own = availability.overrides.filter((override) => override.date === date);
  set(own.length > 0 ? own.flatMap(({ hours }) => hours) : availability.week[weekday(date)]!, 1);
  for (const { from, to, hours = [{ from: 0, to: 2 * 1440 }] } of closures)
    if (own.length === 0 && from <= date && date <= to) set(hours, 0);
  for (let each = 1; each < open.length; each += 1) if (open[each]) open[each] = open[each - 1]! + 1;
  days.set(number, open);
  return open;
}

const overlaps = ({ startsAt, endsAt }: Span, from: number, to: number): boolean =>
  startsAt < endsAt && startsAt.getTime() < to && endsAt.getTime() > from;

const dateOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10);
const dateAt = (moment: number, zone: string): string => dateOf(moment + offset(zone, moment));
const weekday = (date: string): number => (new Date(`${date}T00:00Z`).getUTCDay() + 6) % 7;
const mondayOf = (date: string): string => dateOf(Date.parse(`${date}T00:00Z`) - weekday(date) * day);

const offsets = new Map<string, Map<number, number>>();

/** Clocks change at quarters of an hour. */
function offset(zone: string, moment: number): number {
  const quarters = offsets.get(zone) ?? new Map<number, number>();
  offsets.set(zone, quarters);
  const quarter = Math.floor(moment / (15 * minute));
  const found = quarters.get(quarter);
  if (found !== undefined) return found;
  const asked = IANAZone.create(zone).offset(quarter * 15 * minute) * minute;
  quarters.set(quarter, asked);
  return asked;
}
