import fc from "fast-check";
import writeXlsxFile from "write-excel-file/node";
import { describe, expect, test } from "vitest";
import { UnreadableFile } from "@/lib/documents/package/unreadable-file";
import { bullet, heading, p, table, writeDocx } from "@/lib/resumes/fixtures/docx-writer";
import { longestPoint, longestTechnology, tidy, type PointGroup } from "./points";
import { printPointsCsv, printPointsJson } from "./print-points-file";
import { readPointsFile } from "./read-points-file";

const java: PointGroup = {
  technology: "Java",
  points: ["Built the booking service", "Cut the nightly run, to one hour"],
};
const sharp: PointGroup = { technology: "C#", points: ["Wrote the tracking page"] };
const right = { groups: [java, sharp], problems: [] };

const file = (text: string, name: string) => readPointsFile(new TextEncoder().encode(text), name);
const long = "long ".repeat(longestPoint / 4);

async function sheet(rows: readonly (readonly string[])[], name = "Sheet1"): Promise<Uint8Array> {
  const data = rows.map((row) => row.map((value) => (value === "" ? null : { value, type: String })));
  return new Uint8Array(await writeXlsxFile(data, { sheet: name }).toBuffer());
}

describe("JSON is read", () => {
  test.each([
    [
      "as a list of technologies",
      [
        { technology: "Java", points: java.points },
        { technology: "C#", points: sharp.points },
      ],
    ],
    ["as an object of lists", { Java: java.points, "C#": sharp.points[0] }],
    [
      "as rows",
      [...java.points.map((point) => ({ skill: "Java", text: point })), { skill: "C#", text: sharp.points[0] }],
    ],
    [
      "in a wrapping",
      {
        library: [
          { Tech: "Java", Bullets: java.points },
          { Tech: "C#", Bullets: sharp.points },
        ],
      },
    ],
    ["with points as objects", { Java: { points: java.points.map((text) => ({ text })) }, "C#": sharp.points }],
  ])("%s", async (_, value) => {
    expect(await file(JSON.stringify(value, null, 2), "points.json")).toEqual({ ...right, format: "json" });
    expect(await file(`\ufeff${JSON.stringify(value)}\n`, "points.txt")).toEqual({ ...right, format: "json" });
  });

  test("a line for each, and with commas too many", async () => {
    const lines =
      '{"technology":"Java","point":"Built the booking service"}\n{"technology":"Java","point":"Cut the nightly run, to one hour",}\n{"technology":"C#","points":["Wrote the tracking page",]}';
    expect(await file(lines, "points.jsonl")).toEqual({ ...right, format: "json" });
  });

  test("as far as it is whole, with what is wrong by its line", async () => {
    const text = `[\n {"technology": "Java", "points": ["Built the booking service", 7,\n  "${long}"]},\n {"points": "Nobody's"},\n {"technology": "Perl", "points": []},\n {"technology": "${"x".repeat(longestTechnology + 1)}", "point": "One"},\n {"technology": "C#", "points": ["Wrote the tracking page", "Never`;
    expect(await file(text, "points.json")).toEqual({
      format: "json",
      groups: [{ technology: "Java", points: ["Built the booking service"] }, sharp],
      problems: [
        { line: 2, code: "not-text" },
        { line: 3, code: "too-long" },
        { line: 4, code: "no-technology" },
        { line: 5, code: "no-points" },
        { line: 6, code: "long-technology" },
        { line: 7, code: "not-json" },
      ],
    });
  });
});

describe("CSV is read", () => {
  const [one, two] = java.points as [string, string];
  test.each([
    ["with titles", `Technology,Point\nJava,${one}\nJava,"${two}"\nC#,${sharp.points[0]}\n`],
    [
      "with German titles and semicolons",
      `Nr;Technologie;Stichpunkt\n1;Java;${one}\n2;Java;${two}\n3;C#;${sharp.points[0]}\n`,
    ],
    ["with titles the other way round", `Bullet\tSkill\n${one}\tJava\n${two}\tJava\n${sharp.points[0]}\tC#`],
    ["without titles", `Java,${one}\r\nJava,"${two}"\r\nC#,${sharp.points[0]}\r\n`],
    ["with semicolons and commas in sentences", `Java;${one}\nJava;${two}\nC#;${sharp.points[0]}`],
    ["with tabs", `Java\t${one}\nJava\t${two}\nC#\t${sharp.points[0]}`],
    ["with the technology written once", `Technology;Point\nJava;${one}\n;${two}\nC#;${sharp.points[0]}`],
    ["with several columns of points", `Skill;Point 1;Point 2\nJava;${one};${two}\nC#;${sharp.points[0]};`],
    ["with several points in a cell", `Technology,Points\nJava,"• ${one}\n• ${two}"\nC#,${sharp.points[0]}`],
  ])("%s", async (_, text) => {
    expect(await file(text, "points.csv")).toEqual({ ...right, format: "csv" });
  });

  test("in the encoding of Windows", async () => {
    const bytes = Buffer.from("Technologie;Punkt\nJava;F\xfchrte f\xfcnf \x96 sechs ein\n", "latin1");
    expect((await readPointsFile(bytes, "punkte.csv")).groups).toEqual([
      { technology: "Java", points: ["Führte fünf – sechs ein"] },
    ]);
  });

  test("with what is wrong by its line, and up to a quotation mark that stays open", async () => {
    const text = `Technology,Point\n,Nobody's\nJava,${one}\nPerl,\nJava,${long}\nC#,${sharp.points[0]}\nRuby,"Never closed\nmore`;
    expect(await file(text, "points.csv")).toEqual({
      format: "csv",
      groups: [{ technology: "Java", points: [one] }, sharp],
      problems: [
        { line: 2, code: "no-technology" },
        { line: 4, code: "no-points" },
        { line: 5, code: "too-long" },
        { line: 7, code: "open-quotation" },
      ],
    });
  });
});

