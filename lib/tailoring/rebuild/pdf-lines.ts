import type { Piece } from "./pdf-blocks";

/** Width of a text in a face, at the size that is being set. */
export type Measure = (piece: Piece) => number;

/** Breaks a paragraph into lines no wider than `width`: at spaces, and inside of a word only where it alone is wider. */
export function breakLines(pieces: readonly Piece[], width: number, measure: Measure): Piece[][] {
  const lines: Piece[][] = [];
  let line: Piece[] = [];
  let used = 0;
  const close = (): void => {
    const last = line.at(-1);
    if (last) last.text = last.text.trimEnd();
    lines.push(line);
    line = [];
    used = 0;
  };
  const put = (piece: Piece, size: number): void => {
    const open = line.at(-1);
    if (open && open.face === piece.face && open.address === piece.address) open.text += piece.text;
    else line.push({ ...piece });
    used += size;
  };
  for (const word of wordsOf(pieces)) {
    const bare = word.map((piece, at) => (at === word.length - 1 ? { ...piece, text: piece.text.trimEnd() } : piece));
    const needed = sum(bare, measure);
    if (line.length > 0 && used + needed > width) close();
    if (needed <= width) {
      for (const piece of word) put(piece, measure(piece));
      continue;
    }
    for (const { text, ...looks } of word) {
      for (const sign of text) {
        const size = measure({ ...looks, text: sign });
        if (line.length > 0 && used + size > width) close();
        put({ ...looks, text: sign }, size);
      }
    }
  }
  if (line.length > 0) close();
  return lines;
}

/** Words with the spaces behind them; a word may change its face inside. */
function wordsOf(pieces: readonly Piece[]): Piece[][] {
  const words: Piece[][] = [];
  let open = false;
  for (const { text, ...looks } of pieces) {
    for (const part of text.match(/\s+|\S+\s*/gu) ?? []) {
      const piece = { ...looks, text: part };
      if (open) words.at(-1)!.push(piece);
      else words.push([piece]);
      open = !/\s$/u.test(part);
    }
  }
  return words;
}

const sum = (pieces: readonly Piece[], measure: Measure): number =>
  pieces.reduce((total, piece) => total + measure(piece), 0);
