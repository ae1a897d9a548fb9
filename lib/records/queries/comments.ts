import "server-only";
import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { people } from "@/db/schema/people";
import { commentMentions, comments } from "@/db/schema/platform";
import { personIdOf } from "@/lib/platform/actor";
import { query } from "@/lib/platform/operation";
import { readersOf } from "@/lib/records/colleagues";
import { RecordReference } from "@/lib/records/schemas";
import { assertColleague } from "@/lib/records/visibility";

/** The comments on a record, oldest first; at most 500. For colleagues who see the record, never for whom it is about. */
export const commentsOf = query({
  name: "comments.list",
  permission: "comments:read",
  input: RecordReference,
  example: (world) => ({ entity: "programme", entityId: world.programmeId }),
  async run({ tx, actor }, reference) {
    await assertColleague(tx, actor, reference);
    const rows = await tx
      .select({ comment: comments, authorName: people.name })
      .from(comments)
      .innerJoin(people, eq(people.id, comments.authorPersonId))
      .where(
        and(
          eq(comments.entity, reference.entity),
          eq(comments.entityId, reference.entityId),
          isNull(comments.deletedAt),
        ),
      )
      .orderBy(asc(comments.createdAt), asc(comments.id))
      .limit(500);
    const mentioned =
      rows.length === 0
        ? []
        : await tx
            .select({ commentId: commentMentions.commentId, id: people.id, name: people.name })
            .from(commentMentions)
            .innerJoin(people, eq(people.id, commentMentions.personId))
            .where(
              and(
                inArray(
                  commentMentions.commentId,
                  rows.map(({ comment }) => comment.id),
                ),
                isNull(commentMentions.deletedAt),
              ),
            );
    return rows.map(({ comment, authorName }) => ({
      id: comment.id,
      version: comment.version,
      body: comment.body,
      at: comment.createdAt,
      editedAt: comment.editedAt,
      authorPersonId: comment.authorPersonId,
      authorName,
      editable: comment.authorPersonId === personIdOf(actor),
      mentions: mentioned.filter(({ commentId }) => commentId === comment.id).map(({ id, name }) => ({ id, name })),
    }));
  },
});

/** Whom a comment on a record can address: the colleagues who will be able to read it. */
export const commentReaders = query({
  name: "comments.readers",
  permission: "comments:write",
  input: RecordReference,
  example: (world) => ({ entity: "programme", entityId: world.programmeId }),
  async run(context, reference) {
    await assertColleague(context.tx, context.actor, reference);
    return readersOf(context, reference);
  },
});
