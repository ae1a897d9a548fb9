import { expect, test } from "vitest";
import { history, on, termsOf } from "../testing/told-in-hours";
import { compliance, complianceBy } from "./compliance";
import { replay } from "./replay";

type Told = readonly [string, "start" | "stop" | "pause" | "cancel" | "excluded"];

const clockOf = (key: string, ...told: Told[]) => {
  const [clock] = replay({ runs: "once", reopened: "goes-on" }, history(termsOf(4), ...told), on("We 9:00"));
  return { key, ...clock! };
};

const clocks = [
  clockOf("one", ["Mo 9:00", "start"], ["Mo 12:00", "stop"]),
  clockOf("one", ["Mo 9:00", "start"], ["Mo 14:00", "stop"]),
  clockOf("one", ["Mo 9:00", "start"], ["Mo 11:00", "excluded"]),
  clockOf("two", ["Tu 9:00", "start"], ["Tu 13:00", "stop"]),
  clockOf("two", ["Tu 14:00", "start"]),
  clockOf("two", ["Tu 14:00", "start"], ["Tu 15:00", "pause"]),
  clockOf("three", ["Mo 9:00", "start"], ["Mo 11:00", "cancel"]),
];

test("compliance is what was met of what is decided", () => {
  expect(compliance(clocks, on("We 9:00"))).toEqual({
    ...{ met: 2, breached: 1, inTime: 2, excluded: 1, cancelled: 1, share: 2 / 3 },
  });
});

test("a clock that was open when it was looked at counts as breached from when it is due", () => {
  expect(compliance(clocks, on("We 10:00") - 1)).toMatchObject({ breached: 1, inTime: 2 });
  expect(compliance(clocks, on("We 10:00"))).toMatchObject({ breached: 2, inTime: 1, share: 0.5 });
});

test("compliance by a key is that of each group, and of none where nothing is decided", () => {
  const by = complianceBy(clocks, ({ key }) => key, on("We 9:00"));
  expect([...by].map(([key, { share }]) => [key, share])).toEqual([
    ["one", 0.5],
    ["two", 1],
    ["three", null],
  ]);
});
