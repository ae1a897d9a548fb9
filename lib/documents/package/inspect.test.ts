import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { docxEntries, p, writeDocx, writeZip } from "@/lib/resumes/fixtures/docx-writer";
import { HOSTILE_FILES } from "@/lib/resumes/fixtures/hostile-files";
import { readResume } from "@/lib/resumes/read";
import { inflateEntry } from "./inflate";
import { inspectUpload } from "./inspect";
import { MESSAGES, UnreadableFile, type UnreadableCode } from "./unreadable-file";
import { openZip } from "./zip";

const BODY = p("Mira Solberg");

async function refusalOf(bytes: Uint8Array, name: string): Promise<UnreadableCode | "read"> {
  try {
    await readResume(bytes, name);
    return "read";
  } catch (error) {
    if (error instanceof UnreadableFile) return error.code;
    throw error;
  }
}

describe("hostile and broken files", () => {
  it.each(HOSTILE_FILES)("$name is refused as $code", async ({ name, code, bytes }) => {
    expect(await refusalOf(bytes(), name)).toBe(code);
  });

  it("have a sentence of their own each", () => {
    const sentences = Object.values(MESSAGES);
    expect(new Set(sentences).size).toBe(sentences.length);
    expect(HOSTILE_FILES.length).toBeGreaterThanOrEqual(40);
    // Every code is met by a file here.
    expect(Object.keys(MESSAGES).filter((code) => !HOSTILE_FILES.some((file) => file.code === code))).toEqual([]);
  });

  it("random bytes behind a ZIP signature end in a refusal", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (tail) => {
        const bytes = new Uint8Array([0x50, 0x4b, 3, 4, ...tail]);
        expect(await refusalOf(bytes, "a.docx")).not.toBe("read");
      }),
      { numRuns: 200 },
    );
  });

  it("a document with any one byte changed is read or refused, never more", async () => {
    const good = writeDocx({ body: BODY });
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.nat(255), async (at, value) => {
        const bytes = new Uint8Array(good);
        bytes[at] = value;
        await expect(refusalOf(bytes, "a.docx")).resolves.toBeTypeOf("string");
      }),
      { numRuns: 300 },
    );
  });

  it("a PDF with bytes changed is read or refused, never more", async () => {
    const { writePdf } = await import("@/lib/resumes/fixtures/pdf-writer");
    const good = writePdf([[{ text: "Mira Solberg, engineer at Northwind Freight since 2019", x: 50, y: 700 }]]);
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.nat(255), async (at, value) => {
        const bytes = new Uint8Array(good);
        bytes[at] = value;
        await expect(refusalOf(bytes, "a.pdf")).resolves.toBeTypeOf("string");
      }),
      { numRuns: 60 },
    );
  });
});

describe("what is accepted", () => {
  it("kinds are told by content, whatever the name says", () => {
    expect(inspectUpload(writeDocx({ body: BODY }), "resume.pdf").kind).toBe("docx");
    const sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    expect(inspectUpload(writeDocx({ body: BODY, mainType: sheet, main: "xl/workbook.xml" }), "a").kind).toBe("xlsx");
    expect(inspectUpload(new TextEncoder().encode("Name,Mail"), "people.csv").kind).toBe("other");
  });

  it("the main part is found by relationship, under any name", () => {
    const inspection = inspectUpload(writeDocx({ body: BODY, main: "content/text.xml" }), "a.docx");
    expect(inspection).toMatchObject({ kind: "docx", mainPart: "content/text.xml" });
  });

  it("a template on the author's own disk is no reason to refuse", () => {
    const relationships =
      '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="file:///C:\\Templates\\a.dotx" TargetMode="External"/>';
    expect(inspectUpload(writeDocx({ body: BODY, relationships }), "a.docx").kind).toBe("docx");
  });

  it("the directory tells where every entry lies, byte for byte", () => {
    const entries = docxEntries({ body: BODY });
    const bytes = writeZip(entries);
    const zip = openZip(bytes);
    expect(zip.entries.map(({ name }) => name)).toEqual(Object.keys(entries));
    const records = [...zip.entries].sort((a, b) => a.headerOffset - b.headerOffset);
    expect(records[0]?.headerOffset).toBe(0);
    records.forEach((entry, index) => {
      expect(entry.recordEnd).toBe(records[index + 1]?.headerOffset ?? zip.directoryOffset);
      expect(Buffer.from(inflateEntry(zip, entry)).equals(Buffer.from(entries[entry.name] ?? []))).toBe(true);
    });
  });
});
