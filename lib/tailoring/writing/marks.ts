import { childNamed } from "@/lib/documents/xml/cursor";
import { encodeText } from "@/lib/documents/xml/entities";
import type { Insertion } from "@/lib/documents/xml/splice";
import type { XmlDocument } from "@/lib/documents/xml/tokens";

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
    /** Prefix of elements, and the one of attributes, which is never empty. */
    private readonly prefixes: { element: string; attribute: string },
    source: string,
  ) {
    let highest = 0;
    for (const [, id] of source.matchAll(/\s[\w-]*:?id="(\d{1,9})"/g)) highest = Math.max(highest, Number(id));
    this.next = highest + 1;
  }

  /** Runs as an insertion. */
  around(runs: string): string {
    const { element } = this.prefixes;
    return `<${element}ins${this.attributes()}>${runs}</${element}ins>`;
  }

  /** The properties of a paragraph whose end is inserted; given as they are copied, "" where it has none. */
  endOf(properties: string): string {
    const { element: w } = this.prefixes;
    const ended = `<${w}ins${this.attributes()}/>`;
    if (properties === "") return `<${w}pPr><${w}rPr>${ended}</${w}rPr></${w}pPr>`;
    const empty = `<${w}pPr/>`;
    if (properties.replace(/\s+/g, "") === empty) return `<${w}pPr><${w}rPr>${ended}</${w}rPr></${w}pPr>`;
    const own = ownRunProperties(properties, w);
    if (!own) return properties.replace(new RegExp(`</${w}pPr\\s*>$`), `<${w}rPr>${ended}</${w}rPr></${w}pPr>`);
    const [from, to, isEmpty] = own;
    return isEmpty
      ? `${properties.slice(0, from)}<${w}rPr>${ended}</${w}rPr>${properties.slice(to)}`
      : properties.slice(0, to) + ended + properties.slice(to);
  }

  /**
   * What goes into a paragraph that stands in the document already, so that its end counts as inserted. Null where that cannot be done by adding
   * alone, because its properties are written as an empty tag.
   */
  endWithin(document: XmlDocument, paragraph: number): Insertion | null {
    const { element: w } = this.prefixes;
    const ended = `<${w}ins${this.attributes()}/>`;
    const token = (at: number) => document.tokens[at]!;
    const properties = childNamed(document, paragraph, "w:pPr");
    if (properties < 0) return { at: token(paragraph).end, text: `<${w}pPr><${w}rPr>${ended}</${w}rPr></${w}pPr>` };
    if (token(properties).kind === "empty") return null;
    const own = childNamed(document, properties, "w:rPr");
    if (own >= 0) return token(own).kind === "empty" ? null : { at: token(own).end, text: ended };
    // Section and change come after the properties of the mark (CT_PPr).
    const after = ["w:sectPr", "w:pPrChange"]
      .map((name) => childNamed(document, properties, name))
      .find((at) => at >= 0);
    const at = after === undefined ? token(token(properties).match).start : token(after).start;
    return { at, text: `<${w}rPr>${ended}</${w}rPr>` };
  }

  private attributes(): string {
    const { attribute } = this.prefixes;
    const id = this.next++;
    const name = encodeText(this.author.name).replace(/"/g, "&quot;");
    return ` ${attribute}id="${id}" ${attribute}author="${name}" ${attribute}date="${this.author.date}"`;
  }
}

/** The `rPr` that is a child of `pPr` itself: from, behind its start tag, and whether it is empty. */
function ownRunProperties(properties: string, w: string): readonly [number, number, boolean] | null {
  const tag = new RegExp(`<${w}rPr\\s*(/?)>`, "g");
  const found = [...properties.matchAll(tag)].at(-1);
  if (!found) return null;
  return [found.index, found.index + found[0].length, found[1] === "/"];
}
