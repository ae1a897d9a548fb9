import { openAt } from "@/lib/business-time/testing/by-the-minute";
import type { BusinessCalendar } from "@/lib/business-time/calendar";
import type { ClockEvent, ClockRules } from "../rules/events";
import type { Terms } from "../rules/terms";

/*
 * Clocks the slow and obvious way: look at each minute, first at what happens in it, then at what that leads to, and write down whether the clock
 * ran. Shares no code with the other way. Events, targets and shares of them are at whole minutes.
 */

const minute = 60;

/** How far ahead is looked for what is still to come. */
export const farthest = 3 * 86_400;

export interface SlowClock {
  cycle: number;
  state: string;
  startedAt: number;
  dueAt: number | null;
  elapsed: number;
  remaining: number;
  paused: number;
  stoppedAt: number | null;
  breachedAt: number | null;
  told: string[];
  next: string | null;
}

interface Ticking {
  startedAt: number;
  open: boolean;
  cancelled: boolean;
  stoppedAt: number | null;
  excluded: boolean;
  terms: Terms;
  applied: Terms | null;
  /** One letter for each minute since the start: ran, stood, or was over. */
  minutes: ("r" | "s" | "o")[];
  used: number;
  late: number;
  breachedAt: number | null;
  dueAt: number | null;
  /** Shares and levels that it came to; the ones are below 1, the others not. */
  passed: Set<number>;
  told: { at: number; what: string }[];
  /** The last minute at which it ran, be it for a moment. */
  ranAt: number;
}

/** The record, and the minute that is looked at. */
interface Scene {
  rules: ClockRules;
  now: number;
  terms: Terms | null;
  isPaused: boolean;
  clocks: Ticking[];
  /** The last of them. No clock begins while one is open, and only the last one goes on again. */
  last: Ticking | null;
}

export function clocksByTheMinute(rules: ClockRules, events: readonly ClockEvent[], until: number): SlowClock[] {
  const scene: Scene = { rules, now: 0, terms: null, isPaused: false, clocks: [], last: null };
  const ordered = [...events].sort((one, other) => one.at - other.at || one.order - other.order);
  let seen = 0;
  for (let now = ordered[0]?.at ?? until; now <= until; now += minute) {
    scene.now = now;
    markRunning(scene);
    for (; seen < ordered.length && ordered[seen]!.at === now; seen += 1) happen(ordered[seen]!, scene);
    const clock = openOf(scene);
    if (clock && !scene.isPaused) lookAt(clock, now);
    if (now < until && scene.last) pass(scene.last, now, scene.isPaused);
  }
  return scene.clocks.map((clock, place) => shown(clock, place + 1, scene.isPaused, until));
}

const openOf = ({ last }: Scene): Ticking | null => (last?.open ? last : null);

function markRunning(scene: Scene): void {
  const clock = openOf(scene);
  if (clock && !scene.isPaused) clock.ranAt = scene.now;
}

function begin(scene: Scene): void {
  if (!scene.terms) return;
  scene.last = fresh(scene.now, scene.terms);
  scene.clocks.push(scene.last);
}

function happen(event: ClockEvent, scene: Scene): void {
  const { rules, now, clocks, last } = scene;
  const clock = openOf(scene);
  if (event.what === "pause") scene.isPaused = true;
  if (event.what === "resume") scene.isPaused = false;
  if (event.what === "terms") {
    scene.terms = event.terms;
    if (clock && event.terms !== null && event.open === "apply") clock.applied = event.terms;
  }
  if (event.what === "start" && !clock)
    if (rules.runs === "again" || !clocks.some(({ cancelled }) => !cancelled)) begin(scene);
  if (event.what === "reopen" && !clock) {
    if (rules.reopened === "begins-anew") begin(scene);
    else if (last) {
      last.open = true;
      last.cancelled = false;
      last.stoppedAt = null;
      if (last.breachedAt === null) last.dueAt = null;
    }
  }
  if ((event.what === "stop" || event.what === "cancel") && clock) {
    if (clock.breachedAt === null && clock.ranAt === now) clock.dueAt = dueIfNothingHappens(clock, now);
    clock.open = false;
    clock.cancelled = event.what === "cancel";
    clock.stoppedAt = now;
  }
  if (event.what === "excluded" || event.what === "included") {
    const which = event.cycle === undefined ? last : clocks[event.cycle - 1];
    if (which) which.excluded = event.what === "excluded";
  }
  markRunning(scene);
}

const fresh = (startedAt: number, terms: Terms): Ticking => ({
  startedAt,
  open: true,
  cancelled: false,
  stoppedAt: null,
  excluded: false,
  terms,
  applied: null,
  minutes: [],
  used: 0,
  late: 0,
  breachedAt: null,
  dueAt: null,
  passed: new Set(),
  told: [],
  ranAt: -1,
});

const counts = (at: number, { target, calendar }: Terms): boolean => target.time === "calendar" || isOpen(at, calendar);

