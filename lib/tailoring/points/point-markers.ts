import { isPrivateUse, typedBullet } from "@/lib/resumes/reading/typed-bullets";
import { tidy } from "./points";

/** What stands before a point: a bullet, a dash, a number or a letter. */
export interface Marker {
  /** The same for markers of one list: "1." and "2." are one sign, "1)" is another. */
  sign: string;
  /** Characters of the line up to where the point begins. */
  length: number;
}

/** Finds the marker at the beginning of a line. A marker with nothing behind it is none; see {@link isOnlyMarkers}. */
export function markerOf(line: string): Marker | null {
  const dash = /^\s*(-{1,2}>?|[–—−‐‑―*+]|[=→]>?)\s+(?=\S)/.exec(line);
  if (dash) return { sign: dash[1]!, length: dash[0].length };
  const bullet = typedBullet(line);
  // "o" is a word in Portuguese, and a wrapped line may begin with it.
  if (bullet && (bullet.marker !== "o" || /^\s*o(?:\t|\s+[^\p{Ll}\s])/u.test(line)))
    return { sign: bullet.marker, length: bullet.length };
  const tight = /^\s*([-–—−])(?=\p{L})/u.exec(line) ?? /^\s*(\*)(?=\p{L}[^*]*$)/u.exec(line);
  if (tight) return { sign: tight[1]!, length: tight[0].length };
  return numbered(line) ?? drawn(line);
}

function numbered(line: string): Marker | null {
  const counted =
    /^\s*(\(?)(\d{1,3}|[a-z]|[ivx]{1,5})([.)．、])(?:\s+(?=\S)|(?=\p{Lu}\p{L}|\p{Lo}))/iu.exec(line) ??
    /^\s*()(\d{1,2}(?:\.\d{1,2}){1,3})(\.?\)?)\s+(?=\p{Lu})/u.exec(line) ??
    /^\s*()(\d{1,4})(\t)\s*(?=\S)/.exec(line);
  if (!counted) return null;
  const [all, open, count, close] = counted as unknown as [string, string, string, string];
  // "R.Built" and "e.V" are words; a letter needs its gap.
  if (/^\D/.test(count) && close !== ")" && !/\s$/.test(all)) return null;
  const kind = /^\d/.test(count) ? count.replace(/\d+/g, "1") : count === count.toLowerCase() ? "a" : "A";
  return { sign: open + kind + close, length: all.length };
}

/** Numbers in circles, small pictures, and the letters that signs of symbol fonts become where the font is lost. */
function drawn(line: string): Marker | null {
  const found =
    /^\s*(?:[\u2460-\u249b\u24f5-\u24fe\u2776-\u2793]|\d\ufe0f?\u20e3)\s*(?=\S)/u.exec(line) ??
    /^\s*\p{Extended_Pictographic}\ufe0f?\s+(?=\S)/u.exec(line) ??
    /^\s*[⁍⮚◾◽⬧⧫❯›]\s*(?=\S)/u.exec(line) ??
    /^\s*[ovqnlwuüØàèðÞ§]\t\s*(?=\S)/u.exec(line);
  return found ? { sign: /\d|[\u2460-\u2793]/u.test(found[0]) ? "①" : found[0].trim(), length: found[0].length } : null;
}

/** A bullet or number that was begun and never written, or nothing at all. */
export const isOnlyMarkers = (text: string): boolean =>
  /^(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]|o|[§➢‣⁍⮚>])$/i.test(text) ||
  [...text].every((sign) => bullets.test(sign) || isPrivateUse(sign));

const bullets = /^[\s\-–—−‐‑―*•◦▪▫■□●○◆◇❖➢➤►▸‣⁃∙⦁⚫·・✓✔]$/u;
/** Bullets that stand in no word, so they part points even without a gap. */
const parting = /^[•◦▪▫■□●○◆◇❖➢➤►▸‣⦁⚫\ue000-\uf8ff]$/u;
/** Bullets that part points where they stand between gaps. */
const partingInGaps = /\s[•◦▪▫■□●○◆◇❖➢➤►▸‣∙·⁃✓✔\uf0b7\uf0a7]\s/u;

/** The points of a line that begins with a bullet or a number, or null for another line. */
export function markedPoints(line: string): string[] | null {
  const marker = markerOf(line);
  return marker && pointsBehind(marker.sign, line.slice(marker.length));
}

/** What stands behind a marker. Several bullets of the same certain kind are several points. */
export function pointsBehind(sign: string, rest: string): string[] {
  if (parting.test(sign)) return pointsIn(rest.split(sign));
  return pointsIn(/^[·・∙⁃✓✔]$/u.test(sign) ? rest.split(new RegExp(`\\s${sign}\\s`, "u")) : [rest]);
}

/** "one • two": the first point may stand without a bullet. */
export const pointsInside = (rest: string): string[] => pointsIn(rest.split(partingInGaps));

const pointsIn = (parts: readonly string[]): string[] =>
  parts.map((part) => tidy(part).replace(/^(?:\[[ xX]?\](?: |$))+/, "")).filter((point) => !isOnlyMarkers(point));
