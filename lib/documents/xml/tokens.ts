import { UnreadableFile } from "../package/unreadable-file";
import { PACKAGE_LIMITS } from "../package/limits";
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
  const open: number[] = [];
  let scope = around;
  let at = 0;
  const { length } = source;

  const push = (kind: TokenKind, name: string, end: number): Token => {
    const token = { kind, name, start: at, end, match: tokens.length, scope };
    if (tokens.push(token) > most) throw new UnreadableFile("too-long");
    at = end;
    return token;
  };

  while (at < length) {
    if (source.charCodeAt(at) !== LESS) {
      const next = source.indexOf("<", at);
      push("text", "", next < 0 ? length : next);
      continue;
    }
    const second = source.charCodeAt(at + 1);
    if (second === SLASH) {
      const end = endOf(source, ">", at + 2);
      const opener = open.pop();
      const start = opener === undefined ? undefined : tokens[opener];
      if (opener === undefined || !start || !sameName(source, start, at + 2, end))
        throw new UnreadableFile("damaged-xml");
      start.match = tokens.length;
      scope = start.scope;
      push("end", start.name, end).match = opener;
      const parent = open.at(-1);
      scope = parent === undefined ? around : (tokens[parent]?.scope ?? around);
    } else if (second === BANG) {
      if (source.startsWith("<!--", at)) push("comment", "", endOf(source, "-->", at + 4));
      else if (source.startsWith("<![CDATA[", at)) push("cdata", "", endOf(source, "]]>", at + 9));
      else throw new UnreadableFile(source.startsWith("<!DOCTYPE", at) ? "dtd" : "damaged-xml");
    } else if (second === QUESTION) {
      push("instruction", "", endOf(source, "?>", at + 2));
    } else {
      const nameEnd = endOfName(source, at + 1);
      const end = endOfTag(source, nameEnd);
      const empty = source.charCodeAt(end - 2) === SLASH;
      const outer = scope;
      // "xmlns" stands in a handful of tags; a slice and a search is cheaper than reading the attributes of all of them.
      if (end - nameEnd > 8 && source.slice(nameEnd, end).includes("xmlns"))
        scope = scope.inside(source.slice(at, end));
      const name = scope.element(source.slice(at + 1, nameEnd));
      if (empty) {
        push("empty", name, end);
        scope = outer;
      } else {
        open.push(tokens.length);
        if (open.length > depth) throw new UnreadableFile("too-deep");
        push("start", name, end);
      }
    }
  }
  if (open.length > 0) throw new UnreadableFile("damaged-xml");
  return { source, tokens };
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

function endOfName(source: string, from: number): number {
  let at = from;
  for (; at < source.length; at++) {
    const code = source.charCodeAt(at);
    if (code <= 0x20 || code === GREATER || code === SLASH) break;
    if (code === LESS || code === QUOTE || code === APOSTROPHE || code === 0x3d)
      throw new UnreadableFile("damaged-xml");
  }
  if (at === from) throw new UnreadableFile("damaged-xml");
  return at;
}

/** A ">" inside a quoted value does not end the tag. */
function endOfTag(source: string, from: number): number {
  for (let at = from; at < source.length; at++) {
    const code = source.charCodeAt(at);
    if (code === GREATER) return at + 1;
    if (code === LESS) break;
    if (code === QUOTE || code === APOSTROPHE) {
      at = source.indexOf(code === QUOTE ? '"' : "'", at + 1);
      if (at < 0) break;
    }
  }
  throw new UnreadableFile("damaged-xml");
}

function sameName(source: string, start: Token, from: number, end: number): boolean {
  const nameEnd = endOfName(source, start.start + 1);
  const length = nameEnd - start.start - 1;
  if (from + length > end - 1) return false;
  if (source.slice(from, from + length) !== source.slice(start.start + 1, nameEnd)) return false;
  return source.slice(from + length, end - 1).trim() === "";
}
