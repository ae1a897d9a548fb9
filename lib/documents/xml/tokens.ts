import { UnreadableFile } from "../package/unreadable-file";
import { PACKAGE_LIMITS } from "../package/limits";
import { ElementNames, isSame } from "./element-names";
import { Scope } from "./namespaces";

export type TokenKind = "start" | "end" | "empty" | "text" | "comment" | "instruction" | "cdata";

/** A piece of the source: `source.slice(start, end)`. All tokens in a row are the source, without gap or overlap. */
export interface Token {
  kind: TokenKind;
  /** Element name with the usual prefix of its namespace (see namespaces.ts); "" for what is not a tag. */
  name: string;
  start: number;
  end: number;
  /** Index of the matching end tag for a start tag and the reverse; its own index otherwise. */
  match: number;
  scope: Scope;
}

export interface XmlDocument {
  source: string;
  tokens: Token[];
  /** Every name that an element of it has: a look here saves a look at all of them. */
  names: ReadonlySet<string>;
}

/**
 * Splits XML into tokens with their offsets, nothing lost: the basis for edits that leave every other byte alone. Refuses document type
 * declarations, tags that do not match, broken markup, absurd depth and length; does not check the finer rules of XML, as Word has done so.
 * `around` are the names that are bound where a piece of XML stands.
 */
export function tokenizeXml(
  source: string,
  { depth, tokens: most } = PACKAGE_LIMITS,
  around: Scope = Scope.none,
): XmlDocument {
  const tokens: Token[] = [];
  const codes = codesOf(source);
  const { length } = codes;
  const names = new ElementNames(source, codes);
  // The elements that are open, and their names as the source writes them.
  const open: number[] = [];
  const written: string[] = [];
  let scope = around;
  let binding = nextBinding(source, 0);

  for (let at = 0, end = 0; at < length; at = end) {
    const match = tokens.length;
    if (match === most) throw new UnreadableFile("too-long");
    const second = at + 1 < length ? codes[at + 1]! : 0;
    if (codes[at] !== LESS) {
      const next = source.indexOf("<", at);
      end = next < 0 ? length : next;
      tokens.push({ kind: "text", name: "", start: at, end, match, scope });
    } else if (second === SLASH) {
      const opener = open.pop();
      const name = written.pop();
      if (opener === undefined || name === undefined || !isSame(codes, tokens[opener]!.start + 1, at + 2, name.length))
        throw new UnreadableFile("damaged-xml");
      end = endOfEndTag(source, at + 2 + name.length);
      const start = tokens[opener]!;
      start.match = match;
      tokens.push({ kind: "end", name: start.name, start: at, end, match: opener, scope: start.scope });
      scope = open.length === 0 ? around : tokens[open[open.length - 1]!]!.scope;
    } else if (second === BANG || second === QUESTION) {
      const kind = kindOfOther(source, at);
      end = endOf(source, kind === "comment" ? "-->" : kind === "cdata" ? "]]>" : "?>", at + lengthOfOpening[kind]);
      tokens.push({ kind, name: "", start: at, end, match, scope });
    } else {
      const raw = names.at(at + 1);
      const nameEnd = at + 1 + raw.written.length;
      end = endOfTag(codes, nameEnd);
      const outer = scope;
      if (binding < nameEnd) binding = nextBinding(source, nameEnd);
      if (binding < end) scope = scope.inside(source.slice(at, end));
      const name = names.meaning(raw, scope);
      if (codes[end - 2] === SLASH) {
        tokens.push({ kind: "empty", name, start: at, end, match, scope });
        scope = outer;
      } else {
        if (open.push(match) > depth) throw new UnreadableFile("too-deep");
        written.push(raw.written);
        tokens.push({ kind: "start", name, start: at, end, match, scope });
      }
    }
  }
  if (open.length > 0) throw new UnreadableFile("damaged-xml");
  return { source, tokens, names: names.all };
}

/**
 * The characters of a text as numbers: going through them takes half the time that going through the text itself takes. They are written over by the next
 * text: making room for each anew would cost more than is won.
 */
function codesOf(source: string): Uint16Array {
  const room =
    source.length > longestShared
      ? Buffer.allocUnsafeSlow(2 * source.length)
      : (shared ??= Buffer.allocUnsafeSlow(2 * longestShared));
  room.write(source, "utf16le");
  return new Uint16Array(room.buffer, 0, source.length);
}

/** Characters: all but a few parts are shorter. */
const longestShared = 1 << 19;
let shared: Buffer | null = null;

/** Where names are bound next. They are so in a handful of tags: looking for the word is quicker than reading the attributes of all of them. */
function nextBinding(source: string, from: number): number {
  const at = source.indexOf("xmlns", from);
  return at < 0 ? Infinity : at;
}

const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const BANG = 0x21;
const QUESTION = 0x3f;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;

function endOf(source: string, closing: string, from: number): number {
  const at = source.indexOf(closing, from);
  if (at < 0) throw new UnreadableFile("damaged-xml");
  return at + closing.length;
}

const lengthOfOpening = { comment: 4, cdata: 9, instruction: 2 };

function kindOfOther(source: string, at: number): keyof typeof lengthOfOpening {
  if (source.startsWith("<?", at)) return "instruction";
  if (source.startsWith("<!--", at)) return "comment";
  if (source.startsWith("<![CDATA[", at)) return "cdata";
  throw new UnreadableFile(source.startsWith("<!DOCTYPE", at) ? "dtd" : "damaged-xml");
}

/** A ">" inside a quoted value does not end the tag. */
function endOfTag(codes: Uint16Array, from: number): number {
  const { length } = codes;
  for (let at = from; at < length; at++) {
    const code = codes[at]!;
    if (code === GREATER) return at + 1;
    if (code === LESS) break;
    // Values are short: going through them is quicker than a call that looks for their end.
    if (code === QUOTE || code === APOSTROPHE)
      do at++;
      while (at < length && codes[at] !== code);
  }
  throw new UnreadableFile("damaged-xml");
}

/** Behind the name of an end tag nothing may stand but white space. */
function endOfEndTag(source: string, from: number): number {
  if (source.charCodeAt(from) === GREATER) return from + 1;
  const end = endOf(source, ">", from);
  if (source.slice(from, end - 1).trim() !== "") throw new UnreadableFile("damaged-xml");
  return end;
}
