import type { DecodedXml } from "./decode";

/** Bytes of a text in the form in which a part was read: the same encoding, and the byte order mark if it had one. */
export function encodeXml(
  text: string,
  { encoding, bomLength }: Pick<DecodedXml, "encoding" | "bomLength">,
): Uint8Array {
  const marked = bomLength > 0 ? `\ufeff${text}` : text;
  if (encoding === "utf-8") return Buffer.from(marked, "utf8");
  const bytes = Buffer.from(marked, "utf16le");
  return encoding === "utf-16be" ? bytes.swap16() : bytes;
}
