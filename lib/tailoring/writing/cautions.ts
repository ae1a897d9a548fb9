import type messages from "@/messages/en/tailor.json";
import { findPart, readXmlPart } from "@/lib/documents/package/opc";
import { relatedPart, type OpenDocx } from "@/lib/documents/package/open-docx";
import { UnreadableFile } from "@/lib/documents/package/unreadable-file";
import { attribute, childElements, descend, rootElement } from "@/lib/documents/xml/cursor";
import type { XmlDocument } from "@/lib/documents/xml/tokens";
import type { DocxParagraph } from "@/lib/resumes/reading/docx-paragraphs";
import { placesAtRisk } from "./fixed-height";

/** What is said beside a finished document, as a code that screens, reports and tests can rely on. */
export type CautionCode = keyof typeof messages.cautions;

export interface Caution {
  code: CautionCode;
  /** Numbers of the paragraphs behind which the points stand that this is about; none where it is about the whole document. */
  places: number[];
}

/**
 * Everything that whoever gets a document should know, once points stand behind these paragraphs.
 *
 * Protection is a lock on the screen of Word and not on the file ("not a security feature", ECMA-376 part 1, 17.15.1.29), and whoever hands their resume
 * in to be tailored wants it changed. So it is no reason to refuse: it stays as it is, and is said.
 */
export function cautionsFor(
  docx: OpenDocx,
  paragraphs: readonly DocxParagraph[],
  places: readonly number[],
): Caution[] {
  const found: Caution[] = [];
  const say = (code: CautionCode, at: number[] = []) => void found.push({ code, places: at });
  const risks = placesAtRisk(
    docx.main,
    [...new Set(places)].flatMap((place) => paragraphs[place] ?? []),
  );
  for (const code of ["fixed-row", "fixed-box", "fixed-frame"] as const) {
    const at = [...new Set(places)].filter((place) => risks.get(place) === code);
    if (at.length > 0) say(code, at);
  }
  const settings = optionalPart(() => relatedPart(docx, "settings", "documentProtection"));
  const protection = settings && protectionOf(settings);
  if (protection) say(protection);
  if (isFinal(docx)) say("marked-final");
  if (hasOpenChanges(docx.main)) say("open-changes");
  return found;
}

const openChanges = [
  "ins",
  "del",
  "moveFrom",
  "moveTo",
  "pPrChange",
  "rPrChange",
  "tblPrChange",
  "trPrChange",
  "tcPrChange",
];

const hasOpenChanges = ({ names }: XmlDocument): boolean => openChanges.some((name) => names.has(`w:${name}`));

function protectionOf(settings: XmlDocument): CautionCode | null {
  const element = descend(settings, rootElement(settings), "w:documentProtection");
  if (element < 0 || !/^(?:1|true|on)$/.test(attribute(settings, element, "w:enforcement") ?? "")) return null;
  switch (attribute(settings, element, "w:edit")) {
    case "forms":
      return "protected-forms";
    case "comments":
      return "protected-comments";
    case "trackedChanges":
      return "protected-changes";
    case "readOnly":
      return "protected-reading";
    default:
      return null;
  }
}

/** Word keeps the mark among the document's custom properties. */
function isFinal({ package: { zip } }: OpenDocx): boolean {
  const entry = findPart(zip, "docProps/custom.xml");
  const custom = entry ? optionalPart(() => readXmlPart(zip, entry, "_MarkAsFinal")) : null;
  if (!custom) return false;
  const property = childElements(custom, rootElement(custom)).find(
    (element) => attribute(custom, element, "name") === "_MarkAsFinal",
  );
  if (property === undefined) return false;
  const { end, match } = custom.tokens[property]!;
  return />\s*(?:true|1)\s*</i.test(`>${custom.source.slice(end, custom.tokens[match]!.end)}`);
}

/** A damaged part beside the main one costs what it would have said. */
function optionalPart(read: () => XmlDocument | null): XmlDocument | null {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return null;
  }
}
