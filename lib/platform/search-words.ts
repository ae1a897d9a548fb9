import { nameKey } from "@/lib/platform/keys";

/** The words of a text as search compares them: without accents, lower case, letters and digits only. */
export const wordsOf = (text: string): string[] => nameKey(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * What was typed, as a full-text query: every word must be there, the last one may be the beginning of a longer one. Null when
 * nothing was typed that could be found. At most eight words count.
 */
export function searchQuery(typed: string): string | null {
  const words = wordsOf(typed).slice(0, 8);
  if (words.length === 0) return null;
  // Only letters and digits are left, so nothing of the query language can be in a word.
  return words.map((word, index) => (index === words.length - 1 ? `'${word}':*` : `'${word}'`)).join(" & ");
}
