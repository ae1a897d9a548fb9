/** What can be said of a technology: sentences of a resume, kept with the technology that they are about. */
export interface PointGroup {
  technology: string;
  points: string[];
}

/** A line that could not be taken in. What is right around it is kept. */
export interface PointProblem {
  /** From 1. */
  line: number;
  code: keyof typeof pointProblems;
}

export const pointProblems = {
  "no-technology": "No technology stands above this point.",
  "no-points": "No point stands below this technology.",
  "too-long": "This point is longer than a bullet of a resume can be.",
  "not-text": "This is neither a point nor a list of points.",
  "long-technology": "This name is longer than the name of a technology can be.",
  "not-json": "From here on this file is not JSON. What stands before was read.",
  "open-quotation": "A quotation mark opens here and is never closed. What stands before was read.",
} as const;

export interface ReadPoints {
  groups: PointGroup[];
  problems: PointProblem[];
}

/** Characters of a point at most; a bullet of three lines has about 300. */
export const longestPoint = 1000;
/** Characters of a technology's name at most. */
export const longestTechnology = 60;

/** One form for what was pasted: no control characters or odd spaces, and no emphasis of Markdown. What is tidy stays as it is. */
export function tidy(text: string): string {
  let tidied = once(text);
  // Emphasis in emphasis comes off in several turns. What is longer than any point is refused anyway.
  while (tidied.length <= 2 * longestPoint) {
    const again = once(tidied);
    if (again === tidied) break;
    tidied = again;
  }
  return tidied;
}

const once = (text: string): string =>
  text
    .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, "")
    .normalize("NFC")
    .replace(
      /\*\*(.+?)\*\*|__(.+?)__/g,
      (_, stars: string | undefined, lines: string | undefined) => stars ?? lines ?? "",
    )
    .replace(/[\s\u0000-\u001f\u007f]+/gu, " ")
    .trim();

/** Puts groups together: points of the same technology under its first name, in their order, each once. */
export function grouped(pairs: readonly { technology: string; point: string }[]): PointGroup[] {
  const groups = new Map<string, { technology: string; points: Set<string> }>();
  for (const { technology, point } of pairs) {
    const key = technology.toLowerCase();
    const group = groups.get(key) ?? { technology, points: new Set() };
    groups.set(key, group);
    group.points.add(point);
  }
  return [...groups.values()].map(({ technology, points }) => ({ technology, points: [...points] }));
}
