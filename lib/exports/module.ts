import "server-only";
import { eq } from "drizzle-orm";
import { listExports } from "@/db/schema/exports";
import { noteExport, startExport } from "@/lib/exports/commands";
import { exportList } from "@/lib/exports/queries";
import { module } from "@/lib/platform/module";

export const exportsModule = module({
  key: "exports",
  commands: [noteExport, startExport],
  queries: [],
  lists: [exportList],
  notifications: [
    { kind: "exports.done", app: true, mail: false },
    { kind: "exports.failed", app: true, mail: false },
  ],
  events: ["exports.started"],
  personalData: {
    tables: ["list_exports"],
    export: async (tx, personId) => ({
      exports: await tx
        .select({ list: listExports.list, format: listExports.format, at: listExports.createdAt })
        .from(listExports)
        .where(eq(listExports.personId, personId)),
    }),
    // Who asked for a list says something about them; the files themselves go with their uploads.
    erase: async (tx, personId) => {
      await tx.delete(listExports).where(eq(listExports.personId, personId));
    },
  },
});
