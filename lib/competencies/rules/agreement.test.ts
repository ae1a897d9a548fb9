import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { intraclassCorrelation, weightedKappa, withinGroupAgreement } from "@/lib/competencies/rules/agreement";

describe("agreement", () => {
  /** Hout, Duncan and Sobel (1987), as Agresti's "Categorical Data Analysis" prints them: 91 wives (rows) and husbands. */
  const couples = [
    [7, 7, 2, 3],
    [2, 8, 3, 7],
    [1, 5, 4, 9],
    [2, 8, 9, 14],
  ];
  const pairs = couples.flatMap((row, left) =>
    row.flatMap((count, right) => Array.from({ length: count }, () => [left, right] as const)),
  );

  test("of two raters is what is published for 91 couples", () => {
    // Kappa 0.129; linear 0.237; quadratic 0.332 (vcd, `Kappa(SexualFun)`).
    expect(weightedKappa(pairs, 0.000001)).toBeCloseTo(0.1293, 3);
    expect(weightedKappa(pairs, 1)).toBeCloseTo(0.2374, 4);
    expect(weightedKappa(pairs)).toBeCloseTo(0.332, 4);
  });

  test("of two raters is 1 where they are one, and says nothing where all is the same", () => {
    expect(weightedKappa([[1, 1], [3, 3], [5, 5]])).toBe(1); // prettier-ignore
    expect(weightedKappa([[3, 3], [3, 3]])).toBeNull(); // prettier-ignore
    expect(weightedKappa([])).toBeNull();
  });

  test("of a group is measured against answers spread evenly, whose variance is 2 on five levels", () => {
    // James, Demaree and Wolf (1984): with five options the variance of chance is 2.00, with seven 4.00.
    expect(withinGroupAgreement([1, 2, 3, 4, 5])).toBe(0);
    expect(withinGroupAgreement([4, 4, 4])).toBe(1);
    expect(withinGroupAgreement([3, 4, 5])).toBe(0.5);
    expect(withinGroupAgreement([3, 4, 5], 7)).toBe(0.75);
    expect(withinGroupAgreement([1, 5])).toBe(0);
    expect(withinGroupAgreement([4])).toBeNull();
  });
});

describe("reliability", () => {
  /** Shrout and Fleiss (1979), table 2: six targets, four judges; table 4 prints .29 and .62 for ICC(2,1) and ICC(2,4). */
  const published = [
    [9, 2, 5, 8],
    [6, 1, 3, 2],
    [8, 4, 6, 8],
    [7, 1, 2, 6],
    [10, 5, 6, 9],
    [6, 2, 4, 7],
  ];

  test("of four judges over six targets is what is published", () => {
    const { single, mean } = intraclassCorrelation(published)!;
    expect(single).toBeCloseTo(0.29, 2);
    expect(mean).toBeCloseTo(0.62, 2);
  });

  test("is whole where all say the same, does not hang on who stands first, and is nothing without differences", () => {
    expect(intraclassCorrelation([1, 3, 5].map((level) => [level, level, level]))).toEqual({ single: 1, mean: 1 });
    const turned = intraclassCorrelation(published.map((row) => [...row].reverse()))!;
    expect(turned.single).toBeCloseTo(intraclassCorrelation(published)!.single, 12);
    for (const table of [
      [],
      [[3, 3, 3]],
      [[3], [4]],
      [[3, 3], [3]],
      [
        [4, 4, 4],
        [4, 4, 4],
      ],
    ])
      expect(intraclassCorrelation(table)).toBeNull();
  });

  test("is between 0 and 1, and of one never above that of the mean, whatever was given", () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(...[0, 1, 2].map(() => fc.integer({ min: 1, max: 5 }))), { minLength: 3, maxLength: 8 }),
        (table) => {
          const found = intraclassCorrelation(table);
          if (found === null) return;
          expect(found.single).toBeGreaterThanOrEqual(0);
          expect(found.mean).toBeGreaterThanOrEqual(found.single - 1e-9);
          expect(found.mean).toBeLessThanOrEqual(1 + 1e-9);
        },
      ),
    ));
});
