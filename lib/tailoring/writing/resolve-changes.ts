import { childElements, childNamed } from "@/lib/documents/xml/cursor";
import { copyWithout, sourceOf } from "@/lib/documents/xml/copy";
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
    const own = decided(document, properties, "w:pPrChange", isOurs, verdict);
    const end = decided(document, marks, "w:rPrChange", isOurs, verdict).filter(({ mark }) => !mark);
    const looks = [...own.filter(({ name }) => name !== "w:rPr"), ...end].map(({ source }) => source).join("");
    paragraphs.push(`${carried}${content}¶${looks}`);
    carried = "";
  });
  return paragraphs;
}

interface Property {
  name: string;
  source: string;
  /** One of our own marks of an inserted end. */
  mark: boolean;
}

/** The properties in an element, or those that it had before where our change of them is refused. */
function decided(
  document: XmlDocument,
  element: number,
  change: string,
  isOurs: (at: number) => boolean,
  verdict: Verdict,
): Property[] {
  if (element < 0) return [];
  const children = childElements(document, element);
  const changed = children.find((child) => document.tokens[child]!.name === change && isOurs(child));
  const before = changed === undefined || verdict === "accept" ? undefined : childElements(document, changed)[0];
  return (before === undefined ? children.filter((child) => child !== changed) : childElements(document, before)).map(
    (child) => {
      const { name } = document.tokens[child]!;
      return { name, source: sourceOf(document, child), mark: name === "w:ins" && isOurs(child) };
    },
  );
}
