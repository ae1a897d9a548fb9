import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { searchDocuments } from "@/db/schema/platform";
import type { SearchDocument } from "@/lib/platform/module";
import { wordsOf } from "@/lib/platform/search-words";

/**
 * Keeps what search finds of a record; a module calls it in the command that changes the record. `title` is shown, `body` only
 * searched. Nothing goes in that not everybody may find who sees the record: no private notes, no pay.
 */
export async function indexRecord(tx: Transaction, document: SearchDocument & { entity: string }): Promise<void> {
  const { entity, ...rest } = document;
  await indexRecords(tx, entity, [rest]);
}

/** The same for many records of one kind. */
export async function indexRecords(
  tx: Transaction,
  entity: string,
  documents: readonly SearchDocument[],
): Promise<void> {
  if (documents.length === 0) return;
  const rows = documents.map(({ entityId, title, body }) => ({
    ...{ entity, entityId, title },
    // Words as they are asked for, the title's too: what Postgres makes of the title keeps accents and addresses whole.
    body: [...new Set(wordsOf(`${title} ${body}`))].join(" ").slice(0, 100_000),
  }));
  await tx
    .insert(searchDocuments)
    .values(rows)
    .onConflictDoUpdate({
      target: [searchDocuments.organisationId, searchDocuments.entity, searchDocuments.entityId],
      set: { title: sql`excluded.title`, body: sql`excluded.body` },
    });
}

/** Takes records out of search. */
export async function unindexRecords(tx: Transaction, entity: string, entityIds: readonly string[]): Promise<void> {
  if (entityIds.length === 0) return;
  await tx
    .delete(searchDocuments)
    .where(and(eq(searchDocuments.entity, entity), inArray(searchDocuments.entityId, [...entityIds])));
}
