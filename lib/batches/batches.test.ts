import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { transaction } from "@/db/client";
import { batches, batchRows } from "@/db/schema/batches";
import { people } from "@/db/schema/people";
import { notifications } from "@/db/schema/platform";
import { messages } from "@/db/schema/conversation";
import { programmes } from "@/db/schema/programmes";
import type { WorldRole } from "@/db/seed/world-ids";
import { retryBatch, startBatch, stopBatch, undoBatch } from "@/lib/batches/commands";
import { oneBatch, prepareBatch } from "@/lib/batches/queries";
import { runRows, settleBatch } from "@/lib/batches/run-rows";
import { job } from "@/lib/entry/job";
import { refusalOf, testWorld } from "@/lib/platform/testing/world";

const world = testWorld();
const caseload = "programmes.caseload";

/** Deals with all rows of a batch, as the background function does. */
async function finish(batchId: string): Promise<void> {
  const { organisationId } = world.north;
  do await runRows(organisationId, batchId, 200);
  while ((await job(organisationId, "test").execute(settleBatch, { batchId })).left > 0);
}

const inNorth = <T>(work: (tx: Parameters<Parameters<typeof transaction>[1]>[0]) => Promise<T>) =>
  transaction({ organisationId: world.north.organisationId }, work);

const consultantOf = async (id: string) =>
  (await inNorth((tx) => tx.select().from(programmes).where(eq(programmes.id, id))))[0]!.consultantId;

const look = (role: WorldRole, batchId: string) => world.north.ask(oneBatch, role, { batchId });

