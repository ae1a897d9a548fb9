import { findDateRanges } from "@/lib/resumes/reading/dates";
import { typedBullet } from "@/lib/resumes/reading/typed-bullets";

/** Text for a new document: no invisible signs and no glyphs of symbol fonts (which are pictures), single spaces; tabs and breaks stay. */
export function visibleText(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00ad]/g, "")
    .replace(/[\ue000-\uf8ff\u{f0000}-\u{10fffd}\u0000-\u0008\u000e-\u001f\u007f]/gu, " ")
    .replace(/[^\S\t\n]+/g, " ")
    .replace(/ ?([\t\n]) ?/g, "$1")
    .trim();
}

/** The sentence of a bullet without its typed marker. */
export function bulletText(text: string): string {
  const typed = typedBullet(text);
  const dash = /^\s*[-–—*]+\s*(?=\p{L})/u.exec(text)?.[0].length ?? 0;
  return visibleText(text.slice(typed?.length ?? dash)).replace(/\t+/g, " ");
}

/** What counts when two texts are compared: letters and digits, without case. */
export const lettersOf = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, "");

export function runsRightToLeft(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const right = text.match(/[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/gu)?.length ?? 0;
  return right > letters / 2;
}

/** Parts of a line that stand apart: "Client\t: Northwind" is one part, "Northwind\tJan 2019 – Present" are two. */
export function partsOf(text: string): string[] {
  return text
    .replace(/\s*\t\s*(?=[:：])/g, "")
    .replace(/([:：])\s*\t+\s*/g, "$1 ")
    .split(/\t+/)
    .map((part) => part.replace(/\s+/g, " ").trim())
    .filter((part) => part !== "");
}

/** Longer texts do not stand at the right end of a line. */
const longestRight = 48;

/** A line of a header with what stands at its other end, such as dates or a place. More than two parts are kept apart by a bar. */
export function headerLineOf(text: string): { left: string; right: string | null } {
  const parts = partsOf(text);
  const last = parts.at(-1) ?? "";
  if (parts.length < 2 || last.length > longestRight || /^[:：]/.test(last))
    return { left: parts.join(" | "), right: null };
  return { left: parts.slice(0, -1).join(" | "), right: last };
}

/** The same for any other line, where two columns of words are no line with an end: there only dates and what is shorter stand at the right. */
export function lineOf(text: string): { left: string; right: string | null } {
  const { left, right } = headerLineOf(text);
  if (right === null || right.length <= left.length || findDateRanges(right).length > 0) return { left, right };
  return { left: `${left} | ${right}`, right: null };
}
