import { expect, test } from "vitest";
import { testWorld } from "@/lib/platform/testing/world";
import { completeProgramme, reopenProgramme } from "@/lib/programmes/commands/lifecycle";
import { programmeCounts } from "@/lib/programmes/queries/homes";

const world = testWorld();

test("who landed is counted by the landing that stands, not by how the programme ended", async () => {
  const { north } = world;
  const counts = () => north.ask(programmeCounts, "administrator", {});
  const before = await counts();
  const end = { reasonKey: "time-over" as const };
  await north.execute(completeProgramme, "administrator", { id: north.programmeId, ...end });
  expect(await counts()).toMatchObject({ haveLanded: before.haveLanded, completed: (before.completed ?? 0) + 1 });
  await north.execute(completeProgramme, "administrator", { id: north.landedProgrammeId, ...end });
  expect(await counts()).toMatchObject({ haveLanded: before.haveLanded, completed: (before.completed ?? 0) + 2 });
  await north.execute(reopenProgramme, "administrator", { id: north.landedProgrammeId, reason: "It fell through." });
  expect(await counts()).toMatchObject({ haveLanded: before.haveLanded - 1, completed: (before.completed ?? 0) + 1 });
});
