import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { files } from "@/db/schema/files";
import { imports } from "@/db/schema/imports";
import { countRows, loadImport, type ImportRecord } from "@/lib/imports/load";
import { notify } from "@/lib/notifications/notify";
import { command, type CommandContext } from "@/lib/platform/operation";

/** Writes the counts down; ends the import when no row is left, else sees to it that it goes on. */
export const settleImport = command({
  name: "imports.settle",
  permission: "imports:run",
  input: z.strictObject({ importId: z.uuid() }),
  example: noExample,
  async run(context, { importId }): Promise<{ left: number }> {
    const { tx, now, record, emit } = context;
    const before = await loadImport(tx, importId, true);
    const counts = await countRows(tx, importId);
    const undoing = before.state === "undoing";
    const left = (undoing ? counts.created : before.state === "running" ? counts.valid : 0) ?? 0;
    const ended = left === 0 && (undoing || before.state === "running");
    const [after] = await tx
      .update(imports)
      .set({
        counts,
        updatedAt: now,
        ...(ended ? { state: undoing ? "undone" : "done", finishedAt: now, version: before.version + 1 } : {}),
      })
      .where(eq(imports.id, importId))
      .returning();
    record("import", before, after!);
    if (ended)
      await tell(context, before, undoing ? "undone" : "finished", (undoing ? counts.undone : counts.created) ?? 0);
    else if (left > 0) emit("imports.continued", { importId, left });
    return { left };
  },
});

/** Ends an import that cannot go on because of a fault of ours; it can be started again where it was. */
export const failImport = command({
  name: "imports.fail",
  permission: "imports:run",
  input: z.strictObject({ importId: z.uuid() }),
  example: noExample,
  async run(context, { importId }) {
    const { tx, now, record } = context;
    const before = await loadImport(tx, importId, true);
    if (before.state !== "running" && before.state !== "undoing") return;
    const counts = await countRows(tx, importId);
    const [after] = await tx
      .update(imports)
      .set({ state: "failed", counts, updatedAt: now, finishedAt: now, version: before.version + 1 })
      .where(eq(imports.id, importId))
      .returning();
    record("import", before, after!);
    await tell(context, before, "failed", counts.created ?? 0);
  },
});

/** Tells who started it how it ended. */
async function tell(context: CommandContext, record: ImportRecord, how: string, count: number): Promise<void> {
  if (!record.startedByPersonId) return;
  const [file] = await context.tx.select({ name: files.name }).from(files).where(eq(files.id, record.fileId));
  await notify(context, {
    personIds: [record.startedByPersonId],
    kind: `imports.${how}`,
    data: { file: file?.name ?? "", count },
    href: `/imports/${record.id}`,
    dedupeKey: `imports.${how}:${record.id}:${record.version}`,
    about: { entity: "import", id: record.id },
  });
}

function noExample(): never {
  throw new Error("A step of an import is not called alone.");
}
