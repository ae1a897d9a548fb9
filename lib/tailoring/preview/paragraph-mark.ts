/** The name of the bookmark that says the number of a paragraph. */
export const paragraphMark = (number: number): string => `lf-p-${number}`;

/** The number that a bookmark's name says, or null for a bookmark of the document's own. */
export function markedParagraph(name: string): number | null {
  const match = /^lf-p-(\d{1,7})$/.exec(name);
  return match ? Number(match[1]) : null;
}

/** The name of the bookmark of a paragraph that is a new line, with the id of the point that it holds. */
export const pointMark = (number: number, point: string): string => `lf-n-${number}-${encodeURIComponent(point)}`;

/** The point that a bookmark's name says, or null for another one. */
export function markedPoint(name: string): { paragraph: number; id: string } | null {
  const match = /^lf-n-(\d{1,7})-([\w%.!~*'()-]{1,360})$/.exec(name);
  if (!match) return null;
  try {
    return { paragraph: Number(match[1]), id: decodeURIComponent(match[2]!) };
  } catch {
    return null;
  }
}
