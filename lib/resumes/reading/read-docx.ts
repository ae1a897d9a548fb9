import type { ResumeParagraph, ResumeReading, ResumeWarning } from "../types";
import { relatedPart, relatedParts, type OpenDocx } from "@/lib/documents/package/open-docx";
import { UnreadableFile } from "@/lib/documents/package/unreadable-file";
import { PACKAGE_LIMITS } from "@/lib/documents/package/limits";
import { Scope } from "@/lib/documents/xml/namespaces";
import { parentsOf } from "@/lib/documents/xml/parents";
import { tokenizeXml, type XmlDocument } from "@/lib/documents/xml/tokens";
import { readDocxParagraphs, readParagraphsBehind, type DocxParagraph, type DocxParagraphs } from "./docx-paragraphs";
import { placesOf } from "./docx-places";
import { interpret } from "./interpret";
import { noNumbering, readNumberingPart } from "./numbering";
import { readStyles } from "./styles";

/** Reads an opened DOCX. Its text is given too, with its places in the XML, for whoever edits the document afterwards. */
export function readDocx(docx: OpenDocx): { reading: ResumeReading; text: DocxText } {
  const warnings: ResumeWarning[] = [];
  const text = textOf(docx, warnings);
  const { paragraphs, hasDeletedText } = text;
  if (hasDeletedText) {
    warnings.push({ code: "deleted-text", message: "Text that is marked as deleted was left out." });
  }
  if (docx.relationships.some(({ external, type }) => external && type === "image")) {
    warnings.push({ code: "linked-content", message: "Some pictures are only linked and were not loaded." });
  }
  const addresses = docx.relationships
    .filter(({ external, type }) => external && type === "hyperlink")
    .map(({ target }) => target);
  const reading = interpret("docx", paragraphs.map(plain), {
    placeOf: placesOf(paragraphs),
    extra: marginTexts(docx),
    addresses,
    warnings,
  });
  return { reading, text };
}

/** The text of a document, and how another would read with its styles and lists. */
export interface DocxText extends DocxParagraphs {
  /** The paragraphs of another main part. */
  readWith: (main: XmlDocument) => DocxParagraph[];
  /** The paragraphs of a piece of XML that stands directly behind one of the document's. */
  readBehind: (before: DocxParagraph, source: string) => DocxParagraph[];
}

/** The paragraphs of the main part with their places in the XML. */
export function textOf(docx: OpenDocx, warnings: ResumeWarning[] = []): DocxText {
  const styles = readStyles(optional(docx, "styles", warnings));
  const numbering = readNumberingPart(optional(docx, "numbering", warnings), styles);
  const read = (main: XmlDocument) => readDocxParagraphs(main, styles, numbering);
  const scopeAround = ({ element }: DocxParagraph): Scope =>
    docx.main.tokens[parentsOf(docx.main)[element]!]?.scope ?? Scope.none;
  return {
    ...read(docx.main),
    readWith: (main) => read(main).paragraphs,
    readBehind: (before, source) =>
      readParagraphsBehind(before, tokenizeXml(source, PACKAGE_LIMITS, scopeAround(before)), styles, numbering),
  };
}

/** A damaged part beside the main one costs its information, not the whole document. Attacks are refused all the same. */
function optional(docx: OpenDocx, type: string, warnings: ResumeWarning[]): XmlDocument | null {
  try {
    return relatedPart(docx, type);
  } catch (error) {
    if (!(error instanceof UnreadableFile) || error.code !== "damaged-xml") throw error;
    warnings.push({ code: "part-unreadable", message: "A part of this document is damaged and was left out." });
    return null;
  }
}

function marginTexts(docx: OpenDocx): string[] {
  const styles = readStyles(null);
  return ["header", "footer"].flatMap((type) => {
    try {
      return relatedParts(docx, type).flatMap((part) =>
        readDocxParagraphs(part, styles, noNumbering).paragraphs.flatMap(({ text, copy }) =>
          copy === "fallback" || text.trim() === "" ? [] : [text],
        ),
      );
    } catch (error) {
      if (!(error instanceof UnreadableFile) || error.code !== "damaged-xml") throw error;
      return [];
    }
  });
}

function plain(paragraph: DocxParagraph): ResumeParagraph {
  const { index, text, container, copy, list, bold, size, headingLevel, rightToLeft } = paragraph;
  return { index, text, container, copy, list, bold, size, headingLevel, rightToLeft };
}
