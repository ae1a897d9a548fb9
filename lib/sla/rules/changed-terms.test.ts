import { describe, expect, test } from "vitest";
import { isOpen } from "@/lib/business-time/business-time";
import { history, hour, nineToFive, on, termsOf } from "../testing/told-in-hours";
import type { ClockEvent, ClockRules } from "./events";
import { dateOf } from "./moment";
import { replay } from "./replay";

const once: ClockRules = { runs: "once", reopened: "goes-on" };
const again: ClockRules = { runs: "again", reopened: "begins-anew" };
const clockOf = (events: ClockEvent[], until: string, rules = once) => replay(rules, events, on(until)).at(-1)!;

describe("new terms", () => {
  const running = [
    ["Mo 9:00", "start"],
    ["Mo 11:00", "pause"],
    ["Mo 13:00", "resume"],
  ] as const;

  test("apply to what ran and leave pauses out, or are kept from an open clock", () => {
    const applied = history(termsOf(8), ...running, ["Mo 14:00", termsOf(4)]);
    expect(clockOf(applied, "Mo 14:30")).toMatchObject({
      dueAt: on("Mo 15:00"),
      elapsed: 3.5 * hour,
      paused: 2 * hour,
    });
    const kept = history(
      termsOf(8),
      ...running,
      ["Mo 14:00", termsOf(4), "keep"],
      ["Mo 14:30", "stop"],
      ["Tu 9:00", "start"],
    );
    expect(clockOf(kept, "Mo 14:15").dueAt).toBe(on("Tu 11:00"));
    expect(clockOf(kept, "Tu 10:00", again).dueAt).toBe(on("Tu 13:00"));
  });

  test("that were over already are breached at their moment, never before it", () => {
    const events = history(termsOf(8, { warnAt: [0.5] }), ...running, ["Mo 15:00", termsOf(3, { warnAt: [0.5] })]);
    expect(clockOf(events, "Mo 15:30")).toMatchObject({
      ...{ state: "breached", breachedAt: on("Mo 15:00"), dueAt: on("Mo 14:00"), remaining: -1.5 * hour },
      // The warning would come with the breach, and so does not.
      told: [{ what: "breach", at: on("Mo 15:00") }],
    });
  });

  test("leave breached what was, and tell nothing twice", () => {
    const longer = termsOf(16, { warnAt: [0.5], escalations: [{ level: 1, afterSeconds: hour }] });
    const events = history(
      termsOf(2, { warnAt: [0.5], escalations: [{ level: 1, afterSeconds: hour }] }),
      ...([
        ["Mo 9:00", "start"],
        ["Mo 12:30", longer],
      ] as const),
    );
    const { state, told, dueAt, next } = clockOf(events, "Fr 9:00");
    expect([state, dueAt, next]).toEqual(["breached", on("Mo 11:00"), null]);
    expect(told.map(({ what, at }) => [what, at])).toEqual([
      ["warning", on("Mo 10:00")],
      ["breach", on("Mo 11:00")],
      ["escalation", on("Mo 12:00")],
    ]);
  });

  test("policy changed in a pause: holds from the resume, an answer before it is judged by the old one", () => {
    const events = history(termsOf(8), ["Mo 9:00", "start"], ["Mo 14:00", "pause"], ["Mo 15:00", termsOf(4)]);
    const resumed = [...events, ...history(termsOf(8), ["Tu 10:00", "resume"]).slice(1)];
    expect(clockOf(resumed, "Mo 16:00")).toMatchObject({ state: "paused", remaining: 3 * hour });
    expect(clockOf(resumed, "Tu 10:00")).toMatchObject({
      state: "breached",
      breachedAt: on("Tu 10:00"),
      dueAt: on("Mo 13:00"),
    });
    const answered = [...events, ...history(termsOf(8), ["Mo 16:00", "stop"]).slice(1)];
    expect(clockOf(answered, "Tu 12:00").state).toBe("met");
  });

  test("calendar changed in a pause: days before it stay what they were", () => {
    const early = nineToFive.week.map((day) => (day.length > 0 ? [{ from: 6 * 60, to: 22 * 60 }] : []));
    const calendar = { ...nineToFive, week: early, earlier: { until: "2026-11-25", calendar: nineToFive } };
    const events = history(
      termsOf(20),
      ...([
        ["Mo 9:00", "start"],
        ["Tu 11:00", "pause"],
        ["Tu 12:00", termsOf(20, { calendar })],
        ["We 8:00", "resume"],
      ] as const),
    );
    // Ten hours on Monday and Tuesday as they were; the pause has two of the new hours on Wednesday.
    expect(clockOf(events, "We 9:00")).toMatchObject({ elapsed: 11 * hour, paused: 8 * hour, dueAt: on("We 18:00") });
  });
});

