import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultFramework, defaultRoleProfiles } from "@/lib/competencies/content/default-framework";
import { intraclassCorrelation, weightedKappa, withinGroupAgreement } from "@/lib/competencies/rules/agreement";
import { frameworkChanges, keyFor } from "@/lib/competencies/rules/framework-changes";
import { rankedGaps, type View } from "@/lib/competencies/rules/gaps";
import { fewestRaters, released, type RaterAnswer } from "@/lib/competencies/rules/release";
import { isComplete, reminderDue } from "@/lib/competencies/rules/round";
import { relations, type Level } from "@/lib/competencies/types";

const sorted = (texts: string[]) => [...texts].sort();
const keys = ["strategy", "finance", "change"];
const level = fc.constantFrom<Level | null>(1, 2, 3, 4, 5, null);
const rater: fc.Arbitrary<RaterAnswer> = fc.record({
  relation: fc.constantFrom(...relations),
  levels: fc.record(Object.fromEntries(keys.map((key) => [key, level]))),
  keep: fc.string({ maxLength: 8 }),
  change: fc.constant(""),
});
const raters = fc.array(rater, { maxLength: 12 });

/** Who is in a group that is shown, worked out another way than the rule does. */
function isShown(answers: readonly RaterAnswer[], { relation }: RaterAnswer): boolean {
  const of = (one: string) => answers.filter((answer) => answer.relation === one).length;
  if (of(relation) >= fewestRaters) return true;
  const small = relations.filter((one) => of(one) < fewestRaters).reduce((sum, one) => sum + of(one), 0);
  return small >= fewestRaters;
}

describe("what is shown of a round", () => {
  test("rests on three raters in each figure, or is not there", () => {
    fc.assert(
      fc.property(raters, (answers) => {
        const { groups, all, keep } = released(answers, sorted);
        for (const { raters: count, cells } of groups) {
          expect(count).toBeGreaterThanOrEqual(fewestRaters);
          for (const cell of Object.values(cells)) expect(cell.count).toBeGreaterThanOrEqual(fewestRaters);
        }
        for (const cell of Object.values(all)) expect(cell.count).toBeGreaterThanOrEqual(fewestRaters);
        if (answers.length < fewestRaters) expect(keep).toEqual([]);
      }),
    );
  });

  test("says nothing about who is held back: whatever they answer, it stays the same", () => {
    fc.assert(
      fc.property(raters, fc.array(rater, { minLength: 12, maxLength: 12 }), (answers, others) => {
        const changed = answers.map((answer, at) =>
          isShown(answers, answer) ? answer : { ...others[at]!, relation: answer.relation },
        );
        expect(released(changed, sorted)).toEqual(released(answers, sorted));
      }),
    );
  });

  test("says nothing of the two who could say where a third could not", () => {
    fc.assert(
      fc.property(fc.constantFrom<Level>(1, 2, 3, 4, 5), fc.constantFrom<Level>(1, 2, 3, 4, 5), (one, other) => {
        const answer = (relation: RaterAnswer["relation"], given: Level | null): RaterAnswer => ({
          ...{ relation, levels: { strategy: given, finance: 3 }, keep: "", change: "" },
        });
        const peers = [answer("peer", one), answer("peer", other), answer("peer", null)];
        const reports = [answer("report", 4), answer("report", 4), answer("report", 5)];
        const { groups, all, alike } = released([...peers, ...reports], sorted);
        expect(groups.find(({ group }) => group === "peer")!.cells.strategy).toBeUndefined();
        // A total over all five would give the two away: five times it, less three times the reports'.
        expect(all.strategy).toEqual(groups.find(({ group }) => group === "report")!.cells.strategy);
        expect(alike.strategy).toBe("close");
      }),
    );
  });

  test("lets no single level out: where three gave 1, 5 and 5 nobody reads that one gave 1", () => {
    const given = [1, 5, 5].map((strategy) => ({
      ...{ relation: "peer" as const, levels: { strategy: strategy as Level }, keep: "", change: "" },
    }));
    const shown = released(given, sorted);
    expect(shown.alike).toEqual({ strategy: "little" });
    expect(Object.keys(shown).sort()).toEqual(
      ["all", "alike", "change", "groups", "heldBack", "keep", "reliability"].sort(),
    );
  });

  test("does not depend on who of a group said what", () => {
    fc.assert(
      fc.property(raters, fc.nat(), (answers, turn) => {
        // Within each relation, levels of each competency wander from rater to rater by another step.
        const moved = answers.map((answer) => {
          const group = answers.filter(({ relation }) => relation === answer.relation);
          const at = group.indexOf(answer);
          const from = (key: string, step: number) => group[(at + turn * step) % group.length]!.levels[key]!;
          return {
            ...answer,
            levels: Object.fromEntries(keys.map((key, step) => [key, from(key, step)])),
            keep: group[(at + turn) % group.length]!.keep,
          };
        });
        const [before, after] = [released(answers, sorted), released(moved, sorted)];
        expect(after.alike).toEqual(before.alike);
        expect(after.keep).toEqual(before.keep);
        expect(after.groups.map(({ group, raters }) => [group, raters])).toEqual(
          before.groups.map(({ group, raters }) => [group, raters]),
        );
      }),
    );
  });

  test("puts small relations together when they are three then", () => {
    const answer = (relation: RaterAnswer["relation"], given: Level): RaterAnswer => ({
      ...{ relation, levels: { strategy: given }, keep: `${relation} ${given}`, change: "" },
    });
    const merged = released([answer("manager", 2), answer("peer", 3), answer("other", 4)], sorted);
    expect(merged.groups).toEqual([{ group: "merged", raters: 3, cells: { strategy: { mean: 3, count: 3 } } }]);
    expect(merged).toMatchObject({ heldBack: 0, keep: ["manager 2", "other 4", "peer 3"] });
    const alone = released([answer("manager", 1), ...[3, 3, 4].map((given) => answer("peer", given as Level))], sorted);
    expect(alone.groups.map(({ group }) => group)).toEqual(["peer"]);
    expect(alone).toMatchObject({ heldBack: 1, keep: ["peer 3", "peer 3", "peer 4"] });
  });
});

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

  test("is told of three raters over five competencies, never of fewer", () => {
    const five = ["a", "b", "c", "d", "e"];
    const one = (shift: number): RaterAnswer => ({
      relation: "peer",
      levels: Object.fromEntries(five.map((key, at) => [key, Math.min(5, Math.max(1, at + shift)) as Level])),
      keep: "",
      change: "",
    });
    expect(released([one(0), one(1)], sorted).reliability).toBeNull();
    expect(released([one(0), one(1), one(1)], sorted).reliability).toMatchObject({ raters: 3, competencies: 5 });
    const four = { ...one(1), levels: { ...one(1).levels, a: null } };
    expect(released([one(0), one(1), four], sorted).reliability).toBeNull();
  });
});

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

