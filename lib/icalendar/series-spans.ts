import type { Budget } from "./budget";
import { lineOf, wordOf, type Component } from "./components";
import { dayOfStamp, isBusy, momentOfStamp, timesOf, zoneOf, type EventTimes } from "./event-times";
import type { FeedZones } from "./feed-zones";
import type { Problems } from "./problems";
import { readDuration, readStamp, stampOf, type Stamp } from "./read-values";
import { readRule, type Rule } from "./recurrence-rule";
import { occurrences } from "./recurrence";
import type { Span } from "./spans";
import { momentOf, wallAt } from "./zone";

/** An event of a feed, and the calendar's zones by which it is read. */
export interface FeedEvent {
  event: Component;
  zones: FeedZones;
}

export interface Reading {
  range: Span;
  budget: Budget;
  problems: Problems;
}

/** What one rule of a feed may take: more than the minutes of a month, less than its seconds. */
const stepsOfRule = 60_000;

const day = 86_400;

/** An occurrence that is otherwise than its series: when it was to be, and whether the later ones are like it. */
interface Change {
  event: Component;
  times: EventTimes | null;
  id: Stamp;
  /** The moment; of a day its midnight on the wall. */
  at: number;
  onward: boolean;
}

/** The times that the events of one UID take: all that reach into the range, and some around it. */
export function* seriesSpans(
  masters: readonly FeedEvent[],
  others: readonly FeedEvent[],
  reading: Reading,
): Generator<Span> {
  const { problems, budget } = reading;
  for (const { event, zones } of masters) {
    const times = timesOf(event, zones, problems);
    if (!times) continue;
    const changes = others.flatMap((other) => (budget.spend() && changeOf(other, times, problems)) || []);
    yield* masterSpans({ event, zones }, times, changes, reading);
  }
  for (const { event, zones } of others) {
    const times = isBusy(event) ? timesOf(event, zones, problems) : null;
    if (times) yield spanAt(times.start.wall, times);
  }
}

function changeOf({ event, zones }: FeedEvent, series: EventTimes, problems: Problems): Change | null {
  const line = lineOf(event, "RECURRENCE-ID")!;
  const id = stampOf(line);
  if (!id) {
    problems.add("bad-date");
    return null;
  }
  const onward = line.parameters["RANGE"]?.toUpperCase() === "THISANDFUTURE";
  return { event, times: onward ? timesOf(event, zones, problems) : null, id, at: keyOf(id, zones, series), onward };
}

/** What tells an occurrence from the others of its series: its moment, or its day where the series or who names it has days alone. */
const keyOf = (stamp: Stamp, zones: FeedZones, { start, zone }: EventTimes): number =>
  start.kind === "day" || stamp.kind === "day" ? dayOfStamp(stamp, zone) : momentOfStamp(stamp, zones, zone);

function* masterSpans(
  master: FeedEvent,
  times: EventTimes,
  changes: readonly Change[],
  reading: Reading,
): Generator<Span> {
  const { event } = master;
  const { start, zone } = times;
  const onward = changes.filter((change) => change.onward).sort((one, other) => one.at - other.at);
  const takes = isBusy(event);
  if (!takes && onward.length === 0) return;
  const named = { moments: new Set<number>(), days: new Set<number>() };
  const leaveOut = (stamp: Stamp, at: number): void =>
    void (stamp.kind === "day" || start.kind === "day" ? named.days : named.moments).add(at);
  for (const { id, at } of changes) leaveOut(id, at);
  for (const stamp of stampsOf(event, "EXDATE", reading)) leaveOut(stamp, keyOf(stamp, master.zones, times));
  for (const { wall, end } of allTimes(master, times, onward, reading)) {
    const moment = momentOf(wall, zone);
    if (named.moments.has(moment) || named.days.has(Math.floor(wall / day) * day)) continue;
    if (!reading.budget.spend(onward.length)) return;
    const changed = onward.findLast(({ id, at }) => at < (id.kind === "day" || start.kind === "day" ? wall : moment));
    const as = changed?.times;
    if (changed ? !isBusy(changed.event) || !as : !takes) continue;
    if (as) yield spanAt(wallAt(moment, as.zone) + shiftOf(changed, start, zone), as);
    else yield { from: moment, to: end ?? times.endOf(wall) };
  }
}

/** How far a change moves what comes after it, by the clock. */
const shiftOf = ({ times, at, id }: Change, start: Stamp, zone: EventTimes["zone"]): number =>
  times!.start.wall - wallAt(id.kind === "day" || start.kind === "day" ? momentOf(at, zone) : at, times!.zone);