describe("many rows at once", () => {
  test("are handed over where that can be, and what is left out says why, before and after", async () => {
    const { north, south } = world;
    const only = [north.programmeId, north.pausedProgrammeId, north.landedProgrammeId, south.programmeId];
    const asked = { list: caseload, action: "programmes.handOver", state: { only } };
    const given = { toPersonId: north.otherConsultantId };
    const prepared = await north.ask(prepareBatch, "consultant", { ...asked, given });
    expect(prepared.total).toBe(4);
    expect(prepared.refused.map(({ reason, count }) => [reason, count])).toEqual([
      ["This programme has ended, so nothing in it changes any more.", 1],
      ["This is no longer in your list, so nothing was done to it.", 1],
    ]);
    expect(prepared.fields[0]!.options!.map(({ value }) => value)).toContain(north.otherConsultantId);

    const { batchId } = await north.execute(startBatch, "consultant", { ...asked, given, expected: 4 });
    await finish(batchId);
    const view = await look("consultant", batchId);
    expect(view).toMatchObject({ status: "done", total: 4, done: 2, refused: 2, left: 0, undoable: true });
    expect(view.refusals.map(({ recordId }) => recordId)).toEqual([north.landedProgrammeId, south.programmeId]);
    expect(view.refusals[1]!.name).toBeNull();
    expect(await consultantOf(north.programmeId)).toBe(north.otherConsultantId);

    // Nobody else sees it, and it happens once however often the job comes.
    expect((await refusalOf(look("administrator", batchId))).code).toBe("not_found");
    expect(await runRows(north.organisationId, batchId, 200)).toBe(0);
  });

  test("are taken back, row by row", async () => {
    const { north } = world;
    const [batch] = await inNorth((tx) =>
      tx
        .select()
        .from(batches)
        .where(and(eq(batches.personId, north.consultantId), eq(batches.action, "programmes.handOver"))),
    );
    // The programmes are no longer this consultant's, who handed them over and may take that back nevertheless.
    const { batchId } = await north.execute(undoBatch, "consultant", { batchId: batch!.id });
    await finish(batchId);
    expect(await look("consultant", batchId)).toMatchObject({ status: "done", done: 2, refused: 0 });
    expect(await consultantOf(north.programmeId)).toBe(north.consultantId);
    expect((await refusalOf(north.execute(undoBatch, "consultant", { batchId: batch!.id }))).code).toBe("state");

    const asked = { list: caseload, action: "programmes.handOver", state: { only: [north.programmeId] } };
    const given = { toPersonId: north.otherConsultantId };
    const there = await north.execute(startBatch, "administrator", { ...asked, given, expected: 1 });
    await finish(there.batchId);
    expect(await consultantOf(north.programmeId)).toBe(north.otherConsultantId);
    const again = await north.execute(undoBatch, "administrator", { batchId: there.batchId });
    await finish(again.batchId);
    expect(await consultantOf(north.programmeId)).toBe(north.consultantId);
  });

  test("are all that match the filters but some, as many as the person was told", async () => {
    const { north } = world;
    const asked = { list: "people.list", action: "people.addToTeam", given: { teamId: north.emptyTeamId } };
    const everybody = { ...asked, state: { filters: { status: "active" }, except: [north.executiveId] } };
    const { total } = await north.ask(prepareBatch, "administrator", everybody);
    expect(total).toBeGreaterThan(10);
    const fewer = north.execute(startBatch, "administrator", { ...everybody, expected: total - 1 });
    expect((await refusalOf(fewer)).code).toBe("conflict");
    const { batchId } = await north.execute(startBatch, "administrator", { ...everybody, expected: total });

    // Stopped after some rows, and gone on with later.
    await runRows(north.organisationId, batchId, 3);
    await north.execute(stopBatch, "administrator", { batchId });
    await finish(batchId);
    expect(await look("administrator", batchId)).toMatchObject({ status: "stopped", done: 3, left: total - 3 });
    await north.execute(retryBatch, "administrator", { batchId });
    await finish(batchId);
    expect(await look("administrator", batchId)).toMatchObject({ status: "done", done: total, refused: 0 });
    const rows = await inNorth((tx) => tx.select().from(batchRows).where(eq(batchRows.batchId, batchId)));
    expect(rows.map(({ recordId }) => recordId)).not.toContain(north.executiveId);
  });

  test("are asked for by who may, each row with the person's own permission", async () => {
    const { north } = world;
    const input = { list: "people.list", action: "people.deactivate", state: {}, given: {} };
    expect((await refusalOf(north.ask(prepareBatch, "consultant", input))).code).toBe("not_found");
    expect((await refusalOf(north.ask(prepareBatch, "executive", input))).code).toBe("forbidden");
    const mixed = { ...input, state: { only: [north.administratorId, north.consultantId, north.contactId] } };
    const { total, refused } = await north.ask(prepareBatch, "administrator", mixed);
    expect([total, refused.reduce((sum, { count }) => sum + count, 0)]).toEqual([3, 3]);
    const { batchId } = await north.execute(startBatch, "administrator", { ...mixed, expected: 3 });
    await finish(batchId);
    expect(await look("administrator", batchId)).toMatchObject({ done: 0, refused: 3, undoable: false });
    const [still] = await inNorth((tx) => tx.select().from(people).where(eq(people.id, north.consultantId)));
    expect(still!.status).toBe("active");
  });

  test("get one message each, sealed in the batch too", async () => {
    const { north } = world;
    const body = "The harbour office is closed on Friday.";
    const asked = { list: caseload, action: "messages.send", state: { filters: { running: "yes" } }, given: { body } };
    const { total } = await north.ask(prepareBatch, "consultant", asked);
    const { batchId } = await north.execute(startBatch, "consultant", { ...asked, expected: total });
    await finish(batchId);
    expect(await look("consultant", batchId)).toMatchObject({ done: total, refused: 0 });
    const [batch] = await inNorth((tx) => tx.select().from(batches).where(eq(batches.id, batchId)));
    expect(batch!.givenEncrypted).not.toContain("harbour");
    const rows = await inNorth((tx) => tx.select().from(batchRows).where(eq(batchRows.batchId, batchId)));
    const sent = await inNorth((tx) => tx.select().from(messages));
    for (const { id } of rows) expect(sent.filter(({ clientKey }) => clientKey === id)).toHaveLength(1);
    const missing = refusalOf(north.execute(startBatch, "consultant", { ...asked, given: {}, expected: total }));
    expect((await missing).code).toBe("invalid");
  });

  test("tell the person when it took long, and end when the person has left", async () => {
    const { north } = world;
    const told = await inNorth((tx) =>
      tx.select().from(notifications).where(eq(notifications.kind, "batches.finished")),
    );
    expect(told.every(({ personId }) => personId === north.administratorId)).toBe(true);
    const state = { only: [north.invitedPersonId] };
    const asked = { list: "people.list", action: "people.resend", state, given: {}, expected: 1 };
    const { batchId } = await north.execute(startBatch, "administrator", asked);
    await inNorth((tx) => tx.update(people).set({ userId: null }).where(eq(people.id, north.administratorId)));
    expect((await refusalOf(runRows(north.organisationId, batchId, 10))).code).toBe("not_found");
  });
});
