import "server-only";
import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { comments } from "@/db/schema/platform";
import { personIdOf, type OrganisationActor } from "@/lib/platform/actor";
import { command } from "@/lib/platform/operation";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { assertVersion } from "@/lib/platform/two-editors";
import { AddComment, CommentId, EditComment } from "@/lib/records/schemas";
import { assertRecordVisible } from "@/lib/records/visibility";

export const addComment = command({
  name: "comments.add",
  permission: "records:comment",
  input: AddComment,
  example: (world) => ({ entity: "programme", entityId: world.programmeId, body: "Met at the harbour breakfast." }),
  undo: (_input, { id }: { id: string; version: number }) => ({ operation: "comments.remove", input: { id } }),
  async run({ tx, actor, record, remember, emit }, { entity, entityId, body }) {
    const authorPersonId = personIdOf(actor);
    if (!authorPersonId) throw new Refusal("invalid", "Only a person writes comments.");
    await assertRecordVisible(tx, actor, { entity, entityId });
    const [row] = await tx.insert(comments).values({ entity, entityId, body, authorPersonId }).returning();
    record("comment", null, row!);
    remember({ entity, entityId, kind: "comments.added", data: { commentId: row!.id } });
    emit("comments.added", { commentId: row!.id, entity, entityId });
    return { id: row!.id, version: row!.version };
  },
});

export const editComment = command({
  name: "comments.edit",
  permission: "records:comment",
  input: EditComment,
  example: (world) => ({ id: world.commentId, body: "Met at the harbour supper.", expectedVersion: 1 }),
  async run({ tx, actor, now, record }, { id, body, expectedVersion }) {
    const before = await ownComment(tx, actor, id);
    assertVersion(before, expectedVersion, "this comment");
    const [after] = await tx
      .update(comments)
      .set({ body, version: before.version + 1, updatedAt: now })
      .where(eq(comments.id, id))
      .returning();
    record("comment", before, after!);
    return { id, version: after!.version };
  },
});

export const removeComment = command({
  name: "comments.remove",
  permission: "records:comment",
  input: CommentId,
  example: (world) => ({ id: world.commentId }),
  undo: ({ id }) => ({ operation: "comments.restore", input: { id } }),
  async run({ tx, actor, now, record }, { id }) {
    const before = await ownComment(tx, actor, id);
    await tx
      .update(comments)
      .set({ deletedAt: now, version: before.version + 1, updatedAt: now })
      .where(eq(comments.id, id));
    record("comment", before, null);
    return { id };
  },
});

export const restoreComment = command({
  name: "comments.restore",
  permission: "records:comment",
  input: CommentId,
  example: (world) => ({ id: world.commentId }),
  async run({ tx, actor, now, record }, { id }) {
    const before = await ownComment(tx, actor, id, true);
    if (!before.deletedAt) return { id };
    const [after] = await tx
      .update(comments)
      .set({ deletedAt: null, version: before.version + 1, updatedAt: now })
      .where(eq(comments.id, id))
      .returning();
    record("comment", null, after!);
    return { id };
  },
});

/** A comment that the actor wrote, on a record that the actor still sees; locked. */
async function ownComment(tx: Transaction, actor: OrganisationActor, id: string, deleted = false) {
  const [comment] = await tx.select().from(comments).where(eq(comments.id, id)).for("update");
  if (!comment || (comment.deletedAt && !deleted)) throw notFound("this comment");
  await assertRecordVisible(tx, actor, comment);
  if (actor.kind === "person" && comment.authorPersonId !== actor.personId)
    throw new Refusal("forbidden", "Only who wrote a comment changes or removes it.");
  return comment;
}
