import type { ElementIndex } from "./cursor";
import type { XmlDocument } from "./tokens";

/** The element around each token, -1 at the outermost. An end tag has the parent of its start tag. */
export function parentsOf(document: XmlDocument): Int32Array {
  const before = known.get(document);
  if (before) return before;
  const { tokens } = document;
  const parents = new Int32Array(tokens.length);
  let inside: ElementIndex = -1;
  for (let at = 0; at < tokens.length; at++) {
    const { kind } = tokens[at]!;
    if (kind === "end") inside = parents[tokens[at]!.match]!;
    parents[at] = inside;
    if (kind === "start") inside = at;
  }
  known.set(document, parents);
  return parents;
}

/** A document never changes once it is read, and several ask for the same. */
const known = new WeakMap<XmlDocument, Int32Array>();

/** The elements around one, from the inside out. */
export function* ancestorsOf(parents: Int32Array, element: ElementIndex): Generator<ElementIndex> {
  for (let at = parents[element] ?? -1; at >= 0; at = parents[at] ?? -1) yield at;
}
