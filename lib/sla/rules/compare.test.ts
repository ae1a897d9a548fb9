import { expect, test } from "vitest";
import { history, on, termsOf } from "../testing/told-in-hours";
import { compare, compareApplied, summaryOf } from "./compare";
import type { ClockRules } from "./events";

const rules: ClockRules = { runs: "again", reopened: "begins-anew" };
const short = termsOf(2, { version: "short" });
const long = termsOf(8, { version: "long" });

const open = history(long, ["Mo 9:00", "start"], ["Mo 10:00", "pause"], ["Mo 12:00", "resume"]);
const answered = history(long, ["Mo 9:00", "start"], ["Mo 12:00", "stop"], ["Mo 14:00", "start"]);
const paused = history(long, ["Mo 9:00", "start"], ["Mo 10:00", "pause"]);

test("other terms all along: when it would be due, and what would be breached", () => {
  const [one] = compare(rules, open, [long, short], on("Mo 14:00"));
  expect(one!.before).toMatchObject({ state: "running", dueAt: on("Tu 11:00") });
  expect(one!.after).toMatchObject({ state: "breached", dueAt: on("Mo 13:00"), breachedAt: on("Mo 13:00") });
  const compared = [open, answered, paused].flatMap((events) => compare(rules, events, [long, short], on("Mo 14:00")));
  expect(summaryOf(compared)).toEqual({ clocks: 4, sooner: 3, later: 0, newlyBreached: 2, noLongerBreached: 0 });
  const back = [open, answered, paused].flatMap((events) => compare(rules, events, [short, long], on("Mo 14:00")));
  expect(summaryOf(back)).toEqual({ clocks: 4, sooner: 0, later: 3, newlyBreached: 0, noLongerBreached: 2 });
});

test("terms in the history give way to those that are compared", () => {
  const changed = history(long, ["Mo 9:00", "start"], ["Mo 10:00", short]);
  const [one] = compare(rules, changed, [long, long], on("Mo 14:00"));
  expect([one!.before.dueAt, one!.after.dueAt]).toEqual([on("Mo 17:00"), on("Mo 17:00")]);
});

test("terms applied now: open clocks alone change, and are breached now if ever", () => {
  const [first, second] = compareApplied(rules, answered, short, on("Mo 16:30"));
  expect(first!.after).toEqual(first!.before);
  expect(second!.before).toMatchObject({ state: "running", dueAt: on("Tu 14:00") });
  expect(second!.after).toMatchObject({ state: "breached", dueAt: on("Mo 16:00"), breachedAt: on("Mo 16:30") });
  const [still] = compareApplied(rules, paused, short, on("Mo 16:30"));
  expect(still!.after).toEqual(still!.before);
  const late = history(short, ["Mo 9:00", "start"]);
  expect(summaryOf(compareApplied(rules, late, long, on("Mo 12:00")))).toMatchObject({
    clocks: 1,
    noLongerBreached: 0,
  });
});
