import "server-only";
import { eq } from "drizzle-orm";
import { importRows, imports } from "@/db/schema/imports";
import { cancelImport, createImport, mapImport, previewImport, startImport, undoImport } from "@/lib/imports/commands";
import {
  getImport,
  importList,
  importProblems,
  importTargetList,
  importWithin,
  rowsToCorrect,
} from "@/lib/imports/queries";
import { peopleTarget } from "@/lib/imports/targets/people";
import { module } from "@/lib/platform/module";

export const importsModule = module({
  key: "imports",
  commands: [cancelImport, createImport, mapImport, previewImport, startImport, undoImport],
  queries: [getImport, importProblems, importTargetList, importWithin, rowsToCorrect],
  lists: [importList],
  navigation: [
    {
      key: "imports",
      path: "/imports",
      icon: "upload",
      permission: "imports:run",
      scopes: ["all"],
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
  imports: [peopleTarget],
  personalData: {
    tables: ["import_rows", "imports"],
    export: async (tx, personId) => ({
      imports: await tx
        .select({ id: imports.id, target: imports.target, at: imports.createdAt, rows: imports.rows })
        .from(imports)
        .where(eq(imports.startedByPersonId, personId)),
      importedFrom: await tx
        .select({ importId: importRows.importId, line: importRows.line, cells: importRows.cells })
        .from(importRows)
        .where(eq(importRows.recordId, personId)),
    }),
    erase: async (tx, personId) => {
      await tx.update(imports).set({ startedByPersonId: null }).where(eq(imports.startedByPersonId, personId));
      await tx.update(importRows).set({ cells: [], issues: {} }).where(eq(importRows.recordId, personId));
    },
  },
  withoutPersonalData: {},
});
