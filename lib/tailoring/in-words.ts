import type { LeftOutBecause, PlacedBecause } from "@/lib/tailoring/distribution/reasons";
import type { LayoutWarningCode } from "@/lib/tailoring/layout-warnings/severities";

/*
 * What the engine found, in the words of messages/<language>/tailor.json and documents.json: screens hand in the translator of the request, the
 * command line one that speaks English.
 */

/** Says a message by its path; `has` tells whether there is one. */
export interface Say {
  (path: string, values?: Record<string, string | number>): string;
  has(path: string): boolean;
}

/** Why a point stands where it does, in one line. */
export function placedInWords(say: Say, { byHand, fit, yearsAgo, asked, insteadOf }: PlacedBecause): string {
  if (insteadOf !== undefined) return say("tailor.reasons.elsewhere", { paragraph: String(insteadOf) });
  if (byHand) return say("tailor.reasons.byHand");
  return say(`tailor.reasons.placed.${fit}`, {
    asked: asked ? "yes" : "no",
    recency: yearsAgo === null ? "unknown" : yearsAgo <= 2 ? "recent" : "over",
    years: String(yearsAgo ?? ""),
  });
}

/** Why a point is not taken in, in one line. Points are counted from 1 for people. */
export function leftOutInWords(say: Say, because: LeftOutBecause): string {
  const path = `tailor.reasons.leftOut.${because.code}`;
  switch (because.code) {
    case "said-already":
    case "nearly-said-already":
      return say(path, { paragraph: String(because.paragraph) });
    case "same-as-point":
    case "nearly-same-as-point":
      return say(path, { point: String(because.point + 1) });
    case "newer-than-roles":
      return say(path, { technology: because.technology, year: String(because.year) });
    default:
      return say(path);
  }
}

/** What may keep a system from reading a resume, and what to do about it. */
export const warningInWords = (say: Say, code: LayoutWarningCode) => ({
  sentence: say(`tailor.layout.${code}.sentence`),
  advice: say(`tailor.layout.${code}.advice`),
});

/**
 * Why nothing was made. `kept` is what was written down with it before codes alone were: said where this version knows no such code.
 */
export const refusalInWords = (say: Say, code: string, kept: string | null = null): string =>
  firstSaid(say, code, "tailor.refusals", "documents.unreadable", "tailor.notMade") ??
  kept ??
  say("tailor.notMade.failed");

/** What to know about a finished document. What is no code is a sentence that was written down before codes were. */
export const cautionInWords = (say: Say, code: string): string =>
  firstSaid(say, code, "tailor.cautions", "tailor.refusals") ?? code;

/** Why there is no PDF. What is no code is a sentence that was written down before codes were. */
export const pdfProblemInWords = (say: Say, code: string): string =>
  firstSaid(say, code, "documents.conversion", "tailor.notMade") ?? code;

function firstSaid(say: Say, code: string, ...places: readonly string[]): string | null {
  if (!/^[a-z0-9-]+$/.test(code)) return null;
  const path = places.map((place) => `${place}.${code}`).find((one) => say.has(one));
  return path ? say(path) : null;
}
