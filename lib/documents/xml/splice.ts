import type { DecodedXml } from "./decode";
import { encodeXml } from "./encode";

/** Text that goes into a document at an offset of its source; nothing is ever taken out. */
export interface Insertion {
  at: number;
  text: string;
}

/** A stretch of the new source that was not in the old one. */
export interface InsertedRange {
  from: number;
  to: number;
}

/** Puts texts into a source. Those at the same offset come in the order in which they are given. */
export function splice(
  source: string,
  insertions: readonly Insertion[],
): { source: string; inserted: InsertedRange[] } {
  const pieces: string[] = [];
  const inserted: InsertedRange[] = [];
  let from = 0;
  let grown = 0;
  for (const { at, text } of inOrder(insertions)) {
    pieces.push(source.slice(from, at), text);
    inserted.push({ from: at + grown, to: at + grown + text.length });
    grown += text.length;
    from = at;
  }
  pieces.push(source.slice(from));
  return { source: pieces.join(""), inserted };
}

/** {@link splice} on the bytes of a part, which stay the bytes that they were; its ranges are of bytes. */
export function spliceBytes(
  bytes: Uint8Array,
  { source, form }: { source: string; form: Pick<DecodedXml, "encoding" | "bomLength"> },
  insertions: readonly Insertion[],
): { bytes: Uint8Array; inserted: (InsertedRange & Pick<Insertion, "at">)[] } {
  const pieces: Uint8Array[] = [];
  const inserted: (InsertedRange & Pick<Insertion, "at">)[] = [];
  const offsetOf = byteOffsets(source, bytes.length, form);
  let from = 0;
  let length = 0;
  const put = (piece: Uint8Array): void => {
    pieces.push(piece);
    length += piece.length;
  };
  for (const { at, text } of inOrder(insertions)) {
    const offset = offsetOf(at);
    put(bytes.subarray(from, offset));
    const begins = length;
    put(encodeXml(text, { encoding: form.encoding, bomLength: 0 }));
    inserted.push({ at, from: begins, to: length });
    from = offset;
  }
  put(bytes.subarray(from));
  return { bytes: Buffer.concat(pieces, length), inserted };
}

/** Where the characters of a source begin among its bytes; asked in rising order. */
function byteOffsets(
  source: string,
  length: number,
  { encoding, bomLength }: Pick<DecodedXml, "encoding" | "bomLength">,
): (at: number) => number {
  if (encoding !== "utf-8") return (at) => bomLength + 2 * at;
  if (length - bomLength === source.length) return (at) => bomLength + at;
  let known = 0;
  let offset = bomLength;
  return (at) => {
    offset += Buffer.byteLength(source.slice(known, at));
    known = at;
    return offset;
  };
}

/** Insertions as they follow each other in the new source. */
function inOrder(insertions: readonly Insertion[]): Insertion[] {
  const ordered = insertions.map((one, order) => ({ ...one, order }));
  return ordered.sort((one, other) => one.at - other.at || one.order - other.order);
}

/** Whether bytes are the original's once what was inserted is taken out. */
export function sameWithout(bytes: Uint8Array, inserted: readonly InsertedRange[], original: Uint8Array): boolean {
  let from = 0;
  let at = 0;
  for (const range of [...inserted, { from: bytes.length, to: bytes.length }]) {
    const kept = bytes.subarray(from, range.from);
    if (Buffer.compare(kept, original.subarray(at, at + kept.length)) !== 0) return false;
    at += kept.length;
    from = range.to;
  }
  return at === original.length;
}
