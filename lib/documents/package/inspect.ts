import { inspectPdfBytes } from "./inspect-pdf";
import { inflateBeginning, inflateEntry, inflateOnce, largestKept } from "./inflate";
import { PACKAGE_LIMITS, type PackageLimits } from "./limits";
import { contentTypeOf, findPart, openPackage, relationshipsOf, type OfficePackage } from "./opc";
import { otherFormat } from "./other-formats";
import { UnreadableFile } from "./unreadable-file";
import { endsAsZip, openZip, type ZipArchive, type ZipEntry } from "./zip";

/** What a file is by its content. "other": neither an archive nor a PDF nor an old Office file, so not checked further (text, pictures). */
export type Inspection =
  | { kind: "docx" | "xlsx" | "pptx"; package: OfficePackage; mainPart: string }
  | { kind: "pdf" }
  | { kind: "other" };

/**
 * Decides what an uploaded file is, by content and not by name, and refuses what could harm: see {@link UnreadableFile} for the reasons.
 * Unpacks only what the checks need. `fileName` serves to notice that a name promises something else than the content.
 */
export function inspectUpload(bytes: Uint8Array, fileName: string, limits: PackageLimits = PACKAGE_LIMITS): Inspection {
  if (bytes.length === 0) throw new UnreadableFile("empty");
  if (bytes.length > limits.fileSize) throw new UnreadableFile("too-large");
  if (startsWith(bytes, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) throw new UnreadableFile(oldOfficeReason(bytes));
  if (startsWith(bytes, "PK\x03\x04") || startsWith(bytes, "PK\x05\x06")) return inspectZip(openZip(bytes, limits));
  if (inspectPdfBytes(bytes)) return { kind: "pdf" };
  if (bytes.every((byte) => byte === 0)) throw new UnreadableFile("empty");
  if (endsAsZip(bytes)) throw new UnreadableFile("extra-bytes");
  if (/\.(docx?|docm|dotx|pdf)$/i.test(fileName)) throw new UnreadableFile(otherFormat(bytes, fileName));
  if (/\.(xlsx|xlsm|pptx)$/i.test(fileName)) throw new UnreadableFile("content-mismatch");
  return { kind: "other" };
}

function inspectZip(zip: ZipArchive): Inspection {
  refuseMacroParts(zip);
  refuseHiddenArchives(zip);
  const office = openPackage(zip);
  for (const type of [...office.contentTypes.byPart.values(), ...office.contentTypes.byExtension.values()]) {
    if (/macroenabled|vbaproject|ms-office\.activex/.test(type)) throw new UnreadableFile("macros");
  }
  refuseDocumentTypes(zip);
  const [main, ...others] = office.relationships.filter(({ type }) => type === "officeDocument");
  if (!main) throw new UnreadableFile("missing-main-part");
  if (others.some(({ target }) => target !== main.target)) throw new UnreadableFile("two-main-parts");
  const entry = main.external ? undefined : findPart(zip, main.target);
  if (!entry) throw new UnreadableFile("missing-main-part");
  refuseExternalContent(office);
  const type = contentTypeOf(office.contentTypes, entry.name);
  if (/wordprocessingml\.(document|template)\.main\+xml$/.test(type))
    return { kind: "docx", package: office, mainPart: entry.name };
  if (/spreadsheetml\.(sheet|template)\.main\+xml$/.test(type))
    return { kind: "xlsx", package: office, mainPart: entry.name };
  if (/presentationml\.\w+\.main\+xml$/.test(type)) return { kind: "pptx", package: office, mainPart: entry.name };
  throw new UnreadableFile("missing-main-part");
}

/** A macro part counts even where nothing refers to it: what opens the file next may be less careful. */
function refuseMacroParts(zip: ZipArchive): void {
  for (const { name } of zip.entries) {
    if (/(^|\/)(vbaproject\w*\.bin|vbadata\.xml|xlmacrosheet\w*\.xml)$|(^|\/)(macrosheets|activex)\//i.test(name)) {
      throw new UnreadableFile("macros");
    }
  }
}

/** A document type declaration can stand only before the root element, so the beginning of each part is looked at. */
function refuseDocumentTypes(zip: ZipArchive): void {
  for (const entry of zip.entries) {
    if (!/\.(xml|rels|vml)$/i.test(entry.name) || entry.size === 0) continue;
    const verdict = prologue(beginningOf(zip, entry));
    // An opening that long holds no text; reading on would cost more memory than any part may.
    if (verdict === "undecided" && entry.size > PACKAGE_LIMITS.xmlPart) throw new UnreadableFile("too-much-inside");
    const whole = verdict === "undecided" ? prologue(inflateEntry(zip, entry)) : verdict;
    if (whole === "doctype") throw new UnreadableFile("dtd");
  }
}

/** What is read as a whole later anyway is unpacked now; what cannot be says so when it is read. */
function beginningOf(zip: ZipArchive, entry: ZipEntry): Uint8Array {
  if (entry.size > largestKept || !readLater.test(entry.name)) return inflateBeginning(zip, entry);
  try {
    return inflateOnce(zip, entry);
  } catch {
    return inflateBeginning(zip, entry);
  }
}

const readLater =
  /(?:^|\/)(?:document|styles|numbering|settings|header\d*|footer\d*|custom|\[Content_Types\])\.xml$|\.rels$/;

function prologue(bytes: Uint8Array): "doctype" | "element" | "undecided" {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const beginning = verdictOn(raw.toString("latin1", 0, usualBeginning));
  return beginning === "undecided" && bytes.length > usualBeginning ? verdictOn(raw.toString("latin1")) : beginning;
}

/** Bytes in which nearly every part has come to its first element. */
const usualBeginning = 512;

function verdictOn(written: string): "doctype" | "element" | "undecided" {
  // Zero bytes are dropped, so that UTF-16 reads like ASCII here.
  const text = written.replaceAll("\0", "");
  let at = text.indexOf("<");
  while (at >= 0) {
    const closing = text.startsWith("<?", at) ? "?>" : text.startsWith("<!--", at) ? "-->" : null;
    // Where the text ends in the middle of an opening it may be any.
    if (!closing && text.length - at < 4) return "undecided";
    if (!closing) return text.startsWith("<!D", at) ? "doctype" : "element";
    const end = text.indexOf(closing, at + 2);
    if (end < 0) return "undecided";
    at = text.indexOf("<", end);
  }
  return "undecided";
}

/** An archive under an honest name is found by its beginning. Office files inside (the table of a chart) and pictures, some of which are packed ones (EMZ), are what they seem to be. */
function refuseHiddenArchives(zip: ZipArchive): void {
  for (const entry of zip.entries) {
    if (usualContent.test(entry.name) || entry.size === 0) continue;
    const start = inflateBeginning(zip, entry, 512);
    if (archives.some((signature) => startsWith(start, signature))) throw new UnreadableFile("nested-archive");
  }
}

const usualContent =
  /\.(?:xml|rels|vml|png|jpe?g|gif|bmp|tiff?|[ew]m[fz]|svgz?|wdp|docx|xls[xb]|pptx|sldx|odttf|thmx)$/i;
const archives = ["PK\x03\x04", "Rar!", "7z\xbc\xaf", "\x1f\x8b", "BZh", "\xfd7zXZ", "MSCF"];

const LOADED_TYPES = new Set([
  "oleObject",
  "frame",
  "subDocument",
  "attachedTemplate",
  "package",
  "control",
  "aFChunk",
]);

/**
 * Parts that a program fetches when the file is opened, from the network. Linked pictures are left to the reader's warnings: resumes made
 * from web pages hold them. A template on the author's own disk is only a trace of how the file was made.
 */
function refuseExternalContent(office: OfficePackage): void {
  for (const { name } of office.zip.entries) {
    const owner = /^(.*\/)?_rels\/([^/]+)\.rels$/i.exec(name);
    if (!owner) continue;
    for (const { external, type, target } of relationshipsOf(office.zip, `${owner[1] ?? ""}${owner[2]}`)) {
      const remote =
        /^(https?|ftp|smb|mhtml|ms-\w+):/i.test(target) || /^(file:)?[\\/]{2}(?!\/?[A-Za-z]:)[^\\/]/i.test(target);
      if (external && remote && LOADED_TYPES.has(type)) throw new UnreadableFile("external-content");
    }
  }
}

function startsWith(bytes: Uint8Array, signature: string): boolean {
  for (let i = 0; i < signature.length; i++) if (bytes[i] !== signature.charCodeAt(i)) return false;
  return true;
}

/** OLE compound files name their streams in UTF-16LE ([MS-CFB] 2.6.1); the names tell Word from the rest and a password from both. */
function oldOfficeReason(bytes: Uint8Array): "encrypted" | "old-word" | "old-office" {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const has = (name: string): boolean => raw.includes(Buffer.from(name, "utf16le"));
  if (has("EncryptedPackage") || has("EncryptionInfo")) return "encrypted";
  return has("WordDocument") ? "old-word" : "old-office";
}
