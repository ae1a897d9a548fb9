/*
 * The pseudo-locale: English with accents, a third longer, in brackets. A text on a page that has none of it was not taken
 * from the messages; one that is cut off would be cut off in German too.
 */

export const pseudoLocale = "en-XA";

const accents: Record<string, string> = {
  a: "á", b: "ƀ", c: "ç", d: "ð", e: "é", f: "ƒ", g: "ĝ", h: "ĥ", i: "î", j: "ĵ", k: "ķ", l: "ļ", m: "ɱ", n: "ñ", o: "ö",
  p: "þ", q: "ǫ", r: "ŕ", s: "š", t: "ţ", u: "û", v: "ṽ", w: "ŵ", x: "ẋ", y: "ý", z: "ž",
}; // prettier-ignore

/** A message in the pseudo-locale. What stands in braces (values, plural rules) and in tags stays as it is, but for the words of each case. */
export const pseudo = (message: string): string => `⟦${accented(message)}${"·".repeat(Math.ceil(message.length / 8))}⟧`;

/** All messages of a tree. */
export function pseudoMessages<Tree>(tree: Tree): Tree {
  if (typeof tree === "string") return pseudo(tree) as Tree;
  if (tree === null || typeof tree !== "object") return tree;
  return Object.fromEntries(
    Object.entries(tree).map(([key, value]) => [key, pseudoMessages(value as unknown)]),
  ) as Tree;
}

/** Walks an ICU message: plain words get accents, arguments and their keywords do not, the words inside of their cases do. */
function accented(message: string): string {
  let out = "";
  for (let at = 0; at < message.length; at += 1) {
    const character = message[at]!;
    if (character === "<") {
      const end = message.indexOf(">", at);
      out += message.slice(at, end + 1);
      at = end;
    } else if (character === "{") {
      const end = closing(message, at);
      out += argument(message.slice(at + 1, end));
      at = end;
    } else out += accents[character.toLowerCase()] ?? character;
  }
  return out;
}

/** `name`, `name, number`, or `name, plural, one {…} other {…}`. */
function argument(inside: string): string {
  const open = inside.indexOf("{");
  if (open < 0) return `{${inside}}`;
  let out = "";
  for (let at = 0; at < inside.length; at += 1) {
    if (inside[at] !== "{") {
      out += inside[at];
      continue;
    }
    const end = closing(inside, at);
    out += `{${accented(inside.slice(at + 1, end))}}`;
    at = end;
  }
  return `{${out}}`;
}

function closing(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === "{") depth += 1;
    if (text[at] === "}") depth -= 1;
    if (depth === 0) return at;
  }
  throw new Error(`A brace is not closed in “${text}”.`);
}
