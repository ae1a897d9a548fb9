import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { transaction } from "@/db/client";
import { auditEntries } from "@/db/schema/audit";
import { newId } from "@/db/tenant-table";
import { writeAudit } from "@/lib/platform/audit";
import { organisationsToSeal, sealAudit, verifyAudit } from "@/lib/platform/audit-chain";
import { testWorld } from "@/lib/platform/testing/world";
import { withClient } from "@/scripts/postgres/with-client";

const world = testWorld();
const now = new Date("2026-11-20T10:00:00Z");

/** What somebody could do who has the database: past every policy and trigger. */
const tamper = (statement: string) =>
  withClient(world.database.superUrl, async (client) => {
    await client.query("set session_replication_role = replica");
    await client.query(statement, statement.includes("$1") ? [world.north.organisationId] : []);
  });

async function write(organisationId: string, count: number): Promise<void> {
  const frame = { at: now, requestId: "request", correlationId: newId(), address: "192.0.2.1" };
  const actor = { kind: "system" as const, organisationId, cause: "test" };
  const records = Array.from({ length: count }, (_, index) => ({
    operation: "tests.change",
    entity: "thing",
    before: null,
    after: { id: newId(), name: `Thing ${index}`, size: index, at: now },
  }));
  await transaction({ organisationId }, (tx) => writeAudit(tx, { ...frame, actor }, records));
}

beforeEach(async () => {
  await tamper("truncate audit_entries, audit_payloads, audit_heads");
  await write(world.north.organisationId, 12);
  await write(world.south.organisationId, 2);
  await sealAudit(world.north.organisationId, { now, batch: 5 });
});

const verify = async () => {
  const { faults, ...verdict } = await verifyAudit(world.north.organisationId, 4);
  return { ...verdict, faults: faults.map(({ kind, sequence }) => `${kind} ${sequence}`) };
};

describe("the audit chain", () => {
  test("gives every entry of one organisation its number, and holds", async () => {
    expect(await verify()).toMatchObject({ sealed: 12, unsealed: 0, erased: 0, sequence: 12, faults: [] });
    expect(await organisationsToSeal()).toEqual([world.south.organisationId]);
  });

  test("goes on where it ended, and counts what is not sealed yet", async () => {
    await write(world.north.organisationId, 3);
    expect(await verify()).toMatchObject({ sealed: 12, unsealed: 3, faults: [] });
    expect(await sealAudit(world.north.organisationId, { now })).toBe(3);
    expect(await verify()).toMatchObject({ sealed: 15, unsealed: 0, faults: [] });
  });

  test("two that seal at once make one chain", async () => {
    await write(world.north.organisationId, 30);
    const sealed = await Promise.all([1, 2, 3].map(() => sealAudit(world.north.organisationId, { now, batch: 4 })));
    expect(sealed.reduce((sum, count) => sum + count, 0)).toBe(30);
    expect(await verify()).toMatchObject({ sealed: 42, faults: [] });
  });

  test("an organisation without entries has nothing to fault", async () => {
    await tamper("truncate audit_entries, audit_payloads, audit_heads");
    expect(await verify()).toMatchObject({ sealed: 0, faults: [] });
  });

  test("the application cannot change or delete what is sealed", async () => {
    const change = (set: Partial<typeof auditEntries.$inferInsert>) =>
      transaction({ organisationId: world.north.organisationId }, (tx) =>
        tx.update(auditEntries).set(set).where(eq(auditEntries.sequence, 3)),
      );
    await expect(change({ actorName: "Nobody" })).rejects.toMatchObject({ cause: { code: "42501" } });
    await expect(change({ sequence: 99 })).rejects.toMatchObject({ cause: { code: "23514" } });
    const remove = transaction({ organisationId: world.north.organisationId }, (tx) => tx.delete(auditEntries));
    await expect(remove).rejects.toMatchObject({ cause: { code: "42501" } });
  });

  test("shows an edited entry", async () => {
    await tamper("update audit_entries set actor_name = 'Nobody' where organisation_id = $1 and sequence = 3");
    expect((await verify()).faults).toEqual(["entry 3"]);
  });

  test("shows an entry that was edited together with its hash", async () => {
    await tamper("update audit_entries set hash = repeat('a', 64) where organisation_id = $1 and sequence = 3");
    expect((await verify()).faults).toEqual(["entry 3", "link 4"]);
  });

  test("shows a gap", async () => {
    await tamper("delete from audit_entries where organisation_id = $1 and sequence = 5");
    expect((await verify()).faults).toEqual(["gap 5"]);
  });

  test("shows that the first entries are gone", async () => {
    await tamper("delete from audit_entries where organisation_id = $1 and sequence < 3");
    expect((await verify()).faults).toEqual(["gap 1"]);
  });

  test("shows that the end was cut off, also where the head was moved along", async () => {
    await tamper("delete from audit_entries where organisation_id = $1 and sequence > 10");
    expect((await verify()).faults).toEqual(["head 10"]);
    await tamper(`update audit_heads h set sequence = e.sequence, hash = e.hash from audit_entries e
                  where e.organisation_id = $1 and h.organisation_id = $1 and e.sequence = 10`);
    expect((await verify()).faults).toEqual(["head 10"]);
    await tamper("delete from audit_heads where organisation_id = $1");
    expect((await verify()).faults).toEqual(["head 10"]);
  });

  test("shows a payload that is not what was written, or is missing", async () => {
    await tamper(`update audit_payloads p set difference = '{"name": [null, "Other"]}' from audit_entries e
                  where e.id = p.entry_id and e.organisation_id = $1 and e.sequence = 2`);
    await tamper(`delete from audit_payloads p using audit_entries e
                  where e.id = p.entry_id and e.organisation_id = $1 and e.sequence = 7`);
    expect((await verify()).faults).toEqual(["payload 2", "payload_missing 7"]);
  });

  test("holds after a payload was erased, and says how many were", async () => {
    await tamper(`update audit_payloads p set difference = null, erased_at = now() from audit_entries e
                  where e.id = p.entry_id and e.organisation_id = $1 and e.sequence in (2, 3)`);
    expect(await verify()).toMatchObject({ erased: 2, faults: [] });
  });
});
