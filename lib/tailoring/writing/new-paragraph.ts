import { attribute, childElements, childNamed } from "@/lib/documents/xml/cursor";
import { copyWithout, sourceOf } from "@/lib/documents/xml/copy";
import { encodeText } from "@/lib/documents/xml/entities";
import type { XmlDocument } from "@/lib/documents/xml/tokens";
import type { DocxRun } from "@/lib/resumes/reading/docx-paragraphs";
import { longestLeadIn, runProperties, type Sibling } from "./siblings";
import type { Mark } from "./marks";

/** How a document writes its own elements. */
export interface Dialect {
  /** "w:" as a rule; whatever prefix, or none, the file binds. */
  prefix: string;
  /** A new `w14:paraId` that nothing in the file has, for files that number their paragraphs. */
  paragraphId(): string;
}

/**
 * A paragraph as its sibling is: the same properties but for section breaks and marks of changes, the looks of the run that carries most of its
 * text, and marker and separator as they are typed there. `mark` marks it as a tracked insertion: its text always, its end where `end` says so.
 */
export function newParagraph(
  document: XmlDocument,
  sibling: Sibling,
  text: string,
  dialect: Dialect,
  mark?: { mark: Mark; end: boolean; properties?: number },
): string {
  const { paragraph } = sibling;
  const w = dialect.prefix;
  const own = mark?.properties ?? childNamed(document, paragraph.element, "w:pPr");
  const properties = own < 0 ? "" : copyWithout(document, own, (name, element) => isMark(document, name, element));
  const runs = [...markerRuns(document, sibling, dialect), ...sentenceRuns(document, sibling, text, dialect)];
  const content = mark ? mark.mark.around(runs.join("")) : runs.join("");
  const ended = mark?.end ? mark.mark.endOf(properties) : properties;
  return `${startTag(document, paragraph.element, dialect)}${ended}${content}</${w}p>`;
}

/** What a copy must not take along: section breaks, page breaks, and the marks of somebody's tracked changes. */
const unwanted = /^w:(?:sectPr|pPrChange|rPrChange|numberingChange|ins|del|moveFrom|moveTo|pageBreakBefore)$/;

const isMark = (document: XmlDocument, name: string, element: number): boolean =>
  unwanted.test(name) ||
  // A new point is no link, though the words beside it may be one.
  (name === "w:rStyle" && /hyperlink|internetlink/i.test(attribute(document, element, "w:val") ?? ""));

/** The start tag as the sibling's is, with an identity of its own where paragraphs have one. */
function startTag(document: XmlDocument, element: number, { paragraphId }: Dialect): string {
  const token = document.tokens[element]!;
  return document.source
    .slice(token.start, token.end)
    .replace(/(\s[\w-]*:?paraId\s*=\s*["'])[^"']*/, (_, before: string) => `${before}${paragraphId()}`)
    .replace(/(\s[\w-]*:?textId\s*=\s*["'])[^"']*/, (_, before: string) => `${before}77777777`)
    .replace(/\s[\w-]*:?rsidDel\s*=\s*(?:"[^"]*"|'[^']*')/, "");
}

/** Marker and separator of a typed bullet, literally: characters, symbols, tabs, each in its own looks. */
function markerRuns(
  document: XmlDocument,
  { paragraph, sentence, text, leadIn }: Sibling,
  { prefix: w }: Dialect,
): string[] {
  const first = leadIn ?? text;
  return paragraph.runs
    .filter(({ from, to }) => from < sentence && to > 0)
    .flatMap((piece) => {
      // A marker that shares its run with the sentence stays in one run with it.
      if (piece.piece === first.piece) return [];
      const whole = piece.to <= sentence;
      const content = whole
        ? sourceOf(document, piece.piece)
        : textElement(paragraph.text.slice(piece.from, sentence), w);
      return [`<${w}r>${looksOf(document, piece)}${content}</${w}r>`];
    });
}

function sentenceRuns(document: XmlDocument, sibling: Sibling, text: string, { prefix: w }: Dialect): string[] {
  const { paragraph, sentence, leadIn } = sibling;
  const run = (piece: DocxRun, words: string): string =>
    `<${w}r>${looksOf(document, piece)}${textElement(words, w)}</${w}r>`;
  const typedInside = (piece: DocxRun): string =>
    piece.from < sentence ? paragraph.text.slice(piece.from, sentence) : "";
  const lead = leadIn && /^[^:]+:/.exec(text)?.[0];
  if (!leadIn || !lead || lead.length > longestLeadIn) {
    const before = typedInside(leadIn ?? sibling.text);
    return [run(sibling.text, before + text)];
  }
  return [run(leadIn, typedInside(leadIn) + lead), run(sibling.text, text.slice(lead.length))];
}

function looksOf(document: XmlDocument, piece: DocxRun): string {
  const properties = runProperties(document, piece);
  if (properties < 0) return "";
  const kept = childElements(document, properties).filter(
    (child) => !isMark(document, document.tokens[child]!.name, child),
  );
  return kept.length === 0 ? "" : copyWithout(document, properties, (name, element) => isMark(document, name, element));
}

/** Tabs and line breaks are elements of their own; characters that XML cannot hold are left out. */
function textElement(text: string, w: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .split(/([\t\n])/)
    .map((part) => {
      if (part === "") return "";
      if (part === "\t") return `<${w}tab/>`;
      if (part === "\n") return `<${w}br/>`;
      return `<${w}t xml:space="preserve">${encodeText(part)}</${w}t>`;
    })
    .join("");
}
