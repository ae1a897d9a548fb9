import type { UnreadableCode } from "./unreadable-file";
import type { ZipArchive } from "./zip";

/** What a file is that is no Word document and no PDF, for a sentence that says what to do with it. Decided by content; the name says what was expected. */
export function otherFormat(bytes: Uint8Array, fileName: string): UnreadableCode {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 2048))
    .toString("latin1")
    // Zero bytes are dropped, so that UTF-16 reads like ASCII here.
    .replaceAll("\0", "")
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, "")
    .trimStart();
  if (start.startsWith("{\\rtf")) return "rich-text";
  if (/^(?:<!doctype\s+html|<html|mime-version:|<meta\s|<head)/i.test(start)) return "web-page";
  if (/^<\?xml/.test(start) && /<\?mso-application\s|wordDocument|xmlPackage/.test(start)) return "word-xml";
  return /\.(docx?|docm|dot[xm]?|pdf)$/i.test(fileName) ? "content-mismatch" : "unknown-format";
}

/** What a ZIP is that has no content types, which every Office file begins with. */
export function otherArchive(zip: ZipArchive): UnreadableCode {
  const names = zip.entries.map(({ name }) => name);
  if (names.includes("mimetype") && names.includes("content.xml")) return "open-document";
  if (names.some((name) => /^(?:Index\/)?Document\.iwa$|^Index\.zip$|^index\.apxl$/i.test(name))) return "pages";
  return names.some((name) => /^(?:word\/document\.xml|_rels\/\.rels)$/i.test(name))
    ? "missing-content-types"
    : "not-docx";
}
