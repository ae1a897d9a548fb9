import "server-only";
import { and, eq, isNotNull, lt, notExists, sql } from "drizzle-orm";
import { z } from "zod";
import { attachments, fileContents, files } from "@/db/schema/files";
import { lockStorage } from "@/lib/files/storage";
import { command } from "@/lib/platform/operation";
import { sqlStateOf } from "@/lib/platform/sql-state";

/** How long a removed file can be taken back. */
export const daysToTakeBack = 30;

/**
 * Forgets files that were removed more than thirty days ago and contents that no file has any more. Returns the keys of the
 * objects that may go from the store once this has committed. A file that another record still refers to stays.
 */
export const sweepFiles = command({
  name: "files.sweep",
  permission: "organisation:write",
  input: z.strictObject({}),
  example: () => ({}),
  async run({ tx, organisation, now, record }) {
    await lockStorage(tx, organisation.id);
    const before = new Date(now.getTime() - daysToTakeBack * 24 * 60 * 60 * 1000);
    const gone = await tx
      .select()
      .from(files)
      .where(and(isNotNull(files.deletedAt), lt(files.deletedAt, before)))
      .limit(500);
    let removed = 0;
    for (const file of gone) {
      try {
        await tx.transaction(async (inner) => {
          await inner.delete(attachments).where(eq(attachments.fileId, file.id));
          await inner.delete(files).where(eq(files.id, file.id));
        });
      } catch (error) {
        if (sqlStateOf(error) === "23503") continue;
        throw error;
      }
      record("file", { ...file, name: "removed" }, null);
      removed += 1;
    }
    const contents = await tx
      .select({ id: fileContents.id, storeKey: fileContents.storeKey, sha256: fileContents.sha256 })
      .from(fileContents)
      .where(
        notExists(
          tx
            .select({ one: sql`1` })
            .from(files)
            .where(eq(files.contentId, fileContents.id)),
        ),
      );
    for (const { id, sha256 } of contents) {
      await tx.delete(fileContents).where(eq(fileContents.id, id));
      record("file-content", { id, sha256 }, null);
    }
    return { files: removed, storeKeys: contents.map(({ storeKey }) => storeKey) };
  },
});
