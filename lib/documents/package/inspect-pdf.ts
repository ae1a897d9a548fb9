import { UnreadableFile } from "./unreadable-file";

/**
 * Looks at a PDF from outside (ISO 32000-2, 7.5). False where the file is no PDF; refuses one that is cut off or needs a password. The
 * header may stand within the first 1024 bytes and the end marker within the last 1024, as readers accept.
 */
export function inspectPdfBytes(bytes: Uint8Array): boolean {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const header = raw.subarray(0, 1024).indexOf("%PDF-");
  if (header < 0) return false;
  const tail = raw.subarray(Math.max(0, raw.length - 2048)).toString("latin1");
  if (!tail.includes("%%EOF") || !tail.includes("startxref")) throw new UnreadableFile("truncated");
  if (isEncrypted(raw)) throw new UnreadableFile("encrypted");
  return true;
}

/** `/Encrypt` is a key of the trailer or of the cross-reference stream's dictionary, with a reference or a dictionary as its value. */
function isEncrypted(raw: Buffer): boolean {
  for (let at = raw.indexOf("/Encrypt"); at >= 0; at = raw.indexOf("/Encrypt", at + 8)) {
    const after = raw.subarray(at + 8, at + 32).toString("latin1");
    if (!/^\s*(\d+\s+\d+\s+R|<<)/.test(after)) continue;
    const before = raw.subarray(Math.max(0, at - 2000), at).toString("latin1");
    if (before.lastIndexOf("trailer") >= 0 || /\/Type\s*\/XRef/.test(before + after) || before.includes("/Root"))
      return true;
    const rest = raw.subarray(at, at + 2000).toString("latin1");
    if (/^[^>]*\/(Root|ID|Info|Type\s*\/XRef)/.test(rest)) return true;
  }
  return false;
}
