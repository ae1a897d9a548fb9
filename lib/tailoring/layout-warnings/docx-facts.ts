import { findPart, readXmlPart } from "@/lib/documents/package/opc";
import { relatedPart, type OpenDocx } from "@/lib/documents/package/open-docx";
import { attribute, childNamed, descend } from "@/lib/documents/xml/cursor";
import type { XmlDocument } from "@/lib/documents/xml/tokens";
import { countUpTo } from "@/lib/platform/ordered";
import type { DocxParagraph } from "@/lib/resumes/reading/docx-paragraphs";
import { textOf } from "@/lib/resumes/reading/read-docx";
import { fontsOf } from "./docx-fonts";
import type { LayoutFacts } from "./layout-facts";
import { unlessDamaged } from "./unless-damaged";

const changes = new Set([
  "w:ins",
  "w:del",
  "w:moveFrom",
  "w:moveTo",
  "w:pPrChange",
  "w:rPrChange",
  "w:sectPrChange",
  "w:tblPrChange",
]);
const pictures = new Set(["pic:pic", "v:imagedata", "w:object"]);

/** Looks through the main part of a DOCX and at the parts beside it. What is damaged beside it counts as missing. */
export function docxFacts(docx: OpenDocx, fileName: string): LayoutFacts {
  const { main } = docx;
  const { paragraphs } = textOf(docx);
  const starts = paragraphs.map(({ element }) => element);
  const found = { pictures: new Set<number>(), hidden: new Set<number>(), changes: new Set<number>() };
  const columns: number[] = [];
  let sectionFrom = 0;
  main.tokens.forEach(({ kind, name }, element) => {
    if (kind !== "start" && kind !== "empty") return;
    if (name === "w:sectPr") {
      const to = paragraphAt(starts, element);
      if (columnsOf(main, element) > 1) for (let at = sectionFrom; at <= to; at++) columns.push(at);
      sectionFrom = to + 1;
      return;
    }
    const kindOf = changes.has(name)
      ? "changes"
      : pictures.has(name)
        ? "pictures"
        : isHidden(main, element)
          ? "hidden"
          : null;
    if (kindOf === null) return;
    const at = paragraphAt(starts, element);
    if (paragraphs[at]?.copy !== "fallback") found[kindOf].add(Math.max(0, at));
  });
  return {
    fileName,
    pages: pagesOf(docx),
    columns: columns.filter((at) => paragraphs[at]?.copy !== "fallback"),
    textBoxes: paragraphs
      .filter(({ copy, place }) => copy !== "fallback" && place.some(({ kind }) => kind === "text-box"))
      .map(({ index }) => index),
    pictures: [...found.pictures],
    hidden: [...found.hidden, ...whiteOnWhite(main, paragraphs)].sort((one, other) => one - other),
    trackedChanges: [...found.changes],
    comments: commentsOf(docx),
    fonts: fontsOf(docx, paragraphs),
  };
}

/** The last paragraph that begins before an element, or -1. */
const paragraphAt = (starts: readonly number[], element: number): number => countUpTo(starts, element) - 1;

function columnsOf(main: XmlDocument, section: number): number {
  const columns = childNamed(main, section, "w:cols");
  return columns < 0 ? 1 : Number(attribute(main, columns, "w:num") ?? 1) || 1;
}

/** A run with text that Word does not show. The mark of a paragraph may be hidden without hiding anything. */
function isHidden(main: XmlDocument, run: number): boolean {
  if (main.tokens[run]?.name !== "w:r") return false;
  const vanish = descend(main, run, "w:rPr", "w:vanish");
  return vanish >= 0 && !/^(?:0|false|off|none)$/.test(attribute(main, vanish, "w:val") ?? "") && hasWords(main, run);
}

const hasWords = (main: XmlDocument, run: number): boolean => {
  const text = childNamed(main, run, "w:t");
  const token = main.tokens[text];
  return token !== undefined && /[\p{L}\p{N}]/u.test(main.source.slice(token.end, main.tokens[token.match]?.start));
};

/** White text where nothing coloured lies behind it: outside of boxes, and of runs, paragraphs and tables with a shade. */
function whiteOnWhite(main: XmlDocument, paragraphs: readonly DocxParagraph[]): number[] {
  const white: number[] = [];
  for (const { index, element, runs, container, copy } of paragraphs) {
    if (container === "text-box" || container === "cell" || copy === "fallback") continue;
    if (descend(main, element, "w:pPr", "w:shd") >= 0) continue;
    const found = runs.some(({ run }) => {
      const color = descend(main, run, "w:rPr", "w:color");
      const shaded = ["w:shd", "w:highlight"].some((name) => descend(main, run, "w:rPr", name) >= 0);
      return color >= 0 && !shaded && /^fffff[ef]$/i.test(attribute(main, color, "w:val") ?? "") && hasWords(main, run);
    });
    if (found) white.push(index);
  }
  return white;
}

function commentsOf(docx: OpenDocx): number {
  const part = unlessDamaged(() => relatedPart(docx, "comments"));
  return part?.tokens.filter(({ kind, name }) => kind === "start" && name === "w:comment").length ?? 0;
}

/** Word writes how many pages there were when it saved; most other programs do not, or write 0 or 1. */
function pagesOf({ package: { zip } }: OpenDocx): number | null {
  const entry = findPart(zip, "docProps/app.xml");
  const part = entry && unlessDamaged(() => readXmlPart(zip, entry));
  const pages = Number(/<(?:\w+:)?Pages>\s*(\d+)/.exec(part?.source ?? "")?.[1] ?? 0);
  return pages > 1 ? pages : null;
}