describe("XLSX is read", () => {
  const [one, two] = java.points as [string, string];
  test.each([
    [
      "with titles",
      [
        ["Technology", "Point"],
        ["Java", one],
        ["", two],
        ["C#", sharp.points[0]!],
      ],
    ],
    [
      "without titles",
      [
        ["Java", one],
        ["Java", two],
        ["C#", sharp.points[0]!],
      ],
    ],
    [
      "with a technology in each column",
      [
        ["Java", "C#"],
        [one, sharp.points[0]!],
        [two, ""],
      ],
    ],
    ["in one column", [["Java"], [`• ${one}`], [`• ${two}`], ["C#"], [`• ${sharp.points[0]}`]]],
  ])("%s", async (_, rows) => {
    expect(await readPointsFile(await sheet(rows), "points.xlsx")).toEqual({ ...right, format: "xlsx" });
  });

  test("under the sheet's name, where that is a technology", async () => {
    const bytes = await sheet([["Points"], [one], [two]], "java");
    expect((await readPointsFile(bytes, "points.xlsx")).groups).toEqual([java]);
  });

  test("with the row of what is wrong", async () => {
    const bytes = await sheet([
      ["Skill", "Bullet"],
      ["Java", one],
      ["", ""],
      ["Perl", ""],
    ]);
    expect(await readPointsFile(bytes, "points.xlsx")).toMatchObject({ problems: [{ line: 4, code: "no-points" }] });
  });
});

describe("documents are read", () => {
  test.each([
    [
      "with headings and lists",
      heading("Java") +
        java.points.map((point) => bullet(point)).join("") +
        p("C#:") +
        sharp.points.map((point) => bullet(point)).join(""),
    ],
    ["with a table", table([...java.points.map((point) => ["Java", point]), ["C#", sharp.points[0]!]])],
    ["with lines", p(`Java: • ${java.points.join(" • ")}`) + p(`C#: ${sharp.points[0]}`)],
  ])("%s", async (_, body) => {
    expect(await readPointsFile(writeDocx({ body }), "points.docx")).toEqual({ ...right, format: "document" });
  });

  test("and texts", async () => {
    expect(await file(`Java\n- ${java.points.join("\n- ")}\n\nC#\n- ${sharp.points[0]}`, "points.txt")).toEqual({
      ...right,
      format: "text",
    });
  });

  test("and what is none is refused", async () => {
    await expect(readPointsFile(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]), "points.png")).rejects.toThrow(
      UnreadableFile,
    );
    await expect(readPointsFile(new Uint8Array(), "points.csv")).rejects.toMatchObject({ code: "empty" });
  });
});

/** Technologies and points as the product holds them: tidy, each once, and no list inside of a point. */
const sentence = fc
  .string({ unit: fc.constantFrom(..."ab Ç東:•-*=+@\"',;|\t_/()1[{".split("")), minLength: 1, maxLength: 30 })
  .map(tidy)
  // An apostrophe before a sign of formulas is the guard itself.
  .filter((text) => text !== "" && !/^[•·']/.test(text));
const groups = fc.uniqueArray(
  fc.record({ technology: sentence, points: fc.uniqueArray(sentence, { minLength: 1, maxLength: 4 }) }),
  { selector: ({ technology }) => technology.toLowerCase(), maxLength: 5 },
);

test.each([
  ["JSON", printPointsJson, "points.json"],
  ["CSV", printPointsCsv, "points.csv"],
] as const)("what is printed as %s is read back as it was", async (_, print, name) => {
  await fc.assert(
    fc.asyncProperty(groups, async (all) => {
      const read = await file(print(all), name);
      expect({ groups: read.groups, problems: read.problems }).toEqual({ groups: all, problems: [] });
    }),
    { numRuns: 400 },
  );
});

test("no cell of the CSV begins as a formula does", () => {
  expect(printPointsCsv([{ technology: "=cmd", points: ["@one", "-2"] }])).toContain("'=cmd,'@one\r\n'=cmd,-2\r\n");
});

test("no text breaks the reader", async () => {
  const texts = fc.string({ unit: fc.constantFrom(...'[]{}":,;\t\n\\ a1•='.split("")), maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(texts, fc.constantFrom("a.json", "a.csv", "a.txt"), async (text, name) => {
      const read = await file(text, name).catch((error: unknown) => error);
      if (read instanceof Error) expect(read).toBeInstanceOf(UnreadableFile);
    }),
    { numRuns: 500 },
  );
});

test("a file made to be slow is read all the same", async () => {
  const started = process.cpuUsage();
  for (const piece of [" ", "\t", "1", ": ", '"', "[", "- ", "Java, "])
    for (const name of ["a.csv", "a.txt", "a.json"])
      await file(`${name === "a.json" ? "[" : ""}${piece.repeat(20_000)}x`, name);
  const { user, system } = process.cpuUsage(started);
  expect((user + system) / 1_000_000).toBeLessThan(8);
});
