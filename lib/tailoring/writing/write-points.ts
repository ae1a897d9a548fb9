import { attribute, childElements, childNamed } from "@/lib/documents/xml/cursor";
import { endOf } from "@/lib/documents/xml/copy";
import { ancestorsOf, parentsOf } from "@/lib/documents/xml/parents";
import type { Insertion } from "@/lib/documents/xml/splice";
import type { XmlDocument } from "@/lib/documents/xml/tokens";
import type { DocxParagraph } from "@/lib/resumes/reading/docx-paragraphs";
import { TailoringRefused } from "@/lib/tailoring/refused";
import { Mark, type Author } from "./marks";
import { newParagraph, type Dialect } from "./new-paragraph";
import { siblingAmong, type Sibling } from "./siblings";

/** A point and its place: behind which paragraph, and among which bullets. */
export interface Placement {
  /** Number of the paragraph behind which the point goes. Points behind the same one stand in the order in which they are given. */
  after: number;
  /** Numbers of the bullets of its role, from which its looks are taken; the document's other bullets where the role has none. */
  bullets: readonly number[];
  text: string;
}

/** What is known of a new paragraph, for the check of the finished document. */
export interface Written {
  placement: Placement;
  /** Numbers of the paragraphs that it stands behind and is made after: those of the copy in which it stands. */
  after: number;
  sibling: number;
}

/** Everything that goes into the main part, and what it is. Refuses with {@link TailoringRefused}. */
export function writePoints(
  document: XmlDocument,
  paragraphs: readonly DocxParagraph[],
  placements: readonly Placement[],
  author?: Author,
): { insertions: Insertion[]; written: Written[] } {
  const writer = new Writer(document, paragraphs, author);
  const behind = new Map<number, Placement[]>();
  for (const placement of placements) behind.set(placement.after, [...(behind.get(placement.after) ?? []), placement]);
  for (const [after, group] of [...behind].sort(([one], [other]) => one - other)) {
    writer.write(after, group);
    const twin = writer.twinOf(after);
    if (twin !== null) writer.write(twin, group, true);
  }
  return { insertions: writer.insertions, written: writer.written };
}

class Writer {
  readonly insertions: Insertion[] = [];
  readonly written: Written[] = [];
  private readonly parents: Int32Array;
  private readonly byElement: ReadonlyMap<number, DocxParagraph>;
  private readonly paragraphIds: Set<string>;
  private readonly marks: Mark | null;

