import { parentsOf } from "@/lib/documents/xml/parents";
import { tokenizeXml, type XmlDocument } from "@/lib/documents/xml/tokens";

/**
 * A source without what the library that draws does not look at: outlines of shapes, the second sizes of scripts that are not used, which
 * edit a line came from. Reading the source is most of a browser's work on the way to a drawing, and of some documents two thirds are of
 * that kind. No word is taken out, nor what says where a word stands or how it looks.
 */
export function withoutUndrawn(source: string): string {
  const document = tokenizeXml(source);
  const { tokens } = document;
  const parents = parentsOf(document);
  const prefixes = new Set<string>();
  const pieces: string[] = [];
  let from = 0;
  for (let at = 0; at < tokens.length; at++) {
    const { kind, start, end, match } = tokens[at]!;
    if (kind !== "start" && kind !== "empty") continue;
    if (isUndrawn(document, parents, at)) {
      pieces.push(source.slice(from, start));
      from = tokens[match]!.end;
      at = match;
      continue;
    }
    const tag = source.slice(start, end);
    const less = tag.replace(undrawnAttributes, "");
    for (const [, prefix] of less.matchAll(prefixInTag)) prefixes.add(prefix!);
    if (less.length === tag.length) continue;
    pieces.push(source.slice(from, start), less);
    from = end;
  }
  pieces.push(source.slice(from));
  return withoutUnused(pieces.join(""), prefixes);
}

/** The history of edits, marks by which editors know a paragraph again, and the copy of a shape for an older Word. */
const undrawnAttributes = /\s[^\s=:]+:(?:rsid\w*|paraId|textId|gfxdata)\s*=\s*(?:"[^"]*"|'[^']*')/g;
const prefixInTag = /[<\s]([^\s:=<>/"']+):/g;

const undrawnElements = new Set([
  ...["w:proofErr", "w:noProof", "w:webHidden", "w:kern", "w:w", "w:bCs", "w:iCs", "w:szCs"],
  ...["w:autoSpaceDE", "w:autoSpaceDN", "w:adjustRightInd", "w:snapToGrid", "w:widowControl", "w:suppressLineNumbers"],
]);

/** Of drawings: what a shape looks like beyond its place, its size and its words. */
const undrawnOfShapes = /:(?:custGeom|effectLst|extLst|ln)$/;

function isUndrawn({ tokens }: XmlDocument, parents: Int32Array, at: number): boolean {
  const { name } = tokens[at]!;
  if (undrawnElements.has(name) || undrawnOfShapes.test(name)) return true;
  // The room between the letters; of a paragraph it is the room between lines, which is drawn.
  return name === "w:spacing" && tokens[parents[at]!]?.name === "w:rPr";
}

/** Each name that the first tag binds costs a little at every other tag. */
function withoutUnused(source: string, used: ReadonlySet<string>): string {
  const root = /<[^?!][^>]*>/.exec(source);
  if (!root) return source;
  const [tag] = root;
  const less = tag.replace(/\sxmlns:([^\s=]+)\s*=\s*(?:"[^"]*"|'[^']*')/g, (binding, prefix: string) =>
    used.has(prefix) ? binding : "",
  );
  return source.slice(0, root.index) + less + source.slice(root.index + tag.length);
}
