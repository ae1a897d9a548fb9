import writeXlsxFile from "write-excel-file/node";
import { and, eq, isNull, like } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { transaction } from "@/db/client";
import { importRows } from "@/db/schema/imports";
import { auditEntries } from "@/db/schema/audit";
import { people } from "@/db/schema/people";
import { cancelImport, createImport, previewImport, startImport, undoImport } from "@/lib/imports/commands";
import { getImport, importProblems, rowsToCorrect } from "@/lib/imports/queries";
import { runRows } from "@/lib/imports/run-rows";
import { importing } from "@/lib/imports/testing/import-file";
import { execute } from "@/lib/platform/execute";
import { defineField } from "@/lib/records/commands/fields";
import { fieldValuesOf } from "@/lib/records/queries/fields";
import { refusalOf, testWorld } from "@/lib/platform/testing/world";

const world = testWorld();
const role = "administrator";

const north = importing(() => world.north, role);
const { run } = north;
const upload = (content: string | Uint8Array, name = "People.csv") => north.uploaded(name, content);
const previewed = (content: string | Uint8Array, name = "People.csv") => north.previewed("people", name, content);
const imported = (content: string, name = "People.csv") => north.imported("people", name, content);

const viewOf = (importId: string) => world.north.ask(getImport, role, { importId });

const named = (pattern: string) =>
  transaction({ organisationId: world.north.organisationId, readOnly: true }, (tx) =>
    tx
      .select({ name: people.name, email: people.email, id: people.id })
      .from(people)
      .where(and(like(people.name, pattern), isNull(people.deletedAt)))
      .orderBy(people.name),
  );

