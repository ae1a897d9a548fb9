import "server-only";
import { rm } from "node:fs/promises";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { transaction, type Transaction } from "@/db/client";
import { fileContents, files } from "@/db/schema/files";
import { attachFile } from "@/lib/files/commands";
import { cipherName } from "@/lib/files/content-cipher";
import { RefusedFile } from "@/lib/files/inspection/refused-file";
import { bytesHeld, contentIsHeld, lockStorage } from "@/lib/files/storage";
import { RecordOf } from "@/lib/files/schemas";
import { stageUpload, type Incoming, type StagedUpload } from "@/lib/files/stage-upload";
import { contentStore } from "@/lib/files/store/content-store";
import { may, personIdOf, type OrganisationActor } from "@/lib/platform/actor";
import { execute, type ExecuteOptions } from "@/lib/platform/execute";
import { command } from "@/lib/platform/operation";
import { organisationOfTransaction, type OrganisationFacts } from "@/lib/platform/organisation";
import { limitOf } from "@/lib/platform/plans";
import { Refusal } from "@/lib/platform/refusal";

export interface StoredFile {
  fileId: string;
  name: string;
  size: number;
  mediaType: string;
  sha256: string;
}

export interface StoreFile extends Omit<Incoming, "content"> {
  /** The content as a stream, or whole. */
  content: AsyncIterable<Uint8Array> | Uint8Array;
  /** Attached to this record in the same transaction. */
  attachTo?: { entity: string; entityId: string } | undefined;
  /** For whom Landfall itself made the file, where no person stores it. */
  uploadedByPersonId?: string | undefined;
}

/**
 * Takes a file in: streamed, inspected, encrypted, stored once per content, with a row, an audit entry and the attachment in one
 * transaction. Throws RefusedFile (a Refusal) for what is not taken; nothing of a refused file stays.
 */
export async function storeFile(
  actor: OrganisationActor,
  given: StoreFile,
  options: ExecuteOptions = {},
): Promise<StoredFile> {
  if (!may(actor, "files:write")) throw new Refusal("forbidden", "You may not upload files in this organisation.");
  const organisation = actor.kind === "person" ? actor.organisation : await factsOf(actor.organisationId);
  const upload = await stageUpload(organisation, {
    ...given,
    content: given.content instanceof Uint8Array ? only(given.content) : given.content,
  });
  const staged: Staged = { ...upload, inStore: false };
  try {
    // Before the transaction, which must not wait for a slow store.
    if (!(await isKnown(organisation.id, staged.sha256))) await putInStore(staged);
    const { storedUnder, ...stored } = (
      await execute(addFile, actor, { staged, attachTo: given.attachTo, madeFor: given.uploadedByPersonId }, options)
    ).output;
    if (staged.inStore && storedUnder !== staged.storeKey) await contentStore().remove(staged.storeKey);
    return stored;
  } catch (error) {
    // A refusal was rolled back for certain, so nothing names the object. After another error the commit may have happened;
    // an object that no row names goes with the sweep.
    if (error instanceof Refusal && staged.inStore) await contentStore().remove(staged.storeKey);
    throw error;
  } finally {
    await rm(staged.path, { force: true });
  }
}

type Staged = StagedUpload & { inStore: boolean };

async function putInStore(staged: Staged): Promise<void> {
  await contentStore().put(staged.storeKey, staged.path);
  staged.inStore = true;
}

const isKnown = (organisationId: string, sha256: string): Promise<boolean> =>
  transaction({ organisationId, readOnly: true }, async (tx) => {
    const known = await tx.select({ id: fileContents.id }).from(fileContents).where(eq(fileContents.sha256, sha256));
    return known.length > 0;
  });

/**
 * Not in the manifest, on purpose: its input is a staged upload, which only this module can make. If an address could name a
 * hash or a store key, it could name somebody else's.
 */
const addFile = command({
  name: "files.add",
  permission: "files:write",
  input: z.strictObject({ staged: z.custom<Staged>(), attachTo: RecordOf.optional(), madeFor: z.uuid().optional() }),
  example: () => {
    throw new Error("A staged upload cannot be made up; storeFile is tested instead.");
  },
  async run({ tx, actor, organisation, record, call }, { staged, attachTo, madeFor }) {
    await lockStorage(tx, organisation.id);
    const [known] = await tx
      .select({ id: fileContents.id, storeKey: fileContents.storeKey })
      .from(fileContents)
      .where(eq(fileContents.sha256, staged.sha256));
    if (!known || !(await contentIsHeld(tx, known.id))) {
      const limit = limitOf(organisation, "storageMegabytes") * 1024 * 1024;
      if ((await bytesHeld(tx)) + staged.size > limit) throw new RefusedFile("quota");
    }
    // The object first, then its row: a row never names what is not there.
    if (!known && !staged.inStore) await putInStore(staged);
    const content = known ?? (await insertContent(tx, staged));
    const [file] = await tx
      .insert(files)
      .values({ contentId: content.id, name: staged.name, uploadedByPersonId: personIdOf(actor) ?? madeFor ?? null })
      .returning();
    record("file", null, { ...file!, size: staged.size, mediaType: staged.mediaType });
    if (attachTo) await call(attachFile, { fileId: file!.id, ...attachTo });
    const { name, size, mediaType, sha256 } = staged;
    return { fileId: file!.id, name, size, mediaType, sha256, storedUnder: content.storeKey };
  },
});

async function insertContent(tx: Transaction, { sha256, size, mediaType, storeKey }: Staged) {
  const [content] = await tx
    .insert(fileContents)
    .values({ sha256, size, mediaType, storeKey, cipher: cipherName })
    .returning({ id: fileContents.id, storeKey: fileContents.storeKey });
  return content!;
}

const factsOf = (organisationId: string): Promise<OrganisationFacts> =>
  transaction({ organisationId, readOnly: true }, organisationOfTransaction);

async function* only(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content;
}
