import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fewestRaters, released, type RaterAnswer } from "@/lib/competencies/rules/release";
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
