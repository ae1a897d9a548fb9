import { describe, expect, test } from "vitest";
import { finishInventory, saveInventory, shareInventory } from "@/lib/inventories/commands/fill";
import { inventoryForms } from "@/lib/inventories/items";
import { inventoryAnswers } from "@/lib/inventories/queries/form";
import { nextAssessmentStep } from "@/lib/inventories/queries/next-step";
import { inventoriesOf } from "@/lib/inventories/queries/results";
import { refusalOf, testWorld } from "@/lib/platform/testing/world";

const world = testWorld();
const of = (role: string) => world.north.ask(inventoriesOf, role, { programmeId: world.north.programmeId });
const all = (answer: number) => Object.fromEntries(inventoryForms.interests.items.map(({ key }) => [key, answer]));

describe("an inventory", () => {
  test("is filled in part by part, is finished whole, and is taken again beside the first", async () => {
    const inventory = "interests" as const;
    await world.north.execute(saveInventory, "executive", { inventory, answers: { realistic1: 5 } });
    const refusal = await refusalOf(world.north.execute(finishInventory, "executive", { inventory }));
    expect(refusal.message).toBe("23 answers are missing.");
    expect(await world.north.ask(inventoryAnswers, "executive", { inventory })).toEqual({ realistic1: 5 });
    for (const answer of [4, 2]) {
      await world.north.execute(saveInventory, "executive", { inventory, answers: all(answer) });
      await world.north.execute(finishInventory, "executive", { inventory });
    }
    const { results } = (await of("executive")).inventories.find((one) => one.inventory === inventory)!;
    expect(results.map(({ scores }) => scores.social)).toEqual([2, 4]);
    expect(await world.north.ask(inventoryAnswers, "executive", { inventory })).toEqual({});
  });

  test("takes no statement and no answer that it does not have", async () => {
    const save = (answers: Record<string, number>) =>
      world.north.execute(saveInventory, "executive", { inventory: "values", answers });
    expect((await refusalOf(save({ charm1: 3 }))).code).toBe("invalid");
    expect((await refusalOf(save({ influence1: 6 }))).code).toBe("invalid");
  });

  test("is the person's alone until shared, and again at once when that is taken back", async () => {
    expect(await of("consultant")).toEqual({ mine: false, inventories: [] });
    const share = (withConsultant: boolean) =>
      world.north.execute(shareInventory, "executive", { inventory: "values", withConsultant });
    await share(true);
    const { inventories } = await of("consultant");
    // The take in work is nobody else's, shared or not.
    expect(inventories).toMatchObject([{ inventory: "values", open: null }]);
    expect(inventories[0]!.results).toHaveLength(1);
    await share(false);
    expect((await of("consultant")).inventories).toEqual([]);
  });

  test("is nothing for administrators, sponsors, or the consultant of somebody else", async () => {
    await world.north.execute(shareInventory, "executive", { inventory: "values", withConsultant: true });
    for (const role of ["administrator", "sponsor", "hr_manager"])
      expect((await refusalOf(of(role))).code).toBe("forbidden");
    expect((await refusalOf(of("other-consultant"))).code).toBe("not_found");
  });
});

test("the next step of the assessment is to finish what is begun", async () => {
  const { programmeId } = world.north;
  expect(await world.north.ask(nextAssessmentStep, "executive", { programmeId })).toEqual({
    step: "go-on",
    path: `/programmes/${programmeId}/competencies/rate`,
  });
});
