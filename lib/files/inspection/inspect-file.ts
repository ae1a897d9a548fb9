import "server-only";
import { fileTypeFromBuffer } from "file-type";
import { fileTypes, kindOfExtension, largestUpload, type FileKind } from "@/lib/files/inspection/file-types";
import { inspectPicture } from "@/lib/files/inspection/inspect-picture";
import { isText } from "@/lib/files/inspection/inspect-text";
import { RefusedFile, type RefusedFileReason } from "@/lib/files/inspection/refused-file";
import { extensionOf } from "@/lib/files/safe-name";
import { inspectUpload } from "@/lib/documents/package/inspect";
import { PACKAGE_LIMITS } from "@/lib/documents/package/limits";
import { UnreadableFile } from "@/lib/documents/package/unreadable-file";

/**
 * What a file is, decided by its content; its name only has to agree. Refuses (RefusedFile) what is no kind of file we take,
 * what is broken, and what could harm whoever opens it.
 */
export async function inspectFile(bytes: Uint8Array, name: string): Promise<FileKind> {
  if (bytes.length === 0) throw new RefusedFile("empty");
  const promised = extensionOf(name);
  const found = inspectPackage(bytes, name) ?? textKind(bytes, promised) ?? (await pictureKind(bytes));
  if (!found) throw new RefusedFile(kindOfExtension(promised) ? "content-mismatch" : "unknown-type");
  // A name without an extension gets the right one; a name that says something else is a reason for doubt.
  if (promised !== "" && kindOfExtension(promised) !== found)
    throw new RefusedFile(kindOfExtension(promised) ? "content-mismatch" : "unknown-type");
  return found;
}

function inspectPackage(bytes: Uint8Array, name: string): FileKind | null {
  try {
    const { kind } = inspectUpload(bytes, name, { ...PACKAGE_LIMITS, fileSize: largestUpload });
    if (kind === "pdf") refuseScripts(bytes);
    return kind === "other" ? null : kind;
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    throw new RefusedFile(reasonOf(error));
  }
}

async function pictureKind(bytes: Uint8Array): Promise<FileKind | null> {
  const detected = await fileTypeFromBuffer(bytes);
  const kind = (["png", "jpg", "webp"] as const).find((key) => fileTypes[key].mediaType === detected?.mime);
  if (kind) inspectPicture(bytes, kind);
  return kind ?? null;
}

function reasonOf({ code }: UnreadableFile): RefusedFileReason {
  switch (code) {
    case "pdf-too-long":
    case "pdf-no-text":
    case "pdf-bomb":
      return "pdf-damaged";
    case "too-long":
      return "too-much-inside";
    case "starts-programs":
    case "foreign-part":
      return "external-content";
    case "unknown-format":
    case "other-office":
    case "rich-text":
    case "web-page":
    case "word-xml":
      return "unknown-type";
    default:
      return code;
  }
}

/**
 * What may be text is told by its name, because text has no signature (detectors take "BM of the year" for a bitmap); null
 * where the name promises no text or the bytes are none.
 */
function textKind(bytes: Uint8Array, extension: string): FileKind | null {
  const kind = extension === "" ? "txt" : kindOfExtension(extension);
  if (kind !== "csv" && kind !== "txt" && kind !== "md" && kind !== "json") return null;
  return isText(bytes) ? kind : null;
}

/** Scripts and commands that a PDF starts by itself (ISO 32000-2, 12.6.4). Those in packed object streams are not looked for. */
function refuseScripts(bytes: Uint8Array): void {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const name of ["/JavaScript", "/Launch"]) {
    for (let at = raw.indexOf(name); at >= 0; at = raw.indexOf(name, at + name.length)) {
      // A name ends with white space or a delimiter; `/LaunchDate` is another one.
      if (/[\s()<>[\]{}/%]/.test(String.fromCharCode(raw[at + name.length] ?? 0x20))) throw new RefusedFile("script");
    }
  }
}
