import { InngestTestEngine } from "@inngest/test";
import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { transaction } from "@/db/client";
import { programmeTasks } from "@/db/schema/programmes";
import { installRunnerSchema } from "@/inngest/embedded/install";
import { programmeFunctions } from "@/inngest/functions/programmes";
import { testWorld } from "@/lib/platform/testing/world";
import { inviteExecutive, takeBackInvitation } from "@/lib/programmes/commands/invite";

const world = testWorld();

beforeAll(() => installRunnerSchema(world.database.ownerUrl, "landfall_app", ["landfall_sweep"]));

async function run(id: string, event: { name: string; data: Record<string, unknown> }) {
  const { result, error } = await new InngestTestEngine({
    function: programmeFunctions.find((one) => one.id() === id)!,
    events: [event],
    steps: [{ id: "wait", handler: () => null }],
  }).execute();
  expect(error).toBeUndefined();
  return result;
}

test("an invitation is brought to mind once, and not when it was taken back", async () => {
  const { north } = world;
  const invited = (email: string) =>
    north.execute(inviteExecutive, "consultant", { name: "Selma", email, packageId: north.packageId });
  const remind = (programmeId: string) =>
    run("programmes-invitation-reminder", {
      name: "programmes.invited",
      data: { organisationId: north.organisationId, programmeId },
    });
  const waits = await invited("selma@example.com");
  expect(await remind(waits.id)).toEqual({ reminded: true });
  expect(await remind(waits.id)).toEqual({ reminded: false });
  const gone = await invited("selma.two@example.com");
  await north.execute(takeBackInvitation, "consultant", { id: gone.id, expectedVersion: gone.version });
  expect(await remind(gone.id)).toEqual({ reminded: false });
});

test("a Monday with more due tasks than fit a transaction leaves none for later", { timeout: 90_000 }, async () => {
  const { organisationId, programmeId } = world.north;
  const many = 230;
  await transaction({ organisationId }, (tx) =>
    tx.insert(programmeTasks).values(
      Array.from({ length: many }, (_, at) => ({
        ...{ programmeId, phasePosition: 1, position: 100 + at, title: `Call ${at}`, owner: "executive" as const },
        ...{ mandatory: false, dueOn: "2026-01-05" },
      })),
    ),
  );
  const timer = { name: "inngest/scheduled.timer", data: {} };
  const { reminded } = (await run("programmes-tasks-due", timer)) as { reminded: number };
  expect(reminded).toBeGreaterThanOrEqual(many);
  const tasks = await transaction({ organisationId, readOnly: true }, (tx) =>
    tx.select().from(programmeTasks).where(eq(programmeTasks.dueOn, "2026-01-05")),
  );
  expect(tasks.filter(({ remindedOn }) => remindedOn === null)).toEqual([]);
  expect(await run("programmes-tasks-due", timer)).toEqual({ reminded: 0 });
});
