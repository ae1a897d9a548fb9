/** A bullet that was typed as a character at the beginning of a paragraph. */
export interface TypedBullet {
  marker: string;
  /** Length of marker and the white space around it: where the sentence begins. */
  length: number;
}

/** How a sentence begins: ".NET", "“Best", "$5" as well. */
const sentence = /^[^\s\p{L}\p{N}*\-–—−]?[\p{L}\p{N}"“(]/u;

const CERTAIN = "•◦▪▫■□●○◉◆◇❖➢➤►▸▶▹✓✔✦✧★☆‣⁃∙⦁⚫⬤➔➜➨→⇒✶✷✸❑❒🗹☑·・";

/**
 * Finds a typed bullet. Symbol fonts store their signs in the private use area (U+F0B7 is the round bullet of Symbol), and PDF files do
 * the same. Dashes, asterisks and a lone "o" count only with white space after them, as they also begin words.
 */
export function typedBullet(text: string): TypedBullet | null {
  // Most paragraphs begin with a letter that is no marker, and end here.
  if (beginsWord(text.charCodeAt(0))) return null;
  const start = /^\s*/.exec(text)?.[0].length ?? 0;
  if (beginsWord(text.charCodeAt(start))) return null;
  const marker = String.fromCodePoint(text.codePointAt(start) ?? 0x20);
  const after = start + marker.length;
  const space = /^\s*/.exec(text.slice(after))?.[0].length ?? 0;
  const rest = text.slice(after + space);
  if (rest === "") return null;
  const certain = CERTAIN.includes(marker) || isPrivateUse(marker);
  const doubtful = "-–—−*»>¬+".includes(marker) || marker === "o" || marker === "§" || marker === "Ø";
  if (certain || (doubtful && space > 0 && sentence.test(rest))) return { marker, length: after + space };
  return null;
}

/** Letters and digits of ASCII, but for the "o" that some lists are marked with. */
const beginsWord = (code: number): boolean =>
  (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a && code !== 0x6f) || (code >= 0x30 && code <= 0x39);

export function isPrivateUse(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return (code >= 0xe000 && code <= 0xf8ff) || code >= 0xf0000;
}