const spanAt = (wall: number, times: EventTimes): Span => ({ from: momentOf(wall, times.zone), to: times.endOf(wall) });

/** An occurrence on the wall; with an end of its own where a period says it. */
interface Occurrence {
  wall: number;
  end?: number;
}

/** All times of an event that may reach into the range, those that a rule leaves out again taken away. */
function allTimes(master: FeedEvent, times: EventTimes, onward: readonly Change[], reading: Reading): Occurrence[] {
  const { event, zones } = master;
  const { start, zone } = times;
  const { range, budget } = reading;
  // Zones are less than a day apart; what comes later than it was may come from before.
  const moved = onward.reduce(
    (most, { times: as, id }) => Math.max(most, as ? Math.abs(as.start.wall - id.wall) + as.length : 0),
    0,
  );
  const from = range.from - 2 * day - times.length - moved;
  const to = range.to + 2 * day + moved;
  const rulesOf = (name: string): Rule[] =>
    event.lines.flatMap((line) => {
      if (line.name !== name) return [];
      const rule = readRule(line.value);
      if (!rule) reading.problems.add("bad-rule");
      return rule ?? [];
    });
  const byRule = (rule: Rule): number[] => ruleTimes(rule, times, { from, to }, reading);
  const rules = rulesOf("RRULE");
  const found = new Map<number, Occurrence>();
  const own = rules.length > 0 ? rules.flatMap(byRule) : [start.wall];
  for (const wall of own) if (wall >= from && wall <= to) found.set(wall, { wall });
  for (const line of event.lines)
    if (line.name === "RDATE")
      for (const said of line.value.split(",")) {
        if (!budget.spend()) break;
        const [first = "", last] = said.split("/");
        const stamp = readStamp(first, line.parameters["TZID"]);
        if (!stamp) reading.problems.add("bad-date");
        else {
          const at = start.kind === "day" ? dayOfStamp(stamp, zone) : wallAt(momentOfStamp(stamp, zones, zone), zone);
          found.set(at, {
            wall: at,
            end: last === undefined ? undefined : periodEnd(stamp, last, line.parameters["TZID"], zones),
          });
        }
      }
  for (const rule of rulesOf("EXRULE")) for (const wall of byRule(rule)) found.delete(wall);
  return [...found.values()];
}

function ruleTimes(rule: Rule, { start, zone }: EventTimes, { from, to }: Span, reading: Reading): number[] {
  const { until } = rule;
  // The last day counts whole where a day is all that is said; else the moment does, where one is said.
  const last = !until
    ? Infinity
    : until.kind === "day"
      ? until.wall + day - 1
      : until.kind === "utc"
        ? wallAt(until.wall, zone)
        : until.wall;
  const isLate = (wall: number): boolean =>
    until?.kind === "utc" && start.kind !== "day" ? momentOf(wall, zone) > until.wall : wall > last;
  if (isLate(start.wall)) {
    reading.problems.add("rule-ends-before-start");
    return [];
  }
  const budget = reading.budget.part(stepsOfRule);
  // An hour that is shown twice may let one in that is late by the clock alone.
  const found = [...occurrences({ rule, start: start.wall, from, to: Math.min(to, last + day), budget })];
  reading.budget.spend(budget.spent);
  if (budget.isOver) reading.problems.add("too-much-work");
  return found.filter((wall) => !isLate(wall));
}

function* stampsOf(event: Component, name: string, { budget, problems }: Reading): Generator<Stamp> {
  for (const line of event.lines)
    if (line.name === name)
      for (const said of line.value.split(",")) {
        if (!budget.spend()) return;
        const stamp = line.value.includes(",") ? readStamp(said, line.parameters["TZID"]) : stampOf(line);
        if (stamp) yield stamp;
        else problems.add("bad-date");
      }
}

/** The end of a period, which says it or how long it is. */
export function periodEnd(
  start: Stamp,
  said: string,
  zoneName: string | undefined,
  zones: FeedZones,
): number | undefined {
  const end = readStamp(said, zoneName);
  if (end) return momentOfStamp(end, zones);
  const duration = readDuration(said);
  return duration ? momentOf(start.wall + duration.days * day, zoneOf(start, zones)) + duration.seconds : undefined;
}

/** Whether an event is one occurrence of a series. */
export const isOccurrence = (event: Component): boolean => wordOf(event, "RECURRENCE-ID") !== "";
