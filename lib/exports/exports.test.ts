import readXlsxFile from "read-excel-file/node";
import { sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { transaction } from "@/db/client";
import { importRows, imports } from "@/db/schema/imports";
import { notifications } from "@/db/schema/platform";
import { startExport } from "@/lib/exports/commands";
import { csvLine } from "@/lib/exports/csv";
import { guarded } from "@/lib/exports/formula-guard";
import { exportList } from "@/lib/exports/queries";
import { runExport } from "@/lib/exports/run-export";
import { writeList } from "@/lib/exports/write-list";
import { openFile, readBytes } from "@/lib/files/open-file";
import { importList } from "@/lib/imports/queries";
import { readTable } from "@/lib/imports/read-table";
import { askTogether } from "@/lib/platform/execute";
import { readList, type ListState } from "@/lib/platform/list";
import { refusalOf, testWorld } from "@/lib/platform/testing/world";

const world = testWorld();

/** 2,500 imports of north, so that an export reads several pages. */
beforeAll(async () => {
  const { organisationId, fileId, administratorId } = world.north;
  await transaction({ organisationId }, async (tx) => {
    await tx.delete(importRows);
    await tx.delete(imports);
    await tx.execute(sql`
      insert into imports (id, target, file_id, started_by_person_id, state, columns, format, rows, counts, created_at)
      select gen_random_uuid(), case when n = 7 then '=HYPERLINK("http://evil.example")' else 'people' end, ${fileId}, ${administratorId},
             case when n % 10 = 0 then 'done' else 'uploaded' end, '{}', '{}', n, '{}',
             '2026-01-01T00:00:00Z'::timestamptz + n * interval '1 minute'
      from generate_series(1, 2500) n`);
  });
});

async function written(state: ListState, format: "csv" | "xlsx" = "csv", mostInSheet?: number): Promise<Buffer> {
  const actor = await world.north.as("administrator");
  return askTogether(actor, async (context) => {
    const parts: Uint8Array[] = [];
    for await (const part of writeList({ ...context, actor }, { definition: importList, state, format, mostInSheet }))
      parts.push(part);
    return Buffer.concat(parts);
  });
}

describe("a list as a file", () => {
  it("holds all rows in the order of the list, each once", async () => {
    const { rows } = await readTable(await written({ sort: "at", descending: false }), "text/csv");
    const numbers = rows.map(({ cells }) => Number(cells[3]));
    expect(numbers).toEqual(Array.from({ length: 2500 }, (_, at) => at + 1));
  });

  it("holds what the filters let through, and nothing of another organisation", async () => {
    const { rows } = await readTable(await written({ filters: { state: "done" } }), "text/csv");
    expect(rows).toHaveLength(250);
    expect(rows.every(({ cells }) => Number(cells[3]) % 10 === 0)).toBe(true);
  });

  it("has no cell that a spreadsheet would take for a formula", async () => {
    const text = (await written({})).toString();
    expect(text.startsWith("\ufeff")).toBe(true);
    expect(text).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
    expect(text).not.toMatch(/(^|,)"?=/m);
  });

  it("is a true spreadsheet, in which numbers are numbers and text is text", async () => {
    const [sheet] = await readXlsxFile(await written({ sort: "at", descending: false }, "xlsx"));
    expect(sheet!.data).toHaveLength(2501);
    expect(sheet!.data[1]![3]).toBe(1);
    expect(sheet!.data[7]![1]).toBe('=HYPERLINK("http://evil.example")');
  });
});

describe("a list longer than a sheet", () => {
  it("is refused with the limit as a spreadsheet, and whole as CSV", async () => {
    const refusal = await refusalOf(written({}, "xlsx", 2499));
    expect(refusal).toMatchObject({ code: "limit", message: expect.stringMatching(/2,499 rows.*CSV/) as string });
    expect((await readXlsxFile(await written({}, "xlsx", 2500)))[0]!.data).toHaveLength(2501);
    expect((await readXlsxFile(await written({ filters: { state: "done" } }, "xlsx", 250)))[0]!.data).toHaveLength(251);
    expect((await readTable(await written({}, "csv", 10), "text/csv")).rows).toHaveLength(2500);
  });
});

describe("a large list", () => {
  it("becomes a file of the person who asked, who is told once", async () => {
    const { north } = world;
    const input = { list: "imports.list", format: "csv" as const, state: { filters: { state: "done" } } };
    const { exportId } = await north.execute(startExport, "administrator", input);
    expect(await runExport(north.organisationId, exportId)).toEqual({ status: "done", rows: 250 });
    expect(await runExport(north.organisationId, exportId)).toEqual({ status: "done", rows: 250 });
    const filesOf = async (role: "administrator" | "consultant") =>
      (await askTogether(await north.as(role), (context) => readList(context, exportList, {}))).rows;
    const [own] = await filesOf("administrator");
    expect(own!.cells).toMatchObject({ status: "done", rows: 250, list: "imports.list" });
    expect(await filesOf("consultant")).toEqual([]);
    const fileId = String(own!.cells.file);
    const { bytes, name } = await readBytes(await north.as("administrator"), fileId);
    expect(name).toMatch(/^imports list \d{4}-\d\d-\d\d\.csv$/);
    expect((await readTable(bytes, "text/csv")).rows).toHaveLength(250);
    expect((await refusalOf(openFile(await north.as("consultant"), fileId))).code).toBe("not_found");
    const told = await transaction({ organisationId: north.organisationId }, (tx) => tx.select().from(notifications));
    expect(told.filter(({ kind }) => kind === "exports.done")).toHaveLength(1);
  });

  it("is refused to who may not read the list", async () => {
    const input = { list: "imports.list", format: "csv" as const, state: {} };
    expect((await refusalOf(world.north.execute(startExport, "consultant", input))).code).toBe("not_found");
    expect((await refusalOf(world.north.execute(startExport, "employee", input))).code).toBe("forbidden");
    const unknown = { ...input, list: "planets.all" };
    expect((await refusalOf(world.north.execute(startExport, "administrator", unknown))).code).toBe("not_found");
  });
});

describe("a cell", () => {
  it("never begins like a formula, and an import reads it back as it was", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme", minLength: 1 }), async (given) => {
        const cell = given.replaceAll("\0", "").trim();
        fc.pre(cell !== "" && !cell.startsWith("'"));
        expect(guarded(cell)).not.toMatch(/^[=@]|^[+-](?![\d])/);
        const table = await readTable(Buffer.from(csvLine(["title", "b"]) + csvLine([cell, "x"])), "text/csv");
        expect(table.rows[0]!.cells[0]).toBe(cell);
      }),
    );
  });
});
