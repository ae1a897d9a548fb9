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
  const content = (async function* () {
    yield Buffer.from(`Name,E-mail\nVera Lindqvist,vera@${slug}.example\nOtto Brandt,otto@${slug}.example\n`);
  })();
  const staged = await stageUpload(await organisationOfTransaction(tx), { name: "Contacts.csv", content });
  await contentStore().put(staged.storeKey, staged.path);
  await rm(staged.path, { force: true });
  const { sha256, size, mediaType, storeKey, name } = staged;
  const contentId = worldId(slug, "file-content");
  await tx.insert(fileContents).values({ id: contentId, sha256, size, mediaType, storeKey });
  await tx.insert(files).values({ id: ids.fileId, contentId, name, uploadedByPersonId: ids.executiveId });
  await tx.insert(attachments).values({ fileId: ids.fileId, entity: "programme", entityId: ids.programmeId });
}
