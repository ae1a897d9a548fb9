/** Numbers of paragraphs in a document that lines were put into, and in the one that it was made from. */
export interface PlaceNumbers {
  /** Where a paragraph of the original stands now. */
  now: (original: number) => number;
  /** Which paragraph of the original it is; null for a new line. */
  original: (now: number) => number | null;
}

/** @param added the numbers of the new lines, as the document with them counts */
export function placeNumbers(added: Iterable<number>): PlaceNumbers {
  const lines = [...new Set(added)].sort((one, other) => one - other);
  const isNew = new Set(lines);
  return {
    now(original) {
      let at = original;
      for (const line of lines) {
        if (line > at) break;
        at += 1;
      }
      return at;
    },
    original(now) {
      if (isNew.has(now)) return null;
      return now - lines.filter((line) => line < now).length;
    },
  };
}
