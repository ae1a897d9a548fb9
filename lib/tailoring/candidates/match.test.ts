import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { betterFirst, matchOf, type AskedSkill, type FoundSkill } from "./match";

const month = "2026-11";
const asked: AskedSkill[] = [
  { name: "Kubernetes", technologyKey: "kubernetes", need: "must", years: 3 },
  { name: "Go", technologyKey: "go", need: "must", years: null },
  { name: "Terraform", technologyKey: "terraform", need: "nice", years: null },
];
const has = (technologyKey: string, lastUsed = "9999-12", months = 48): FoundSkill => ({
  technologyKey,
  lastUsed,
  months,
});

const anyAsked = fc.uniqueArray(
  fc.record({
    name: fc.constant("x"),
    technologyKey: fc.constantFrom("a", "b", "c", "d", "e"),
    need: fc.constantFrom("must" as const, "nice" as const),
    years: fc.option(fc.integer({ min: 0, max: 20 })),
  }),
  { selector: ({ technologyKey }) => technologyKey },
);
const anyFound = fc.uniqueArray(
  fc.record({
    technologyKey: fc.constantFrom("a", "b", "c", "d", "e", "f"),
    lastUsed: fc.constantFrom("", "9999-12", "2026-10", "2024-11", "2015-02"),
    months: fc.integer({ min: 0, max: 300 }),
  }),
  { selector: ({ technologyKey }) => technologyKey },
);

describe("how well a resume fits a requirement", () => {
  test("is told skill by skill", () => {
    const { must, nice, reasons } = matchOf(asked, [has("kubernetes", "9999-12", 20), has("go", "2019-04")], month);
    expect(must).toEqual({ covered: 2, of: 2 });
    expect(nice).toEqual({ covered: 0, of: 1 });
    expect(reasons).toEqual([
      { name: "Kubernetes", need: "must", use: "now", year: null, short: true },
      { name: "Go", need: "must", use: "past", year: 2019, short: false },
      {
        name: "Terraform",
        need: "nice",
        use: "missing",
        year: null,
        short: false,
      },
    ]);
  });

  test("is whole where all is used now for long enough, and nothing where nothing is found", () => {
    expect(
      matchOf(
        asked,
        asked.map(({ technologyKey }) => has(technologyKey)),
        month,
      ).score,
    ).toBe(100);
    expect(matchOf(asked, [], month).score).toBe(0);
    expect(matchOf([], [has("go")], month).score).toBe(0);
  });

  test("goes by what is needed before all else", () => {
    const both = matchOf(asked, [has("kubernetes", "2012-01", 2), has("go", "2012-01")], month);
    const one = matchOf(asked, [has("kubernetes"), has("terraform")], month);
    expect(betterFirst(both, one)).toBeLessThan(0);
  });

  test("prefers what was used lately", () => {
    const score = (lastUsed: string) => matchOf(asked, [has("go", lastUsed)], month).score;
    expect(score("9999-12")).toBeGreaterThan(score("2025-03"));
    expect(score("2025-03")).toBeGreaterThan(score(""));
    expect(score("")).toBeGreaterThan(score("2018-03"));
  });

  test("is never made less by another skill, and stays between 0 and 100", () => {
    fc.assert(
      fc.property(anyAsked, anyFound, (skills, found) => {
        const whole = matchOf(skills, found, month);
        expect(whole.score).toBeGreaterThanOrEqual(0);
        expect(whole.score).toBeLessThanOrEqual(100);
        const less = matchOf(skills, found.slice(1), month);
        expect(whole.score).toBeGreaterThanOrEqual(less.score);
        expect(betterFirst(whole, less)).toBeLessThanOrEqual(0);
      }),
    );
  });

  test("orders any candidates the same way, whoever comes first", () => {
    fc.assert(
      fc.property(anyAsked, anyFound, anyFound, (skills, one, other) => {
        const [first, second] = [matchOf(skills, one, month), matchOf(skills, other, month)];
        expect(Math.sign(betterFirst(first, second))).toBe(-Math.sign(betterFirst(second, first)) || 0);
      }),
    );
  });
});
