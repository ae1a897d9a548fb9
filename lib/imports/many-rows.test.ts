import { and, eq, isNull, like, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { transaction } from "@/db/client";
import { importRows } from "@/db/schema/imports";
import { searchContacts } from "@/db/schema/job-search";
import { auditEntries } from "@/db/schema/audit";
import { searchDocuments } from "@/db/schema/platform";
import { undoImport } from "@/lib/imports/commands";
import { importProblems } from "@/lib/imports/queries";
import { runRows } from "@/lib/imports/run-rows";
import { importing } from "@/lib/imports/testing/import-file";
import { editContact } from "@/lib/job-search/commands/contacts";
import { testWorld } from "@/lib/platform/testing/world";
import { withClient } from "@/scripts/postgres/with-client";

const world = testWorld();
const role = "executive";
const { started, run, imported, countsOf } = importing(() => world.north, role);

const fileOf = (people: readonly string[]) =>
  ["First Name,Last Name,Email Address,Company", ...people].map((line) => `${line}\n`).join("");

/** People called so, each with an address of their own. */
const called = (lastName: string, people: number) =>
  Array.from({ length: people }, (_, at) => `Nr${at},${lastName},nr${at}@${lastName.toLowerCase()}.example,Quay ${at}`);

/** The contacts of that name, with what search and the audit know of each, and the transaction that made it. */
const contactsCalled = (lastName: string) =>
  transaction({ organisationId: world.north.organisationId, readOnly: true }, (tx) =>
    tx
      .select({
        id: searchContacts.id,
        madeBy: sql<string>`${searchContacts}.xmin::text`,
        audited: sql<number>`(select count(*) from ${auditEntries}
          where entity_id = search_contacts.id and change = 'created')::int`,
        found: sql<number>`(select count(*) from ${searchDocuments}
          where entity_id = search_contacts.id)::int`,
      })
      .from(searchContacts)
      .where(and(like(searchContacts.name, `% ${lastName}`), isNull(searchContacts.deletedAt))),
  );

test("many rows share a transaction, and each is audited and found by itself", async () => {
  const importId = await imported("contacts", "Contacts.csv", fileOf(called("Arosa", 400)));
  expect(await countsOf(importId)).toEqual({ created: 400 });
  const made = await contactsCalled("Arosa");
  expect(made).toHaveLength(400);
  expect(made.every(({ audited, found }) => audited === 1 && found === 1)).toBe(true);
  // What made it fast: a hundred rows and more to a transaction, where there was one for each.
  expect(made.length / new Set(made.map(({ madeBy }) => madeBy)).size).toBeGreaterThanOrEqual(100);
});

test("one that the database refuses is told so, and takes none of the others with it", async () => {
  const importId = await started("contacts", "Contacts.csv", fileOf(called("Brigels", 30)));
  // Between the check and the import, another import has brought one of them in.
  await imported("contacts", "One of them.csv", fileOf(called("Brigels", 13).slice(12)));
  await run(importId);
  expect(await countsOf(importId)).toEqual({ created: 29, refused: 1 });
  const [problem] = await world.north.ask(importProblems, role, { importId });
  expect(problem).toMatchObject({ row: 14, problem: expect.stringMatching(/^This exists already/) });
  expect(await contactsCalled("Brigels")).toHaveLength(30);
});

test("killed in the middle of many rows, none of them is there, and afterwards each is there once", async () => {
  const importId = await started("contacts", "Contacts.csv", fileOf(called("Celerina", 60)));
  await withClient(world.database.superUrl, async (client) => {
    // The records are written and their entries of the audit are not: there the server's connection is cut.
    await client.query("begin");
    await client.query("lock table audit_entries in exclusive mode");
    const cut = runRows(world.north.organisationId, importId, 200).catch((error: unknown) => error);
    let waiting = 0;
    for (let tries = 0; waiting === 0 && tries < 200; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      const { rows } = await client.query<{ gone: boolean }>(
        `select pg_terminate_backend(pid) as gone from pg_locks
         where relation = 'audit_entries'::regclass and not granted and pid <> pg_backend_pid()`,
      );
      waiting = rows.length;
    }
    expect(waiting).toBe(1);
    await client.query("select pg_sleep(0.1)");
    expect(await contactsCalled("Celerina")).toHaveLength(0);
    await client.query("rollback");
    await cut;
  });
  // Two workers go on, as after a restart that came too early.
  const { organisationId } = world.north;
  await Promise.all([runRows(organisationId, importId, 200), runRows(organisationId, importId, 200)]);
  await run(importId);
  expect(await countsOf(importId)).toEqual({ created: 60 });
  expect(await contactsCalled("Celerina")).toHaveLength(60);
});

test("taken back together, but for the one that was changed since", async () => {
  const importId = await imported("contacts", "Contacts.csv", fileOf(called("Disentis", 40)));
  const [changed] = await contactsCalled("Disentis");
  await world.north.execute(editContact, role, { id: changed!.id, expectedVersion: 1, name: "Nr0 Disentis" });
  await world.north.execute(undoImport, role, { importId });
  await run(importId);
  expect(await countsOf(importId)).toEqual({ undone: 39, kept: 1 });
  expect(await contactsCalled("Disentis")).toMatchObject([{ id: changed!.id }]);
  const [left] = await transaction({ organisationId: world.north.organisationId, readOnly: true }, (tx) =>
    tx
      .select({ issues: importRows.issues })
      .from(importRows)
      .where(and(eq(importRows.importId, importId), eq(importRows.status, "kept"))),
  );
  expect(left!.issues).toEqual({ "": "You changed this contact since, so it stays." });
});
