import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareContents, saysSomething, type PlanContent } from "@/lib/plans/rules/content";
import { progressOf } from "@/lib/plans/rules/progress";

const words = fc.constantFrom("", "Lead a port", "Sit on a board", "Call Imke");
const content: fc.Arbitrary<PlanContent> = fc.record({
  goals: fc.uniqueArray(
    fc.record({ id: fc.constantFrom("g", "h", "i"), goal: words, occupation: words, motives: words }),
    { selector: ({ id }) => id },
  ),
  targetRoles: words,
  targetCompanies: words,
  alternative: words,
  milestones: fc.uniqueArray(
    fc.record({
      id: fc.constantFrom("a", "b", "c"),
      title: words,
      dueOn: fc.option(fc.constantFrom("2026-12-01", "2027-01-15")),
      steps: fc.array(words, { maxLength: 3 }),
    }),
    { selector: ({ id }) => id },
  ),
});

describe("editions", () => {
  test("an edition compared with itself shows nothing", () =>
    fc.assert(
      fc.property(content, (plan) => {
        expect(compareContents(plan, plan)).toEqual([]);
      }),
    ));

  test("what differs is never passed over", () =>
    fc.assert(
      fc.property(content, content, (before, after) => {
        // The order of steps and milestones is no change of what was agreed.
        const sorted = (plan: PlanContent) => ({
          ...plan,
          milestones: plan.milestones
            .map((one) => ({ ...one, steps: [...one.steps].sort() }))
            .sort((left, right) => left.id.localeCompare(right.id)),
        });
        const same = JSON.stringify(sorted(before)) === JSON.stringify(sorted(after));
        expect(compareContents(before, after).length === 0).toBe(same);
      }),
    ));

  test("what was added one way was removed the other way", () =>
    fc.assert(
      fc.property(content, content, (before, after) => {
        const count = (changes: ReturnType<typeof compareContents>, kind: string) =>
          changes.filter((change) => change.kind === kind).length;
        const [there, back] = [compareContents(before, after), compareContents(after, before)];
        expect(count(there, "goal-added")).toBe(count(back, "goal-removed"));
        expect(count(there, "goal-changed")).toBe(count(back, "goal-changed"));
        expect(count(there, "goals-ordered")).toBe(count(back, "goals-ordered"));
        expect(count(there, "milestone-added")).toBe(count(back, "milestone-removed"));
        expect(count(there, "step-added")).toBe(count(back, "step-removed"));
        expect(count(there, "field")).toBe(count(back, "field"));
      }),
    ));

  test("goals that change places are told as that, and as nothing else", () => {
    const goal = (id: string, words: string) => ({ id, goal: words, occupation: "", motives: "" });
    const [port, board] = [goal("g", "Lead a port"), goal("h", "Sit on a board")];
    const rest = { targetRoles: "", targetCompanies: "", alternative: "", milestones: [] };
    expect(compareContents({ goals: [port, board], ...rest }, { goals: [board, port], ...rest })).toEqual([
      { kind: "goals-ordered", goals: ["Sit on a board", "Lead a port"] },
    ]);
    expect(compareContents({ goals: [port, board], ...rest }, { goals: [board], ...rest })).toEqual([
      { kind: "goal-removed", goal: "Lead a port" },
    ]);
  });

  test("there is something to sign with a goal and a milestone", () => {
    const empty = { goals: [], targetRoles: "", targetCompanies: "", alternative: "" };
    const goals = [{ id: "g", goal: "Lead a port", occupation: "", motives: "" }];
    expect(saysSomething({ ...empty, milestones: [] })).toBe(false);
    expect(saysSomething({ ...empty, goals, milestones: [] })).toBe(false);
    const milestones = [{ id: "a", title: "Ten talks", dueOn: null, steps: [] }];
    expect(saysSomething({ ...empty, goals, milestones })).toBe(true);
  });
});

test("progress counts milestones and names the open one that is due first, with its first open step", () => {
  const step = (title: string, doneAt: Date | null = null) => ({ id: title, title, doneAt });
  const milestones = [
    { id: "a", title: "Resume stands", dueOn: "2026-10-01", doneAt: new Date(), steps: [] },
    { id: "b", title: "Some day", dueOn: null, doneAt: null, steps: [] },
    {
      id: "c",
      title: "Ten talks",
      dueOn: "2026-12-01",
      doneAt: null,
      steps: [step("Call", new Date()), step("Write")],
    },
  ];
  expect(progressOf(milestones)).toEqual({
    done: 1,
    total: 3,
    next: { id: "c", title: "Ten talks", dueOn: "2026-12-01", step: "Write" },
  });
  expect(progressOf([])).toEqual({ done: 0, total: 0, next: null });
});
