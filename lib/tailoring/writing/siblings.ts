import { childNamed } from "@/lib/documents/xml/cursor";
import type { XmlDocument } from "@/lib/documents/xml/tokens";
import type { DocxParagraph, DocxRun } from "@/lib/resumes/reading/docx-paragraphs";
import { typedBullet } from "@/lib/resumes/reading/typed-bullets";

/** What a new bullet takes over from those around it. */
export interface Sibling {
  paragraph: DocxParagraph;
  /** Where the sentence begins: behind a typed marker and its separator. */
  sentence: number;
  /** The piece whose looks the text gets. */
  text: DocxRun;
  /** The piece of a bold lead-in ("Migration: …"), where most bullets of the role have one. */
  leadIn: DocxRun | null;
}

/**
 * The bullet that a new one is made after: of the kind that most bullets of the role are (list, level, marker, style, container), the one in the
 * middle, because the first and the last often have other spacing. One with plain text goes before one with links, fields or pictures.
 * Null where no bullet has text.
 */
export function siblingAmong(document: XmlDocument, bullets: readonly DocxParagraph[]): Sibling | null {
  const piecesOf = new Map(bullets.map((paragraph) => [paragraph, textPieces(document, paragraph)]));
  const able = bullets.filter((paragraph) => piecesOf.get(paragraph)!.length > 0);
  const kinds = new Map<string, DocxParagraph[]>();
  for (const paragraph of able) {
    const kind = kindOf(paragraph);
    const same = kinds.get(kind);
    if (same) same.push(paragraph);
    else kinds.set(kind, [paragraph]);
  }
  const most = [...kinds.values()].sort((one, other) => other.length - one.length)[0];
  if (!most) return null;
  const led = most.filter((paragraph) => leadInOf(paragraph, piecesOf.get(paragraph)!) !== null);
  const isLed = new Set(led);
  const pool = led.length * 2 > most.length ? led : most.filter((paragraph) => !isLed.has(paragraph));
  const plain = pool.filter((paragraph) => isPlain(document, paragraph));
  const chosen = middle(plain.length > 0 ? plain : pool);
  const pieces = piecesOf.get(chosen)!;
  const leadIn = isLed.has(chosen) ? leadInOf(chosen, pieces) : null;
  const text = longest(leadIn ? pieces.filter(({ look }) => !look.bold) : pieces) ?? pieces[0]!;
  return { paragraph: chosen, sentence: sentenceOf(chosen), text, leadIn };
}

/** Behind a typed marker, its separator included; behind tabs and spaces that somebody typed as an indent in the others. */
export function sentenceOf({ text, list }: DocxParagraph): number {
  const typed = list?.source === "typed" || list?.source === "symbol" ? typedBullet(text)?.length : undefined;
  return typed ?? /^[^\S\n]*/.exec(text)![0].length;
}

const kindOf = ({ list, styleId, container, rightToLeft }: DocxParagraph): string =>
  JSON.stringify([list?.source, list?.listId, list?.level, list?.marker, styleId, container, rightToLeft]);

const middle = <One>(all: readonly One[]): One => all[Math.floor((all.length - 1) / 2)]!;

const longest = (pieces: readonly DocxRun[]): DocxRun | undefined =>
  [...pieces].sort((one, other) => other.to - other.from - (one.to - one.from))[0];

/** Pieces of the sentence that are words; those of links last, because a new point is no link. */
function textPieces(document: XmlDocument, paragraph: DocxParagraph): DocxRun[] {
  const from = sentenceOf(paragraph);
  const words = paragraph.runs.filter(
    ({ to, symbol, piece }) => to > from && !symbol && document.tokens[piece]?.name === "w:t",
  );
  const visible = words.filter((run) => paragraph.text.slice(Math.max(run.from, from), run.to).trim() !== "");
  const unlinked = visible.filter((run) => !isLink(document, paragraph, run));
  return unlinked.length > 0 ? unlinked : visible;
}

function isLink(document: XmlDocument, { element }: DocxParagraph, { run }: DocxRun): boolean {
  for (let at = element + 1; at < run; at++) {
    const token = document.tokens[at];
    if (token?.kind === "start" && token.name === "w:hyperlink" && token.match > run) return true;
  }
  return false;
}

/** Text alone: no links, fields, pictures, notes or marked changes in it. */
function isPlain({ tokens }: XmlDocument, { element }: DocxParagraph): boolean {
  const odd =
    /^(?:w:(?:hyperlink|fldChar|fldSimple|drawing|pict|object|ins|del|moveFrom|moveTo|footnoteReference|endnoteReference|commentReference|sdt)|mc:AlternateContent)$/;
  const end = tokens[element]!.match;
  for (let at = element + 1; at < end; at++)
    if (tokens[at]!.kind !== "text" && odd.test(tokens[at]!.name)) return false;
  return true;
}

/** The bold words with which a bullet begins, ending in a colon, where the rest is not bold. */
function leadInOf(paragraph: DocxParagraph, pieces: readonly DocxRun[]): DocxRun | null {
  const bold = pieces.findIndex(({ look }) => !look.bold);
  if (bold <= 0 || pieces.slice(bold).some(({ look }) => look.bold)) return null;
  const end = pieces[bold - 1]!.to;
  const lead = paragraph.text.slice(sentenceOf(paragraph), end).trim();
  const colon = lead.endsWith(":") || paragraph.text.slice(end).trimStart().startsWith(":");
  return colon && lead.length <= longestLeadIn ? longest(pieces.slice(0, bold))! : null;
}

/** Longer bold beginnings are sentences of their own. */
export const longestLeadIn = 60;

/** The properties of a run, or -1. */
export const runProperties = (document: XmlDocument, { run }: DocxRun): number => childNamed(document, run, "w:rPr");
