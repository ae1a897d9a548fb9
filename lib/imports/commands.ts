import "server-only";
import { and, eq } from "drizzle-orm";
import { importRows, imports } from "@/db/schema/imports";
import { newId } from "@/db/tenant-table";
import { bytesOf, openFileWithin } from "@/lib/files/open-file";
import { guessMapping, missingFields } from "@/lib/imports/guess-mapping";
import { countRows, loadImport, targetFor, type ImportRecord } from "@/lib/imports/load";
import { previewRows } from "@/lib/imports/preview-rows";
import { readTable } from "@/lib/imports/read-table";
import { withinOf } from "@/lib/imports/within";
import { whyNot, type ImportStep } from "@/lib/imports/rules";
import { CreateImport, ImportId, MapImport } from "@/lib/imports/schemas";
import { personIdOf } from "@/lib/platform/actor";
import { command, type CommandContext } from "@/lib/platform/operation";
import { limitOf } from "@/lib/platform/plans";
import { notFound, Refusal } from "@/lib/platform/refusal";

/** Rows in one insert: 8 values each, well below Postgres' 65,535 parameters. */
const rowsAtOnce = 1000;

/** Takes an uploaded table in: its rows are staged and its columns mapped as far as their titles tell. */
export const createImport = command({
  name: "imports.create",
  permission: "imports:run",
  input: CreateImport,
  example: (world) => ({ target: "people", fileId: world.fileId }),
  async run(context, { target: key, fileId, withinId = null }) {
    const { tx, actor, organisation, record } = context;
    const target = await targetFor(context, { target: key, withinId });
    if (withinId && !(await withinOf(context, key, withinId))) throw notFound("this record");
    const file = await openFileWithin(context, fileId);
    const table = await readTable(await bytesOf(file), file.mediaType);
    const most = limitOf(organisation, "importRows");
    if (table.rows.length > most)
      throw new Refusal(
        "limit",
        `This file has ${table.rows.length} rows; your plan allows ${most} in one import. Split the file.`,
        "fileId",
      );
    const importId = newId();
    const mapping = guessMapping(table.columns, target.fields);
    const [made] = await tx
      .insert(imports)
      .values({
        id: importId,
        target: key,
        fileId,
        withinId,
        startedByPersonId: personIdOf(actor),
        state: "uploaded",
        columns: table.columns,
        mapping,
        format: table.format,
        rows: table.rows.length,
        counts: { staged: table.rows.length },
      })
      .returning();
    for (let at = 0; at < table.rows.length; at += rowsAtOnce)
      await tx
        .insert(importRows)
        .values(table.rows.slice(at, at + rowsAtOnce).map((row) => ({ importId, target: key, ...row })));
    record("import", null, made!);
    return { importId, missing: missingFields(mapping, target.fields) };
  },
});

/** Says which column holds which field. Can be said anew until the import starts. */
export const mapImport = command({
  name: "imports.map",
  permission: "imports:run",
  input: MapImport,
  example: (world) => ({ importId: world.importId, mapping: { name: 0, email: 1 } }),
  async run(context, { importId, mapping }) {
    const before = await importFor(context, importId, "map");
    const target = await targetFor(context, before);
    const known = new Set(target.fields.map(({ key }) => key));
    const places = Object.values(mapping);
    for (const [field, at] of Object.entries(mapping))
      if (!known.has(field) || at >= before.columns.length)
        throw new Refusal("invalid", "There is no such field or column.", `mapping.${field}`);
    if (new Set(places).size < places.length)
      throw new Refusal("invalid", "Each column can go to one field only.", "mapping");
    const missing = missingFields(mapping, target.fields);
    if (missing.length > 0)
      throw new Refusal("invalid", "This field is needed: choose its column.", `mapping.${missing[0]}`);
    return change(context, before, { mapping, state: "mapped" });
  },
});

/** Checks every row without taking any, and says how many can be taken, are wrong, or were taken before. */
export const previewImport = command({
  name: "imports.preview",
  permission: "imports:run",
  input: ImportId,
  example: (world) => ({ importId: world.importId }),
  async run(context, { importId }) {
    const before = await importFor(context, importId, "preview");
    const target = await targetFor(context, before);
    await previewRows(context.tx, before, target);
    const counts = await countRows(context.tx, importId);
    return change(context, before, { state: "previewed", counts });
  },
});

/** Starts the import in the background. Rows with problems are left out and can be brought in later, corrected. */
export const startImport = command({
  name: "imports.start",
  permission: "imports:run",
  input: ImportId,
  example: (world) => ({ importId: world.importId }),
  async run(context, { importId }) {
    const before = await importFor(context, importId, "start");
    await targetFor(context, before);
    context.emit("imports.started", { importId });
    return change(context, before, { state: "running", startedAt: context.now });
  },
});

/** Stops an import after the rows that it is at. What it took stays, and can be undone. */
export const cancelImport = command({
  name: "imports.cancel",
  permission: "imports:run",
  input: ImportId,
  example: (world) => ({ importId: world.importId }),
  async run(context, { importId }) {
    const before = await importFor(context, importId, "cancel");
    return change(context, before, { state: "cancelled", finishedAt: context.now });
  },
});

/** Takes back every record that an import made, in the background. A record that was changed since stays, and is named. */
export const undoImport = command({
  name: "imports.undo",
  permission: "imports:run",
  input: ImportId,
  example: (world) => ({ importId: world.doneImportId }),
  async run(context, { importId }) {
    const before = await importFor(context, importId, "undo");
    await targetFor(context, before);
    context.emit("imports.undoing", { importId });
    return change(context, before, { state: "undoing" });
  },
});

/** An import with which a step is possible now, locked; the row counts are those of this moment. */
async function importFor({ tx, actor }: CommandContext, importId: string, step: ImportStep): Promise<ImportRecord> {
  const found = await loadImport(tx, importId, true, actor);
  const counts = await countRows(tx, importId);
  const reason = whyNot(step, found.state, counts);
  if (reason) throw new Refusal("state", reason);
  return { ...found, counts };
}

async function change(
  { tx, now, record }: CommandContext,
  before: ImportRecord,
  values: Partial<typeof imports.$inferInsert>,
) {
  const [after] = await tx
    .update(imports)
    .set({ ...values, version: before.version + 1, updatedAt: now })
    .where(and(eq(imports.id, before.id), eq(imports.version, before.version)))
    .returning();
  record("import", before, after!);
  return { importId: before.id, state: after!.state, counts: (after as ImportRecord).counts };
}
