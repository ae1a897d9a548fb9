import { ownNames, shippedNames, type Named, type NameNode, type NameRoot } from "./index-names";
import { spokenFor } from "./surroundings";
import type { OwnTechnology } from "./technologies";

/** A technology named in a text: `text.slice(at, at + length)` is `written`. */
export interface Occurrence {
  /** Canonical name. */
  technology: string;
  at: number;
  length: number;
  written: string;
}

/** A place where a name stands, before it is decided whether it is meant. */
export interface Candidate {
  at: number;
  end: number;
  named: Named;
  /** Null while it is not decided. */
  accepted: boolean | null;
}

const none: readonly OwnTechnology[] = [];

/**
 * Every technology that a text names, in order, without overlaps. The longest name counts ("Spring Boot", not "Spring"), and only whole words
 * do: JavaScript holds no Java. Everyday words count where their writing and what stands around them says that they are meant (Go, Excel, "C").
 * Time grows with the length of the text alone. `own` are the organisation's additions; pass the same list again and its index is kept.
 */
export function findTechnologies(text: string, own: readonly OwnTechnology[] = none): Occurrence[] {
  const candidates = candidatesOf(text, shippedNames(), own.length > 0 ? ownNames(own) : null);
  spokenFor(text, candidates);
  return candidates.flatMap(({ at, end, named, accepted }) =>
    accepted && named.technology
      ? [{ technology: named.technology.name, at, length: end - at, written: text.slice(at, end) }]
      : [],
  );
}

/** Leftmost and longest: each candidate begins after the end of the one before. */
function candidatesOf(text: string, shipped: NameRoot, own: NameRoot | null): Candidate[] {
  const candidates: Candidate[] = [];
  for (let at = 0; at < text.length; at++) {
    // Inside of a word no name begins: most characters end here.
    if (text.charCodeAt(at) <= gap || (at > 0 && isPlainWord(text.charCodeAt(at - 1)))) continue;
    const [first, second, third] = [foldedCode(text, at), foldedCode(text, at + 1), foldedCode(text, at + 2)];
    if (!shipped.beginnings.has(first, second, third) && !own?.beginnings.has(first, second, third)) continue;
    if (!beginsName(text, at)) continue;
    const found = longest(text, at, shipped);
    const ownFound = own ? longest(text, at, own) : null;
    const best = ownFound && (!found || ownFound.end >= found.end) ? ownFound : found;
    if (!best) continue;
    const address = endOfAddress(text, at);
    if (address === null) candidates.push({ at, end: best.end, named: best.named, accepted: null });
    at = Math.max(best.end, address ?? 0) - 1;
  }
  return candidates;
}

const address =
  /^[("'<[]*(?:[\w.+-]+@[\w.-]+\.\w{2,}|\w+:\/\/|www\.|(?:[\w-]+\.)+(?:com|org|net|io|edu|dev|gov|in|de|fr|es|it|uk)\/)/i;
const longestAddress = 300;

/** Addresses of mail and of the web name domains and folders, no skills. Null outside of one, else where it ends. */
function endOfAddress(text: string, at: number): number | null {
  let from = at;
  while (from > 0 && at - from < longestAddress && text.charCodeAt(from - 1) > gap && text.charCodeAt(from - 1) !== bar)
    from--;
  let to = at;
  while (to < text.length && to - at < longestAddress && text.charCodeAt(to) > gap && text.charCodeAt(to) !== bar) to++;
  return address.test(text.slice(from, to)) ? to : null;
}

function longest(text: string, at: number, root: NameNode): { end: number; named: Named } | null {
  let node = root;
  let best: { end: number; named: Named } | null = null;
  let position = at;
  while (position < text.length) {
    const step = stepFrom(text, position, node);
    if (!step) break;
    ({ node, position } = step);
    if (node.named && endsName(text, position, node.named)) best = { end: position, named: node.named };
  }
  return best;
}

const slash = 0x2f;
const ampersand = 0x26;
const gap = 0x20;
const bar = 0x7c;

/** One step down the tree. A gap may be one or two spaces, a hyphen or an underscore; around "/" and "&" it may be there or not. */
function stepFrom(text: string, from: number, node: NameNode): { node: NameNode; position: number } | null {
  let position = from;
  let code = foldedCode(text, position);
  if (code === gap) {
    position++;
    if (text.charCodeAt(position) === gap) position++;
    const joiner = text.charCodeAt(position);
    const joined = joiner === slash || joiner === ampersand ? node.child(joiner) : undefined;
    if (joined) return { node: joined, position: skipGap(text, position + 1) };
    const next = node.child(gap);
    return next ? { node: next, position } : null;
  }
  const next = node.child(code);
  if (!next) return null;
  position++;
  code = text.charCodeAt(position - 1);
  const joins = (code === slash || code === ampersand) && next.named === null;
  return { node: next, position: joins ? skipGap(text, position) : position };
}

const skipGap = (text: string, at: number): number => (text.charCodeAt(at) === gap ? at + 1 : at);

/** As `folded` in index-names.ts, for one character. Line breaks and tabs part words for good. */
function foldedCode(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 0x80) return code >= 0x41 && code <= 0x5a ? code + 0x20 : code === 0x2d || code === 0x5f ? gap : code;
  if (code === 0xa0 || (code >= 0x2010 && code <= 0x2015)) return gap;
  const lower = text.charAt(at).toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : code;
}

/** Letters and digits of scripts that part words by gaps; Chinese and Japanese names stand beside Latin ones without any. */
export function isWordAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (Number.isNaN(code)) return false;
  if (code < 0x80) return isPlainWord(code);
  return (
    /[\p{L}\p{N}\p{M}]/u.test(text.charAt(at)) &&
    !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text.charAt(at))
  );
}

/** Letters and digits of ASCII, and what stands for them in names of programs. */
const isPlainWord = (code: number): boolean => (code >= 0x30 && code <= 0x39) || isLatin(code) || code === 0x5f;

const isLatin = (code: number): boolean => (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);

function beginsName(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code <= gap) return false;
  if (at === 0) return true;
  if (isWordAt(text, at - 1)) return false;
  const before = text.charAt(at - 1);
  if (before === "@") return false;
  // "Main.java" is a file; in "experience.Java" a space was forgotten.
  if (before === "." && at > 1 && isWordAt(text, at - 2)) return /\p{Lu}/u.test(text.charAt(at));
  return true;
}

/** A version may follow without a gap: "Java8", "HTML5", "Oracle11g". */
const version = /\d{1,2}(?:\.\d+)*[a-z+]?(?![\p{L}\p{N}_])/uy;

function endsName(text: string, end: number, named: Named): boolean {
  if (end >= text.length) return true;
  const last = text.charAt(end - 1);
  if (isWordAt(text, end)) {
    if (!isWordAt(text, end - 1)) return false;
    if (named.form.length < 3 || named.rule === "word" || !/\p{L}/u.test(last)) return false;
    version.lastIndex = end;
    return version.test(text);
  }
  const next = text.charAt(end);
  if (next === "@") return false;
  if (named.form.length === 1 && /[+#&*'’]/.test(next)) return false;
  // "java.util" and "oracle.com" are longer names.
  return !(next === "." && /[\p{Ll}]/u.test(text.charAt(end + 1)));
}