describe("a table of people", () => {
  it("fills the organisation's own fields, each checked as on the record's page", async () => {
    const define = (kind: "date" | "choice" | "boolean", label: string, choices: string[] = []) =>
      world.north.execute(defineField, role, { entity: "person", kind, label, choices });
    await define("date", "Met on");
    await define("choice", "Speaks best", ["English", "German"]);
    await define("boolean", "Board member");
    const content =
      "Name,Met on,speaks best,Board member\n" +
      "Ina Ownfield,2026-03-01,german,yes\n" +
      "Ivo Ownfield,in spring,,\n" +
      "Ute Ownfield,,Klingon,no\n" +
      "Uwe Ownfield,,,\n";
    const { importId, counts } = await previewed(content);
    expect(counts).toEqual({ valid: 2, faulty: 2 });
    const problems = await world.north.ask(importProblems, role, { importId });
    expect(problems.map(({ row, field, problem }) => [row, field, problem])).toEqual([
      [3, "field.met_on", "Met on is a day, like 2026-11-21."],
      [4, "field.speaks_best", "Speaks best is one of: English, German."],
    ]);
    await world.north.execute(startImport, role, { importId });
    await run(importId);
    const [ina, uwe] = await named("% Ownfield");
    const valuesOf = async (entityId: string) =>
      (await world.north.ask(fieldValuesOf, role, { entity: "person", entityId })).map(({ value }) => value);
    expect(await valuesOf(ina!.id)).toEqual(["2026-03-01", "German", true]);
    expect(await valuesOf(uwe!.id)).toEqual([null, null, null]);
    await world.north.execute(undoImport, role, { importId });
    await run(importId);
    expect(await named("% Ownfield")).toEqual([]);
  });

  it("is mapped by its titles, checked row by row, and becomes people", async () => {
    const content =
      "\ufeffFull name;E-Mail;Telephone;Internal no\r\n" +
      "Anna Arlberg;anna@arlberg.example;+41 44 000 00 01;1\r\n" +
      ";nobody@arlberg.example;;2\r\n" +
      '"Bo ""B"" Arlberg";not an address;;3\r\n' +
      "Anna Arlberg;ANNA@arlberg.example;;4\r\n" +
      "\r\n" +
      "Zoë Arlberg;zoe@arlberg.example;;5\r\n";
    const { importId, counts } = await previewed(content);
    expect(counts).toEqual({ valid: 2, faulty: 2, repeated: 1 });
    const view = await viewOf(importId);
    expect(view.columns.map(({ target }) => target)).toEqual(["name", "email", "phone", null]);
    const problems = await world.north.ask(importProblems, role, { importId });
    expect(problems.map(({ row, field, value }) => [row, field, value])).toEqual([
      [3, "name", ""],
      [4, "email", "not an address"],
    ]);
    expect(await named("%Arlberg")).toEqual([]);

    await world.north.execute(startImport, role, { importId });
    await run(importId);
    expect(await viewOf(importId)).toMatchObject({ state: "done", counts: { created: 2, faulty: 2, repeated: 1 } });
    expect((await named("%Arlberg")).map(({ email }) => email)).toEqual([
      "anna@arlberg.example",
      "zoe@arlberg.example",
    ]);
  });

  it("brings its faulty rows back as they stood, each with what is wrong, and takes them when corrected", async () => {
    const importId = await imported(
      "Name,E-mail,Note\nCara Bergün,cara@berguen.example,one\nDino Bergün,dino(at)berguen,two\n",
    );
    const { columns, rows } = await world.north.ask(rowsToCorrect, role, { importId });
    expect(columns).toEqual(["Name", "E-mail", "Note"]);
    expect(rows).toHaveLength(1);
    expect(rows[0]!.cells).toEqual(["Dino Bergün", "dino(at)berguen", "two"]);
    expect(rows[0]!.wrong).toMatch(/^E-mail: /);
    const corrected = [columns, ["Dino Bergün", "dino@berguen.example", "two"]].map((row) => row.join(",")).join("\n");
    await imported(`${corrected}\n`, "Corrected.csv");
    expect((await named("%Bergün")).map(({ name }) => name)).toEqual(["Cara Bergün", "Dino Bergün"]);
  });

  it("changes nothing when it comes a second time", async () => {
    const content = "Name,E-mail\nElia Chur,elia@chur.example\nFlurin Chur,flurin@chur.example\n";
    await imported(content);
    const before = await named("%Chur");
    const again = await previewed(content, "The same.csv");
    expect(again.counts).toEqual({ known: 2 });
    const refusal = await refusalOf(world.north.execute(startImport, role, { importId: again.importId }));
    expect(refusal.code).toBe("state");
    // Two imports of the same rows, both checked before either ran: each row still becomes one person.
    const fresh = "Name,E-mail\nGian Chur,gian@chur.example\n";
    const [one, two] = [await previewed(fresh, "One.csv"), await previewed(fresh, "Two.csv")];
    for (const { importId } of [one, two]) await world.north.execute(startImport, role, { importId });
    await Promise.all([run(one.importId), run(two.importId)]);
    expect(await named("%Chur")).toHaveLength(before.length + 1);
  });

  it("goes on where it was when it was cut off, and takes no row twice", async () => {
    const rows = Array.from({ length: 30 }, (_, at) => `Person ${at} Davos,p${at}@davos.example`);
    const { importId } = await previewed(`Name,E-mail\n${rows.join("\n")}\n`);
    await world.north.execute(startImport, role, { importId });
    // Killed after seven rows; then two workers at once, as after a restart that came too early.
    await runRows(world.north.organisationId, importId, 7);
    await Promise.all([
      runRows(world.north.organisationId, importId, 200),
      runRows(world.north.organisationId, importId, 200),
    ]);
    await run(importId);
    expect(await viewOf(importId)).toMatchObject({ state: "done", counts: { created: 30 } });
    expect(await named("Person % Davos")).toHaveLength(30);
    const created = await transaction({ organisationId: world.north.organisationId, readOnly: true }, async (tx) => {
      const made = await tx.select().from(importRows).where(eq(importRows.importId, importId));
      const audited = await tx.select().from(auditEntries).where(eq(auditEntries.entity, "person"));
      return { made, audited: new Set(audited.map(({ entityId }) => entityId)) };
    });
    expect(created.made.every(({ recordId }) => recordId && created.audited.has(recordId))).toBe(true);
  });

  it("tells of each row that the database refuses, and takes the others", async () => {
    const importId = await imported(
      `Name,E-mail\nGood Ems,good@ems.example\nTaken Ems,contact@north.example\nBetter Ems,better@ems.example\n`,
    );
    expect((await viewOf(importId)).counts).toEqual({ created: 2, refused: 1 });
    const [problem] = await world.north.ask(importProblems, role, { importId });
    expect(problem).toMatchObject({ row: 3 });
    expect(problem!.problem).not.toBe("");
  });

  it("is undone as one, but for what somebody changed since", async () => {
    const importId = await imported(
      "Name,E-mail\nHanna Flims,hanna@flims.example\nIda Flims,ida@flims.example\nJon Flims,jon@flims.example\n",
    );
    const [, ida] = await named("%Flims");
    await transaction({ organisationId: world.north.organisationId }, (tx) =>
      tx.update(people).set({ phone: "1", version: 2 }).where(eq(people.id, ida!.id)),
    );
    await world.north.execute(undoImport, role, { importId });
    await run(importId, 2);
    expect(await viewOf(importId)).toMatchObject({ state: "undone", counts: { undone: 2, kept: 1 } });
    expect((await named("%Flims")).map(({ name }) => name)).toEqual(["Ida Flims"]);
    // What was taken back can be brought in again; what stayed is known.
    const again = await previewed(
      "Name,E-mail\nHanna Flims,hanna@flims.example\nIda Flims,ida@flims.example\n",
      "Again.csv",
    );
    expect(again.counts).toEqual({ valid: 1, known: 1 });
  });

  it("stops when it is told to, and goes on when it is told so", async () => {
    const { importId } = await previewed("Name,E-mail\nKim Laax,kim@laax.example\nLea Laax,lea@laax.example\n");
    await world.north.execute(startImport, role, { importId });
    await runRows(world.north.organisationId, importId, 1);
    await world.north.execute(cancelImport, role, { importId });
    expect(await runRows(world.north.organisationId, importId, 10)).toBe(0);
    expect(await named("%Laax")).toHaveLength(1);
    await world.north.execute(startImport, role, { importId });
    await run(importId);
    expect(await named("%Laax")).toHaveLength(2);
  });
});

