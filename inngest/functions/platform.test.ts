import { eq } from "drizzle-orm";
import { InngestTestEngine } from "@inngest/test";
import { beforeAll, expect, test } from "vitest";
import { transaction } from "@/db/client";
import { outbox } from "@/db/schema/platform";
import { newId } from "@/db/tenant-table";
import { installRunnerSchema } from "@/inngest/embedded/install";
import { platformFunctions } from "@/inngest/functions/platform";
import { verifyAudit } from "@/lib/platform/audit-chain";
import { storeEvents } from "@/lib/platform/outbox";
import { testWorld } from "@/lib/platform/testing/world";

const world = testWorld();

beforeAll(() => installRunnerSchema(world.database.ownerUrl, "landfall_app", ["landfall_sweep"]));

const run = async (id: string) => {
  const found = platformFunctions.find((fn) => fn.id() === id);
  const { result, error } = await new InngestTestEngine({
    function: found!,
    events: [{ name: "inngest/scheduled.timer", data: {} }],
  }).execute();
  expect(error).toBeUndefined();
  return result;
};

const event = (dispatchedAt: Date | null) => {
  const id = newId();
  return transaction({ organisationId: world.north.organisationId }, async (tx) => {
    await storeEvents(tx, [{ id, name: "tests.happened", data: {} }], new Date());
    await tx.update(outbox).set({ dispatchedAt }).where(eq(outbox.id, id));
    return id;
  });
};

test("the sweep hands on what a crash left, once", async () => {
  await event(null);
  expect(await run("platform-outbox-sweep")).toEqual({ sent: 1, failed: 0 });
  expect(await run("platform-outbox-sweep")).toEqual({ sent: 0, failed: 0 });
});

test("entries of all organisations are sealed, once", async () => {
  expect(await run("platform-audit-seal")).toEqual({ sealed: 2 });
  expect(await run("platform-audit-seal")).toEqual({ sealed: 0 });
  for (const { organisationId } of [world.north, world.south])
    expect(await verifyAudit(organisationId)).toMatchObject({ sealed: 1, faults: [] });
});

test("what is over is forgotten, and nothing that still waits", async () => {
  const waits = await event(null);
  const recent = await event(new Date());
  const old = await event(new Date(Date.now() - 31 * 86_400_000));
  await run("platform-forget");
  const left = await transaction({ organisationId: world.north.organisationId }, (tx) =>
    tx.select({ id: outbox.id }).from(outbox),
  );
  const ids = left.map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining([waits, recent]));
  expect(ids).not.toContain(old);
});
