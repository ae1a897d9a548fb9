import { describe, expect, test } from "vitest";
import { addMilestone, addStep, markStep, removeMilestone } from "@/lib/plans/commands/milestones";
import { signPlan, writePlan } from "@/lib/plans/commands/plan";
import { comparePlan, planProgress, programmePlan } from "@/lib/plans/queries";
import { refusalOf, testWorld } from "@/lib/platform/testing/world";

const world = testWorld();
const north = () => world.north;
const ofProgramme = () => ({ programmeId: north().programmeId });
const plan = async () => (await north().ask(programmePlan, "executive", ofProgramme()))!;
const words = {
  goal: "Lead a port",
  occupation: "COO",
  motives: "Ships",
  targetRoles: "",
  targetCompanies: "",
  alternative: "",
};

describe("two people and one plan", () => {
  test("who saves second gets what the first one wrote, and nothing is lost", async () => {
    const { version } = await plan();
    const write = (role: string, goal: string, expectedVersion = version) =>
      north().execute(writePlan, role, { ...ofProgramme(), ...words, goal, expectedVersion });
    await write("consultant", "Lead a port in the north");
    const refusal = await refusalOf(write("executive", "Lead a shipyard"));
    expect(refusal.code).toBe("conflict");
    expect(refusal.details.current).toMatchObject({ goal: "Lead a port in the north", version: version + 1 });
    expect((await plan()).goal).toBe("Lead a port in the north");
    await write("executive", "Lead a shipyard", version + 1);
    expect((await plan()).goal).toBe("Lead a shipyard");
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
