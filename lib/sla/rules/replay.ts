import type { Clock } from "./clock";
import { stepsUntil, type Cause, type ClockEvent, type ClockRules } from "./events";
import { dueOf, elapsedOf, halt, isRunning, letRun, note, type KeptClock } from "./kept-clock";
import { measureOf, secondsIn } from "./measure";
import type { Moment } from "./moment";
import type { Terms } from "./terms";
import { isReached, upcoming } from "./upcoming";

/** What holds for the record whether a clock is open or not. */
interface RecordState {
  terms: Terms | null;
  pausedBy: Cause | null;
  /** At most the last one is open. */
  clocks: KeptClock[];
}

/**
 * The clocks of one metric on one record at a moment, in order, from all that happened to the record until then. What comes at one moment is taken
 * together: a clock that is stopped or halted at the second at which it is due is not late. Throws a RangeError where a calendar that
 * is counted by never opens.
 */
export function replay(rules: ClockRules, events: readonly ClockEvent[], until: Moment): Clock[] {
  const record: RecordState = { terms: null, pausedBy: null, clocks: [] };
  const steps = stepsUntil(events, until);
  for (const [place, step] of steps.entries()) {
    for (const event of step) take(event, record, rules);
    const open = openOf(record);
    if (open) goOn(open, step[0]!.at, steps[place + 1]?.[0]?.at ?? until + 1);
  }
  return record.clocks.map((clock) => shown(clock, until));
}

const openOf = ({ clocks }: RecordState): KeptClock | undefined => clocks.findLast(({ ended }) => !ended);

function take(event: ClockEvent, record: RecordState, rules: ClockRules): void {
  const { at, cause, what } = event;
  const open = openOf(record);
  switch (what) {
    case "start":
      if (!open && (rules.runs === "again" || record.clocks.every(({ ended }) => ended?.how === "cancelled")))
        begin(event, record);
      return;
    case "reopen":
      if (open) return;
      if (rules.reopened === "begins-anew") return begin(event, record);
      return letGoOn(event, record);
    case "pause":
      if (record.pausedBy) return;
      record.pausedBy = cause;
      if (open) stand(open, at, cause);
      return;
    case "resume":
      if (!record.pausedBy) return;
      record.pausedBy = null;
      if (!open) return;
      halt(open, at);
      letRun(open, at, false);
      return note(open, at, { what, cause });
    case "stop":
    case "cancel":
      if (!open) return;
      halt(open, at);
      open.ended = { at, how: what === "stop" ? "stopped" : "cancelled" };
      return note(open, at, { what, cause });
    case "terms":
      record.terms = event.terms;
      if (open && event.terms && event.open === "apply") open.coming = { terms: event.terms, cause };
      return;
    case "excluded":
    case "included":
      return exclude(event, record);
  }
}

function begin({ at, cause, what }: ClockEvent, { terms, pausedBy, clocks }: RecordState): void {
  if (!terms) return;
  const clock: KeptClock = {
    cycle: clocks.length + 1,
    startedAt: at,
    ended: null,
    ran: [],
    stood: [],
    terms,
    coming: null,
    exclusion: null,
    breach: null,
    reached: [],
    history: [],
  };
  clocks.push(clock);
  letRun(clock, at, pausedBy !== null);
  note(clock, at, { what, cause });
  if (pausedBy) note(clock, at, { what: "pause", cause: pausedBy });
}

function letGoOn({ at, cause, what }: ClockEvent, { pausedBy, clocks }: RecordState): void {
  const last = clocks.at(-1);
  if (!last) return;
  letRun(last, at, pausedBy !== null);
  note(last, at, { what, cause });
  if (pausedBy) note(last, at, { what: "pause", cause: pausedBy });
}

function stand(clock: KeptClock, at: Moment, cause: Cause): void {
  halt(clock, at);
  clock.stood.push({ from: at, to: null });
  note(clock, at, { what: "pause", cause });
}

function exclude(event: ClockEvent & { what: "excluded" | "included" }, { clocks }: RecordState): void {
  const { at, cause, what, cycle } = event;
  const clock = cycle === undefined ? clocks.at(-1) : clocks[cycle - 1];
  if (!clock || (what === "excluded") === (clock.exclusion !== null)) return;
  clock.exclusion = what === "excluded" ? { at, reason: event.reason } : null;
  note(clock, at, { what, cause });
}

/** Lets an open clock go on until something else happens, and keeps what it reaches. */
function goOn(clock: KeptClock, from: Moment, before: Moment): void {
  if (!isRunning(clock)) return;
  if (clock.coming) {
    const { terms, cause } = clock.coming;
    clock.terms = terms;
    clock.coming = null;
    note(clock, from, { what: "terms", cause });
  }
  for (const telling of upcoming(clock, from)) {
    if (telling.at >= before || isReached(telling, clock)) continue;
    const { at, ...news } = telling;
    const told = clock.exclusion === null;
    if (news.what === "breach") clock.breach = { at, dueAt: dueOf(clock) ?? at };
    clock.reached.push({ telling, told });
    if (told || news.what === "breach") note(clock, at, news);
  }
}

function shown(clock: KeptClock, until: Moment): Clock {
  const { cycle, startedAt, ended, terms, exclusion, history } = clock;
  const told = clock.reached.filter((reached) => reached.told).map(({ telling }) => telling);
  const elapsed = elapsedOf(clock, until);
  const counts = isRunning(clock);
  const coming = counts && !exclusion ? upcoming(clock, until) : [];
  return {
    cycle,
    state: stateOf(clock),
    terms,
    counts,
    startedAt,
    dueAt: dueOf(clock),
    elapsed,
    remaining: terms.target.seconds - elapsed,
    paused: secondsIn(clock.stood, until, measureOf(terms)),
    stoppedAt: ended?.at ?? null,
    breachedAt: clock.breach?.at ?? null,
    exclusion,
    told,
    warnings: told.flatMap((telling) => (telling.what === "warning" ? [{ share: telling.share, at: telling.at }] : [])),
    escalations: told.flatMap((telling) =>
      telling.what === "escalation" ? [{ level: telling.level, at: telling.at }] : [],
    ),
    coming,
    next: coming[0] ?? null,
    history,
  };
}

function stateOf({ ended, exclusion, breach, ran }: KeptClock): Clock["state"] {
  if (ended?.how === "cancelled") return "cancelled";
  if (exclusion) return "excluded";
  if (breach) return "breached";
  if (ended) return "met";
  return ran.at(-1)?.to === null ? "running" : "paused";
}
