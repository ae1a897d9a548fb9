import "server-only";
import { eq } from "drizzle-orm";
import { imports } from "@/db/schema/imports";
import { cancelImport, createImport, mapImport, previewImport, startImport, undoImport } from "@/lib/imports/commands";
import { getImport, importList, importProblems, importTargetList, rowsToCorrect } from "@/lib/imports/queries";
import { module } from "@/lib/platform/module";

export const importsModule = module({
  key: "imports",
  commands: [cancelImport, createImport, mapImport, previewImport, startImport, undoImport],
  queries: [getImport, importProblems, importTargetList, rowsToCorrect],
  lists: [importList],
  navigation: [
    {
      key: "imports",
      path: "/imports",
      icon: "upload",
      permission: "imports:run",
      group: "organisation",
      position: 60,
    },
  ],
  notifications: [
    { kind: "imports.failed", app: true, mail: true },
    { kind: "imports.finished", app: true, mail: false },
    { kind: "imports.undone", app: true, mail: false },
  ],
  events: ["imports.continued", "imports.started", "imports.undoing"],
  imports: [],
  personalData: {
    tables: ["imports"],
    export: async (tx, personId) => ({
      imports: await tx
        .select({ id: imports.id, target: imports.target, at: imports.createdAt, rows: imports.rows })
        .from(imports)
        .where(eq(imports.startedByPersonId, personId)),
    }),
    erase: async (tx, personId) => {
      await tx.update(imports).set({ startedByPersonId: null }).where(eq(imports.startedByPersonId, personId));
    },
  },
  withoutPersonalData: {},
});
