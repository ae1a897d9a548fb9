import { look } from "./look";
import type { PdfBlock, Piece } from "./pdf-blocks";
import { breakLines, type Measure } from "./pdf-lines";

/** A line with its place: page from 0, top of the line from the top of the page. */
export interface PlacedLine {
  page: number;
  y: number;
  pieces: Piece[];
  /** What stands at the right end of this line. */
  right: string | null;
}

export interface PlacedBlock {
  block: PdfBlock;
  lines: PlacedLine[];
}

/** Space between a text and what stands at the right end of its line. */
const gap = 14;

export const lineHeight = ({ size }: PdfBlock): number => size * look.line;

/**
 * Breaks lines and pages. What heads something stays with the first two lines of it, and no paragraph leaves a single line behind on a page
 * or takes one along.
 */
export function placeBlocks(
  blocks: readonly PdfBlock[],
  paper: { width: number; height: number },
  measureIn: (size: number) => Measure,
): PlacedBlock[] {
  const width = paper.width - 2 * look.margin.side;
  const bottom = paper.height - look.margin.bottom;
  const laid = blocks.map((block) => ({ block, lines: linesOf(block, width, measureIn(block.size)) }));
  let page = 0;
  let y: number = look.margin.top;
  const fresh = (): void => {
    page++;
    y = look.margin.top;
  };
  return laid.map(({ block, lines }, at) => {
    const height = lineHeight(block);
    if (y > look.margin.top) y += block.before;
    let needed = 0;
    for (let next = at; next < laid.length; next++) {
      const one = laid[next]!;
      const kept = one.block.keepsNext && next - at < longestChain;
      needed += (next === at ? 0 : one.block.before) + (kept ? fullHeight(one) : startHeight(one));
      if (!kept) break;
    }
    if (y > look.margin.top && y + needed > bottom) fresh();
    const placed = lines.map((line, number): PlacedLine => {
      const left = lines.length - number;
      const takesAlong = left === 2 && lines.length > 3 && y + 2 * height > bottom;
      if (number > 0 && y > look.margin.top && (y + height > bottom || takesAlong)) fresh();
      const top = y;
      y += height;
      return { page, y: top, ...line };
    });
    y += block.after + (block.rule ? look.heading.rule : 0);
    return { block, lines: placed };
  });
}

/** More headings in a row than this do not have to stay together. */
const longestChain = 6;

interface Lines {
  block: PdfBlock;
  lines: Pick<PlacedLine, "pieces" | "right">[];
}

const fullHeight = ({ block, lines }: Lines): number => lines.length * lineHeight(block) + block.after;

/** Short paragraphs stay whole; longer ones begin with two lines. */
const startHeight = ({ block, lines }: Lines): number => (lines.length <= 3 ? lines.length : 2) * lineHeight(block);

function linesOf(block: PdfBlock, width: number, measure: Measure): Lines["lines"] {
  const room = width - block.indent;
  const lines = breakLines(block.pieces, room, measure).map((pieces) => ({ pieces, right: null as string | null }));
  if (block.right === null) return lines;
  const piece = { text: block.right, face: "regular" } as const;
  const only = lines.length === 1 ? lines[0] : undefined;
  const used = only?.pieces.reduce((sum, one) => sum + measure(one), 0) ?? 0;
  if (only && used + gap + measure(piece) <= room) only.right = block.right;
  else for (const pieces of breakLines([piece], room, measure)) lines.push({ pieces, right: null });
  return lines;
}
