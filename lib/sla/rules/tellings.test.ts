import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { someCases } from "../testing/some-histories";
import { history, hour, on, termsOf } from "../testing/told-in-hours";
import type { Clock, Telling } from "./clock";
import { replay } from "./replay";
import { tellings } from "./tellings";

const terms = termsOf(8, {
  warnAt: [0.5, 0.75],
  escalations: [1, 2].map((level) => ({ level, afterSeconds: level * hour })),
});

/** What sweeps at some moments tell of a record's only clock. */
const swept = (events: ReturnType<typeof history>, ...moments: string[]): string[][] =>
  moments.slice(1).map((moment, place) => {
    const [clock] = replay({ runs: "once", reopened: "goes-on" }, events, on(moment));
    return tellings(clock!, on(moments[place]!), on(moment)).map((telling) =>
      telling.what === "warning" ? `${telling.share}` : telling.what === "breach" ? "breach" : `level ${telling.level}`,
    );
  });

describe("a sweep", () => {
  const events = history(terms, ["Mo 9:00", "start"]);

  test("tells each at its moment", () => {
    expect(swept(events, "Mo 9:00", "Mo 12:59", "Mo 13:00", "Mo 16:00", "Mo 17:00", "Tu 9:00", "Tu 12:00")).toEqual([
      ...[[], ["0.5"], ["0.75"], ["breach"], [], ["level 1", "level 2"]],
    ]);
  });

  test("after an outage tells what still makes sense: no warning that a later one or the breach has overtaken", () => {
    expect(swept(events, "Mo 9:00", "Mo 16:00")).toEqual([["0.75"]]);
    expect(swept(events, "Mo 9:00", "Tu 10:30")).toEqual([["breach", "level 1"]]);
  });

  test("after an outage warns of nothing that was answered, and tells that it was late", () => {
    expect(swept([...events, ...history(terms, ["Mo 14:00", "stop"]).slice(1)], "Mo 9:00", "Mo 15:00")).toEqual([[]]);
    const late = [...events, ...history(terms, ["Tu 9:30", "stop"]).slice(1)];
    expect(swept(late, "Mo 9:00", "Tu 12:00")).toEqual([["breach"]]);
  });

  test("after an outage warns of nothing that was breached while it was excluded", () => {
    const back = [...events, ...history(terms, ["Mo 16:00", "excluded"], ["Tu 9:00", "included"]).slice(1)];
    expect(swept(back, "Mo 9:00", "Tu 9:30")).toEqual([[]]);
  });

  test("after an outage tells nothing of what fell away or was excluded", () => {
    for (const what of ["cancel", "excluded"] as const) {
      const gone = [...events, ...history(terms, ["Tu 11:00", what]).slice(1)];
      expect(swept(gone, "Mo 9:00", "Tu 12:00")).toEqual([[]]);
    }
  });
});

/** Histories with the moments of sweeps until the last one. */
const sweptCases = someCases(20).chain((cases) =>
  fc.tuple(
    ...cases.map((one) =>
      fc
        .array(fc.integer({ min: 60, max: 3 * 86_400 }), { maxLength: 8 })
        .map((befores) => ({ ...one, cuts: befores.map((before) => one.until - before) })),
    ),
  ),
);

const keyOf = (telling: Telling): string => JSON.stringify(telling);

/** Why a chain of sweeps did not tell something, seen from the sweep in whose time it came. */
function isOvertaken(telling: Telling, { state, told, stoppedAt }: Clock, to: number): boolean {
  if (state === "cancelled" || state === "excluded") return true;
  if (telling.what !== "warning") return false;
  const later = told.slice(told.findIndex((one) => keyOf(one) === keyOf(telling)) + 1);
  return stoppedAt !== null || state === "breached" || later.some(({ what, at }) => what === "warning" && at <= to);
}

describe("whatever happens", () => {
  test("each telling is in exactly one of any chain of sweeps, but for what was overtaken", () => {
    let all = 0;
    fc.assert(
      fc.property(sweptCases, (cases) => {
        for (const { rules, events, until, cuts } of cases) {
          const moments = [0, ...cuts.sort((one, other) => one - other), until];
          for (const { cycle, told } of replay(rules, events, until)) {
            const sweeps = moments.slice(1).map((to, place) => {
              const clock = replay(rules, events, to)[cycle - 1];
              return { clock, to, from: moments[place]!, found: clock ? tellings(clock, moments[place]!, to) : [] };
            });
            const found = sweeps.flatMap((sweep) => sweep.found.map(keyOf));
            expect(new Set(found).size).toBe(found.length);
            expect(told.map(keyOf)).toEqual(expect.arrayContaining(found));
            for (const telling of told) {
              all += 1;
              const { clock, to } = sweeps.find((sweep) => sweep.from < telling.at && telling.at <= sweep.to)!;
              expect(found.includes(keyOf(telling))).toBe(!isOvertaken(telling, clock!, to));
            }
          }
        }
      }),
      { numRuns: 30, endOnFailure: true },
    );
    expect(all).toBeGreaterThan(100);
  });

  test("nothing is told while a clock is paused, stopped or excluded", () => {
    let all = 0;
    fc.assert(
      fc.property(someCases(20), (cases) => {
        for (const { rules, events, until } of cases) {
          for (const { cycle, told } of replay(rules, events, until))
            for (const { at } of told) {
              all += 1;
              expect(replay(rules, events, at)[cycle - 1]).toMatchObject({ counts: true, exclusion: null });
            }
        }
      }),
      { numRuns: 30, endOnFailure: true },
    );
    expect(all).toBeGreaterThan(100);
  });

  test("what is to be told next is what is told then, if nothing happens", () => {
    fc.assert(
      fc.property(someCases(20), (cases) => {
        for (const { rules, events, until } of cases) {
          const happened = events.filter(({ at }) => at <= until);
          for (const { cycle, next } of replay(rules, happened, until)) {
            if (!next) continue;
            const before = replay(rules, happened, Math.max(until, next.at - 1))[cycle - 1]!;
            expect(tellings(before, until, next.at)).toEqual([]);
            expect(replay(rules, happened, next.at)[cycle - 1]!.told).toContainEqual(next);
          }
        }
      }),
      { numRuns: 30, endOnFailure: true },
    );
  });
});
