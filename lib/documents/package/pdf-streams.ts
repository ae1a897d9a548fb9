import { inflateSync } from "node:zlib";
import { UnreadableFile } from "./unreadable-file";

const megabyte = 1024 * 1024;

/**
 * Refuses a PDF in which a stream unpacks to more than its kind can need: readers unpack without a limit (ISO 32000-2, 7.3.8 and 7.4.4). Streams are
 * found by their keyword, so that one hidden from the cross-reference table counts too.
 */
export function refuseFloods(raw: Buffer): void {
  let total = 0;
  for (let at = raw.indexOf("stream"); at >= 0; at = raw.indexOf("stream", at + 6)) {
    if (raw.subarray(at - 3, at).toString("latin1") === "end") continue;
    const dictionary = dictionaryBefore(raw, at);
    if (dictionary === "") continue;
    const behind = at + "stream".length;
    const start = behind + /^\r?\n?/.exec(raw.subarray(behind, behind + 2).toString("latin1"))![0].length;
    const end = raw.indexOf("endstream", start);
    let data: Uint8Array = raw.subarray(start, end < 0 ? raw.length : end);
    const most = limitOf(dictionary);
    for (const [filter] of dictionary.matchAll(/\/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)\b/g)) {
      if (!filter.startsWith("/Fl")) {
        // There is no decoder for these here; a full flood is told by how densely they can pack at most.
        if (data.length * (filter.startsWith("/LZW") ? 1400 : 64) > 8 * most) throw new UnreadableFile("pdf-bomb");
        break;
      }
      const unpacked = unpackedOf(data, most);
      if (!unpacked) break;
      data = unpacked;
    }
    total += data.length;
    if (total > 16 * largest) throw new UnreadableFile("pdf-bomb");
    if (end > 0) at = end + 3;
  }
}

const largest = 64 * megabyte;

/** Bytes that a stream may unpack to: pictures and fonts are large, drawing instructions are not. */
function limitOf(dictionary: string): number {
  if (/\/Subtype\s*\/Image\b/.test(dictionary)) return largest;
  return /\/Length1\b|\/Subtype\s*\/(?:CIDFontType0C|Type1C|OpenType)\b/.test(dictionary) ? largest / 2 : largest / 8;
}

/** Null where it cannot be unpacked: then no reader can do it either, or not beyond the damage. */
function unpackedOf(data: Uint8Array, most: number): Uint8Array | null {
  try {
    return inflateSync(data, { maxOutputLength: most });
  } catch (error) {
    if (error instanceof RangeError) throw new UnreadableFile("pdf-bomb");
    return null;
  }
}

/** The dictionary that ends right before the keyword; "" where the word stands in other text. */
function dictionaryBefore(raw: Buffer, at: number): string {
  const before = raw.subarray(Math.max(0, at - 4000), at).toString("latin1");
  if (!/>>\s*$/.test(before)) return "";
  return before.slice(Math.max(0, before.lastIndexOf(" obj")));
}
