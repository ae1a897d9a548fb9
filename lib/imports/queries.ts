import "server-only";
import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { files } from "@/db/schema/files";
import { importRows, imports } from "@/db/schema/imports";
import { people } from "@/db/schema/people";
import { fieldsOf } from "@/lib/imports/guess-mapping";
import { countRows, importTargets, loadImport, targetFor, visibleImports } from "@/lib/imports/load";
import { withOwnFields } from "@/lib/imports/own-fields";
import { ImportId, WithinInput, type ImportProblem, type ImportView, type ImportWithin } from "@/lib/imports/schemas";
import { withinOf } from "@/lib/imports/within";
import { notFound } from "@/lib/platform/refusal";
import { may } from "@/lib/platform/actor";
import { readChoice } from "@/lib/platform/filter-values";
import { list } from "@/lib/platform/list";
import { query } from "@/lib/platform/operation";
import { z } from "zod";

/** How many problems a screen shows; the file to correct holds them all. */
const problemsShown = 100;

/** Statuses of rows that were not taken and can be brought in once they are corrected. */
const toCorrect = ["faulty", "refused"];

/** What can be imported by this person, with the fields of each. */
export const importTargetList = query({
  name: "imports.targets",
  permission: "imports:run",
  input: z.strictObject({}),
  example: () => ({}),
  async run({ tx, actor }) {
    const targets = (await importTargets()).filter(({ permission }) => may(actor, permission));
    const whole = [];
    for (const target of targets) whole.push(await withOwnFields(tx, target));
    return whole.map(({ key, within, fields }) => ({
      key,
      /** The field that a row need not fill where the import is begun on the page of a record. */
      saidByRecord: within?.field ?? null,
      fields: fields.map(({ key: field, required, example, label }) => ({ key: field, required, example, label })),
    }));
  },
});

/** The record on whose page an import of this kind begins; refused as not found where there is none. */
export const importWithin = query({
  name: "imports.within",
  permission: "imports:run",
  input: WithinInput,
  example: ({ separationEventId }) => ({ target: "separation", withinId: separationEventId }),
  async run(context, { target, withinId }): Promise<ImportWithin> {
    const found = await withinOf(context, target, withinId);
    if (!found) throw notFound("this record");
    return found;
  },
});

/** One import as its page shows it. */
export const getImport = query({
  name: "imports.get",
  permission: "imports:run",
  input: ImportId,
  example: (world) => ({ importId: world.importId }),
  async run({ tx, actor }, { importId }): Promise<ImportView> {
    const found = await loadImport(tx, importId, false, actor);
    const [file] = await tx.select({ name: files.name }).from(files).where(eq(files.id, found.fileId));
    const [starter] = found.startedByPersonId
      ? await tx.select({ name: people.name }).from(people).where(eq(people.id, found.startedByPersonId))
      : [];
    const samples = await tx
      .select({ cells: importRows.cells })
      .from(importRows)
      .where(eq(importRows.importId, importId))
      .orderBy(asc(importRows.line))
      .limit(3);
    const fieldAt = new Map(Object.entries(found.mapping).map(([field, at]) => [at, field]));
    return {
      id: found.id,
      target: found.target,
      fileName: file?.name ?? "",
      within: found.withinId ? await withinOf({ tx, actor }, found.target, found.withinId) : null,
      state: found.state,
      columns: found.columns.map((name, at) => ({
        name,
        samples: samples.map(({ cells }) => cells[at] ?? ""),
        target: fieldAt.get(at) ?? null,
      })),
      rows: found.rows,
      counts: await countRows(tx, importId),
      startedBy: starter?.name ?? null,
      createdAt: found.createdAt,
      finishedAt: found.finishedAt,
    };
  },
});

/** What is wrong, value by value: the first hundred. Rows that an undo had to leave are among them. */
export const importProblems = query({
  name: "imports.problems",
  permission: "imports:run",
  input: ImportId,
  example: (world) => ({ importId: world.importId }),
  async run({ tx, actor }, { importId }): Promise<ImportProblem[]> {
    const found = await loadImport(tx, importId, false, actor);
    const rows = await tx
      .select()
      .from(importRows)
      .where(and(eq(importRows.importId, importId), inArray(importRows.status, [...toCorrect, "kept"])))
      .orderBy(asc(importRows.line))
      .limit(problemsShown);
    return rows
      .flatMap(({ line, cells, issues }) => {
        const values = fieldsOf(cells, found.mapping);
        return Object.entries(issues).map(([field, problem]) => ({
          row: line,
          field,
          value: values[field] ?? "",
          problem,
        }));
      })
      .slice(0, problemsShown);
  },
});

/** The rows that were not taken, as they stood in the file, each with what is wrong: to be corrected and uploaded again. */
export const rowsToCorrect = query({
  name: "imports.rowsToCorrect",
  permission: "imports:run",
  input: ImportId,
  example: (world) => ({ importId: world.importId }),
  async run(
    { tx, actor },
    { importId },
  ): Promise<{ columns: string[]; rows: Array<{ cells: string[]; wrong: string }> }> {
    const found = await loadImport(tx, importId, false, actor);
    await targetFor({ tx, actor }, found);
    const rows = await tx
      .select({ cells: importRows.cells, issues: importRows.issues })
      .from(importRows)
      .where(and(eq(importRows.importId, importId), inArray(importRows.status, toCorrect)))
      .orderBy(asc(importRows.line));
    const titleOf = (field: string) => found.columns[found.mapping[field] ?? -1] ?? field;
    return {
      columns: found.columns,
      rows: rows.map(({ cells, issues }) => ({
        cells,
        wrong: Object.entries(issues)
          .map(([field, problem]) => (field === "" ? problem : `${titleOf(field)}: ${problem}`))
          .join(" "),
      })),
    };
  },
});

/** All imports of the organisation, the newest first. */
export const importList = list({
  name: "imports.list",
  permission: "imports:run",
  key: sql`${imports.id}`,
  columns: [
    { key: "file", kind: "text", value: sql`${files.name}` },
    { key: "target", kind: "status", value: sql`${imports.target}` },
    { key: "state", kind: "status", value: sql`${imports.state}` },
    { key: "rows", kind: "number", align: "end", value: sql`${imports.rows}` },
    {
      key: "created",
      kind: "number",
      align: "end",
      value: sql`coalesce((${imports.counts} ->> 'created')::int, 0)`,
    },
    { key: "by", kind: "person", value: sql`${people.name}` },
    { key: "at", kind: "datetime", value: sql`${imports.createdAt}`, sortable: true },
  ],
  filters: [
    {
      key: "state",
      kind: "choice",
      options: ["uploaded", "mapped", "previewed", "running", "done", "cancelled", "undone", "failed"],
      condition: (value) => inArray(imports.state, readChoice(value)),
    },
  ],
  defaultSort: { column: "at", descending: true },
  source: ({ actor }) => ({
    from: sql`${imports} join ${files} on ${files.id} = ${imports.fileId}
      left join ${people} on ${people.id} = ${imports.startedByPersonId}`,
    where: and(isNull(imports.deletedAt), visibleImports(actor))!,
  }),
  href: (id) => `/imports/${id}`,
});