describe("a file for an import", () => {
  it("may be a spreadsheet, with dates and numbers", async () => {
    const bytes = await writeXlsxFile(
      [
        ["Name", "E-mail", "Job title"],
        ["Mona Scuol", "mona@scuol.example", 42],
        ["Nino Scuol", null, new Date("2026-11-21T00:00:00Z")],
      ].map((row) => row.map((value) => (value instanceof Date ? { value, type: Date, format: "yyyy-mm-dd" } : value))),
    ).toBuffer();
    const { importId, counts } = await previewed(bytes, "People.xlsx");
    expect(counts).toEqual({ valid: 2 });
    expect((await viewOf(importId)).columns[2]).toEqual({
      name: "Job title",
      samples: ["42", "2026-11-21"],
      target: "headline",
    });
  });

  it.each([
    ["no table", "docx of words", "Letter.txt", /no rows below/],
    ["only titles", "Name,E-mail\n", "Titles.csv", /no rows below/],
    ["a quotation mark that never closes", 'Name,E-mail\n"Open,o@x.example\n', "Open.csv", /line/],
  ])("is refused when it holds %s", async (_what, content, name, message) => {
    const fileId = await upload(content, name);
    const refusal = await refusalOf(world.north.execute(createImport, role, { target: "people", fileId }));
    expect(refusal.message).toMatch(message);
  });

  it("is refused above the rows of the plan, and for records that the person may not add", async () => {
    const fileId = await upload("Name\nOne\nTwo\nThree\n");
    const actor = await world.north.as(role);
    const limited = { ...actor, organisation: { ...actor.organisation, limits: { importRows: 2 } } };
    expect((await refusalOf(execute(createImport, limited, { target: "people", fileId }))).code).toBe("limit");
    expect((await refusalOf(world.north.execute(createImport, role, { target: "planets", fileId }))).code).toBe(
      "invalid",
    );
    expect((await refusalOf(world.north.execute(createImport, "consultant", { target: "people", fileId }))).code).toBe(
      "forbidden",
    );
  });
});

it("an import of another organisation is not there", async () => {
  const { importId } = world.north;
  for (const step of [previewImport, startImport, cancelImport, undoImport])
    expect((await refusalOf(world.south.execute(step, role, { importId }))).code).toBe("not_found");
  expect((await refusalOf(world.south.ask(getImport, role, { importId }))).code).toBe("not_found");
});
