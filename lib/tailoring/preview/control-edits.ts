import { childNamed } from "@/lib/documents/xml/cursor";
import { endOf } from "@/lib/documents/xml/copy";
import { parentsOf } from "@/lib/documents/xml/parents";
import type { XmlDocument } from "@/lib/documents/xml/tokens";
import type { SourceEdit } from "./vml-boxes";

/**
 * What draws a document passes over content controls around rows, around cells and within cells. In a copy for the preview what such a
 * control holds stands without it.
 */
export function controlEdits(document: XmlDocument): SourceEdit[] {
  const { tokens } = document;
  const parents = parentsOf(document);
  return tokens.flatMap((token, at): SourceEdit[] => {
    if (token.name !== "w:sdt" || token.kind !== "start" || !inTable(parents[at] ?? -1)) return [];
    const content = childNamed(document, at, "w:sdtContent");
    if (content < 0 || tokens[content]!.kind !== "start") return [];
    return [
      { from: token.start, to: tokens[content]!.end, text: "" },
      { from: tokens[tokens[content]!.match]!.start, to: endOf(document, at), text: "" },
    ];
  });

  /** Within a table, and be it in another such control. */
  function inTable(around: number): boolean {
    for (let at = around; at >= 0; at = parents[at] ?? -1) {
      const { name } = tokens[at]!;
      if (name === "w:tbl" || name === "w:tr" || name === "w:tc") return true;
      if (name !== "w:sdt" && name !== "w:sdtContent") return false;
    }
    return false;
  }
}
