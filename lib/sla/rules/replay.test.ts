import { describe, expect, test } from "vitest";
import { history, hour, on, termsOf } from "../testing/told-in-hours";
import type { ClockEvent, ClockRules } from "./events";
import { momentOf } from "./moment";
import { replay } from "./replay";

const once: ClockRules = { runs: "once", reopened: "goes-on" };
const again: ClockRules = { runs: "again", reopened: "begins-anew" };
const clockOf = (events: ClockEvent[], until: string, rules = once) => replay(rules, events, on(until)).at(-1)!;

describe("a clock", () => {
  test("is due after its hours of work, is met up to the due second and breached from the next", () => {
    const events = history(termsOf(8), ["Fr 15:00", "start"]);
    expect(clockOf(events, "Fr 16:00")).toMatchObject({
      ...{ state: "running", counts: true, elapsed: hour, remaining: 7 * hour, paused: 0 },
      ...{ dueAt: on("Mo+1 15:00"), next: { what: "breach", at: on("Mo+1 15:00") } },
    });
    const stopped = (at: number) =>
      replay(once, [...events, { at, order: 9, what: "stop", cause: { code: "done" } }], at)[0]!;
    expect(stopped(on("Mo+1 15:00"))).toMatchObject({ state: "met", remaining: 0, breachedAt: null });
    expect(stopped(on("Mo+1 15:00") + 1)).toMatchObject({ state: "breached", remaining: -1, dueAt: on("Mo+1 15:00") });
    expect(clockOf(events, "Mo+1 15:00")).toMatchObject({ state: "breached", breachedAt: on("Mo+1 15:00") });
  });

  test("an answer outside hours counts as one at the end of the hours before", () => {
    const events = history(termsOf(8), ["Fr 15:00", "start"], ["Sa 11:00", "stop"]);
    expect(clockOf(events, "Su 9:00")).toMatchObject({ state: "met", elapsed: 2 * hour, stoppedAt: on("Sa 11:00") });
    // Due at the end of a day is due then: in the evening it is late, though no more work was done.
    const evening = history(termsOf(2), ["Fr 15:00", "start"], ["Fr 20:00", "stop"]);
    expect(clockOf(evening, "Fr 21:00")).toMatchObject({ state: "breached", remaining: 0, dueAt: on("Fr 17:00") });
  });

  test("the first question wins: a start while one is open changes nothing", () => {
    const events = history(termsOf(4), ["Mo 9:00", "start"], ["Mo 12:00", "start"], ["Mo 12:30", "stop"]);
    expect(replay(again, events, on("Mo 13:00"))).toHaveLength(1);
    expect(clockOf(events, "Mo 12:15", again).dueAt).toBe(on("Mo 13:00"));
  });

  test("runs once or in cycles; what was cancelled did not run", () => {
    const events = history(
      ...([termsOf(4), ["Mo 9:00", "start"], ["Mo 10:00", "stop"], ["Tu 9:00", "start"]] as const),
      ...([
        ["Tu 10:00", "cancel"],
        ["We 9:00", "start"],
      ] as const),
    );
    const states = (rules: ClockRules) => replay(rules, events, on("We 10:00")).map(({ state }) => state);
    expect(states(again)).toEqual(["met", "cancelled", "running"]);
    expect(states(once)).toEqual(["met"]);
    const taken = history(termsOf(4), ["Mo 9:00", "start"], ["Mo 10:00", "cancel"], ["Tu 9:00", "start"]);
    expect(clockOf(taken, "Tu 10:00")).toMatchObject({ cycle: 2, state: "running", startedAt: on("Tu 9:00") });
  });

  test("does not begin without a policy, and goes on by its own when the policy is withdrawn", () => {
    const events = history(termsOf(4), ["Mo 9:00", "start"], ["Mo 10:00", null], ["Mo 11:00", "stop"]);
    expect(clockOf(events, "Mo 10:30").dueAt).toBe(on("Mo 13:00"));
    const later = [...events, ...history(termsOf(4), ["Tu 9:00", "start"]).slice(1)];
    expect(replay(again, later, on("Tu 10:00"))).toHaveLength(1);
  });

  test("reopen after resolve goes on where it stood, or begins anew", () => {
    const events = history(
      termsOf(4),
      ...([
        ["Mo 9:00", "start"],
        ["Mo 12:00", "stop"],
        ["Th 9:00", "reopen"],
      ] as const),
    );
    expect(clockOf(events, "Th 9:30")).toMatchObject({
      ...{ cycle: 1, state: "running", dueAt: on("Th 10:00"), elapsed: 3.5 * hour, paused: 0, stoppedAt: null },
    });
    expect(clockOf(events, "Th 9:30", again)).toMatchObject({ cycle: 2, state: "running", dueAt: on("Th 13:00") });
  });

  test("reopen after a breach stays breached, and is not told again", () => {
    const events = history(
      termsOf(2, { escalations: [{ level: 1, afterSeconds: hour }] }),
      ...([
        ["Mo 9:00", "start"],
        ["Mo 11:30", "stop"],
        ["Tu 9:00", "reopen"],
      ] as const),
    );
    expect(clockOf(events, "Tu 10:00")).toMatchObject({
      ...{ state: "breached", stoppedAt: null, breachedAt: on("Mo 11:00"), dueAt: on("Mo 11:00") },
      told: [
        { what: "breach", at: on("Mo 11:00") },
        { what: "escalation", level: 1, at: on("Tu 9:30") },
      ],
    });
  });
});

