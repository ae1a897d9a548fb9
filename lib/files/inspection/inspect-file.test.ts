import { describe, expect, it } from "vitest";
import { inspectFile } from "@/lib/files/inspection/inspect-file";
import { RefusedFile, type RefusedFileReason } from "@/lib/files/inspection/refused-file";
import { docx, docxParts, pdf, png, zipped } from "@/lib/files/testing/office-files";

async function reasonFor(content: Uint8Array | string, name: string): Promise<RefusedFileReason> {
  try {
    const kind = await inspectFile(Buffer.from(content), name);
    throw new Error(`Taken as ${kind}.`);
  } catch (error) {
    if (error instanceof RefusedFile) return error.reason;
    throw error;
  }
}

const webp = Buffer.concat([
  Buffer.from("RIFF"),
  Buffer.from([0x1a, 0, 0, 0]),
  Buffer.from("WEBPVP8L"),
  Buffer.from([0x0d, 0, 0, 0, 0x2f, 0, 0, 0, 0x10, 0x07, 0x10, 0x11, 0x11, 0x88, 0x88, 0xfe, 0x07, 0]),
]);
const jpeg = Buffer.from(
  "ffd8ffe000104a46494600010100000100010000ffc0000b080001000101011100ffda0008010100003f00d2cf20ffd9",
  "hex",
);

describe("what a file is", () => {
  it("is told by its content", async () => {
    expect(await inspectFile(docx(), "Resume.docx")).toBe("docx");
    expect(await inspectFile(docx(), "Resume")).toBe("docx");
    expect(await inspectFile(pdf(), "Offer.PDF")).toBe("pdf");
    expect(await inspectFile(png(), "Photo.png")).toBe("png");
    expect(await inspectFile(jpeg, "Photo.jpeg")).toBe("jpg");
    expect(await inspectFile(webp, "Photo.webp")).toBe("webp");
    expect(await inspectFile(Buffer.from("name;mail\nZoë;z@example.com\n"), "People.csv")).toBe("csv");
    expect(await inspectFile(Buffer.from("na\xefve", "latin1"), "old.txt")).toBe("txt");
    expect(await inspectFile(Buffer.from("\ufeffa\tb\r\n", "utf16le"), "excel.txt")).toBe("txt");
    expect(await inspectFile(Buffer.from("# Title"), "Read me.md")).toBe("md");
    expect(await inspectFile(Buffer.from('{"Java": ["Built one."]}'), "points.json")).toBe("json");
  });

  it.each<[string, Uint8Array | string, string, RefusedFileReason]>([
    ["nothing in it", "", "Resume.docx", "empty"],
    ["only white space", " \n\t", "Notes.txt", "empty"],
    ["an archive", zipped({ "one.txt": "one" }), "All.zip", "not-docx"],
    ["a Word file that is cut off", docx().subarray(0, docx().length - 40), "Resume.docx", "truncated"],
    ["a PDF that is cut off", pdf().subarray(0, 150), "Offer.pdf", "truncated"],
    ["a picture that is cut off", png().subarray(0, 40), "Photo.png", "truncated"],
    ["a photo that is cut off", jpeg.subarray(0, jpeg.length - 2), "Photo.jpg", "truncated"],
    ["a PDF with a password", pdf({ trailer: "/Encrypt 9 0 R" }), "Offer.pdf", "encrypted"],
    [
      "a PDF with a script",
      pdf({ catalog: "/OpenAction << /S /JavaScript /JS (app.alert(1)) >>" }),
      "Offer.pdf",
      "script",
    ],
    ["a picture that would fill the memory", png(60_000, 60_000), "Photo.png", "too-many-pixels"],
    ["macros", zipped({ ...docxParts(), "word/vbaProject.bin": "macro" }), "Resume.docx", "macros"],
    [
      "a document type declaration",
      zipped({ ...docxParts(), "word/document.xml": '<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>' }),
      "Resume.docx",
      "dtd",
    ],
    [
      "a bomb",
      zipped({ ...docxParts(), "word/media/image.bmp": new Uint8Array(30 * 1024 * 1024) }),
      "Resume.docx",
      "zip-bomb",
    ],
    [
      "an archive in the document",
      zipped({ ...docxParts(), "word/embeddings/a.zip": "PK" }),
      "Resume.docx",
      "nested-archive",
    ],
    ["a part outside", zipped({ ...docxParts(), "../../etc/passwd": "root" }), "Resume.docx", "unsafe-names"],
    ["another content than its name", png(), "Resume.pdf", "content-mismatch"],
    ["text with the name of a document", "just text", "Resume.docx", "content-mismatch"],
    ["a web page", "<html><script>alert(1)</script></html>", "page.html", "unknown-type"],
    ["a drawing that can hold scripts", "<svg xmlns='http://www.w3.org/2000/svg'/>", "logo.svg", "unknown-type"],
    ["a program", Buffer.from("7f454c4602010100", "hex"), "run", "unknown-type"],
    ["a program called text", Buffer.from("4d5a90000300000004000000ffff0000", "hex"), "notes.txt", "content-mismatch"],
  ])("refuses %s, with its own reason", async (_what, content, name, reason) => {
    expect(await reasonFor(content, name)).toBe(reason);
  });

  it("says each reason in a sentence of its own", async () => {
    const refusals = await Promise.all(
      [
        inspectFile(Buffer.from(""), "a.txt"),
        inspectFile(zipped({ ...docxParts(), "word/vbaProject.bin": "m" }), "a.docx"),
        inspectFile(pdf({ trailer: "/Encrypt 9 0 R" }), "a.pdf"),
      ].map((attempt) => attempt.then(String, (error: Error) => error.message)),
    );
    expect(new Set(refusals).size).toBe(3);
    expect(refusals[1]).toContain("macros");
  });
});