  constructor(
    private readonly document: XmlDocument,
    private readonly paragraphs: readonly DocxParagraph[],
    author: Author | undefined,
  ) {
    this.parents = parentsOf(document);
    this.byElement = new Map(paragraphs.map((paragraph) => [paragraph.element, paragraph]));
    this.paragraphIds = new Set(
      [...document.source.matchAll(/paraId\s*=\s*["']([0-9A-Fa-f]{8})/g)].map(([, id]) => id!.toUpperCase()),
    );
    const element = this.prefixOf(paragraphs[0]?.element ?? -1);
    this.marks = author
      ? new Mark(author, { element, attribute: this.attributePrefix(element) }, document.source)
      : null;
  }

  /** Points behind one paragraph, each made after the bullet of its role that stands in the same copy of a text box. */
  write(after: number, group: readonly Placement[], inTwin = false): void {
    const anchor = this.paragraphs[after];
    if (!anchor) throw new TailoringRefused("not-in-role", [`paragraph ${after}`]);
    this.refuseLocks(anchor);
    const at = endOf(this.document, anchor.element);
    // At the end of a cell or of the text nothing follows that could take in the end of a refused paragraph: its mark goes to the one before.
    const last = this.marks !== null && !this.isFollowed(anchor.element);
    if (last) {
      const mark = this.marks!.endWithin(this.document, anchor.element);
      if (!mark) throw new TailoringRefused("cannot-track", [`paragraph ${after}`]);
      this.insertions.push(mark);
    }
    group.forEach((placement, position) => {
      const sibling = this.siblingFor(placement, anchor, inTwin);
      const end = !last || position < group.length - 1;
      const properties = last ? childNamed(this.document, anchor.element, "w:pPr") : undefined;
      const text = newParagraph(
        this.document,
        sibling,
        placement.text,
        this.dialectAt(anchor.element),
        this.marks ? { mark: this.marks, end, ...(properties === undefined ? {} : { properties }) } : undefined,
      );
      this.insertions.push({ at, text });
      this.written.push({ placement, after, sibling: sibling.paragraph.index });
    });
  }

  private siblingFor({ bullets }: Placement, anchor: DocxParagraph, inTwin: boolean): Sibling {
    const here = (all: readonly DocxParagraph[]) =>
      siblingAmong(
        this.document,
        all.filter(({ copy }) => (copy === "fallback") === inTwin),
      );
    const own = bullets.flatMap((number) => {
      const twin = inTwin ? this.twinOf(number) : number;
      return twin === null ? [] : (this.paragraphs[twin] ?? []);
    });
    const near = own.filter(({ container }) => container === anchor.container);
    // A role without bullets gets those that the document has elsewhere, in the same kind of container.
    const others = this.paragraphs.filter(
      ({ list, container }) => list !== null && !list.ordered && container === anchor.container,
    );
    const found = here(near) ?? here(own) ?? here(others);
    if (!found) throw new TailoringRefused("no-sibling", [`paragraph ${anchor.index}`]);
    return found;
  }

  /** The same paragraph in the other copy of a text box: null where there is one copy only. Refuses copies that differ. */
  twinOf(number: number): number | null {
    const paragraph = this.paragraphs[number];
    if (paragraph?.copy !== "choice") return null;
    const { tokens } = this.document;
    const choice = [...ancestorsOf(this.parents, paragraph.element)].find((at) => tokens[at]!.name === "mc:Choice");
    const around = choice === undefined ? -1 : this.parents[choice]!;
    const fallback = around < 0 ? -1 : childNamed(this.document, around, "mc:Fallback");
    if (choice === undefined || fallback < 0) return null;
    const inside = (element: number) =>
      this.paragraphs.filter((one) => one.element > element && one.element < tokens[element]!.match);
    const [first, second] = [inside(choice), inside(fallback)];
    if (second.length === 0) return null;
    const twin = second[first.indexOf(paragraph)];
    if (first.length !== second.length || twin?.text !== paragraph.text)
      throw new TailoringRefused("two-copies", [`paragraph ${number}`]);
    return twin.index;
  }

  /** Whether a paragraph stands directly behind another, which takes it in when its end is refused. */
  private isFollowed(element: number): boolean {
    const siblings = childElements(this.document, this.parents[element]!);
    const next = siblings
      .slice(siblings.indexOf(element) + 1)
      .find(
        (at) =>
          !/^w:(?:bookmark|permStart|permEnd|proofErr|comment|move|customXml)/.test(this.document.tokens[at]!.name),
      );
    return next !== undefined && this.byElement.has(next);
  }

  private refuseLocks({ element, index }: DocxParagraph): void {
    for (const around of ancestorsOf(this.parents, element)) {
      if (this.document.tokens[around]!.name !== "w:sdt") continue;
      const properties = childNamed(this.document, around, "w:sdtPr");
      const lock = properties < 0 ? -1 : childNamed(this.document, properties, "w:lock");
      const kind = lock < 0 ? "" : (attribute(this.document, lock, "w:val") ?? "");
      const single = properties >= 0 && childNamed(this.document, properties, "w:text") >= 0;
      if (single || kind === "contentLocked" || kind === "sdtContentLocked")
        throw new TailoringRefused("locked-content", [`paragraph ${index}`]);
    }
  }

  private dialectAt(element: number): Dialect {
    return {
      prefix: this.prefixOf(element),
      paragraphId: () => {
        // Below 0x80000000 (ISO/IEC 29500 extension w14:paraId), and free: counted up from what the file has.
        let candidate = 0x4c460000 + this.paragraphIds.size;
        const written = () => candidate.toString(16).toUpperCase().padStart(8, "0");
        while (this.paragraphIds.has(written())) candidate += 1;
        this.paragraphIds.add(written());
        return written();
      },
    };
  }

  /** What the file writes before the names of its own elements: "w:" as a rule. */
  private prefixOf(element: number): string {
    const token = this.document.tokens[element];
    if (!token) return "w:";
    return /^<([^\s>/]*:)?/.exec(this.document.source.slice(token.start, token.end))?.[1] ?? "";
  }

  /** Attributes are in a namespace only with a prefix, also where elements need none. */
  private attributePrefix(element: string): string {
    if (element !== "") return element;
    const bound =
      /\sxmlns:([\w-]+)\s*=\s*["'](?:http:\/\/schemas\.openxmlformats\.org\/wordprocessingml\/2006\/main|http:\/\/purl\.oclc\.org\/ooxml\/wordprocessingml\/main)["']/;
    const prefix = bound.exec(this.document.source)?.[1];
    if (prefix === undefined) throw new TailoringRefused("cannot-track", ["no prefix for attributes"]);
    return `${prefix}:`;
  }
}
