import { introduces, leadOf, linkedPieces, look } from "./look";
import type { Face } from "./pdf-fonts";
import type { HeaderLine, RebuiltResume, RebuiltText } from "./rebuilt-resume";

/** A stretch of text in one face. */
export interface Piece {
  text: string;
  face: Face;
  address?: string;
}

/** One paragraph of the PDF with its looks, before its lines are broken. Sizes in points. */
export interface PdfBlock {
  tag: "H1" | "H2" | "H3" | "P" | "LI";
  pieces: Piece[];
  right: string | null;
  size: number;
  color: string;
  /** Left edge of the text, from the margin; the bullet stands in front of it. */
  indent: number;
  bullet: boolean;
  before: number;
  after: number;
  rule: boolean;
  /** Stays on the page of the next one. */
  keepsNext: boolean;
}

/** What is painted, in order. Mirrors docx-template.ts. */
export function blocksOf(resume: RebuiltResume): PdfBlock[] {
  const blocks: PdfBlock[] = [];
  const add = (block: Partial<PdfBlock> & Pick<PdfBlock, "pieces">): void => {
    const made = { ...plain, ...block };
    // A heading has its own space below, and labels in a row follow each other closely.
    const before = blocks.at(-1);
    if (before?.rule || (before && isLabel(before) && isLabel(made))) made.before = 0;
    blocks.push(made);
  };
  if (resume.name !== null)
    add({ tag: "H1", pieces: bold(resume.name), size: look.name.size, color: look.accent, after: look.name.after });
  for (const { text, contact } of resume.top) {
    add(
      contact
        ? { pieces: linked(text), size: look.top.size, after: look.top.after }
        : { pieces: regular(text), size: look.role.size, color: look.soft, after: look.top.after },
    );
  }
  for (const section of resume.sections) {
    if (section.title !== null) {
      add({
        tag: "H2",
        pieces: bold(section.title),
        size: look.heading.size,
        color: look.accent,
        before: look.heading.before,
        after: look.heading.after,
        rule: true,
        keepsNext: true,
      });
    }
    for (const block of section.blocks) {
      if (block.kind !== "role") {
        add(textBlock(block, section.kind === "skills"));
        continue;
      }
      block.header.forEach((line, at) => {
        const keepsNext = block.body.length > 0 || at < block.header.length - 1;
        add({ ...headerLine(line, at === 0), keepsNext });
      });
      const first = block.body.findIndex(({ kind }) => kind === "bullet");
      block.body.forEach((text, at) => {
        const kept = introduces(text, at, first) ? { keepsNext: true } : {};
        add({ ...textBlock(text, false), ...kept });
      });
    }
  }
  return blocks;
}

const plain = {
  tag: "P",
  right: null,
  size: look.text.size,
  color: "000000",
  indent: 0,
  bullet: false,
  before: 0,
  after: look.text.after,
  rule: false,
  keepsNext: false,
} as const;

const headerLine = ({ left, right }: HeaderLine, first: boolean) =>
  first
    ? { tag: "H3" as const, pieces: bold(left), right, size: look.role.size, before: look.role.before, after: 1 }
    : { pieces: regular(left), right, color: look.soft, after: 2 };

function textBlock({ kind, text, right, level }: RebuiltText, leads: boolean): Partial<PdfBlock> & { pieces: Piece[] } {
  if (kind === "bullet") {
    const indent = look.bullet.indent + Math.min(level, 2) * look.bullet.level;
    return { tag: "LI", pieces: leads ? led(text) : regular(text), indent, bullet: true, after: look.bullet.after };
  }
  if (kind === "environment") return { pieces: led(text), before: 2 };
  if (kind === "label") return { ...label, pieces: bold(text), right };
  return { pieces: leads && right === null ? led(text) : regular(text), right };
}

const label = { size: look.label.size, before: look.label.before, after: 2, keepsNext: true };

const isLabel = ({ tag, size, keepsNext }: PdfBlock): boolean => tag === "P" && size === label.size && keepsNext;

const regular = (text: string): Piece[] => [{ text, face: "regular" }];
const bold = (text: string): Piece[] => [{ text, face: "bold" }];

function led(text: string): Piece[] {
  const lead = leadOf(text);
  return lead ? [...bold(lead.lead), ...regular(lead.rest)] : regular(text);
}

const linked = (text: string): Piece[] =>
  linkedPieces(text).map((piece) => ({
    text: piece.text,
    face: "regular",
    ...(piece.address === null ? {} : { address: piece.address }),
  }));
