import { attribute, childElements, childNamed, descend } from "@/lib/documents/xml/cursor";
import { ancestorsOf, parentsOf } from "@/lib/documents/xml/parents";
import type { XmlDocument } from "@/lib/documents/xml/tokens";
import type { DocxParagraph } from "@/lib/resumes/reading/docx-paragraphs";

export type HeightRisk = "fixed-row" | "fixed-box" | "fixed-frame";

/**
 * The paragraphs in rows, text boxes and frames that do not grow with their text, so that a line more may be cut off. There may be room left, which
 * only a look at the page tells: whoever plans takes other places first, and whoever gets the document is told.
 */
export function placesAtRisk(document: XmlDocument, paragraphs: readonly DocxParagraph[]): Map<number, HeightRisk> {
  const parents = parentsOf(document);
  const known = new Map<number, HeightRisk | null>();
  const riskIn = (element: number): HeightRisk | null => {
    const before = known.get(element);
    if (before !== undefined) return before;
    const risk = riskOf(document, element);
    known.set(element, risk);
    return risk;
  };
  const found = new Map<number, HeightRisk>();
  for (const { index, element } of paragraphs) {
    const frame = descend(document, element, "w:pPr", "w:framePr");
    if (frame >= 0 && attribute(document, frame, "w:hRule") === "exact") found.set(index, "fixed-frame");
    for (const around of ancestorsOf(parents, element)) {
      const risk = riskIn(around);
      if (!risk) continue;
      found.set(index, risk);
      break;
    }
  }
  return found;
}

function riskOf(document: XmlDocument, element: number): HeightRisk | null {
  switch (document.tokens[element]!.name) {
    case "w:tr": {
      const height = descend(document, element, "w:trPr", "w:trHeight");
      return height >= 0 && attribute(document, height, "w:hRule") === "exact" ? "fixed-row" : null;
    }
    case "wps:wsp": {
      const body = childNamed(document, element, "wps:bodyPr");
      const grows = body >= 0 && childElements(document, body).some((one) => /(?:^|:)spAutoFit$/.test(nameOf(one)));
      return grows ? null : "fixed-box";
    }
    case "v:textbox": {
      const style = attribute(document, element, "style") ?? "";
      return /mso-fit-shape-to-text:\s*t/i.test(style) ? null : "fixed-box";
    }
    default:
      return null;
  }

  function nameOf(one: number): string {
    return document.tokens[one]!.name;
  }
}
