import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { businessSecondsBetween } from "@/lib/business-time/business-time";
import { someCases } from "../testing/some-histories";
import { history, hour, on, termsOf } from "../testing/told-in-hours";
import type { ClockEvent } from "./events";
import { nextTurn, secondsLeft } from "./count-down";
import { dateOf } from "./moment";
import { replay } from "./replay";
import { timeLeft } from "./time-left";

const leftAt = (events: ClockEvent[], at: string) =>
  timeLeft(replay({ runs: "once", reopened: "goes-on" }, events, on(at))[0]!, on(at));

describe("what is left of a clock", () => {
  const events = history(termsOf(10), ["Fr 13:00", "start"]);

  test("is counted down in the hours of work until it is due", () => {
    const left = leftAt(events, "Fr 15:00");
    expect(left).toEqual({
      ...{ at: on("Fr 15:00"), seconds: 8 * hour },
      stretches: [
        { from: on("Fr 15:00"), to: on("Fr 17:00") },
        { from: on("Mo+1 9:00"), to: on("Mo+1 15:00") },
      ],
    });
    const shown = ["Fr 15:00", "Fr 16:30", "Sa 12:00", "Mo+1 10:00", "Mo+1 15:00", "Tu+1 9:00"];
    expect(shown.map((when) => secondsLeft(left, on(when)) / hour)).toEqual([8, 6.5, 6, 5, 0, 0]);
    expect(shown.map((when) => nextTurn(left, on(when)))).toEqual([
      ...["Fr 17:00", "Fr 17:00", "Mo+1 9:00", "Mo+1 15:00"].map(on),
      ...[null, null],
    ]);
  });

  test("stands still while it is paused, and is negative when it is late", () => {
    const paused = [...events, ...history(termsOf(10), ["Fr 16:00", "pause"]).slice(1)];
    expect(leftAt(paused, "Mo+1 12:00")).toMatchObject({ seconds: 7 * hour, stretches: [] });
    expect(leftAt(events, "Mo+1 16:00")).toMatchObject({ seconds: -hour, stretches: [] });
  });

  test("of a target that counts all hours goes through the night", () => {
    const wall = termsOf(10, { target: { seconds: 10 * hour, time: "calendar" } });
    expect(leftAt(history(wall, ["Fr 16:00", "start"]), "Fr 18:00")).toMatchObject({
      ...{ seconds: 8 * hour, stretches: [{ from: on("Fr 18:00"), to: on("Sa 2:00") }] },
    });
  });

  test("over New Year is one stretch where work goes on", () => {
    const always = { ...termsOf(1).calendar, week: Array.from({ length: 7 }, () => [{ from: 0, to: 1440 }]) };
    const terms = termsOf(100, { calendar: always });
    const begin = Date.UTC(2026, 11, 30) / 1000;
    const start: ClockEvent = { at: begin, order: 1, what: "start", cause: { code: "start" } };
    const [clock] = replay({ runs: "once", reopened: "goes-on" }, [...history(terms), start], begin);
    expect(timeLeft(clock!, begin).stretches).toEqual([{ from: begin, to: begin + 100 * hour }]);
  });

  test("counted down without the calendar is what the clock says at any later moment", () => {
    let counted = 0;
    fc.assert(
      fc.property(someCases(20), fc.nat(3 * 86_400), (cases, later) => {
        for (const { rules, events, until } of cases) {
          const happened = events.filter(({ at }) => at <= until);
          for (const clock of replay(rules, happened, until)) {
            const left = timeLeft(clock, until);
            expect(left.seconds).toBe(clock.breachedAt === null ? clock.remaining : Math.min(clock.remaining, 0));
            if (clock.state !== "running") continue;
            counted += 1;
            const now = Math.min(until + later, clock.dueAt!);
            expect(secondsLeft(left, now)).toBe(replay(rules, happened, now)[clock.cycle - 1]!.remaining);
            if (clock.terms.target.time === "calendar") continue;
            for (const { from, to } of left.stretches)
              expect(businessSecondsBetween(dateOf(from), dateOf(to), clock.terms.calendar)).toBe(to - from);
          }
        }
      }),
      { numRuns: 30, endOnFailure: true },
    );
    expect(counted).toBeGreaterThan(0);
  });
});
