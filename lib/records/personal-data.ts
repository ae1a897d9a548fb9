import "server-only";
import { and, eq, inArray, or } from "drizzle-orm";
import { idempotencyKeys } from "@/db/schema/api";
import {
  commentMentions,
  comments,
  customFields,
  customFieldValues,
  listDefaults,
  savedViews,
  searchDocuments,
  timelineEntries,
} from "@/db/schema/platform";
import type { PersonalData } from "@/lib/platform/module";

const erased = "(removed)";

/** What a person wrote on records, and what stands on the person's own record. */
export const recordsPersonalData: PersonalData = {
  tables: [
    "comment_mentions",
    "comments",
    "custom_field_values",
    "idempotency_keys",
    "list_defaults",
    "saved_views",
    "search_documents",
    "timeline_entries",
  ],
  async export(tx, personId) {
    const wrote = or(
      eq(comments.authorPersonId, personId),
      and(eq(comments.entity, "person"), eq(comments.entityId, personId)),
    );
    return {
      comment_mentions: await tx
        .select({ at: commentMentions.createdAt, commentId: commentMentions.commentId })
        .from(commentMentions)
        .where(eq(commentMentions.personId, personId)),
      comments: await tx.select().from(comments).where(wrote),
      custom_field_values: await tx
        .select({
          field: customFields.label,
          text: customFieldValues.textValue,
          number: customFieldValues.numberValue,
          date: customFieldValues.dateValue,
          boolean: customFieldValues.booleanValue,
        })
        .from(customFieldValues)
        .innerJoin(customFields, eq(customFields.id, customFieldValues.fieldId))
        .where(and(eq(customFields.entity, "person"), eq(customFieldValues.entityId, personId))),
      list_defaults: await tx.select().from(listDefaults).where(eq(listDefaults.personId, personId)),
      saved_views: await tx.select().from(savedViews).where(eq(savedViews.ownerPersonId, personId)),
      timeline_entries: await tx
        .select()
        .from(timelineEntries)
        .where(
          or(
            eq(timelineEntries.actorPersonId, personId),
            and(eq(timelineEntries.entity, "person"), eq(timelineEntries.entityId, personId)),
          ),
        ),
    };
  },
  async erase(tx, personId) {
    // What was written on others' records keeps its place in their story, without its words.
    await tx.delete(commentMentions).where(eq(commentMentions.personId, personId));
    await tx.update(comments).set({ body: erased }).where(eq(comments.authorPersonId, personId));
    const onPerson = tx
      .select({ id: comments.id })
      .from(comments)
      .where(and(eq(comments.entity, "person"), eq(comments.entityId, personId)));
    await tx.delete(commentMentions).where(inArray(commentMentions.commentId, onPerson));
    await tx.delete(comments).where(and(eq(comments.entity, "person"), eq(comments.entityId, personId)));
    await tx.delete(customFieldValues).where(eq(customFieldValues.entityId, personId));
    await tx.delete(idempotencyKeys).where(eq(idempotencyKeys.personId, personId));
    // The views go with their owner, also from under those who open a list with one of them.
    await tx
      .delete(listDefaults)
      .where(
        or(
          eq(listDefaults.personId, personId),
          inArray(
            listDefaults.viewId,
            tx.select({ id: savedViews.id }).from(savedViews).where(eq(savedViews.ownerPersonId, personId)),
          ),
        ),
      );
    await tx.delete(savedViews).where(eq(savedViews.ownerPersonId, personId));
    await tx
      .delete(searchDocuments)
      .where(and(eq(searchDocuments.entity, "person"), eq(searchDocuments.entityId, personId)));
    await tx
      .delete(timelineEntries)
      .where(and(eq(timelineEntries.entity, "person"), eq(timelineEntries.entityId, personId)));
  },
};