describe("a pause", () => {
  test("has no due moment, and moves it by its hours of work", () => {
    const events = history(termsOf(8), ["Mo 13:00", "start"], ["Mo 15:00", "pause"], ["We 10:00", "resume"]);
    expect(clockOf(events, "Tu 10:00")).toMatchObject({
      ...{ state: "paused", counts: false, dueAt: null, remaining: 6 * hour, next: null },
    });
    expect(clockOf(events, "We 11:00")).toMatchObject({ dueAt: on("We 16:00"), paused: 11 * hour, elapsed: 3 * hour });
  });

  test("answer and pause in the same step: stopped, whatever the order", () => {
    const stopped = [["stop", "pause"] as const, ["pause", "stop"] as const].map(([one, other]) => {
      const events = history(
        termsOf(2),
        ...([
          ["Mo 9:00", "start"],
          ["Mo 11:00", one],
          ["Mo 11:00", other],
          ["Tu 9:00", "start"],
        ] as const),
      );
      const [first, second] = replay(again, events, on("Tu 12:00"));
      expect(second).toMatchObject({ state: "paused", elapsed: 0, dueAt: null });
      const { history: _, ...rest } = first!;
      return rest;
    });
    expect(stopped[0]).toMatchObject({ state: "met", elapsed: 2 * hour, dueAt: on("Mo 11:00") });
    expect(stopped[1]).toEqual(stopped[0]);
  });

  test("a start during a pause begins paused, with the cause of the pause", () => {
    const events = history(termsOf(4), ["Mo 9:00", "pause"], ["Mo 10:00", "start"], ["Tu 9:00", "resume"]);
    expect(clockOf(events, "Mo 12:00")).toMatchObject({ state: "paused", startedAt: on("Mo 10:00"), paused: 2 * hour });
    expect(clockOf(events, "Mo 12:00").history[0]!.happened).toEqual([
      { what: "start", cause: { code: "test.2" } },
      { what: "pause", cause: { code: "test.1" } },
    ]);
    expect(clockOf(events, "Tu 10:00").dueAt).toBe(on("Tu 13:00"));
  });

  test("twice is once, and what runs is not resumed", () => {
    const events = history(
      termsOf(4),
      ...([
        ["Mo 9:00", "start"],
        ["Mo 9:30", "resume"],
        ["Mo 10:00", "pause"],
      ] as const),
      ...([
        ["Mo 11:00", "pause"],
        ["Mo 12:00", "resume"],
        ["Mo 12:30", "resume"],
      ] as const),
    );
    expect(clockOf(events, "Mo 13:00")).toMatchObject({ paused: 2 * hour, dueAt: on("Mo 15:00") });
    expect(clockOf(events, "Mo 13:00").history.map(({ at }) => at)).toEqual(
      ["Mo 9:00", "Mo 10:00", "Mo 12:00"].map(on),
    );
  });

  test("at the due second is in time, and late from the second in which it is resumed unanswered", () => {
    const events = history(termsOf(2), ["Mo 9:00", "start"], ["Mo 11:00", "pause"], ["Tu 10:00", "resume"]);
    expect(clockOf(events, "Mo 16:00")).toMatchObject({ state: "paused", remaining: 0, told: [] });
    expect(clockOf(events, "Tu 10:00")).toMatchObject({ state: "breached", breachedAt: on("Tu 10:00") });
    const answered = [...events, ...history(termsOf(2), ["Tu 10:00", "stop"]).slice(1)];
    expect(clockOf(answered, "Tu 11:00").state).toBe("met");
  });
});

test("a share of the target is the nearest second", () => {
  const terms = termsOf(0, { target: { seconds: 100, time: "business" }, warnAt: [0.29] });
  const { warnings } = clockOf(history(terms, ["Mo 9:00", "start"]), "Mo 10:00");
  expect(warnings).toEqual([{ share: 0.29, at: on("Mo 9:00") + 29 }]);
});

test("a clock tells why it is due when it is", () => {
  const events = history(
    termsOf(8, { warnAt: [0.5] }),
    ...([
      ["Mo 9:00", "start"],
      ["Mo 11:00", "pause"],
      ["Mo 12:00", termsOf(4)],
      ["Tu 9:00", "resume"],
    ] as const),
  );
  expect(clockOf(events, "Tu 11:00").history).toEqual([
    {
      ...step("Mo 9:00", { what: "start", cause: { code: "test.1" } }),
      version: "8 h",
      elapsed: 0,
      dueAt: on("Mo 17:00"),
    },
    {
      ...step("Mo 11:00", { what: "pause", cause: { code: "test.2" } }),
      version: "8 h",
      elapsed: 2 * hour,
      dueAt: null,
    },
    {
      ...step(
        "Tu 9:00",
        { what: "resume", cause: { code: "test.4" } },
        { what: "terms", cause: { code: "policy.published", id: "4 h" } },
      ),
      ...{ version: "4 h", elapsed: 2 * hour, dueAt: on("Tu 11:00") },
    },
    { ...step("Tu 11:00", { what: "breach" }), version: "4 h", elapsed: 4 * hour, dueAt: on("Tu 11:00") },
  ]);
  expect(momentOf(new Date("2026-11-23T09:00:00.900Z"))).toBe(on("Mo 9:00"));
});

const step = (at: string, ...happened: object[]) => ({ at: on(at), happened });
