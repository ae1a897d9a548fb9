/*
 * The lines of a calendar that somebody else wrote: bytes to text, text to whole lines, a line to its parts.
 */

/** Bytes as text; `guessed` where they are not UTF-8 and name no other encoding. */
export function decode(content: Uint8Array | string): { text: string; guessed: boolean } {
  if (typeof content === "string") return { text: content.replace(/^\uFEFF/, ""), guessed: false };
  const [first, second] = content;
  const wide = first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : null;
  if (wide) return { text: new TextDecoder(wide).decode(content), guessed: false };
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(content);
    return { text, guessed: false };
  } catch {
    return { text: new TextDecoder("windows-1252").decode(content), guessed: true };
  }
}

/**
 * The whole lines of a text, those that were folded put together again. Only lines that `isWanted` by their name are: pictures within a calendar
 * are megabytes of folded lines.
 */
export function* wholeLines(text: string, isWanted: (name: string) => boolean): Generator<string> {
  let pieces: string[] = [];
  let wanted = false;
  for (const piece of pieceLines(text))
    if (piece.startsWith(" ") || piece.startsWith("\t")) {
      if (wanted) pieces.push(piece.slice(1));
    } else {
      if (pieces.length > 0) yield pieces.join("");
      const name = nameOf(piece);
      wanted = name === null || isWanted(name);
      pieces = wanted ? [piece] : [];
    }
  if (pieces.length > 0) yield pieces.join("");
}

/** Lines as they stand there, but for empty ones. They end with a carriage return, a line feed or both. */
function* pieceLines(text: string): Generator<string> {
  const plain = text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
  for (let from = 0; from < plain.length;) {
    const feed = plain.indexOf("\n", from);
    const end = feed < 0 ? plain.length : feed;
    if (end > from) yield plain.slice(from, end);
    from = end + 1;
  }
}

const nameOf = (line: string): string | null => /^[A-Za-z0-9-]+(?=[;:])/.exec(line)?.[0].toUpperCase() ?? null;

/** A line's name and the names of its parameters are in capitals, whatever was written. */
export interface ContentLine {
  name: string;
  parameters: Readonly<Record<string, string>>;
  value: string;
}

/** Null for what is no such line. */
export function readLine(line: string): ContentLine | null {
  const name = nameOf(line);
  if (name === null) return null;
  const parameters: Record<string, string> = Object.create(null) as Record<string, string>;
  let at = name.length;
  while (line[at] === ";") {
    parameter.lastIndex = at;
    const found = parameter.exec(line);
    if (!found) return null;
    const [whole, key = "", value = ""] = found;
    parameters[key.toUpperCase()] = value
      .replaceAll('"', "")
      .replace(/\^['n^]/g, (sign) => (sign === "^'" ? '"' : sign === "^n" ? "\n" : "^"));
    at += whole.length;
  }
  return line[at] === ":" ? { name, parameters, value: line.slice(at + 1).trim() } : null;
}

/** A parameter with one value or with several; what holds a colon is in quotation marks. */
const parameter = /;([A-Za-z0-9-]+)=((?:"[^"]*"|[^";:])*)/y;

/** Words as they were before they were written into a line. */
export const fromText = (value: string): string =>
  value.replace(/\\([\\;,nN])/g, (_, sign: string) => (sign === "n" || sign === "N" ? "\n" : sign));
