import { rm } from "node:fs/promises";
import type { Transaction } from "@/db/client";
import { attachments, fileContents, files } from "@/db/schema/files";
import { worldId, type WorldSlug } from "@/db/seed/world-ids";
import { stageUpload } from "@/lib/files/stage-upload";
import { contentStore } from "@/lib/files/store/content-store";
import { organisationOfTransaction } from "@/lib/platform/organisation";
import type { World } from "@/lib/platform/world";

/** A small table of contacts that the executive uploaded, attached to the programme; its content lies in the store of this run. */
export async function seedFileWorld(tx: Transaction, slug: WorldSlug, ids: World): Promise<void> {
  await storeWorldFile(tx, {
    ...{ id: ids.fileId, contentId: worldId(slug, "file-content"), name: "Contacts.csv" },
    content: Buffer.from(`Name,E-mail\nVera Lindqvist,vera@${slug}.example\nOtto Brandt,otto@${slug}.example\n`),
    ...{ uploadedByPersonId: ids.executiveId, on: { entity: "programme", entityId: ids.programmeId } },
  });
}

interface WorldFile {
  id: string;
  contentId: string;
  name: string;
  content: Uint8Array;
  uploadedByPersonId: string | null;
  on: { entity: string; entityId: string };
}

/** A file of the world, attached to a record. */
export async function storeWorldFile(tx: Transaction, file: WorldFile): Promise<void> {
  const { id, contentId, uploadedByPersonId, on } = file;
  const content = (async function* () {
    yield file.content;
  })();
  const staged = await stageUpload(await organisationOfTransaction(tx), { name: file.name, content });
  await contentStore().put(staged.storeKey, staged.path);
  await rm(staged.path, { force: true });
  const { sha256, size, mediaType, storeKey, name } = staged;
  await tx.insert(fileContents).values({ id: contentId, sha256, size, mediaType, storeKey });
  await tx.insert(files).values({ id, contentId, name, uploadedByPersonId });
  await tx.insert(attachments).values({ fileId: id, ...on });
}
