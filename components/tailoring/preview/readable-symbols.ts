/** Signs of the fonts for symbols that resumes use as bullets, as every device has them: the fonts themselves are Word's. */
const signs: Readonly<Record<string, string>> = {
  "\uf02d": "–",
  "\uf06c": "●",
  "\uf06e": "■",
  "\uf06f": "□",
  "\uf071": "❑",
  "\uf075": "◆",
  "\uf076": "❖",
  "\uf0a7": "▪",
  "\uf0a8": "◻",
  "\uf0d8": "➢",
  "\uf0e0": "→",
  "\uf0e8": "➔",
  "\uf0f0": "⇨",
  "\uf0fc": "✓",
  "\uf0fe": "☑",
};

/** Puts signs that can be read in the place of those that only one font of Word's knows. */
export const readableSymbols = (text: string): string => text.replace(/[\uf020-\uf0ff]/g, (sign) => signs[sign] ?? "•");
