import { matchesOf } from "../matches";
import { decodeEntities } from "./entities";
import type { Token, XmlDocument } from "./tokens";

/** Elements are named by the index of their start (or empty) tag in `document.tokens`. */
export type ElementIndex = number;

/**
 * The first child of an element that is an element, or -1. With {@link nextElement} it goes through the children without a list of them:
 * `for (let child = firstElement(document, parent); child >= 0; child = nextElement(document, child))`.
 */
export function firstElement({ tokens }: XmlDocument, parent: ElementIndex): ElementIndex {
  return tokens[parent]?.kind === "start" ? elementFrom(tokens, parent + 1) : -1;
}

/** The element that follows another inside the same one, or -1. */
export function nextElement({ tokens }: XmlDocument, element: ElementIndex): ElementIndex {
  return elementFrom(tokens, tokens[element]!.match + 1);
}

function elementFrom(tokens: readonly Token[], from: number): ElementIndex {
  for (let at = from; at < tokens.length; at++) {
    const { kind } = tokens[at]!;
    if (kind === "start" || kind === "empty") return at;
    if (kind === "end") return -1;
  }
  return -1;
}

/** The children of an element that are elements, in order. */
export function childElements(document: XmlDocument, parent: ElementIndex): ElementIndex[] {
  const found: ElementIndex[] = [];
  for (let child = firstElement(document, parent); child >= 0; child = nextElement(document, child)) found.push(child);
  return found;
}

/** The elements that stand in no other: one in a document, any number in a piece of one. */
export function outermostElements({ tokens }: XmlDocument): ElementIndex[] {
  const found: ElementIndex[] = [];
  for (let at = 0; at < tokens.length; at = tokens[at]!.match + 1)
    if (tokens[at]!.kind === "start" || tokens[at]!.kind === "empty") found.push(at);
  return found;
}

/** First child element of that name, or -1. */
export function childNamed(document: XmlDocument, parent: ElementIndex, name: string): ElementIndex {
  for (let child = firstElement(document, parent); child >= 0; child = nextElement(document, child))
    if (document.tokens[child]!.name === name) return child;
  return -1;
}

/** Follows child names from an element; -1 where one is missing. */
export function descend(document: XmlDocument, from: ElementIndex, ...path: string[]): ElementIndex {
  let at = from;
  for (const name of path) {
    if (at < 0) return -1;
    at = childNamed(document, at, name);
  }
  return at;
}

/** The outermost element, or -1 where there is none. */
export function rootElement(document: XmlDocument): ElementIndex {
  return document.tokens.findIndex((token) => token.kind === "start" || token.kind === "empty");
}

/** Value of an attribute, decoded, or undefined. */
export function attribute(document: XmlDocument, element: ElementIndex, name: string): string | undefined {
  const token = document.tokens[element];
  if (!token) return undefined;
  const tag = document.source.slice(token.start, token.end);
  if (!tag.includes("=")) return undefined;
  // A name without a prefix is in no namespace, whatever is bound.
  if (token.scope.plain || !name.includes(":")) {
    // Names stand as they are, so one that is nowhere in the tag is no attribute of it.
    const at = tag.indexOf(name);
    if (at < 0) return undefined;
    const from = at + name.length + 2;
    if (tag.charCodeAt(at - 1) === SPACE && tag.charCodeAt(from - 2) === EQUALS && tag.charCodeAt(from - 1) === QUOTE)
      return decodeEntities(tag.slice(from, tag.indexOf('"', from)));
  }
  return attributesOf(document, token).find((candidate) => candidate.name === name)?.value;
}

const SPACE = 0x20;
const QUOTE = 0x22;
const EQUALS = 0x3d;

export interface XmlAttribute {
  /** Name with the usual prefix of its namespace. */
  name: string;
  /** Value with entities replaced. */
  value: string;
  /** The value as written, without quotes: offsets into the source. */
  start: number;
  end: number;
}

const written = /\s([^\s=/>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** All attributes of a start or empty tag. */
export function attributesOf(document: XmlDocument, token: Token): XmlAttribute[] {
  const tag = document.source.slice(token.start, token.end);
  const found: XmlAttribute[] = [];
  for (const match of matchesOf(written, tag)) {
    const raw = match[2] ?? match[3] ?? "";
    const end = token.start + match.index + match[0].length - 1;
    found.push({
      name: token.scope.attribute(match[1] ?? ""),
      value: decodeEntities(raw),
      start: end - raw.length,
      end,
    });
  }
  return found;
}
