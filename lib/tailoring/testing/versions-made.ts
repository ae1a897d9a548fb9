import { and, eq, inArray, isNull } from "drizzle-orm";
import { transaction } from "@/db/client";
import { attachments } from "@/db/schema/files";
import { tailoredVersions } from "@/db/schema/tailored";

/** What there is of versions: the state of each, and how many files are attached to it. */
export const versionsMade = (organisationId: string, ids: readonly string[]) =>
  transaction({ organisationId, readOnly: true }, async (tx) => {
    const versions = await tx
      .select()
      .from(tailoredVersions)
      .where(inArray(tailoredVersions.id, [...ids]))
      .orderBy(tailoredVersions.id);
    const files = await tx
      .select({ versionId: attachments.entityId, fileId: attachments.fileId })
      .from(attachments)
      .where(
        and(
          ...[eq(attachments.entity, "tailored-version"), inArray(attachments.entityId, [...ids])],
          isNull(attachments.deletedAt),
        ),
      );
    return versions.map(({ id, status, cleanFileId, trackedFileId }) => ({
      ...{ id, status, files: files.filter(({ versionId }) => versionId === id).length },
      named: new Set([cleanFileId, trackedFileId].filter(Boolean)).size,
    }));
  });
