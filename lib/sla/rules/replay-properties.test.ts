import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addBusinessSeconds, businessSecondsBetween, isOpen, nextOpening } from "@/lib/business-time/business-time";
import { someCases, someSetting } from "../testing/some-histories";
import type { ClockEvent, ClockRules } from "./events";
import { dateOf, momentOf, type Moment } from "./moment";
import { replay } from "./replay";
import type { Terms } from "./terms";

const once: ClockRules = { runs: "once", reopened: "goes-on" };

/** Asks something of many histories, looked at from any second. */
const ofAll = (ask: (rules: ClockRules, events: ClockEvent[], until: Moment) => void): void =>
  fc.assert(
    fc.property(someCases(20), (cases) => {
      for (const { rules, events, until, seconds } of cases) ask(rules, events, until + seconds);
    }),
    { numRuns: 30, endOnFailure: true },
  );

describe("clocks at a moment", () => {
  test("do not depend on what happens after it", () => {
    ofAll((rules, events, until) => {
      const happened = events.filter(({ at }) => at <= until);
      expect(replay(rules, events, until)).toEqual(replay(rules, happened, until));
    });
  });

  test("do not depend on the order in which their history is handed in", () => {
    const shuffled = someCases(20).chain((cases) =>
      fc.tuple(
        ...cases.map((one) =>
          fc
            .shuffledSubarray(one.events, { minLength: one.events.length })
            .map((events) => ({ ...one, ordered: one.events, events })),
        ),
      ),
    );
    fc.assert(
      fc.property(shuffled, (cases) => {
        for (const { rules, events, ordered, until } of cases)
          expect(replay(rules, events, until)).toEqual(replay(rules, ordered, until));
      }),
      { numRuns: 30, endOnFailure: true },
    );
  });

  test("have used and left what was promised, and know when it is used up", () => {
    ofAll((rules, events, until) => {
      for (const { state, elapsed, remaining, terms, dueAt, startedAt, history, cycle } of replay(
        rules,
        events,
        until,
      )) {
        expect(elapsed + remaining).toBe(terms.target.seconds);
        expect(history[0]!.at).toBe(startedAt);
        if (state === "paused") expect(dueAt).toBeNull();
        if (state !== "running") continue;
        expect(dueAt).toBeGreaterThan(until);
        const happened = events.filter(({ at }) => at <= until);
        expect(replay(rules, happened, dueAt! - 1)[cycle - 1]!.state).toBe("running");
        expect(replay(rules, happened, dueAt!)[cycle - 1]).toMatchObject({ state: "breached", remaining: 0 });
      }
    });
  });

  test("of hours of work are not moved by time that is closed", () => {
    ofAll((rules, events, until) => {
      const happened = events.filter(({ at }) => at <= until);
      for (const clock of replay(rules, happened, until)) {
        const { terms, cycle } = clock;
        if (terms.target.time === "calendar" || isOpen(dateOf(until), terms.calendar)) continue;
        const opening = momentOf(nextOpening(dateOf(until), terms.calendar)!);
        expect(replay(rules, happened, opening - 1)[cycle - 1]).toEqual(clock);
      }
    });
  });
});

const event = (at: Moment, what: "start" | "pause" | "resume"): ClockEvent => ({
  at,
  order: 1,
  what,
  cause: { code: what },
});
const dueAfter = (terms: Terms, events: ClockEvent[]): Moment => {
  const holds: ClockEvent = { ...{ at: 0, order: 0, what: "terms", terms, open: "keep", cause: { code: "terms" } } };
  return replay(once, [holds, ...events], events.at(-1)!.at)[0]!.dueAt!;
};

test("a pause of some seconds of work moves the due moment by as many", () => {
  const somePause = someSetting.chain(({ begin, versions }) =>
    fc.record({
      ...{ begin: fc.constant(begin), terms: fc.constantFrom(...versions), after: fc.nat() },
      length: fc.integer({ min: 60, max: 5 * 86_400 }),
    }),
  );
  fc.assert(
    fc.property(somePause, ({ begin, terms, after, length }) => {
      const business = { ...terms, target: { ...terms.target, time: "business" as const } };
      const start = event(begin, "start");
      const due = dueAfter(business, [start]);
      const halt = momentOf(addBusinessSeconds(dateOf(begin), after % business.target.seconds, business.calendar));
      const end = halt + length;
      const moved = dueAfter(business, [start, event(halt, "pause"), event(end, "resume")]);
      const between = (from: Moment, to: Moment) => businessSecondsBetween(dateOf(from), dateOf(to), business.calendar);
      expect(between(due, moved)).toBe(between(halt, end));
      const wall = { ...terms, target: { ...terms.target, time: "calendar" as const } };
      const middle = begin + (after % wall.target.seconds);
      const later = dueAfter(wall, [start, event(middle, "pause"), event(middle + length, "resume")]);
      expect(later - dueAfter(wall, [start])).toBe(length);
    }),
    { numRuns: 150 },
  );
});
