import "server-only";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { attachments, fileContents, files } from "@/db/schema/files";
import { people } from "@/db/schema/people";
import { FileId, RecordOf, type FileCard } from "@/lib/files/schemas";
import { bytesHeld } from "@/lib/files/storage";
import { attachableEntity, fileOwned, fileVisible } from "@/lib/files/visibility";
import type { OrganisationActor } from "@/lib/platform/actor";
import { query } from "@/lib/platform/operation";
import { limitOf } from "@/lib/platform/plans";
import { assertRecordVisible } from "@/lib/platform/record-visible";
import { notFound } from "@/lib/platform/refusal";

/** The files of a record, in the order in which they were attached. */
export const filesOf = query({
  name: "files.of",
  permission: "files:read",
  input: RecordOf,
  example: (world) => ({ entity: "programme", entityId: world.programmeId }),
  async run({ tx, actor }, { entity, entityId }): Promise<FileCard[]> {
    await assertRecordVisible(tx, actor, (await attachableEntity(entity))?.visible, entityId);
    return cards(tx, actor)
      .innerJoin(attachments, eq(attachments.fileId, files.id))
      .where(
        and(
          eq(attachments.entity, entity),
          eq(attachments.entityId, entityId),
          isNull(attachments.deletedAt),
          isNull(files.deletedAt),
        ),
      )
      .orderBy(asc(attachments.createdAt), asc(attachments.id));
  },
});

/** One file as a card. */
export const fileCard = query({
  name: "files.get",
  permission: "files:read",
  input: FileId,
  example: (world) => ({ fileId: world.fileId }),
  async run({ tx, actor }, { fileId }): Promise<FileCard> {
    const [found] = await cards(tx, actor).where(and(eq(files.id, fileId), await fileVisible(actor)));
    if (!found) throw notFound("this file");
    return found;
  },
});

/** How much of the organisation's storage is used, in bytes; `limit` is null where there is none. */
export const storageUsed = query({
  name: "files.storage",
  permission: "organisation:read",
  input: RecordOf.pick({}),
  example: () => ({}),
  async run({ tx, organisation }): Promise<{ used: number; limit: number | null }> {
    const limit = limitOf(organisation, "storageMegabytes") * 1024 * 1024;
    return { used: await bytesHeld(tx), limit: Number.isFinite(limit) ? limit : null };
  },
});

const cards = (tx: Transaction, actor: OrganisationActor) =>
  tx
    .select({
      id: files.id,
      name: files.name,
      mediaType: fileContents.mediaType,
      size: fileContents.size,
      uploadedAt: files.createdAt,
      uploadedBy: people.name,
      own: sql<boolean>`${fileOwned(actor)}`,
      version: files.version,
    })
    .from(files)
    .innerJoin(fileContents, eq(fileContents.id, files.contentId))
    .leftJoin(people, eq(people.id, files.uploadedByPersonId))
    .$dynamic();
