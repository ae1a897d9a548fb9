import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inflateEntry } from "@/lib/documents/package/inflate";
import { openZip } from "@/lib/documents/package/zip";
import { attribute, childElements } from "@/lib/documents/xml/cursor";
import { bullet, p, textBox, writeDocx } from "@/lib/resumes/fixtures/docx-writer";
import { generatedResumes } from "@/lib/resumes/fixtures/generated-resumes";
import { HOSTILE_FILES } from "@/lib/resumes/fixtures/hostile-files";
import { textOf } from "@/lib/resumes/reading/read-docx";
import { openDocx } from "@/lib/tailoring/writing/open-docx";
import { UnreadableFile } from "@/lib/documents/package/unreadable-file";
import { markedParagraph, markedPoint, pointMark } from "./paragraph-mark";
import { previewCopy, type AddedLine } from "./preview-copy";

/** The numbers that the marks of each paragraph of a copy say, the own one first. */
function marksOf(bytes: Uint8Array): number[][] {
  const { main } = openDocx(bytes, "a.docx");
  return textOf(openDocx(bytes, "a.docx")).paragraphs.map(({ element }) =>
    childElements(main, element).flatMap((child) => {
      if (main.tokens[child]!.name !== "w:bookmarkStart") return [];
      const name = attribute(main, child, "w:name");
      const number = markedParagraph(name ?? attribute(main, child, "name") ?? "");
      return number === null ? [] : [number];
    }),
  );
}

const copyOf = (bytes: Uint8Array, name = "a.docx", added: readonly AddedLine[] = []): Uint8Array =>
  previewCopy(openDocx(bytes, name), added);

const textsOf = (bytes: Uint8Array): string[] => textOf(openDocx(bytes, "a.docx")).paragraphs.map(({ text }) => text);

describe("a copy for the preview", () => {
  it("each paragraph says the number under which the reader knows it, whatever the document is made of", () => {
    fc.assert(
      fc.property(generatedResumes, ({ bytes }) => {
        const copy = copyOf(bytes);
        expect(marksOf(copy).map(([own]) => own)).toEqual(textsOf(bytes).map((_, number) => number));
        expect(textsOf(copy)).toEqual(textsOf(bytes));
      }),
      { numRuns: Number(process.env.LANDFALL_GENERATED ?? 50) },
    );
  });

  it("everything but the marks stays as it is", () => {
    fc.assert(
      fc.property(generatedResumes, ({ bytes, recipe }) => {
        const { main } = recipe as { main: string };
        const [before, after] = [openZip(bytes), openZip(copyOf(bytes))];
        expect(after.entries.map(({ name }) => name)).toEqual(before.entries.map(({ name }) => name));
        before.entries.forEach((entry, at) => {
          if (entry.name === main) return;
          expect(Buffer.compare(inflateEntry(before, entry), inflateEntry(after, after.entries[at]!))).toBe(0);
        });
      }),
      { numRuns: Number(process.env.LANDFALL_GENERATED ?? 20) },
    );
  });

  it("both copies of a text box carry the numbers of both, so that either may be drawn", () => {
    const body = p("Robin Example") + textBox(bullet("One") + bullet("Two")) + "<w:p/>" + p("End");
    const copy = copyOf(writeDocx({ body }));
    expect(textsOf(copy)).toEqual(["Robin Example", "", "One", "Two", "One", "Two", "", "End"]);
    expect(marksOf(copy)).toEqual([[0], [1], [2, 4], [3, 5], [4, 2], [5, 3], [6], [7]]);
  });

  it("a new line says its point, whatever that is called, and nothing else does", () => {
    fc.assert(
      fc.property(
        fc.nat(9_999_999),
        fc.string({ minLength: 1, maxLength: 40, unit: "grapheme-ascii" }),
        (number, id) => {
          expect(markedPoint(pointMark(number, id))).toEqual({ paragraph: number, id });
          expect(markedParagraph(pointMark(number, id))).toBeNull();
        },
      ),
    );
    const copy = copyOf(writeDocx({ body: p("Robin") + bullet("New") }), "a.docx", [{ paragraph: 1, pointId: "a'b" }]);
    const { main } = openDocx(copy, "a.docx");
    const names = [...main.tokens.keys()].flatMap((at) => attribute(main, at, "w:name") ?? []);
    expect(names.map(markedPoint).filter(Boolean)).toEqual([{ paragraph: 1, id: "a'b" }]);
  });

  it("boxes whose copies differ keep the own number alone", () => {
    const box = textBox(bullet("One") + bullet("Two")).replace(/(<mc:Fallback>.*?)<w:p>.*?<\/w:p>/, "$1");
    expect(marksOf(copyOf(writeDocx({ body: box })))).toEqual([[0], [1], [2], [3]]);
  });

  it("hostile files are refused as everywhere", () => {
    for (const { bytes, name } of HOSTILE_FILES.filter(({ code }) => ["macros", "dtd", "encrypted"].includes(code)))
      expect(() => copyOf(bytes(), name)).toThrow(UnreadableFile);
  });
});

/** A folder with real layouts, kept outside the project. */
const folder = process.env.LANDFALL_RESUME_SET ?? "";

describe.skipIf(folder === "" || !existsSync(join(folder, "docx")))("the labelled set (LANDFALL_RESUME_SET)", () => {
  it("each paragraph says its number", { timeout: 60_000 }, () => {
    let copied = 0;
    for (const name of readdirSync(join(folder, "docx"))) {
      const bytes = readFileSync(join(folder, "docx", name));
      let copy;
      try {
        copy = copyOf(bytes, name);
      } catch (error) {
        expect(error).toBeInstanceOf(UnreadableFile);
        continue;
      }
      expect(
        marksOf(copy).map(([own]) => own),
        name,
      ).toEqual(textsOf(bytes).map((_, number) => number));
      copied += 1;
    }
    expect(copied).toBeGreaterThan(50);
  });
});
