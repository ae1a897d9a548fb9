import { childElements, type ElementIndex } from "./cursor";
import type { XmlDocument } from "./tokens";

/** Where an element ends in the source: behind its end tag. */
export function endOf({ tokens }: XmlDocument, element: ElementIndex): number {
  const token = tokens[element]!;
  return tokens[token.match]!.end;
}

export const sourceOf = (document: XmlDocument, element: ElementIndex): string =>
  document.source.slice(document.tokens[element]!.start, endOf(document, element));

/** The source of an element without those of its descendants that are not wanted. */
export function copyWithout(
  document: XmlDocument,
  element: ElementIndex,
  unwanted: (name: string, element: ElementIndex) => boolean,
): string {
  const pieces: string[] = [];
  let from = document.tokens[element]!.start;
  const visit = (parent: ElementIndex): void => {
    for (const child of childElements(document, parent)) {
      if (unwanted(document.tokens[child]!.name, child)) {
        pieces.push(document.source.slice(from, document.tokens[child]!.start));
        from = endOf(document, child);
      } else visit(child);
    }
  };
  visit(element);
  pieces.push(document.source.slice(from, endOf(document, element)));
  return pieces.join("");
}
