import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rankedGaps, type View } from "@/lib/competencies/rules/gaps";

const keys = ["strategy", "finance", "change"];

describe("gaps", () => {
  const at = new Date("2026-11-01T09:00:00Z");
  const view = (source: View["source"], given: number, count = 1): View => ({ source, level: given, count, at });

  test("come by importance × missing level, and count each side once", () => {
    const gaps = rankedGaps(
      {
        finance: { level: 4, importance: 1 },
        strategy: { level: 5, importance: 3 },
        change: { level: 3, importance: 3 },
        gone: { level: 5, importance: 3 },
      },
      { strategy: [view("self", 4), view("raters", 3, 6)], finance: [view("self", 1)], change: [view("self", 5)] },
      keys,
    );
    expect(gaps.map(({ key, missing, weight }) => [key, missing, weight])).toEqual([
      ["strategy", 1.5, 4.5],
      ["finance", 3, 3],
      ["change", 0, 0],
    ]);
  });

  test("are never negative and lose nothing that the role asks for", () => {
    const requirement = fc.record({
      level: fc.integer({ min: 1, max: 5 }),
      importance: fc.integer({ min: 1, max: 3 }),
    });
    const seen = fc.array(
      fc.integer({ min: 1, max: 5 }).map((given) => view("self", given)),
      { maxLength: 3 },
    );
    const by = <Value>(value: fc.Arbitrary<Value>) =>
      fc.record(Object.fromEntries(keys.map((key) => [key, value]))) as fc.Arbitrary<Record<string, Value>>;
    fc.assert(
      fc.property(by(requirement), by(seen), (requirements, views) => {
        const gaps = rankedGaps(requirements, views, keys);
        expect(gaps.map(({ key }) => key).sort()).toEqual([...keys].sort());
        for (const [place, gap] of gaps.entries()) {
          expect(gap.weight).toBeGreaterThanOrEqual(0);
          expect(gap.weight).toBeLessThanOrEqual(gaps[place - 1]?.weight ?? 12);
        }
      }),
    );
  });
});
