import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { atRiskAt, kaplanMeier, survivalAt, type LifeTableRow } from "@/lib/reports/statistics/kaplan-meier";

const event = (time: number): LifeTableRow => ({ time, events: 1, censored: 0 });
const left = (time: number): LifeTableRow => ({ time, events: 0, censored: 1 });

/*
 * Weeks in remission of 42 children with leukaemia: Freireich et al., Blood 21 (1963), as Gehan, Biometrika 52 (1965) gives them;
 * worked through in Cox and Oakes, Analysis of Survival Data (1984), ch. 1 and 4, and Kleinbaum and Klein, Survival Analysis, ch. 2.
 */
const treated = [
  ...[6, 6, 6, 7, 10, 13, 16, 22, 23].map(event),
  ...[6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map(left),
];
const untreated = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23].map(event);

describe("the leukaemia data of 1963", () => {
  const curve = kaplanMeier(treated);
  const events = curve.points.filter((point) => point.events > 0);

  test("gives the published estimate and number at risk at each event", () => {
    expect(events.map(({ time, atRisk, survival }) => [time, atRisk, Number(survival.toFixed(4))])).toEqual([
      [6, 21, 0.8571],
      [7, 17, 0.8067],
      [10, 15, 0.7529],
      [13, 12, 0.6902],
      [16, 11, 0.6275],
      [22, 7, 0.5378],
      [23, 6, 0.4482],
    ]);
  });

  test("gives Greenwood's standard errors", () => {
    expect(events.map(({ standardError }) => Number(standardError!.toFixed(4)))).toEqual([
      0.0764, 0.0869, 0.0963, 0.1068, 0.1141, 0.1282, 0.1346,
    ]);
  });

  test("gives the limits by log(−log)", () => {
    expect(events.map(({ low, high }) => [Number(low!.toFixed(4)), Number(high!.toFixed(4))])).toEqual([
      [0.6197, 0.9516],
      [0.5631, 0.9228],
      [0.5032, 0.8894],
      [0.4316, 0.8491],
      [0.3675, 0.8049],
      [0.2678, 0.7468],
      [0.1881, 0.6801],
    ]);
  });

  test("gives the medians with their intervals: 23 weeks from 13 on, and 8 weeks from 4 to 11", () => {
    expect(curve.median).toEqual({ time: 23, low: 13, high: null });
    expect(kaplanMeier(untreated).median).toEqual({ time: 8, low: 4, high: 11 });
  });

  test("counts who is left, those included who leave at that time", () => {
    expect([0, 6, 6.5, 10, 23, 36].map((time) => atRiskAt(curve, time))).toEqual([21, 21, 17, 15, 6, 0]);
  });
});

test("the example of Kaplan and Meier (Journal of the American Statistical Association 53, 1958) comes out as they have it", () => {
  const curve = kaplanMeier([0.8, 3.1, 5.4, 9.2].map(event).concat([1, 2.7, 7, 12.1].map(left)));
  const shares = [0.5, 0.8, 3.1, 5.4, 9.2, 13].map((time) => Number(survivalAt(curve, time).toFixed(4)));
  expect(shares).toEqual([1, 0.875, 0.7, 0.525, 0.2625, 0.2625]);
});

describe("at the edges", () => {
  test("of nobody nothing is said", () => {
    expect(kaplanMeier([])).toEqual({
      ...{ counted: 0, events: 0, points: [] },
      median: { time: null, low: null, high: null },
    });
  });

  test("where nobody had the event, the curve stays at 1 and has no median", () => {
    const curve = kaplanMeier([left(3), left(5), left(5)]);
    expect(curve.points.map(({ survival, low, high, standardError }) => [survival, low, high, standardError])).toEqual([
      [1, 1, 1, 0],
      [1, 1, 1, 0],
    ]);
    expect(curve.median.time).toBeNull();
  });

  test("where everybody had it, the last point is 0, without limits", () => {
    const last = kaplanMeier([event(1), event(2)]).points.at(-1)!;
    expect(last).toMatchObject({ survival: 0, standardError: null, low: null, high: null });
  });

  test("who leaves when others have the event was still in the count", () => {
    expect(kaplanMeier([event(4), left(4)]).points).toMatchObject([{ atRisk: 2, survival: 0.5 }]);
  });

  test("negative times and counts are refused", () => {
    expect(() => kaplanMeier([event(-1)])).toThrow(RangeError);
    expect(() => kaplanMeier([{ time: 1, events: -1, censored: 3 }])).toThrow(RangeError);
    expect(() => kaplanMeier([{ time: Number.NaN, events: 1, censored: 0 }])).toThrow(RangeError);
  });
});

describe("whatever the data", () => {
  const rows = fc.array(
    fc.record({ time: fc.integer({ min: 0, max: 60 }), events: fc.nat({ max: 4 }), censored: fc.nat({ max: 4 }) }),
    { maxLength: 60 },
  );

  test("the curve only falls, stays between 0 and 1, and within its limits", () => {
    fc.assert(
      fc.property(rows, (table) => {
        const { points } = kaplanMeier(table);
        for (const [at, { survival, low, high, standardError }] of points.entries()) {
          expect(survival).toBeGreaterThanOrEqual(0);
          expect(survival).toBeLessThanOrEqual(at === 0 ? 1 : points[at - 1]!.survival);
          if (low === null || high === null) expect(survival).toBe(0);
          else {
            expect(low).toBeGreaterThanOrEqual(0);
            expect(low).toBeLessThanOrEqual(survival + 1e-12);
            expect(high).toBeGreaterThanOrEqual(survival - 1e-12);
            expect(high).toBeLessThanOrEqual(1);
            expect(standardError).toBeGreaterThanOrEqual(0);
          }
        }
      }),
    );
  });

  test("the order of the rows is irrelevant, and rows of one time add up", () => {
    fc.assert(
      fc.property(rows, (table) => {
        const split = table.flatMap(({ time, events, censored }) => [
          { time, events, censored: 0 },
          { time, events: 0, censored },
        ]);
        expect(kaplanMeier(split.reverse())).toEqual(kaplanMeier(table));
      }),
    );
  });

  test("where nobody leaves early it is the share that lasted longer, and its error the binomial one", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 80 }), (times) => {
        for (const { time, survival, standardError } of kaplanMeier(times.map(event)).points) {
          const share = times.filter((other) => other > time).length / times.length;
          expect(survival).toBeCloseTo(share, 10);
          if (standardError !== null)
            expect(standardError).toBeCloseTo(Math.sqrt((share * (1 - share)) / times.length), 10);
        }
      }),
    );
  });

  test("the median lies within its interval", () => {
    fc.assert(
      fc.property(rows, (table) => {
        const { time, low, high } = kaplanMeier(table).median;
        if (time !== null) expect(low).toBeLessThanOrEqual(time);
        if (time !== null && high !== null) expect(high).toBeGreaterThanOrEqual(time);
      }),
    );
  });
});
