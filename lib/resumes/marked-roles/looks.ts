import { createHash } from "node:crypto";
import type { OpenResume } from "../read";
import type { ResumeParagraph } from "../types";

/** A paragraph with the style that it has in a DOCX. */
export type LookedAt = ResumeParagraph & { styleId?: string | null };

/** The paragraphs of a resume with their styles, where it has some. */
export const paragraphsOf = ({ reading, docx }: OpenResume): readonly LookedAt[] =>
  docx?.text.paragraphs ?? reading.paragraphs;

/**
 * How a paragraph looks, whatever it says: paragraphs with equal looks look alike. The number of a list is left out, as every list that Word begins
 * anew has another; so is how much of a paragraph is bold, which depends on its words.
 */
export function lookOf(paragraph: LookedAt): string {
  const { bold } = paragraph;
  return JSON.stringify([lookOfDuty(paragraph), bold > 0.95 ? "bold" : bold > 0.05 ? "partly" : "plain"]);
}

/** The same for a duty, of which some begin with a bold word and some do not. */
export function lookOfDuty({ styleId, list, size, headingLevel, container, rightToLeft, bold }: LookedAt): string {
  const item = list && [list.source, list.level, list.ordered, list.marker];
  const points = size === null ? null : Math.round(size * 2) / 2;
  return JSON.stringify([styleId ?? null, item, points, headingLevel, container, rightToLeft, bold > 0.95]);
}

/** A fingerprint of anything, from which nobody reads it back. */
export const printOf = (value: unknown): string =>
  createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 16);

/** The fingerprint of one very document, by its words. */
export const documentPrint = ({ reading }: OpenResume): string =>
  printOf([reading.format, reading.paragraphs.map(({ text }) => text)]);
