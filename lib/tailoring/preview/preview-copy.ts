import type { OpenDocx } from "@/lib/documents/package/open-docx";
import { findPart } from "@/lib/documents/package/opc";
import { replaceEntries } from "@/lib/documents/package/replace-entries";
import { childElements, childNamed } from "@/lib/documents/xml/cursor";
import { encodeXml } from "@/lib/documents/xml/encode";
import { encodeText } from "@/lib/documents/xml/entities";
import { ancestorsOf, parentsOf } from "@/lib/documents/xml/parents";
import { tokenizeXml, type XmlDocument } from "@/lib/documents/xml/tokens";
import { controlEdits } from "./control-edits";
import { drawingBoxEdits } from "./drawing-boxes";
import { paragraphMark, pointMark } from "./paragraph-mark";
import { vmlBoxEdits } from "./vml-boxes";
import { withoutUndrawn } from "./without-undrawn";

/** A paragraph that is a new line, and the point that it holds. */
export interface AddedLine {
  paragraph: number;
  pointId: string;
}

/**
 * A copy of a DOCX for the eyes alone, in which each `w:p` carries a bookmark that says its number, counted as the reader counts; what
 * draws the document keeps bookmarks, so that a place on the screen is a paragraph of the file. A text box is stored twice and drawn
 * once: both copies carry both numbers; and what would not be drawn, as boxes in a group, stands as something that is. A line that was put in says its point too. Never stored, never handed out as the person's document.
 */
export function previewCopy(docx: OpenDocx, added: readonly AddedLine[] = []): Uint8Array {
  const { zip } = docx.package;
  const entry = findPart(zip, docx.mainPart)!;
  const source = asDrawn(withoutUndrawn(withMarks(docx.main, added)));
  return replaceEntries(zip, new Map([[entry.name, encodeXml(source, docx.form)]]));
}

/** A source in which all that has words is of a kind that is drawn. */
function asDrawn(source: string): string {
  if (!/txbxContent|:pict\b|:sdt\b/.test(source)) return source;
  const document = tokenizeXml(source);
  const edits = [...vmlBoxEdits(document), ...drawingBoxEdits(document), ...controlEdits(document)];
  edits.sort((one, other) => one.from - other.from);
  const pieces: string[] = [];
  let at = 0;
  for (const { from, to, text } of edits) {
    pieces.push(source.slice(at, from), text);
    at = to;
  }
  return [...pieces, source.slice(at)].join("");
}

/** The source of a main part with a bookmark at the beginning of each paragraph. */
function withMarks(document: XmlDocument, added: readonly AddedLine[]): string {
  const { source, tokens } = document;
  const paragraphs = paragraphsOf(document);
  const twins = twinsOf(document, paragraphs);
  const points = new Map(added.map(({ paragraph, pointId }) => [paragraph, pointId]));
  const pieces: string[] = [];
  let from = 0;
  let id = marksFrom;
  paragraphs.forEach((element, number) => {
    const token = tokens[element]!;
    const written = source.slice(token.start + 1, token.end).match(/^[^\s/>]+/)![0];
    const prefix = written.includes(":") ? written.slice(0, written.indexOf(":") + 1) : "";
    // An attribute without prefix would be in no namespace; whoever draws goes by the local name.
    const numbers = [number, ...(twins.get(number) ?? [])];
    const names = numbers.flatMap((one) => {
      const point = points.get(one);
      return point === undefined ? [paragraphMark(one)] : [paragraphMark(one), pointMark(one, point)];
    });
    const marks = names.map(
      (name) => `<${prefix}bookmarkStart ${prefix}id="${(id += 1)}" ${prefix}name="${encodeAttribute(name)}"/>`,
    );
    if (token.kind === "empty") {
      pieces.push(source.slice(from, token.end).replace(/\/>$/, ">"), ...marks, `</${written}>`);
      from = token.end;
      return;
    }
    const properties = childNamed(document, element, "w:pPr");
    const at = properties < 0 ? token.end : tokens[tokens[properties]!.match]!.end;
    pieces.push(source.slice(from, at), ...marks);
    from = at;
  });
  pieces.push(source.slice(from));
  return pieces.join("");
}

/** Above the numbers that bookmarks of a document have. */
const marksFrom = 1_000_000;

const encodeAttribute = (text: string): string => encodeText(text).replace(/"/g, "&quot;");

const paragraphsOf = ({ tokens }: XmlDocument): number[] =>
  [...tokens.keys()].filter(
    (at) => tokens[at]!.name === "w:p" && (tokens[at]!.kind === "start" || tokens[at]!.kind === "empty"),
  );

/** Of each paragraph in one copy of a text box those at the same place in the others, where the copies have as many. */
function twinsOf(document: XmlDocument, paragraphs: readonly number[]): Map<number, number[]> {
  const { tokens } = document;
  const parents = parentsOf(document);
  const copies = new Map<number, number[]>();
  paragraphs.forEach((element, number) => {
    for (const around of ancestorsOf(parents, element)) {
      const { name } = tokens[around]!;
      if (name === "mc:Choice" || name === "mc:Fallback") copies.set(around, [...(copies.get(around) ?? []), number]);
      // Of boxes within boxes the innermost copy decides.
      if (name === "mc:AlternateContent") break;
    }
  });
  const twins = new Map<number, number[]>();
  for (const alternate of new Set([...copies.keys()].map((copy) => parents[copy]!))) {
    const lists = childElements(document, alternate).flatMap((child) =>
      copies.has(child) ? [copies.get(child)!] : [],
    );
    if (lists.length < 2 || lists.some((list) => list.length !== lists[0]!.length)) continue;
    for (const list of lists)
      list.forEach((number, at) =>
        twins.set(
          number,
          lists.flatMap((other) => (other === list ? [] : [other[at]!])),
        ),
      );
  }
  return twins;
}
