import { eq, sql } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { transaction } from "@/db/client";
import { outbox } from "@/db/schema/platform";
import { newId } from "@/db/tenant-table";
import { installRunnerSchema } from "@/inngest/embedded/install";
import { handOn, handOnWith } from "@/lib/platform/hand-on";
import { storeEvents } from "@/lib/platform/outbox";
import { backOff, dispatchEvents, type DispatchedEvent } from "@/lib/platform/outbox-dispatch";
import { testWorld } from "@/lib/platform/testing/world";
import { withClient } from "@/scripts/postgres/with-client";

const world = testWorld();
const at = new Date("2026-11-20T10:00:00Z");

beforeAll(() => installRunnerSchema(world.database.ownerUrl, "landfall_app", ["landfall_sweep"]));

afterEach(async () => {
  handOnWith(null);
  await dispatchEvents(undefined, { deliver: async () => undefined, now: new Date("2030-01-01T00:00:00Z") });
});

async function emit(count: number, organisationId = world.north.organisationId): Promise<string[]> {
  const events = Array.from({ length: count }, () => ({
    id: newId(),
    name: "tests.happened",
    data: { organisationId },
  }));
  await transaction({ organisationId }, (tx) => storeEvents(tx, events, at));
  return events.map(({ id }) => id);
}

const received = (): Promise<string[]> =>
  withClient(world.database.appUrl, async (client) => {
    const { rows } = await client.query<{ id: string }>("select id from runner.events order by id");
    return rows.map(({ id }) => id);
  });

const rowOf = (id: string) =>
  transaction({ organisationId: world.north.organisationId }, async (tx) => {
    const [row] = await tx.select().from(outbox).where(eq(outbox.id, id));
    return row;
  });

describe("dispatchEvents", () => {
  test("hands events of all organisations to the embedded runner, under their own ids, and marks them", async () => {
    const ids = [...(await emit(2)), ...(await emit(1, world.south.organisationId))];
    expect(await dispatchEvents(undefined, { now: at })).toEqual({ sent: 3, failed: 0 });
    expect(await received()).toEqual(expect.arrayContaining(ids));
    expect((await rowOf(ids[0]!))?.dispatchedAt).toEqual(at);
  });

  test("the sweep sends once what a process that died after the commit left behind", async () => {
    const [id] = await emit(1);
    expect(await received()).not.toContain(id);
    expect(await dispatchEvents()).toEqual({ sent: 1, failed: 0 });
    expect(await dispatchEvents()).toEqual({ sent: 0, failed: 0 });
    expect((await received()).filter((one) => one === id)).toHaveLength(1);
  });

  test("sends nothing of a change that was rolled back", async () => {
    const id = newId();
    const failing = transaction({ organisationId: world.north.organisationId }, async (tx) => {
      await storeEvents(tx, [{ id, name: "tests.happened", data: {} }], at);
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(await dispatchEvents()).toEqual({ sent: 0, failed: 0 });
    expect(await received()).not.toContain(id);
  });

  test("a process that dies while it dispatches neither loses nor doubles an event", async () => {
    const [id] = await emit(1);
    const dying = dispatchEvents(undefined, {
      deliver: async (tx, events) => {
        await tx.execute(sql`select runner.receive_events(${JSON.stringify(events)}::jsonb)`);
        const { rows } = (await tx.execute(sql`select pg_backend_pid() as pid`)) as unknown as {
          rows: { pid: number }[];
        };
        await withClient(world.database.superUrl, (client) =>
          client.query("select pg_terminate_backend($1, 5000)", [rows[0]!.pid]),
        );
      },
    });
    await expect(dying).rejects.toThrow();
    expect(await received()).not.toContain(id);
    expect(await dispatchEvents()).toEqual({ sent: 1, failed: 0 });
    expect((await received()).filter((one) => one === id)).toHaveLength(1);
  });

  test("two dispatchers at once send each event once", async () => {
    const ids = await emit(60);
    const sent: string[] = [];
    const deliver = async (_tx: unknown, events: readonly DispatchedEvent[]) => {
      sent.push(...events.map(({ id }) => id));
      await new Promise((resolve) => setTimeout(resolve, 5));
    };
    await Promise.all(Array.from({ length: 4 }, () => dispatchEvents(undefined, { deliver, batch: 10 })));
    expect([...sent].sort()).toEqual([...ids].sort());
  });

  test("one event that cannot be taken is tried again later and keeps no other", async () => {
    const [bad, good] = await emit(2);
    const deliver = async (_tx: unknown, events: readonly DispatchedEvent[]) => {
      if (events.some(({ id }) => id === bad)) throw new TypeError("Text that must not be stored");
    };
    expect(await dispatchEvents(undefined, { deliver, now: at })).toEqual({ sent: 1, failed: 1 });
    expect((await rowOf(good!))?.dispatchedAt).toEqual(at);
    expect(await rowOf(bad!)).toMatchObject({ attempts: 1, lastError: "TypeError", dispatchedAt: null });
    expect(await dispatchEvents(undefined, { now: new Date(at.getTime() + backOff(1) - 1) })).toEqual({
      sent: 0,
      failed: 0,
    });
    expect(await dispatchEvents(undefined, { now: new Date(at.getTime() + backOff(1)) })).toEqual({
      sent: 1,
      failed: 0,
    });
  });

  test("what a command emitted is handed on after its commit, in any bundle of the process", async () => {
    const handed: string[] = [];
    handOnWith(async (ids) => handed.push(...ids));
    handOn(["a"]);
    handOn([]);
    expect(handed).toEqual(["a"]);
  });

  test("waits longer after each failure, at most ten minutes", () => {
    expect([1, 2, 3, 8, 50].map(backOff)).toEqual([5_000, 10_000, 20_000, 600_000, 600_000]);
  });
});
