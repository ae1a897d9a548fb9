import { childElements } from "@/lib/documents/xml/cursor";
import { copyWithout, sourceOf } from "@/lib/documents/xml/copy";
import { encodeText } from "@/lib/documents/xml/entities";
import type { Scope } from "@/lib/documents/xml/namespaces";
import type { XmlDocument } from "@/lib/documents/xml/tokens";
import type { DocxRun } from "@/lib/resumes/reading/docx-paragraphs";
import { longestLeadIn, runProperties, type Sibling } from "./siblings";
import { boundFor, prefixAt } from "./dialect";
import type { Mark } from "./marks";
import { copiedProperties, isUnwanted, writtenProperties } from "./properties";

/** What a new paragraph needs to know of the document and of its place. */
export interface Surroundings {
  /** A new `w14:paraId` that nothing in the file has, for files that number their paragraphs. */
  paragraphId(): string;
  /** The names that are bound where it will stand. */
  scope: Scope;
}

/** How a new paragraph is marked as a tracked insertion. `takesEndOf`: the paragraph before, where that one's end is marked in place of its own. */
export interface Tracking {
  mark: Mark;
  takesEndOf: number | null;
}

/**
 * A paragraph as its sibling is: the same properties but for section breaks and marks of changes, the looks of the run that carries most of its
 * text, and marker and separator as they are typed there.
 */
export function newParagraph(
  document: XmlDocument,
  sibling: Sibling,
  text: string,
  { paragraphId, scope }: Surroundings,
  tracking?: Tracking,
): string {
  const like = sibling.paragraph.element;
  const w = prefixAt(document, like);
  const properties = copiedProperties(document, like);
  const runs = [...markerRuns(document, sibling, w), ...sentenceRuns(document, sibling, text, w)].join("");
  const begin = startTag(document, like, paragraphId);
  const written = (): string => {
    if (!tracking) return begin + writtenProperties(properties, w) + runs;
    const { mark, takesEndOf } = tracking;
    const own = takesEndOf === null ? mark.withEnd(properties, like) : mark.takingOver(properties, takesEndOf, like);
    return begin + own + mark.around(runs, like);
  };
  return boundFor(`${written()}</${w}p>`, document.tokens[sibling.text.run]!.scope, scope);
}

/** The start tag as the sibling's is, with an identity of its own where paragraphs have one. */
function startTag(document: XmlDocument, element: number, paragraphId: () => string): string {
  const token = document.tokens[element]!;
  return document.source
    .slice(token.start, token.end)
    .replace(/(\s[\w-]*:?paraId\s*=\s*["'])[^"']*/, (_, before: string) => `${before}${paragraphId()}`)
    .replace(/(\s[\w-]*:?textId\s*=\s*["'])[^"']*/, (_, before: string) => `${before}77777777`)
    .replace(/\s[\w-]*:?rsidDel\s*=\s*(?:"[^"]*"|'[^']*')/, "");
}

/** Marker and separator of a typed bullet, literally: characters, symbols, tabs, in the runs in which they are. */
function markerRuns(document: XmlDocument, sibling: Sibling, w: string): string[] {
  const first = sibling.leadIn ?? sibling.text;
  const pieces = markerPieces(sibling).filter(({ run }) => run !== first.run);
  return [...new Set(pieces.map(({ run }) => run))].map((run) => {
    const own = pieces.filter((piece) => piece.run === run);
    return `<${w}r>${looksOf(document, own[0]!)}${markerContent(document, sibling, own, w)}</${w}r>`;
  });
}

const markerPieces = ({ paragraph, sentence }: Sibling): DocxRun[] =>
  paragraph.runs.filter(({ from, to }) => from < sentence && to > 0);

function markerContent(
  document: XmlDocument,
  { paragraph, sentence }: Sibling,
  pieces: readonly DocxRun[],
  w: string,
): string {
  return pieces
    .map(({ from, to, piece }) =>
      to <= sentence ? sourceOf(document, piece) : textElement(paragraph.text.slice(from, sentence), w),
    )
    .join("");
}

function sentenceRuns(document: XmlDocument, sibling: Sibling, text: string, w: string): string[] {
  const { paragraph, sentence, leadIn } = sibling;
  // A marker that shares its run with the sentence stays in one run with it: programs space and draw it so.
  const shared = (piece: DocxRun): string =>
    markerContent(
      document,
      sibling,
      markerPieces(sibling).filter((one) => one.run === piece.run && one.piece !== piece.piece),
      w,
    );
  const run = (piece: DocxRun, words: string, before = ""): string =>
    `<${w}r>${looksOf(document, piece)}${before}${textElement(words, w)}</${w}r>`;
  const typedInside = (piece: DocxRun): string =>
    piece.from < sentence ? paragraph.text.slice(piece.from, sentence) : "";
  const lead = leadIn && /^[^:]+:/.exec(text)?.[0];
  if (!leadIn || !lead || lead.length > longestLeadIn) {
    const first = leadIn ?? sibling.text;
    const before = shared(first);
    // The marker's run lends its looks to a sentence that has others only where they are the same run.
    if (before !== "" && first.run !== sibling.text.run)
      return [`<${w}r>${looksOf(document, first)}${before}</${w}r>`, run(sibling.text, typedInside(first) + text)];
    return [run(sibling.text, typedInside(first) + text, before)];
  }
  return [run(leadIn, typedInside(leadIn) + lead, shared(leadIn)), run(sibling.text, text.slice(lead.length))];
}

function looksOf(document: XmlDocument, piece: DocxRun): string {
  const properties = runProperties(document, piece);
  if (properties < 0) return "";
  const kept = childElements(document, properties).filter(
    (child) => !isUnwanted(document, document.tokens[child]!.name, child),
  );
  return kept.length === 0
    ? ""
    : copyWithout(document, properties, (name, element) => isUnwanted(document, name, element));
}

/** Tabs and line breaks are elements of their own. */
function textElement(text: string, w: string): string {
  return text
    .split(/([\t\n])/)
    .map((part) => {
      if (part === "") return "";
      if (part === "\t") return `<${w}tab/>`;
      if (part === "\n") return `<${w}br/>`;
      return `<${w}t xml:space="preserve">${encodeText(part)}</${w}t>`;
    })
    .join("");
}