/** What a clock that runs comes to at a moment. */
function lookAt(clock: Ticking, now: number): void {
  if (clock.applied) {
    clock.terms = clock.applied;
    clock.applied = null;
    clock.used = 0;
    clock.late = 0;
    clock.minutes.forEach((letter, place) => {
      const at = clock.startedAt + place * minute;
      if (letter !== "r") return;
      if (counts(at, clock.terms)) clock.used += minute;
      if (clock.breachedAt !== null && at >= clock.breachedAt && isOpen(at, clock.terms.calendar)) clock.late += minute;
    });
  }
  const { terms } = clock;
  const tell = (what: string, number = 0) => {
    clock.passed.add(number);
    if (!clock.excluded) clock.told.push({ at: now, what });
  };
  if (clock.breachedAt === null && clock.used >= terms.target.seconds) {
    clock.breachedAt = now;
    clock.dueAt = missed(clock, now);
    tell("breach");
  }
  if (clock.breachedAt === null)
    for (const share of terms.warnAt)
      if (!clock.passed.has(share) && clock.used >= Math.round(share * terms.target.seconds))
        tell(`warning ${share}`, share);
  if (clock.breachedAt !== null && isOpen(now, terms.calendar))
    for (const { afterSeconds, level } of terms.escalations)
      if (!clock.passed.has(level) && clock.late >= afterSeconds) tell(`escalation ${level}`, level);
}

/** The first minute that ran with the target used up before it. */
function missed({ minutes, startedAt, terms }: Ticking, now: number): number {
  let used = 0;
  for (const [place, letter] of minutes.entries()) {
    const at = startedAt + place * minute;
    if (letter !== "r") continue;
    if (used >= terms.target.seconds) return at;
    if (counts(at, terms)) used += minute;
  }
  return now;
}

function pass(clock: Ticking, at: number, isPaused: boolean): void {
  clock.minutes.push(clock.open ? (isPaused ? "s" : "r") : "o");
  if (!clock.open || isPaused) return;
  if (counts(at, clock.terms)) clock.used += minute;
  if (clock.breachedAt !== null && isOpen(at, clock.terms.calendar)) clock.late += minute;
}

const copied = (clock: Ticking): Ticking => ({
  ...clock,
  ...{ minutes: [...clock.minutes], passed: new Set(clock.passed), told: [...clock.told], applied: null },
});

function dueIfNothingHappens({ used, terms }: Ticking, now: number): number | null {
  let left = terms.target.seconds - used;
  for (let at = now; at <= now + farthest; at += minute) {
    if (left <= 0) return at;
    if (counts(at, terms)) left -= minute;
  }
  return null;
}

function nextIfNothingHappens(clock: Ticking, now: number): string | null {
  if (clock.breachedAt !== null && clock.terms.escalations.every(({ level }) => clock.passed.has(level))) return null;
  const alone = copied(clock);
  for (let at = now; at <= now + farthest && alone.told.length === clock.told.length; at += minute) {
    lookAt(alone, at);
    pass(alone, at, false);
  }
  const next = alone.told[clock.told.length];
  return next ? `${next.at} ${next.what}` : null;
}

function shown(clock: Ticking, cycle: number, isPaused: boolean, until: number): SlowClock {
  const { open, cancelled, excluded, breachedAt, used, terms } = clock;
  const runs = open && !isPaused;
  const late = breachedAt !== null;
  const state = cancelled
    ? "cancelled"
    : excluded
      ? "excluded"
      : late
        ? "breached"
        : open
          ? isPaused
            ? "paused"
            : "running"
          : "met";
  const stood = clock.minutes.filter(
    (letter, place) => letter === "s" && counts(clock.startedAt + place * minute, terms),
  );
  return {
    ...{ cycle, state, startedAt: clock.startedAt, elapsed: used, remaining: terms.target.seconds - used },
    dueAt: late || !open ? clock.dueAt : runs ? dueIfNothingHappens(clock, until) : null,
    ...{ paused: stood.length * minute, stoppedAt: clock.stoppedAt, breachedAt },
    told: clock.told.map(({ at, what }) => `${at} ${what}`),
    next: runs && !excluded ? nextIfNothingHappens(clock, until) : null,
  };
}

const days = new WeakMap<BusinessCalendar, Map<number, Uint8Array>>();

/** The day that was looked at last: the next minute is mostly of it. */
let last: { calendar: BusinessCalendar; day: number; minutes: Uint8Array } | null = null;

/** Whether a minute is open, looked up once for each calendar: many histories of a test share one. */
function isOpen(at: number, calendar: BusinessCalendar): boolean {
  const day = Math.floor(at / 86_400);
  if (last?.calendar !== calendar || last.day !== day) last = { calendar, day, minutes: minutesOf(day, calendar) };
  return last.minutes[Math.floor(at / minute) - day * 1440] === 1;
}

function minutesOf(day: number, calendar: BusinessCalendar): Uint8Array {
  const known = days.get(calendar) ?? new Map<number, Uint8Array>();
  days.set(calendar, known);
  const found =
    known.get(day) ??
    Uint8Array.from({ length: 1440 }, (_, place) => (openAt((day * 86_400 + place * minute) * 1000, calendar) ? 1 : 0));
  known.set(day, found);
  return found;
}
