import { expect, test } from "vitest";
import { history, on, termsOf } from "../testing/told-in-hours";
import { isOtherwise, pairsOf, summaryOf } from "./compare";
import type { ClockEvent, ClockRules } from "./events";
import { replay } from "./replay";

const rules: ClockRules = { runs: "again", reopened: "begins-anew" };
const short = termsOf(2, { version: "short" });
const long = termsOf(8, { version: "long" });

const open = (terms: typeof short) =>
  history(terms, ["Mo 9:00", "start"], ["Mo 10:00", "pause"], ["Mo 12:00", "resume"]);
const answered = (terms: typeof short) =>
  history(terms, ["Mo 9:00", "start"], ["Mo 12:00", "stop"], ["Mo 14:00", "start"]);
const paused = (terms: typeof short) => history(terms, ["Mo 9:00", "start"], ["Mo 10:00", "pause"]);

const compared = (before: ClockEvent[], after: ClockEvent[]) =>
  pairsOf(replay(rules, before, on("Mo 14:00")), replay(rules, after, on("Mo 14:00")));

test("clock by clock: when each is due and would be, and which would be breached", () => {
  const [one] = compared(open(long), open(short));
  expect(one!.before).toMatchObject({ state: "running", dueAt: on("Tu 11:00") });
  expect(one!.after).toMatchObject({ state: "breached", dueAt: on("Mo 13:00"), breachedAt: on("Mo 13:00") });
  const stricter = [open, answered, paused].flatMap((events) => compared(events(long), events(short)));
  expect(summaryOf(stricter)).toEqual({ clocks: 4, sooner: 3, later: 0, newlyBreached: 2, noLongerBreached: 0 });
  expect(stricter.filter(isOtherwise)).toHaveLength(3);
  const milder = [open, answered, paused].flatMap((events) => compared(events(short), events(long)));
  expect(summaryOf(milder)).toEqual({ clocks: 4, sooner: 0, later: 3, newlyBreached: 0, noLongerBreached: 2 });
});

test("what is compared with itself is nowhere otherwise", () => {
  const same = compared(answered(long), answered(long));
  expect(same).toHaveLength(2);
  expect(same.some(isOtherwise)).toBe(false);
});

test("terms applied now: open clocks alone change, and are breached now if ever", () => {
  const applied = history(long, ["Mo 9:00", "start"], ["Mo 12:00", "stop"], ["Mo 14:00", "start"]);
  const at = on("Mo 16:30");
  const change: ClockEvent = {
    ...{ at, order: Number.NEGATIVE_INFINITY, what: "terms", terms: short, open: "apply" },
    cause: { code: "sla.policy" },
  };
  const [first, second] = pairsOf(replay(rules, applied, at), replay(rules, [...applied, change], at));
  expect(isOtherwise(first!)).toBe(false);
  expect(second!.before).toMatchObject({ state: "running", dueAt: on("Tu 14:00") });
  expect(second!.after).toMatchObject({ state: "breached", dueAt: on("Mo 16:00"), breachedAt: at });
});
