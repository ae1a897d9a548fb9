import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { transaction } from "@/db/client";
import { fileContents } from "@/db/schema/files";
import { people } from "@/db/schema/people";
import { attachFile, deleteFile, detachFile, renameFile } from "@/lib/files/commands";
import { openFile } from "@/lib/files/open-file";
import { fileCard, filesOf, storageUsed } from "@/lib/files/queries";
import { contentStore } from "@/lib/files/store/content-store";
import { storeFile } from "@/lib/files/store-file";
import { sweepOrganisation } from "@/lib/files/sweep";
import { attachableTo } from "@/lib/files/visibility";
import { personIdOf } from "@/lib/platform/actor";
import { ownStore } from "@/lib/files/testing/own-store";
import { refusalOf, testWorld } from "@/lib/platform/testing/world";

const world = testWorld();
ownStore();
let fileId: string;

const entity = "test-locker";

beforeAll(async () => {
  // A locker belongs to a person, who sees it with its contents; only the consultant puts things in.
  attachableTo({
    entity,
    visible: (actor, id) =>
      sql`(${id} = ${personIdOf(actor)}::uuid or ${personIdOf(actor)}::uuid = ${world.north.consultantId}::uuid)
          and exists (select 1 from ${people} where ${people.id} = ${id})`,
    attachable: (actor) => sql`${personIdOf(actor)}::uuid = ${world.north.consultantId}::uuid`,
  });
  const stored = await storeFile(await world.north.as("consultant"), {
    name: "Terms.txt",
    content: Buffer.from("the terms"),
  });
  fileId = stored.fileId;
});

const locker = () => ({ entity, entityId: world.north.executiveId });

describe("a file on a record", () => {
  it("is read by who sees the record, as long as it is there", async () => {
    const { north } = world;
    expect((await refusalOf(openFile(await north.as("executive"), fileId))).code).toBe("not_found");
    await north.execute(attachFile, "consultant", { fileId, ...locker() });
    expect((await openFile(await north.as("executive"), fileId)).name).toBe("Terms.txt");
    expect(await north.ask(filesOf, "executive", locker())).toMatchObject([
      { id: fileId, name: "Terms.txt", size: 9, own: false },
    ]);
    expect((await refusalOf(openFile(await north.as("mentor"), fileId))).code).toBe("not_found");
    await north.execute(detachFile, "consultant", { fileId, ...locker() });
    expect((await refusalOf(openFile(await north.as("executive"), fileId))).code).toBe("not_found");
    await north.execute(attachFile, "consultant", { fileId, ...locker() });
    await north.execute(attachFile, "consultant", { fileId, ...locker() });
    expect(await north.ask(filesOf, "executive", locker())).toHaveLength(1);
  });

  it("is attached by who may attach there, and only a file that they see", async () => {
    const { north } = world;
    const own = await storeFile(await north.as("executive"), { name: "Own.txt", content: Buffer.from("own") });
    expect((await refusalOf(north.execute(attachFile, "executive", { fileId: own.fileId, ...locker() }))).code).toBe(
      "not_found",
    );
    expect((await refusalOf(north.execute(attachFile, "consultant", { fileId: own.fileId, ...locker() }))).code).toBe(
      "not_found",
    );
    const unknown = { fileId, entity: "nothing-like-it", entityId: north.executiveId };
    expect((await refusalOf(north.execute(attachFile, "consultant", unknown))).code).toBe("not_found");
  });

  it("is changed by nobody but who uploaded it", async () => {
    const { north } = world;
    const rename = { fileId, name: "Mine", expectedVersion: 1 };
    expect((await refusalOf(north.execute(renameFile, "executive", rename))).code).toBe("forbidden");
    expect((await refusalOf(north.execute(deleteFile, "executive", { fileId }))).code).toBe("forbidden");
    expect((await refusalOf(north.execute(deleteFile, "other-consultant", { fileId }))).code).toBe("not_found");
    const renamed = await north.execute(renameFile, "consultant", { ...rename, name: "Final/terms.exe" });
    expect(renamed.name).toBe("terms.exe.txt");
    expect((await refusalOf(north.execute(renameFile, "consultant", rename))).code).toBe("conflict");
  });
});

describe("what nobody needs any more", () => {
  it("goes after thirty days: the rows, the content that no other file has, the objects without a row", async () => {
    const { north } = world;
    const actor = await north.as("executive");
    const [gone, shared, kept] = await Promise.all([
      storeFile(actor, { name: "Gone.txt", content: Buffer.from("only once") }),
      storeFile(actor, { name: "Shared.txt", content: Buffer.from("twice the same") }),
      storeFile(actor, { name: "Kept.txt", content: Buffer.from("twice the same") }),
    ]);
    for (const { fileId: removed } of [gone, shared]) await north.execute(deleteFile, "executive", { fileId: removed });
    const now = new Date();
    const later = new Date(now.getTime() + 31 * 24 * 60 * 60 * 1000);
    expect(await sweepOrganisation(north.organisationId, now)).toEqual({ files: 0, contents: 0, orphans: 0 });

    // A process was killed between storing and committing.
    const lost = await storeFile(actor, { name: "Lost.txt", content: Buffer.from("killed in the middle") });
    await transaction({ organisationId: north.organisationId }, async (tx) => {
      await tx.execute(sql`delete from files where id = ${lost.fileId}::uuid`);
      await tx.execute(sql`delete from file_contents where sha256 = ${lost.sha256}`);
    });
    const swept = await sweepOrganisation(north.organisationId, later);
    expect(swept).toEqual({ files: 2, contents: 1, orphans: 1 });
    expect(await sweepOrganisation(north.organisationId, later)).toEqual({ files: 0, contents: 0, orphans: 0 });

    expect((await openFile(actor, kept.fileId)).size).toBe(14);
    const contents = await transaction({ organisationId: north.organisationId }, (tx) =>
      tx.select().from(fileContents),
    );
    const named = new Set(contents.map(({ storeKey }) => storeKey));
    for await (const { key } of contentStore().list(`${north.organisationId}/`)) expect(named).toContain(key);
  });

  it("is counted once for the storage of the organisation", async () => {
    const { south } = world;
    const before = await south.ask(storageUsed, "administrator", {});
    const actor = await south.as("executive");
    for (const name of ["One.txt", "Two.txt"]) await storeFile(actor, { name, content: Buffer.from("12345678") });
    const after = await south.ask(storageUsed, "administrator", {});
    expect(after.used - before.used).toBe(8);
    expect(after.limit).toBeNull();
  });
});

it("a card is shown to who sees the file", async () => {
  const { north, south } = world;
  expect(await north.ask(fileCard, "consultant", { fileId })).toMatchObject({ id: fileId, own: true });
  expect((await refusalOf(south.ask(fileCard, "consultant", { fileId }))).code).toBe("not_found");
});
