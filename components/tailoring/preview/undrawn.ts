import { markedParagraph } from "@/lib/tailoring/preview/paragraph-mark";

/** A paragraph of a file that could not be drawn, counted as in the file that was drawn. */
export interface UndrawnParagraph {
  paragraph: number;
  text: string;
}

/** The paragraphs of a main part that have words of their own and are not among those that were drawn: nothing is lost without a word. */
export function undrawnOf(main: XMLDocument | undefined, drawn: ReadonlyMap<number, unknown>): UndrawnParagraph[] {
  if (!main) return [];
  return [...main.getElementsByTagNameNS("*", "p")].flatMap((element) => {
    const numbers = marksOf(element);
    const [paragraph] = numbers;
    if (paragraph === undefined || numbers.some((number) => drawn.has(number))) return [];
    const text = wordsOf(element).trim();
    return text ? [{ paragraph, text }] : [];
  });
}

/** The numbers that a paragraph carries: its own first, then those of its other copies. */
const marksOf = (element: Element): number[] =>
  [...element.children].flatMap((child) => {
    const name = child.localName === "bookmarkStart" ? markOf(child) : null;
    return name === null ? [] : [name];
  });

function markOf(mark: Element): number | null {
  const name = [...mark.attributes].find(({ localName }) => localName === "name")?.value ?? "";
  return markedParagraph(name);
}

/** Words of a paragraph itself, without those of boxes that hang on it. */
function wordsOf(element: Element): string {
  let words = "";
  for (const child of element.children) {
    if (child.localName === "t") words += child.textContent ?? "";
    else if (child.localName === "tab" || child.localName === "br") words += " ";
    else if (child.localName !== "p" && child.localName !== "txbxContent" && child.localName !== "delText")
      words += wordsOf(child);
  }
  return words;
}
