import { describe, expect, test } from "vitest";
import { addGoal, editGoal, moveGoal, removeGoal, restoreGoal } from "@/lib/plans/commands/goals";
import { addMilestone, addStep, markStep, removeMilestone } from "@/lib/plans/commands/milestones";
import { signPlan, writePlan } from "@/lib/plans/commands/plan";
import { comparePlan, planProgress, programmePlan } from "@/lib/plans/queries";
import type { Refusal } from "@/lib/platform/refusal";
import { refusalOf, testWorld } from "@/lib/platform/testing/world";

const world = testWorld();
const north = () => world.north;
const ofProgramme = () => ({ programmeId: north().programmeId });
const plan = async () => (await north().ask(programmePlan, "executive", ofProgramme()))!;
const words = {
  targetRoles: "COO",
  targetCompanies: "",
  alternative: "",
};

test("a milestone takes all the steps that were typed, or says why not", async () => {
  const add = (steps: string) =>
    north().execute(addMilestone, "executive", { ...ofProgramme(), title: "Ten talks", steps });
  const long = await refusalOf(add(`Short\n${"x".repeat(301)}`));
  expect(long).toMatchObject({ code: "invalid", details: { field: "steps" } });
  const many = await refusalOf(add(Array.from({ length: 31 }, (_, at) => `Step ${at}`).join("\n")));
  expect(many.details.field).toBe("steps");
  const { id } = await add("  First \n\nSecond");
  const made = (await plan()).milestones.find((one) => one.id === id)!;
  expect(made.steps.map(({ title }) => title)).toEqual(["First", "Second"]);
  await north().execute(removeMilestone, "executive", { id });
});

describe("two people and one plan", () => {
  test("who saves second gets what the first one wrote, and nothing is lost", async () => {
    const { version } = await plan();
    const write = (role: string, targetCompanies: string, expectedVersion = version) =>
      north().execute(writePlan, role, { ...ofProgramme(), ...words, targetCompanies, expectedVersion });
    await write("consultant", "Port of Sande");
    const refusal = await refusalOf(write("executive", "Halden Marine"));
    expect(refusal.code).toBe("conflict");
    expect(refusal.details.current).toMatchObject({ targetCompanies: "Port of Sande", version: version + 1 });
    expect((await plan()).targetCompanies).toBe("Port of Sande");
    await write("executive", "Halden Marine\nPort of Sande", version + 1);
    expect((await plan()).targetCompanies).toBe("Halden Marine\nPort of Sande");
  });

  test("at the very same moment: of two who write one goal, one is told, and what was saved stays", async () => {
    const [goal] = (await plan()).goals;
    const write = (role: string, words: string) =>
      north().execute(editGoal, role, {
        ...{ id: goal!.id, expectedVersion: goal!.version, occupation: "COO", motives: "" },
        goal: words,
      });
    const told = await Promise.allSettled([
      write("consultant", "Lead a port in the north"),
      write("executive", "Lead a shipyard"),
    ]);
    const refused = told.flatMap((one) => (one.status === "rejected" ? [one.reason as Refusal] : []));
    expect(refused.map(({ code }) => code)).toEqual(["conflict"]);
    const now = (await plan()).goals[0]!;
    expect(now.version).toBe(goal!.version + 1);
    expect(refused[0]!.details.current).toMatchObject({ goal: now.goal, version: now.version });
  });

  test("who writes the one part holds up nobody who writes another, also when that begins a new version", async () => {
    const before = await plan();
    await north().execute(signPlan, "consultant", { ...ofProgramme(), edition: before.edition });
    const { id } = await north().execute(addGoal, "executive", {
      ...{ ...ofProgramme(), goal: "Sit on a board", occupation: "", motives: "" },
    });
    await north().execute(moveGoal, "executive", { id, to: "earlier" });
    const [board, port] = (await plan()).goals;
    expect([board!.goal, port!.id]).toEqual(["Sit on a board", before.goals[0]!.id]);
    expect((await plan()).edition).toBe(before.edition + 1);
    await Promise.all([
      north().execute(writePlan, "consultant", { ...ofProgramme(), ...words, expectedVersion: before.version }),
      north().execute(editGoal, "executive", { ...goalOf(board!), motives: "To pass it on", expectedVersion: 1 }),
      north().execute(editGoal, "consultant", { ...goalOf(port!), goal: "Lead two", expectedVersion: port!.version }),
    ]);
    const after = await plan();
    expect(after.targetRoles).toBe("COO");
    expect(after.goals.map(({ goal, motives }) => [goal, motives])).toEqual([
      ["Sit on a board", "To pass it on"],
      ["Lead two", port!.motives],
    ]);
  });
});

