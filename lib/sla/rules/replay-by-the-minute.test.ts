import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { expect, it } from "vitest";
import { clocksByTheMinute, farthest, type SlowClock } from "../testing/clock-by-the-minute";
import { someCases } from "../testing/some-histories";
import type { Clock, Telling } from "./clock";
import { replay } from "./replay";

const inWords = (telling: Telling): string =>
  telling.what === "warning"
    ? `${telling.at} warning ${telling.share}`
    : telling.what === "breach"
      ? `${telling.at} breach`
      : `${telling.at} escalation ${telling.level}`;

/** What both ways say of a clock; the slow one looks no farther ahead than it can walk. */
function comparable(clock: Clock, until: number): SlowClock {
  const { cycle, state, startedAt, dueAt, elapsed, remaining, paused, stoppedAt, breachedAt, told, next } = clock;
  const isFar = (at: number, from: number) => at > from + farthest;
  return {
    ...{ cycle, state, startedAt, elapsed, remaining, paused, stoppedAt, breachedAt, told: told.map(inWords) },
    dueAt: dueAt === null || isFar(dueAt, stoppedAt ?? until) ? null : dueAt,
    next: next === null || isFar(next.at, until) ? null : inWords(next),
  };
}

/** As many settings, with as many histories each, of which none may differ. */
const [settings, histories] = [25, 400];

it(`clocks are the same as when one looks at each minute, ${settings * histories} times`, { timeout: 300_000 }, () => {
  let compared = 0;
  const seen = new Set<string>();
  const differences: unknown[] = [];
  fc.assert(
    fc.property(someCases(histories), (cases) => {
      for (const { rules, events, until } of cases) {
        compared += 1;
        const happened = events.filter(({ at }) => at <= until);
        const found = replay(rules, events, until).map((clock) => comparable(clock, until));
        const obvious = clocksByTheMinute(rules, happened, until);
        for (const { state } of found) seen.add(state);
        if (!isDeepStrictEqual(found, obvious)) differences.push({ rules, events, until, found, obvious });
      }
    }),
    { numRuns: settings },
  );
  expect(differences.slice(0, 3)).toEqual([]);
  expect(compared).toBe(settings * histories);
  // Every state was among them, so that none was agreed on for want of a case.
  expect([...seen].sort()).toEqual(["breached", "cancelled", "excluded", "met", "paused", "running"]);
});
