import "server-only";
import { and, eq, exists, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { fileContents, files } from "@/db/schema/files";

/** Bytes of all contents that a file which is not deleted has; each content counts once. */
export async function bytesHeld(tx: Transaction): Promise<number> {
  const [held] = await tx
    .select({ bytes: sql<string>`coalesce(sum(${fileContents.size}), 0)` })
    .from(fileContents)
    .where(
      exists(
        tx
          .select({ one: sql`1` })
          .from(files)
          .where(and(eq(files.contentId, fileContents.id), isNull(files.deletedAt))),
      ),
    );
  return Number(held?.bytes ?? 0);
}

/** Whether a file that is not deleted has this content. */
export async function contentIsHeld(tx: Transaction, contentId: string): Promise<boolean> {
  const held = await tx
    .select({ id: files.id })
    .from(files)
    .where(and(eq(files.contentId, contentId), isNull(files.deletedAt)))
    .limit(1);
  return held.length > 0;
}

/**
 * One change to what an organisation stores at a time, until the commit: the sum must hold against the plan's limit, and a
 * content must not be swept away while an upload takes it for known.
 */
export async function lockStorage(tx: Transaction, organisationId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('files.storage'), hashtext(${organisationId}))`);
}