describe("escalations", () => {
  const terms = termsOf(10, {
    target: { seconds: 10 * hour, time: "calendar" },
    escalations: [
      { level: 1, afterSeconds: 0 },
      { level: 2, afterSeconds: 2 * hour },
      { level: 3, afterSeconds: 8 * hour },
    ],
  });

  test("come at work after a breach at midnight and on a weekend", () => {
    const midnight = clockOf(history(terms, ["Mo 14:00", "start"]), "We 12:00");
    expect(midnight.breachedAt).toBe(on("Tu 0:00"));
    expect(midnight.escalations.map(({ at }) => at)).toEqual(["Tu 9:00", "Tu 11:00", "We 9:00"].map(on));
    const weekend = clockOf(history(terms, ["Fr 20:00", "start"]), "We+1 12:00");
    expect(weekend.breachedAt).toBe(on("Sa 6:00"));
    expect(weekend.escalations.map(({ at }) => at)).toEqual(["Mo+1 9:00", "Mo+1 11:00", "Tu+1 9:00"].map(on));
    for (const { at } of [...midnight.escalations, ...weekend.escalations])
      expect(isOpen(dateOf(at), nineToFive)).toBe(true);
  });

  test("wait while the clock is paused, and end with it", () => {
    const paused = history(terms, ["Mo 14:00", "start"], ["Tu 10:00", "pause"], ["Th 10:00", "resume"]);
    expect(clockOf(paused, "Tu 12:00")).toMatchObject({ state: "breached", counts: false, next: null });
    expect(clockOf(paused, "Th 12:00").escalations.map(({ at }) => at)).toEqual(["Tu 9:00", "Th 11:00"].map(on));
    const stopped = history(terms, ["Mo 14:00", "start"], ["Tu 10:00", "stop"]);
    expect(clockOf(stopped, "Fr 12:00").escalations).toHaveLength(1);
  });
});

describe("an excluded clock", () => {
  test("tells nothing, neither now nor after the fact, and goes on when it is included again", () => {
    const terms = termsOf(8, {
      warnAt: [0.5, 0.75],
      escalations: [1, 2].map((level) => ({ level, afterSeconds: level * 2 * hour })),
    });
    const events = history(terms, ["Mo 9:00", "start"], ["Mo 14:00", "excluded"], ["Tu 12:00", "included"]);
    expect(clockOf(events, "Mo 16:00")).toMatchObject({
      ...{ state: "excluded", counts: true, next: null, elapsed: 7 * hour, exclusion: { reason: "agreed" } },
    });
    const { state, breachedAt, told } = clockOf(events, "We 9:00");
    expect([state, breachedAt]).toEqual(["breached", on("Mo 17:00")]);
    expect(told).toEqual([
      { what: "warning", share: 0.5, at: on("Mo 13:00") },
      { what: "escalation", level: 2, at: on("Tu 13:00") },
    ]);
  });

  test("is excluded once, for the first reason, until it is included", () => {
    const twice = history(termsOf(8), ["Mo 9:00", "start"], ["Mo 10:00", "excluded"], ["Mo 11:00", "excluded"]);
    const clock = clockOf([...twice, ...history(termsOf(8), ["Mo 12:00", "included"]).slice(1)], "Mo 11:30");
    expect(clock.exclusion).toEqual({ at: on("Mo 10:00"), reason: "agreed" });
    expect(clock.history.map(({ at }) => at)).toEqual([on("Mo 9:00"), on("Mo 10:00")]);
    const never = history(termsOf(8), ["Mo 9:00", "start"], ["Mo 10:00", "included"]);
    expect(clockOf(never, "Mo 12:00").history).toHaveLength(1);
  });

  test("may have been stopped before", () => {
    const events = history(termsOf(1), ["Mo 9:00", "start"], ["Mo 12:00", "stop"], ["Tu 9:00", "excluded"]);
    expect(clockOf(events, "Mo 13:00").state).toBe("breached");
    expect(clockOf(events, "Tu 10:00").state).toBe("excluded");
  });
});
