import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { attachments, fileContents, files } from "@/db/schema/files";
import type { Transaction } from "@/db/client";
import { safeName, extensionOf } from "@/lib/files/safe-name";
import { AttachFile, FileId, RenameFile } from "@/lib/files/schemas";
import { attachableEntity, fileOwned, fileVisible } from "@/lib/files/visibility";
import type { OrganisationActor } from "@/lib/platform/actor";
import { command } from "@/lib/platform/operation";
import { assertRecordVisible } from "@/lib/platform/record-visible";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { assertVersion } from "@/lib/platform/two-editors";

/** Attaches a file that the person sees to a record to which they may attach. Attached already: nothing happens. */
export const attachFile = command({
  name: "files.attach",
  permission: "files:write",
  input: AttachFile,
  example: (world) => ({ fileId: world.fileId, entity: "programme", entityId: world.programmeId }),
  undo: (input) => ({ operation: "files.detach", input }),
  async run({ tx, actor, now, record }, { fileId, entity, entityId }) {
    await visibleFile(tx, actor, fileId);
    await assertAttachable(tx, actor, entity, entityId);
    const [before] = await tx
      .select()
      .from(attachments)
      .where(and(eq(attachments.entity, entity), eq(attachments.entityId, entityId), eq(attachments.fileId, fileId)));
    if (before && !before.deletedAt) return { id: before.id };
    const [after] = before
      ? await tx
          .update(attachments)
          .set({ deletedAt: null, version: before.version + 1, updatedAt: now })
          .where(eq(attachments.id, before.id))
          .returning()
      : await tx.insert(attachments).values({ fileId, entity, entityId }).returning();
    record("attachment", before ?? null, after!);
    return { id: after!.id };
  },
});

/** Takes a file off a record; the file itself stays. For who may attach there. */
export const detachFile = command({
  name: "files.detach",
  permission: "files:write",
  input: AttachFile,
  example: (world) => ({ fileId: world.fileId, entity: "programme", entityId: world.programmeId }),
  undo: (input) => ({ operation: "files.attach", input }),
  async run({ tx, actor, now, record }, { fileId, entity, entityId }) {
    await assertAttachable(tx, actor, entity, entityId);
    const [before] = await tx
      .select()
      .from(attachments)
      .where(
        and(
          eq(attachments.entity, entity),
          eq(attachments.entityId, entityId),
          eq(attachments.fileId, fileId),
          isNull(attachments.deletedAt),
        ),
      );
    if (!before) throw notFound("this file here");
    const [after] = await tx
      .update(attachments)
      .set({ deletedAt: now, version: before.version + 1, updatedAt: now })
      .where(eq(attachments.id, before.id))
      .returning();
    record("attachment", before, after!);
    return { id: before.id };
  },
});

/** Gives an own file another name. The extension follows the content, whatever is typed. */
export const renameFile = command({
  name: "files.rename",
  permission: "files:write",
  input: RenameFile,
  example: (world) => ({ fileId: world.fileId, name: "Agreement", expectedVersion: 1 }),
  async run({ tx, actor, now, record }, { fileId, name, expectedVersion }) {
    const { file: before, mediaType } = await ownFile(tx, actor, fileId);
    assertVersion(before, expectedVersion, "this file");
    const extension = extensionOf(before.name);
    const stem = extensionOf(name) === extension ? name.slice(0, -(extension.length + 1)) : name;
    const [after] = await tx
      .update(files)
      .set({ name: safeName(`${stem}.${extension}`, extension), version: before.version + 1, updatedAt: now })
      .where(eq(files.id, fileId))
      .returning();
    record("file", before, after!);
    return { fileId, name: after!.name, mediaType, version: after!.version };
  },
});

/** Removes an own file from everywhere. It can be taken back for thirty days; then its content goes too. */
export const deleteFile = command({
  name: "files.delete",
  permission: "files:write",
  input: FileId,
  example: (world) => ({ fileId: world.fileId }),
  undo: (input) => ({ operation: "files.restore", input }),
  async run({ tx, actor, now, record }, { fileId }) {
    const { file: before } = await ownFile(tx, actor, fileId);
    const [after] = await tx
      .update(files)
      .set({ deletedAt: now, version: before.version + 1, updatedAt: now })
      .where(eq(files.id, fileId))
      .returning();
    record("file", before, after!);
    return { fileId };
  },
});

/** Takes the removal of an own file back. */
export const restoreFile = command({
  name: "files.restore",
  permission: "files:write",
  input: FileId,
  example: (world) => ({ fileId: world.fileId }),
  undo: (input) => ({ operation: "files.delete", input }),
  async run({ tx, actor, now, record }, { fileId }) {
    const [before] = await tx
      .select()
      .from(files)
      .where(and(eq(files.id, fileId), fileOwned(actor)));
    if (!before) throw notFound("this file");
    if (!before.deletedAt) return { fileId };
    const [after] = await tx
      .update(files)
      .set({ deletedAt: null, version: before.version + 1, updatedAt: now })
      .where(eq(files.id, fileId))
      .returning();
    record("file", before, after!);
    return { fileId };
  },
});

async function assertAttachable(
  tx: Transaction,
  actor: OrganisationActor,
  entity: string,
  entityId: string,
): Promise<void> {
  const kind = await attachableEntity(entity);
  await assertRecordVisible(tx, actor, kind?.attachable ?? kind?.visible, entityId);
}

async function visibleFile(tx: Transaction, actor: OrganisationActor, fileId: string): Promise<void> {
  const [found] = await tx
    .select({ id: files.id })
    .from(files)
    .where(and(eq(files.id, fileId), await fileVisible(actor)));
  if (!found) throw notFound("this file");
}

/** A file that the actor may change. Who only sees it is told so; who does not see it is not told that it exists. */
async function ownFile(tx: Transaction, actor: OrganisationActor, fileId: string) {
  const [found] = await tx
    .select({ file: files, mediaType: fileContents.mediaType, own: sql<boolean>`${fileOwned(actor)}` })
    .from(files)
    .innerJoin(fileContents, eq(fileContents.id, files.contentId))
    .where(and(eq(files.id, fileId), await fileVisible(actor)));
  if (!found) throw notFound("this file");
  if (!found.own) throw new Refusal("forbidden", "Only the person who uploaded this file may change it.");
  return found;
}
