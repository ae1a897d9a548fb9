import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { halfAt, niceScale, shareAt, spread, survivalRows } from "./chart-data";

const curve = {
  steps: [
    { time: 0, share: 0 },
    { time: 2, share: 0.3 },
    { time: 4.1, share: 0.55 },
    { time: 12, share: 0.9 },
  ],
  censored: [3],
};

describe("a survival curve", () => {
  it("holds each share until the next step", () => {
    expect([0, 1.9, 2, 4, 4.1, 12].map((time) => shareAt(curve.steps, time)?.share)).toEqual([
      0, 0, 0.3, 0.3, 0.55, 0.9,
    ]);
    expect(shareAt(curve.steps, 13)).toBeNull();
  });
  it("knows when half have landed", () => {
    expect(halfAt(curve.steps)).toBe(4.1);
    expect(halfAt(curve.steps.slice(0, 2))).toBeNull();
  });
  it("has both curves at each time, and a tick where somebody left", () => {
    const rows = survivalRows(curve, {
      steps: [
        { time: 0, share: 0 },
        { time: 5, share: 0.4 },
      ],
    });
    expect(rows.map((row) => row.time)).toEqual([0, 2, 3, 4.1, 5, 12]);
    expect(rows.find((row) => row.time === 3)).toMatchObject({ share: 0.3, tick: 0.3, before: 0 });
    expect(rows.at(-1)).toMatchObject({ share: 0.9, before: null });
  });
});

describe("the axis", () => {
  it("begins at zero, ends at or above the highest value, in at most five round steps", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 1e7, noNaN: true }), (highest) => {
        const { top, ticks } = niceScale(highest);
        expect(ticks[0]).toBe(0);
        expect(top).toBeGreaterThanOrEqual(highest * 0.999999);
        expect(top).toBeLessThanOrEqual(highest * 2);
        expect(ticks.length).toBeLessThanOrEqual(6);
      }),
    );
  });
  it.each([
    [97, [0, 20, 40, 60, 80, 100]],
    [9, [0, 2, 4, 6, 8, 10]],
    [8, [0, 2, 4, 6, 8]],
    [0, [0, 1]],
  ])("for %d", (highest, ticks) => {
    expect(niceScale(highest).ticks).toEqual(ticks);
  });
});

it("labels do not lie on one another and keep their order", () => {
  expect(spread([100, 104, 10], 16)).toEqual([100, 116, 10]);
});
