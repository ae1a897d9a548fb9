import type { LanguageCode } from "../types";
import { foldCase } from "./months";

const FUNCTION_WORDS: [LanguageCode, ReadonlySet<string>][] = (
  [
    ["en", "the and of with for in to from using by on"],
    ["fr", "le les des et une dans pour avec du aux sur en"],
    ["es", "el los las y una para con del por en como"],
    ["pt", "os as uma para com do da dos em por na no e"],
    ["it", "il gli della delle di per con una nel dei presso e"],
    ["de", "der die das und mit fur von im bei zur zum den"],
  ] as const
).map(([language, words]) => [language, new Set(words.split(" "))]);

/** Every word of at most five letters, digits or underlines of ASCII, as /\b\w{1,5}\b/ finds them, which takes longer. */
function shortWords(text: string): string[] {
  const words: string[] = [];
  let from = 0;
  for (let at = 0; at <= text.length; at++) {
    const code = at < text.length ? text.charCodeAt(at) : 0;
    if ((code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || code === 0x5f || isCapital(code)) continue;
    if (at > from && at - from <= 5) words.push(text.slice(from, at));
    from = at + 1;
  }
  return words;
}

const isCapital = (code: number): boolean => code >= 0x41 && code <= 0x5a;

/** The language that most function words belong to; scripts decide for Hindi and Chinese. English where there is nothing to go by. */
export function detectLanguage(texts: readonly string[]): LanguageCode {
  const text = foldCase(texts.join(" ").slice(0, 40_000));
  if (/[\p{Script=Han}\p{Script=Devanagari}]/u.test(text)) {
    const letters = text.match(/\p{L}/gu)?.length ?? 0;
    if ((text.match(/\p{Script=Han}/gu)?.length ?? 0) > letters * 0.2) return "zh";
    if ((text.match(/\p{Script=Devanagari}/gu)?.length ?? 0) > letters * 0.2) return "hi";
  }
  const counts = new Map<string, number>();
  for (const word of shortWords(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  let best: LanguageCode = "en";
  let most = 0;
  for (const [language, words] of FUNCTION_WORDS) {
    let count = 0;
    for (const word of words) count += counts.get(word) ?? 0;
    if (count > most) {
      most = count;
      best = language;
    }
  }
  return best;
}
