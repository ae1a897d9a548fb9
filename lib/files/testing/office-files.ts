import { strToU8, zipSync, type Zippable } from "fflate";

/** Small true files for tests: each opens in its program. */

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** The parts of a DOCX with one sentence, to be changed before they are zipped. */
export function docxParts(sentence = "Twelve years in operations."): Record<string, string> {
  return {
    "[Content_Types].xml": `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    "_rels/.rels": `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/document.xml": `${declaration}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${sentence}</w:t></w:r></w:p></w:body></w:document>`,
  };
}

export function zipped(parts: Record<string, string | Uint8Array>): Uint8Array {
  const entries: Zippable = {};
  for (const [name, part] of Object.entries(parts)) entries[name] = typeof part === "string" ? strToU8(part) : part;
  return zipSync(entries, { level: 9 });
}

export const docx = (sentence?: string): Uint8Array => zipped(docxParts(sentence));

/** A PDF of one empty page; `trailer` adds entries to its trailer, `catalog` to its catalogue. */
export function pdf({ trailer = "", catalog = "" } = {}): Uint8Array {
  return Buffer.from(
    `%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${catalog} >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n` +
      `3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 10 10] >>\nendobj\nxref\n0 4\n0000000000 65535 f \n` +
      `trailer\n<< /Size 4 /Root 1 0 R ${trailer} >>\nstartxref\n180\n%%EOF\n`,
  );
}

/** A PNG that says it is `width` by `height`; one pixel's data is enough for what reads only its frame. */
export function png(width = 1, height = 1): Uint8Array {
  const chunk = (type: string, data: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    chunk("IHDR", header),
    chunk("IDAT", Buffer.from("789c6360000000020001e221bc33", "hex")),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
