import { relatedPart } from "@/lib/documents/package/open-docx";
import { UnreadableFile } from "@/lib/documents/package/unreadable-file";
import { attribute, childElements, childNamed, descend, rootElement } from "@/lib/documents/xml/cursor";
import type { XmlDocument } from "@/lib/documents/xml/tokens";
import type { OpenResume } from "../read";
import { lookOf, paragraphsOf, printOf } from "./looks";

/**
 * Which layout a resume has, whatever stands in it: two files made from the same template have the same key, also by other people, and so has the next
 * version of a resume; other templates (almost) never. It is made of what does not follow the words: page, fonts, and the looks of the top line and of
 * most headings. 16 hexadecimal digits.
 */
export function layoutKeyOf(open: OpenResume): string {
  const { reading } = open;
  const headings = new Set(reading.sections.map(({ heading }) => heading));
  const told = paragraphsOf(open).filter(({ text, copy }) => copy !== "fallback" && /[\p{L}\p{N}]/u.test(text));
  return printOf([
    reading.format,
    open.docx ? setUpOf(open.docx.open.main, stylesOf(open.docx)) : null,
    told.slice(0, 1).map(lookOf),
    usual(told.filter(({ index }) => headings.has(index)).map(lookOf)),

    open.docx ? usual(told.map(({ index }) => fontOf(open, index))) : null,
  ]);
}

/** What most are; of as many the first in the order of the alphabet. */
function usual(all: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
  const inOrder = [...counts].sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1));
  return inOrder[0]?.[0] ?? null;
}

/** Page of the last section, and fonts of the document and of its usual paragraph. */
function setUpOf(main: XmlDocument, styles: XmlDocument | null): unknown[] {
  const section = main.tokens.findLastIndex(({ kind, name }) => kind === "start" && name === "w:sectPr");
  const measures = (element: string, names: readonly string[]) => {
    const at = section < 0 ? -1 : childNamed(main, section, element);
    return at < 0 ? null : names.map((name) => attribute(main, at, name) ?? "");
  };
  return [
    measures("w:pgSz", ["w:w", "w:h"]),
    measures("w:pgMar", ["w:top", "w:right", "w:bottom", "w:left"]),
    measures("w:cols", ["w:num"]),
    styles && fontsOf(styles, descend(styles, rootElement(styles), "w:docDefaults", "w:rPrDefault", "w:rPr")),
    styles && fontsOf(styles, childNamed(styles, usualStyle(styles), "w:rPr")),
  ];
}

function usualStyle(styles: XmlDocument): number {
  const isUsual = (element: number): boolean =>
    attribute(styles, element, "w:type") === "paragraph" &&
    /^(?:1|true|on)$/.test(attribute(styles, element, "w:default") ?? "");
  return childElements(styles, rootElement(styles)).find(isUsual) ?? rootElement(styles);
}

function fontsOf(document: XmlDocument, properties: number): (string | undefined)[] {
  const value = (element: string, name: string): string | undefined => {
    const at = properties < 0 ? -1 : childNamed(document, properties, element);
    return at < 0 ? undefined : attribute(document, at, name);
  };
  return [value("w:rFonts", "w:ascii"), value("w:rFonts", "w:asciiTheme"), value("w:sz", "w:val")];
}

/** The font that the first words of a paragraph have of their own. */
function fontOf({ docx }: OpenResume, paragraph: number): string {
  const run = docx?.text.paragraphs[paragraph]?.runs[0]?.run;
  if (!docx || run === undefined) return "";
  return JSON.stringify(fontsOf(docx.open.main, childNamed(docx.open.main, run, "w:rPr")).slice(0, 2));
}

/** A damaged part beside the main one costs what it would have said. */
function stylesOf({ open }: NonNullable<OpenResume["docx"]>): XmlDocument | null {
  try {
    return relatedPart(open, "styles");
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return null;
  }
}
