import { childElements, childNamed } from "@/lib/documents/xml/cursor";
import { copyWithout } from "@/lib/documents/xml/copy";
import type { InsertedRange } from "@/lib/documents/xml/splice";
import type { XmlDocument } from "@/lib/documents/xml/tokens";

export type Verdict = "accept" | "reject";

/**
 * The paragraphs of a document as text, as they are once our own tracked insertions are accepted or rejected: what a word processor makes of
 * them. Inserted text goes when it is rejected; an inserted end of a paragraph joins what it held with the paragraph that follows, which keeps its
 * own properties. Only marks that lie in `ours` are looked at; what others have marked stays as it is. Each paragraph is told by its properties
 * and what stands in it, as written.
 */
export function resolved(document: XmlDocument, ours: readonly InsertedRange[], verdict: Verdict): string[] {
  const { tokens } = document;
  const isOurs = (at: number) => {
    const { start } = tokens[at]!;
    return ours.some(({ from, to }) => start >= from && start < to);
  };
  const ownMark = (name: string, at: number) => name === "w:ins" && isOurs(at);
  const paragraphs: string[] = [];
  let carried = "";
  tokens.forEach((token, at) => {
    if (token.name !== "w:p" || (token.kind !== "start" && token.kind !== "empty")) return;
    if (token.kind === "empty") return void paragraphs.push(`${carried}¶`);
    const properties = childNamed(document, at, "w:pPr");
    const marks = properties < 0 ? -1 : childNamed(document, properties, "w:rPr");
    const inserted = marks >= 0 && childElements(document, marks).some((child) => ownMark(tokens[child]!.name, child));
    const content = childElements(document, at)
      .filter((child) => child !== properties)
      .map((child) => {
        // Paragraphs of a text box inside this one are told on their own.
        if (!ownMark(tokens[child]!.name, child)) return copyWithout(document, child, (name) => name === "w:p");
        return verdict === "reject"
          ? ""
          : document.source.slice(tokens[child]!.end, tokens[tokens[child]!.match]!.start);
      })
      .join("");
    if (inserted && verdict === "reject") {
      carried += content;
      return;
    }
    const own =
      properties < 0
        ? ""
        : copyWithout(
            document,
            properties,
            (name, child) => ownMark(name, child) || isEmptied(document, child, ownMark),
          );
    paragraphs.push(`${carried}${content}¶${withoutEmpty(own)}`);
    carried = "";
  });
  return paragraphs;
}

/** Properties that hold nothing but our mark came with it, and go with it. */
function isEmptied(document: XmlDocument, element: number, ownMark: (name: string, at: number) => boolean): boolean {
  const { name, kind } = document.tokens[element]!;
  if (name !== "w:rPr" || kind !== "start") return false;
  const children = childElements(document, element);
  return children.length > 0 && children.every((child) => ownMark(document.tokens[child]!.name, child));
}

const withoutEmpty = (properties: string): string => properties.replace(/^<([\w-]*:?)pPr>\s*<\/\1pPr>$/, "");
