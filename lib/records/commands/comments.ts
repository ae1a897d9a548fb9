import "server-only";
import { eq, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { commentMentions, comments } from "@/db/schema/platform";
import { notify } from "@/lib/notifications/notify";
import { personIdOf, type OrganisationActor } from "@/lib/platform/actor";
import { command, type CommandContext } from "@/lib/platform/operation";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { registry } from "@/lib/platform/registry";
import { assertVersion } from "@/lib/platform/two-editors";
import { readersOf } from "@/lib/records/colleagues";
import { AddComment, CommentId, EditComment, type RecordReference } from "@/lib/records/schemas";
import { assertColleague } from "@/lib/records/visibility";

/** Writes a comment on a record, for the colleagues who see it. Those whom it addresses are told; who could not read it is refused. */
export const addComment = command({
  name: "comments.add",
  permission: "comments:write",
  input: AddComment,
  example: (world) => ({ entity: "programme", entityId: world.programmeId, body: "Met at the harbour breakfast." }),
  undo: (_input, { id }: { id: string; version: number }) => ({ operation: "comments.remove", input: { id } }),
  async run(context, { entity, entityId, body, mentions }) {
    const { tx, actor, now, record, remember, emit } = context;
    const authorPersonId = personIdOf(actor);
    if (!authorPersonId) throw new Refusal("invalid", "Only a person writes comments.");
    await assertColleague(tx, actor, { entity, entityId });
    const [row] = await tx
      .insert(comments)
      .values({ entity, entityId, body, authorPersonId, createdAt: now, updatedAt: now })
      .returning();
    record("comment", null, row!);
    await address(context, row!, mentions);
    remember({ entity, entityId, kind: "comments.added", data: { commentId: row!.id } });
    emit("comments.added", { commentId: row!.id, entity, entityId });
    return { id: row!.id, version: row!.version };
  },
});

export const editComment = command({
  name: "comments.edit",
  permission: "comments:write",
  input: EditComment,
  example: (world) => ({ id: world.commentId, body: "Met at the harbour supper.", expectedVersion: 1 }),
  async run(context, { id, body, mentions, expectedVersion }) {
    const { tx, actor, now, record } = context;
    const before = await ownComment(tx, actor, id);
    assertVersion(before, expectedVersion, "this comment");
    const [after] = await tx
      .update(comments)
      .set({ body, editedAt: now, version: before.version + 1, updatedAt: now })
      .where(eq(comments.id, id))
      .returning();
    record("comment", before, after!);
    await address(context, after!, mentions);
    return { id, version: after!.version };
  },
});

export const removeComment = command({
  name: "comments.remove",
  permission: "comments:write",
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
  permission: "comments:write",
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
  await assertColleague(tx, actor, comment);
  if (actor.kind === "person" && comment.authorPersonId !== actor.personId)
    throw new Refusal("forbidden", "Only who wrote a comment changes or removes it.");
  return comment;
}

/** Keeps whom a comment addresses, and tells those who were not told of it before. */
async function address(
  context: CommandContext,
  comment: RecordReference & { id: string },
  mentions: readonly string[],
): Promise<void> {
  const { tx, actor, record } = context;
  const wanted = [...new Set(mentions)].filter((personId) => personId !== personIdOf(actor));
  const stored = await tx.select().from(commentMentions).where(eq(commentMentions.commentId, comment.id));
  const gone = stored.filter(({ personId }) => !wanted.includes(personId));
  if (gone.length > 0)
    await tx.delete(commentMentions).where(
      inArray(
        commentMentions.id,
        gone.map(({ id }) => id),
      ),
    );
  for (const row of gone) record("comment_mention", row, null);
  const added = wanted.filter((personId) => !stored.some((row) => row.personId === personId));
  if (added.length === 0) return;
  const reference = { entity: comment.entity, entityId: comment.entityId };
  const readers = new Set((await readersOf(context, reference)).map(({ id }) => id));
  if (added.some((personId) => !readers.has(personId)))
    throw new Refusal("invalid", "Somebody you address cannot see this record, and would not read it.", "mentions");
  for (const row of await tx
    .insert(commentMentions)
    .values(added.map((personId) => ({ commentId: comment.id, personId })))
    .returning())
    record("comment_mention", null, row);
  const place = (await registry()).searchables.find(({ entity }) => entity === comment.entity);
  await notify(context, {
    personIds: added,
    kind: "records.mentioned",
    data: { author: actor.kind === "person" ? actor.name : "" },
    href: `${place?.path(comment.entityId) ?? "/notifications"}#comments`,
    dedupeKey: `records.mentioned:${comment.id}`,
    about: { entity: "comment", id: comment.id },
  });
}
