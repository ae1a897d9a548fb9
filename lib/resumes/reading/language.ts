import type { LanguageCode } from "../types";
import { foldCase } from "./months";

const FUNCTION_WORDS: [LanguageCode, RegExp][] = [
  ["en", /\b(?:the|and|of|with|for|in|to|from|using|by|on)\b/g],
  ["fr", /\b(?:le|les|des|et|une|dans|pour|avec|du|aux|sur|en)\b/g],
  ["es", /\b(?:el|los|las|y|una|para|con|del|por|en|como)\b/g],
  ["pt", /\b(?:os|as|uma|para|com|do|da|dos|em|por|na|no|e)\b/g],
  ["it", /\b(?:il|gli|della|delle|di|per|con|una|nel|dei|presso|e)\b/g],
  ["de", /\b(?:der|die|das|und|mit|fur|von|im|bei|zur|zum|den)\b/g],
];

/** The language that most function words belong to; scripts decide for Hindi and Chinese. English where there is nothing to go by. */
export function detectLanguage(texts: readonly string[]): LanguageCode {
  const text = foldCase(texts.join(" ").slice(0, 40_000));
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if ((text.match(/\p{Script=Han}/gu)?.length ?? 0) > letters * 0.2) return "zh";
  if ((text.match(/\p{Script=Devanagari}/gu)?.length ?? 0) > letters * 0.2) return "hi";
  let best: LanguageCode = "en";
  let most = 0;
  for (const [language, pattern] of FUNCTION_WORDS) {
    const count = text.match(pattern)?.length ?? 0;
    if (count > most) {
      most = count;
      best = language;
    }
  }
  return best;
}
