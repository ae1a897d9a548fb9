import { expect, test } from "vitest";
import { durationText, quantile, ratioText } from "./statistics";

test("a quantile is a value that was measured, by nearest rank", () => {
  const values = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect([0, 0.5, 0.95, 1].map((share) => quantile(values, share))).toEqual([1, 50, 95, 100]);
  expect(quantile([7], 0.95)).toBe(7);
  expect(quantile([], 0.95)).toBeNaN();
});

test("numbers read as a person writes them", () => {
  expect([0.4, 12.3, 1234].map(durationText)).toEqual(["0 ms", "12 ms", "1.23 s"]);
  expect([1.234, Number.NaN].map(ratioText)).toEqual(["1.23 ×", "–"]);
});
