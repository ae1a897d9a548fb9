import { expect, test } from "vitest";
import { readAgainAt } from "./reading-again";

test("a calendar is read each quarter of an hour, and after failures ever more seldom, down to once a day", () => {
  const now = new Date("2026-11-23T09:00:00Z");
  const minutes = (failures: number) => (readAgainAt(now, failures).getTime() - now.getTime()) / 60_000;
  expect([0, 1, 2, 3, 4].map(minutes)).toEqual([15, 5, 10, 20, 40]);
  expect([9, 10, 100, 10_000].map(minutes)).toEqual([1280, 1440, 1440, 1440]);
});
