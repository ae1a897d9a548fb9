import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { attachments, fileContents, files } from "@/db/schema/files";
import type { QueryContext } from "@/lib/platform/operation";

/** The files of a record with the hash of what is in them (SHA-256, hex), for work that was cut off and asks what it stored before. */
export const attachedContents = (
  { tx }: QueryContext,
  { entity, entityId }: { entity: string; entityId: string },
): Promise<{ fileId: string; sha256: string }[]> =>
  tx
    .select({ fileId: files.id, sha256: fileContents.sha256 })
    .from(attachments)
    .innerJoin(files, eq(files.id, attachments.fileId))
    .innerJoin(fileContents, eq(fileContents.id, files.contentId))
    .where(
      and(
        ...[eq(attachments.entity, entity), eq(attachments.entityId, entityId)],
        ...[isNull(attachments.deletedAt), isNull(files.deletedAt)],
      ),
    );