const goalOf = ({
  id,
  goal,
  occupation,
  motives,
}: {
  id: string;
  goal: string;
  occupation: string;
  motives: string;
}) => ({ id, goal, occupation, motives });

describe("goals", () => {
  test("one that was taken out comes back where it was; more than a plan can hold are refused", async () => {
    const names = async () => (await plan()).goals.map(({ goal }) => goal);
    const before = await names();
    const { id } = (await plan()).goals[0]!;
    await north().execute(removeGoal, "executive", { id });
    expect(await names()).toEqual(before.slice(1));
    await north().execute(restoreGoal, "executive", { id });
    expect(await names()).toEqual(before);
    const add = (goal: string) =>
      north().execute(addGoal, "consultant", { ...ofProgramme(), goal, occupation: "", motives: "" });
    const added: string[] = [];
    for (let count = before.length; count < 8; count += 1) added.push((await add(`Goal ${count}`)).id);
    expect((await refusalOf(add("One too many"))).message).toContain("at most 8");
    for (const one of added) await north().execute(removeGoal, "consultant", { id: one });
    expect((await refusalOf(north().execute(removeGoal, "other-consultant", { id }))).code).toBe("not_found");
  });
});

describe("a plan is signed off", () => {
  test("by both; a change after that asks again, and what was agreed is kept and can be compared", async () => {
    const { edition } = await plan();
    const sign = (role: string, number: number) =>
      north().execute(signPlan, role, { ...ofProgramme(), edition: number });
    expect(await sign("consultant", edition)).toEqual({ edition, agreed: false });
    expect((await refusalOf(sign("consultant", edition))).code).toBe("state");
    expect(await sign("executive", edition)).toEqual({ edition, agreed: true });

    // Ticking off is no change of what was agreed.
    await north().execute(markStep, "executive", { id: north().stepId, done: true });
    expect((await plan()).edition).toBe(edition);

    await north().execute(addStep, "executive", { milestoneId: north().milestoneId, title: "Write to five" });
    const { id } = await north().execute(addMilestone, "executive", {
      ...ofProgramme(),
      title: "A first offer",
      steps: "Prepare\n\n Rehearse ",
    });
    const changed = await plan();
    expect(changed.edition).toBe(edition + 1);
    expect(changed.milestones.at(-1)!.steps.map(({ title }) => title)).toEqual(["Prepare", "Rehearse"]);
    expect((await refusalOf(sign("executive", edition))).message).toContain("changed while you read it");

    const { changes, signoffs } = await north().ask(comparePlan, "consultant", { ...ofProgramme(), edition });
    expect(changes).toEqual([
      { kind: "step-added", milestone: "Ten talks", title: "Write to five" },
      { kind: "milestone-added", title: "A first offer", dueOn: null, steps: ["Prepare", "Rehearse"] },
    ]);
    expect(signoffs.map(({ part }) => part).sort()).toEqual(["consultant", "executive"]);
    await north().execute(removeMilestone, "consultant", { id });
    expect((await plan()).edition).toBe(edition + 1);
  });

  test("progress is there for homes", async () => {
    expect(await north().ask(planProgress, "executive", ofProgramme())).toMatchObject({
      done: 0,
      total: 1,
      next: { title: "Ten talks" },
    });
  });
});

describe("who reaches a plan", () => {
  test("the executive and the own consultant", async () => {
    expect((await refusalOf(north().ask(programmePlan, "administrator", ofProgramme()))).code).toBe("forbidden");
    expect((await refusalOf(north().ask(programmePlan, "sponsor", ofProgramme()))).code).toBe("forbidden");
    expect((await refusalOf(north().ask(programmePlan, "other-consultant", ofProgramme()))).code).toBe("not_found");
  });

  test("a programme that has ended keeps its plan as it is", async () => {
    const attempt = north().execute(writePlan, "consultant", {
      programmeId: north().landedProgrammeId,
      expectedVersion: 0,
      ...words,
    });
    expect((await refusalOf(attempt)).code).toBe("state");
  });
});
