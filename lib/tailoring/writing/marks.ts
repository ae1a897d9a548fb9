import { childElements, childNamed } from "@/lib/documents/xml/cursor";
import type { Insertion } from "@/lib/documents/xml/splice";
import type { XmlDocument } from "@/lib/documents/xml/tokens";
import { encodeText } from "@/lib/documents/xml/entities";
import { attributePrefixAt, prefixAt } from "./dialect";
import { ownProperties, sameProperties, writtenProperties, type Properties } from "./properties";

/** Who is told as the author of tracked changes, and when they were made (ISO 8601, without a fraction of a second). */
export interface Author {
  name: string;
  date: string;
}

/** Writes marks of tracked insertions (ECMA-376 part 1, 17.13.5.18 and 17.13.5.20), each with a number of its own. */
export class Mark {
  private next: number;

  constructor(
    private readonly author: Author,
    private readonly document: XmlDocument,
  ) {
    let highest = 0;
    for (const [, id] of document.source.matchAll(/\s[\w-]*:?id\s*=\s*["'](\d{1,9})["']/g))
      highest = Math.max(highest, Number(id));
    this.next = highest + 1;
  }

  /** Runs as an insertion, written as the element is. */
  around(runs: string, like: number): string {
    const w = prefixAt(this.document, like);
    return `<${w}ins${this.attributes(like)}>${runs}</${w}ins>`;
  }

  /** Properties of a new paragraph whose end is inserted with it. */
  withEnd(properties: Properties, like: number): string {
    const w = prefixAt(this.document, like);
    return writtenProperties(properties, w, { inserted: `<${w}ins${this.attributes(like)}/>` });
  }

  /**
   * Properties of a new paragraph whose end is not inserted, because the one before gave up its own for it: when the insertion is refused that
   * one's text ends up here, so that its properties are what this one had before.
   */
  takingOver(properties: Properties, before: number, like: number): string {
    const w = prefixAt(this.document, like);
    const old = ownProperties(this.document, before);
    if (sameProperties(properties, old)) return writtenProperties(properties, w);
    const sameEnd = JSON.stringify(old.end) === JSON.stringify(properties.end);
    const sameParagraph = JSON.stringify(old.paragraph) === JSON.stringify(properties.paragraph);
    return writtenProperties(properties, w, {
      endChange: sameEnd
        ? ""
        : `<${w}rPrChange${this.attributes(like)}><${w}rPr>${old.end.join("")}</${w}rPr></${w}rPrChange>`,
      paragraphChange: sameParagraph
        ? ""
        : `<${w}pPrChange${this.attributes(like)}><${w}pPr>${old.paragraph.join("")}</${w}pPr></${w}pPrChange>`,
    });
  }

  /**
   * What goes into a paragraph that stands in the document already, so that its end counts as inserted. Nothing of it is taken out: an empty tag is
   * opened before its "/>", which closes the mark instead. Null where the end or the properties are a change already.
   */
  endWithin(paragraph: number): Insertion[] | null {
    if (!takesMark(this.document, paragraph)) return null;
    const token = (at: number) => this.document.tokens[at]!;
    const w = prefixAt(this.document, paragraph);
    const begun = `<${w}ins${this.attributes(paragraph)}`;
    const opened = (element: number, before: string, behind: string): Insertion[] => [
      { at: token(element).end - 2, text: `>${before}${begun}` },
      { at: token(element).end, text: behind },
    ];
    if (token(paragraph).kind === "empty")
      return opened(paragraph, `<${w}pPr><${w}rPr>`, `</${w}rPr></${w}pPr></${w}p>`);
    const properties = childNamed(this.document, paragraph, "w:pPr");
    if (properties < 0) return [{ at: token(paragraph).end, text: `<${w}pPr><${w}rPr>${begun}/></${w}rPr></${w}pPr>` }];
    if (token(properties).kind === "empty") return opened(properties, `<${w}rPr>`, `</${w}rPr></${w}pPr>`);
    const own = childNamed(this.document, properties, "w:rPr");
    if (own >= 0) {
      if (token(own).kind === "empty") return opened(own, "", `</${w}rPr>`);
      return [{ at: token(own).end, text: `${begun}/>` }];
    }
    // A section comes after the properties of the end (CT_PPr).
    const section = childElements(this.document, properties).find((at) => token(at).name === "w:sectPr");
    const at = section === undefined ? token(token(properties).match).start : token(section).start;
    return [{ at, text: `<${w}rPr>${begun}/></${w}rPr>` }];
  }

  private attributes(like: number): string {
    const prefix = attributePrefixAt(this.document, like);
    const id = this.next++;
    const name = encodeText(this.author.name).replace(/"/g, "&quot;");
    return ` ${prefix}id="${id}" ${prefix}author="${name}" ${prefix}date="${this.author.date}"`;
  }
}

/** Whether the end of a paragraph can be marked as inserted: not where it or the properties are a change already. */
export function takesMark(document: XmlDocument, paragraph: number): boolean {
  const properties = childNamed(document, paragraph, "w:pPr");
  if (properties < 0) return true;
  const own = childNamed(document, properties, "w:rPr");
  const has = (element: number, name: string): boolean => element >= 0 && childNamed(document, element, name) >= 0;
  const changes = ["w:ins", "w:del", "w:moveFrom", "w:moveTo", "w:rPrChange"];
  return !has(properties, "w:pPrChange") && !changes.some((name) => has(own, name));
}
