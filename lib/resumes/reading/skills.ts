import { labelKind } from "./fields";
import type { Line } from "./lines";
import type { Section } from "./sections";

/** A longer piece is a sentence about a skill, not its name. */
const LONGEST_SKILL = 45;
const MOST_WORDS = 5;

/**
 * Skills as the file names them, in order, each once: the pieces of the skills sections, without the labels of their groups
 * ("Languages: Java, C#" gives Java and C#). "CI/CD", "C++" and ".NET" stay whole, as "/" and "." do not separate.
 */
export function readSkills(lines: readonly Line[], sections: readonly Section[]): string[] {
  const found = new Map<string, string>();
  for (const section of sections) {
    if (section.kind !== "skills") continue;
    for (let at = section.from + 1; at < section.to; at++) {
      const line = lines[at];
      if (!line) continue;
      // In a table of two columns the left cell names the group.
      const next = lines[at + 1];
      const leads =
        next !== undefined &&
        line.place.row !== null &&
        next.place.row === line.place.row &&
        lines[at - 1]?.place.row !== line.place.row;
      if (leads && !line.text.includes(",")) continue;
      for (const skill of skillsOf(line.raw)) {
        const key = skill.toLowerCase();
        if (!found.has(key)) found.set(key, skill);
      }
    }
  }
  return [...found.values()];
}

/** Splits one line of a skills section. */
export function skillsOf(text: string): string[] {
  const body = text.replace(/^\s*[^:：,]{2,40}\s*[:：]\s*-?\s*/u, "");
  return splitOutsideBrackets(body)
    .map((piece) =>
      piece
        .replace(/^(?:and|und|et|y|e)\s+/i, "")
        .replace(/^[\s\-–•·*]+|[\s.;:,]+$/g, "")
        .replace(/\s+/g, " ")
        .trim(),
    )
    .filter(
      (piece) =>
        piece.length > 0 &&
        piece.length <= LONGEST_SKILL &&
        /[\p{L}]/u.test(piece) &&
        piece.split(" ").length <= MOST_WORDS,
    )
    .filter((piece) => labelKind(piece) === null || /^[A-Z]/.test(piece) === false)
    .filter((piece) => !/^(?:etc|others?|and|with|the)$/i.test(piece));
}

function splitOutsideBrackets(text: string): string[] {
  const pieces: string[] = [];
  let depth = 0;
  let piece = "";
  for (const part of text.split(/([(),;|•·●▪\t\n、，；]|\s{3,})/)) {
    if (part === "(") depth++;
    if (part === ")") depth = Math.max(0, depth - 1);
    if (depth === 0 && /^(?:[,;|•·●▪\t\n、，；]|\s{3,})$/.test(part)) {
      pieces.push(piece);
      piece = "";
    } else piece += part;
  }
  pieces.push(piece);
  return pieces;
}
