import "server-only";
import { and, asc, eq, isNull } from "drizzle-orm";
import { people } from "@/db/schema/people";
import { comments } from "@/db/schema/platform";
import { personIdOf } from "@/lib/platform/actor";
import { query } from "@/lib/platform/operation";
import { RecordReference } from "@/lib/records/schemas";
import { assertRecordVisible } from "@/lib/records/visibility";

/** The comments on a record, oldest first; at most 500. */
export const commentsOf = query({
  name: "comments.list",
  permission: "records:read",
  input: RecordReference,
  example: (world) => ({ entity: "programme", entityId: world.programmeId }),
  async run({ tx, actor }, reference) {
    await assertRecordVisible(tx, actor, reference);
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
    return rows.map(({ comment, authorName }) => ({
      id: comment.id,
      version: comment.version,
      body: comment.body,
      at: comment.createdAt,
      edited: comment.version > 1,
      authorPersonId: comment.authorPersonId,
      authorName,
      editable: comment.authorPersonId === personIdOf(actor),
    }));
  },
});
