import { RefusedFile } from "@/lib/files/inspection/refused-file";

/** Control characters that text may hold: tab, line feed, vertical tab, form feed, carriage return, the old end-of-file mark. */
const allowedControls = new Set([0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1a]);

/** Whether bytes are text: no control characters but those of text. UTF-8, UTF-16 with a mark and Windows-1252 pass. Only white space is refused as empty. */
export function isText(bytes: Uint8Array): boolean {
  if (bytes.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d))) throw new RefusedFile("empty");
  const { text } = decodeText(bytes);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x20 && !allowedControls.has(code)) return false;
  }
  return true;
}

export type TextEncodingName = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/**
 * Text from bytes whose encoding nobody told: a byte-order mark decides; else valid UTF-8 is UTF-8; else it is Windows-1252,
 * which is what Excel writes in Western Europe.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: TextEncodingName } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded(bytes, "utf-16le");
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decoded(bytes, "utf-16be");
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "utf-8" };
  } catch {
    const { text, encoding } = decoded(bytes, "windows-1252");
    return { text: text.replace(/[\u0080-\u009f]/g, (letter) => from80[letter.charCodeAt(0) - 0x80]!), encoding };
  }
}

/** Windows-1252 from 0x80 on. Versions of Node up to 24 read these bytes as Latin-1, which holds control characters there. */
const from80 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

const decoded = (bytes: Uint8Array, encoding: TextEncodingName) => ({
  text: new TextDecoder(encoding).decode(bytes),
  encoding,
});
