import "server-only";
import { eq } from "drizzle-orm";
import { fileContents, files } from "@/db/schema/files";
import { attachFile, deleteFile, detachFile, renameFile, restoreFile } from "@/lib/files/commands";
import { sweepFiles } from "@/lib/files/commands-sweep";
import { fileCard, filesOf, storageUsed } from "@/lib/files/queries";
import { module } from "@/lib/platform/module";

export const filesModule = module({
  key: "files",
  commands: [attachFile, deleteFile, detachFile, renameFile, restoreFile, sweepFiles],
  queries: [fileCard, filesOf, storageUsed],
  lists: [],
  personalData: {
    tables: ["files"],
    export: async (tx, personId) => ({
      files: await tx
        .select({
          id: files.id,
          name: files.name,
          uploadedAt: files.createdAt,
          mediaType: fileContents.mediaType,
          size: fileContents.size,
        })
        .from(files)
        .innerJoin(fileContents, eq(fileContents.id, files.contentId))
        .where(eq(files.uploadedByPersonId, personId)),
    }),
    // Removed as of long ago: the next sweep forgets the rows and the contents that nobody else uploaded.
    erase: async (tx, personId) => {
      await tx
        .update(files)
        .set({ name: "removed", deletedAt: new Date(0), uploadedByPersonId: null })
        .where(eq(files.uploadedByPersonId, personId));
    },
  },
  withoutPersonalData: {
    attachments: "Says which file belongs to which record; the file and the record hold what is about people.",
    file_contents: "A hash and a place in the store; whose it is stands in files.",
  },
});
