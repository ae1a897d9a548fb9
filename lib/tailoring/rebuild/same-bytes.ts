import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from "fflate";

/**
 * The same document with nothing in it that chance or the clock made: the package gives links random names and writes the time of its own
 * work. Links get numbers in their order, and all dates are `madeAt`.
 */
export function sameBytes(docx: Uint8Array, madeAt: Date): Uint8Array {
  const parts = unzipSync(docx);
  const moment = `${madeAt.toISOString().slice(0, 19)}Z`;
  const links = new Map<string, string>();
  const main = strFromU8(parts["word/document.xml"] ?? new Uint8Array());
  for (const [, id] of main.matchAll(/<w:hyperlink [^>]*r:id="([^"]+)"/g)) {
    if (id !== undefined && !links.has(id)) links.set(id, `rIdLink${links.size + 1}`);
  }
  const renamed = (xml: string): string => {
    let text = xml;
    for (const [id, name] of links) text = text.replaceAll(`"${id}"`, `"${name}"`);
    return text;
  };
  const packed: Zippable = {};
  for (const [name, bytes] of Object.entries(parts)) {
    const content =
      name === "docProps/core.xml"
        ? strToU8(strFromU8(bytes).replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${moment}`))
        : name === "word/document.xml" || name === "word/_rels/document.xml.rels"
          ? strToU8(renamed(strFromU8(bytes)))
          : bytes;
    packed[name] = [content, { mtime: zipDate }];
  }
  return zipSync(packed, { level: 6 });
}

/** A ZIP has no zone for its dates; fflate writes local time, so the day is the same everywhere. */
const zipDate = new Date(2000, 0, 1);
