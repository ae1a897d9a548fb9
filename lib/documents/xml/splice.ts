/** Text that goes into a document at an offset of its source; nothing is ever taken out. */
export interface Insertion {
  at: number;
  text: string;
}

/** A stretch of the new source that was not in the old one. */
export interface InsertedRange {
  from: number;
  to: number;
}

/** Puts texts into a source. Those at the same offset come in the order in which they are given. */
export function splice(
  source: string,
  insertions: readonly Insertion[],
): { source: string; inserted: InsertedRange[] } {
  const ordered = insertions.map((one, order) => ({ ...one, order }));
  ordered.sort((one, other) => one.at - other.at || one.order - other.order);
  const pieces: string[] = [];
  const inserted: InsertedRange[] = [];
  let from = 0;
  let grown = 0;
  for (const { at, text } of ordered) {
    pieces.push(source.slice(from, at), text);
    inserted.push({ from: at + grown, to: at + grown + text.length });
    grown += text.length;
    from = at;
  }
  pieces.push(source.slice(from));
  return { source: pieces.join(""), inserted };
}

/** The old source again: what was inserted is taken out. */
export function unsplice(source: string, inserted: readonly InsertedRange[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const range of inserted) {
    pieces.push(source.slice(from, range.from));
    from = range.to;
  }
  pieces.push(source.slice(from));
  return pieces.join("");
}
