/*
 * Lines as RFC 5545 wants them. This is the one place that turns values into lines, so that no value can begin a line of its own.
 */

/** A line before it is folded: a name and parameters that we chose, and a value that was made safe by one of the functions below. */
export function line(
  name: string,
  value: string,
  parameters: Readonly<Record<string, string | undefined>> = {},
): string {
  const said = Object.entries(parameters).flatMap(([key, of]) => (of === undefined ? [] : [`;${key}=${of}`]));
  return fold(`${name}${said.join("")}:${oneLine(value)}`);
}

/** Words: line breaks stay, other control characters go. */
export const asText = (words: string): string =>
  words
    .replace(/\r\n?/g, "\n")
    .replace(controlsButBreaks, "")
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll("\n", "\\n");

/** Words in a parameter, as a name. Quotation marks and carets are written as RFC 6868 says. */
export const asParameter = (words: string): string =>
  `"${oneLine(words).replace(/[\^"]/g, (sign) => (sign === "^" ? "^^" : "^'"))}"`;

/** An address, of a page or of a mailbox. */
export const asAddress = (address: string): string => oneLine(address).replace(/\s/g, "");

export const asMail = (address: string): string => `mailto:${asAddress(address)}`;

/** A moment in UTC: `20261122T090000Z`. */
export const asMoment = (moment: Date): string => `${asWall(moment.getTime() / 1000)}Z`;

/** What a clock on the wall shows, in seconds as if it were UTC: `20261122T090000`. */
export const asWall = (seconds: number): string =>
  new Date(Math.floor(seconds) * 1000).toISOString().slice(0, 19).replace(/[-:]/g, "");

/** Control characters but the line feed and the tab, with those that other programs take for the end of a line. */
const controlsButBreaks = /[\0-\x08\x0B-\x1F\x7F-\x9F]/g;

const oneLine = (words: string): string =>
  words
    .replace(/\r\n?|\n/g, " ")
    .replace(controlsButBreaks, "")
    .replace(/\p{Surrogate}/gu, "\uFFFD");

/** A line takes 75 octets, the space with which the next one goes on being one of them; no letter is cut in two. */
function fold(whole: string): string {
  if (whole.length <= 25) return whole;
  const pieces: string[] = [];
  let [from, at, octets] = [0, 0, 0];
  for (const letter of whole) {
    const size = octetsOf(letter.codePointAt(0)!);
    if (octets + size > 75) {
      pieces.push(whole.slice(from, at));
      from = at;
      octets = 1;
    }
    octets += size;
    at += letter.length;
  }
  return [...pieces, whole.slice(from)].join("\r\n ");
}

const octetsOf = (point: number): number => (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4);
