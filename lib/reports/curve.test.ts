import fc from "fast-check";
import { expect, test } from "vitest";
import { inMonths, landedBy, landedCurve, openAt } from "@/lib/reports/curve";
import { kaplanMeier } from "@/lib/reports/statistics/kaplan-meier";

const rows = fc.array(
  fc.record({ time: fc.integer({ min: 0, max: 900 }), events: fc.nat({ max: 2 }), censored: fc.nat({ max: 2 }) }),
  { maxLength: 400 },
);

test("the drawn curve begins at nothing, only rises, and its band holds it", () => {
  fc.assert(
    fc.property(rows, (table) => {
      const { steps } = landedCurve(kaplanMeier(table), 20);
      expect(steps[0]?.time).toBe(0);
      for (const [at, step] of steps.entries()) {
        if (at > 0) expect(step.share).toBeGreaterThanOrEqual(steps[at - 1]!.share);
        if (at > 0) expect(step.time).toBeGreaterThanOrEqual(steps[at - 1]!.time);
        if (step.low !== undefined) expect(step.low).toBeLessThanOrEqual(step.share + 1e-9);
        if (step.high !== undefined) expect(step.high).toBeGreaterThanOrEqual(step.share - 1e-9);
      }
    }),
  );
});

test("thinned to weeks it ends at the same share", () => {
  fc.assert(
    fc.property(rows, (table) => {
      const curve = kaplanMeier(table);
      expect(landedCurve(curve, 5).steps.at(-1)!.share).toBeCloseTo(landedCurve(curve).steps.at(-1)!.share, 12);
      expect(landedCurve(curve, 5).steps.length).toBeLessThanOrEqual(134);
    }),
  );
});

test("the axis holds the longest time in at most nine ticks, and counts who is still followed", () => {
  const curve = kaplanMeier([
    { time: 61, events: 2, censored: 0 },
    { time: 365, events: 0, censored: 3 },
  ]);
  expect(openAt(curve, 365)).toEqual({
    until: 12,
    open: [0, 2, 4, 6, 8, 10, 12].map((time) => ({ time, count: time === 0 ? 5 : time === 2 ? 5 : time < 12 ? 3 : 0 })),
  });
  expect(openAt(curve, 3650).open.length).toBeLessThanOrEqual(12);
  expect(landedBy(curve, 3)).toBeCloseTo(0.4);
  expect(inMonths(61)).toBe(2);
});
