import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guessMapping } from "@/lib/imports/guess-mapping";
import { readTable } from "@/lib/imports/read-table";
import { delimiterOf } from "@/lib/imports/table";

const csv = (content: string | Uint8Array) => readTable(Buffer.from(content as string), "text/csv; charset=utf-8");

describe("a CSV file", () => {
  it("is read whatever parts its cells and however its letters are stored", async () => {
    expect((await csv("a;b\n1;2,5\n")).rows).toEqual([{ line: 2, cells: ["1", "2,5"] }]);
    expect((await csv("a\tb\n1\t2\n")).rows[0]!.cells).toEqual(["1", "2"]);
    expect((await csv(Buffer.from("Stra\xdfe;Ort\nK\xf6nig;Z\xfcrich\n", "latin1"))).columns).toEqual([
      "Straße",
      "Ort",
    ]);
    const utf16 = await csv(Buffer.from("\ufeffName\tOrt\r\nZoë\tChur\r\n", "utf16le"));
    expect(utf16).toMatchObject({ columns: ["Name", "Ort"], format: { encoding: "utf-16le", delimiter: "\t" } });
  });

  it("says in which line a row stood, over empty lines and line breaks in a cell", async () => {
    const table = await csv('name,note\n\nOne,"two\nlines"\nTwo,x\n');
    expect(table.rows).toEqual([
      { line: 3, cells: ["One", "two\nlines"] },
      { line: 5, cells: ["Two", "x"] },
    ]);
  });

  it("gives each row as many cells as there are titles", async () => {
    expect((await csv("a,b,c\n1\n1,2,3,,\n")).rows.map(({ cells }) => cells)).toEqual([
      ["1", "", ""],
      ["1", "2", "3"],
    ]);
  });

  it("is refused where a part of it would be left out", async () => {
    const wide = Array.from({ length: 201 }, (_, at) => `c${at}`).join(",");
    await expect(csv(`a\n${wide}\n`)).rejects.toThrow("Line 2 has 201 columns; 200 can be read.");
    await expect(csv(`a,b\n1,${"x".repeat(10_001)}\n`)).rejects.toThrow("line 2, column 2 has 10001 characters");
    expect((await csv(`a,b\n1,${"x".repeat(10_000)}\n`)).rows[0]!.cells[1]).toHaveLength(10_000);
  });

  it("loses the mark that guarded a cell against being taken for a formula", async () => {
    expect((await csv("a,b\n'+41 44,'quoted'\n")).rows[0]!.cells).toEqual(["+41 44", "'quoted'"]);
  });

  it("is parted by the character that stands in each line, not by one in a name", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(",", ";", "\t", "|"),
        fc.array(fc.tuple(fc.stringMatching(/^[a-z ]{1,8}$/), fc.stringMatching(/^[a-z ]{1,8}$/)), { minLength: 2 }),
        (delimiter, rows) => {
          const text = rows.map(([one, two]) => [one, `"${two}, and; more|"`, "x"].join(delimiter)).join("\n");
          expect(delimiterOf(text)).toBe(delimiter);
        },
      ),
    );
  });
});

describe("the mapping", () => {
  const fields = [
    { key: "name", required: true, example: "", synonyms: ["full name", "contact"] },
    { key: "email", required: false, example: "", synonyms: ["mail", "mail address"] },
    { key: "phone", required: false, example: "", synonyms: ["telephone", "mobile"] },
  ];

  it("is guessed from titles, whole ones first, each column once", () => {
    expect(guessMapping(["Mobile", "FULL NAME", "E-Mail"], fields)).toEqual({ name: 1, email: 2, phone: 0 });
    expect(guessMapping(["Contact e-mail", "Contact"], fields)).toEqual({ name: 1, email: 0 });
    expect(guessMapping(["emailAddress", "Téléphone", ""], fields)).toEqual({ email: 0, phone: 1 });
    expect(guessMapping(["Columns", "of", "planets"], fields)).toEqual({});
  });
});
