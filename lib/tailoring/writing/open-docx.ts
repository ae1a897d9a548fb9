import { openInspectedDocx, type OpenDocx } from "@/lib/documents/package/open-docx";
import { inspectUpload } from "@/lib/documents/package/inspect";
import type { OfficePackage } from "@/lib/documents/package/opc";
import { otherFormat } from "@/lib/documents/package/other-formats";
import { UnreadableFile } from "@/lib/documents/package/unreadable-file";
import { TailoringRefused } from "@/lib/tailoring/refused";

/**
 * Opens a document that points are to be put in. Refuses what is no DOCX, each kind for its own reason, and what is signed: no byte of it may change.
 */
export function openDocx(bytes: Uint8Array, fileName: string): OpenDocx {
  const inspection = inspectUpload(bytes, fileName);
  switch (inspection.kind) {
    case "docx":
      refuseSigned(inspection.package);
      return openInspectedDocx(inspection.package, inspection.mainPart);
    case "pdf":
      throw new TailoringRefused("pdf-not-editable");
    case "other":
      throw new UnreadableFile(otherFormat(bytes, fileName));
    default:
      throw new UnreadableFile("other-office");
  }
}

/** Signatures are parts of their own (ECMA-376 part 2, 10.4); their place is a custom, their relationship is the rule. */
export function refuseSigned({ zip, relationships }: OfficePackage): void {
  const signed =
    relationships.some(({ type }) => type === "origin") ||
    zip.entries.some(({ name }) => name.toLowerCase().startsWith("_xmlsignatures/"));
  if (signed) throw new TailoringRefused("signed");
}