describe("reminders", () => {
  const asked = { state: "invited" as const, askedDaysAgo: 5, remindedSoon: false, remindedLast: false };

  test("go three days before and the day before, each once", () => {
    expect([5, 4, 3, 2, 1, 0, -1].map((left) => reminderDue(asked, left))).toEqual([
      ...[null, null, "soon", "soon", "last", "last", null],
    ]);
    expect(reminderDue({ ...asked, remindedSoon: true }, 2)).toBeNull();
    expect(reminderDue({ ...asked, remindedSoon: true }, 1)).toBe("last");
    expect(reminderDue({ ...asked, remindedLast: true }, 2)).toBeNull();
    expect(reminderDue({ ...asked, askedDaysAgo: 0 }, 1)).toBeNull();
    expect(reminderDue({ ...asked, state: "declined" }, 1)).toBeNull();
  });

  test("are over when nobody is left to answer", () => {
    expect(isComplete(["answered", "declined"])).toBe(true);
    expect(isComplete(["answered", "invited"])).toBe(false);
    expect(isComplete([])).toBe(false);
  });
});

describe("a framework", () => {
  test("has 24 competencies in six clusters, each with five different levels, and roles that name only those", () => {
    expect(defaultFramework).toHaveLength(24);
    expect(new Set(defaultFramework.map(({ cluster }) => cluster)).size).toBe(6);
    expect(new Set(defaultFramework.map(({ key }) => key)).size).toBe(24);
    for (const { levels } of defaultFramework) expect(new Set(levels).size).toBe(5);
    const known = new Set(defaultFramework.map(({ key }) => key));
    for (const { requirements } of defaultRoleProfiles)
      expect(Object.keys(requirements).filter((key) => !known.has(key))).toEqual([]);
  });

  test("tells what a later version added, changed and removed", () => {
    const [first, second, third] = defaultFramework;
    const changes = frameworkChanges([first!, second!], [{ ...first!, name: "Strategy" }, third!]);
    expect(changes.map(({ key, kind }) => [key, kind])).toEqual([
      [first!.key, "changed"],
      [third!.key, "added"],
      [second!.key, "removed"],
    ]);
    expect(frameworkChanges(defaultFramework, defaultFramework)).toEqual([]);
  });

  test("gives a new competency a key that nobody has", () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.constantFrom("a", "competency", "a-2")), (name, taken) => {
        const key = keyFor(name, new Set(taken));
        expect(taken).not.toContain(key);
        expect(key).toMatch(/^[a-z0-9][a-z0-9-]*$/);
      }),
    );
    expect(keyFor("Crisis & care", new Set(["crisis-care"]))).toBe("crisis-care-2");
  });
});
