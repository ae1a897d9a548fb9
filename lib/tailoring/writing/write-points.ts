import { endOf } from "@/lib/documents/xml/copy";
import type { Insertion } from "@/lib/documents/xml/splice";
import type { XmlDocument } from "@/lib/documents/xml/tokens";
import type { DocxParagraph } from "@/lib/resumes/reading/docx-paragraphs";
import { TailoringRefused } from "@/lib/tailoring/refused";
import { Mark, type Author } from "./marks";
import { newParagraph } from "./new-paragraph";
import { Places } from "./places";
import { pointText } from "./point-text";
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
  /** Where the placement stands among those that were given. */
  place: number;
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
  const behind = new Map<number, Placed[]>();
  for (const [place, placement] of placements.entries()) {
    const text = pointText(placement.text);
    if (text === "") throw new TailoringRefused("empty-point");
    behind.set(placement.after, [...(behind.get(placement.after) ?? []), { ...placement, text, place }]);
  }
  for (const [after, group] of [...behind].sort(([one], [other]) => one - other)) {
    const block = writer.places.blockOf(after);
    if (block) throw new TailoringRefused(block, [`paragraph ${after}`]);
    writer.write(after, group);
    const twin = writer.places.twinOf(after);
    if (twin !== null) writer.write(twin, group, true);
  }
  return { insertions: writer.insertions, written: writer.written };
}

type Placed = Placement & { place: number };

class Writer {
  readonly insertions: Insertion[] = [];
  readonly written: Written[] = [];
  readonly places: Places;
  private readonly siblings = new Map<string, Sibling>();
  private readonly paragraphIds: Set<string>;
  private readonly marks: Mark | null;

  constructor(
    private readonly document: XmlDocument,
    private readonly paragraphs: readonly DocxParagraph[],
    author: Author | undefined,
  ) {
    this.places = new Places(document, paragraphs);
    this.paragraphIds = new Set(
      document.source.includes("paraId")
        ? [...document.source.matchAll(/paraId\s*=\s*["']([0-9A-Fa-f]{8})/g)].map(([, id]) => id!.toUpperCase())
        : [],
    );
    this.marks = author ? new Mark(author, document) : null;
  }

  /** Points behind one paragraph, each made after the bullet of its role that stands in the same copy of a text box. */
  write(after: number, group: readonly Placed[], inTwin = false): void {
    const anchor = this.paragraphs[after]!;
    const at = endOf(this.document, anchor.element);
    // At the end of a cell or of the text nothing follows that could take in the end of a refused paragraph: its mark goes to the one before.
    const last = this.marks !== null && !this.places.isFollowed(anchor.element);
    if (last) {
      const marks = this.marks!.endWithin(anchor.element);
      if (!marks) throw new TailoringRefused("cannot-track", [`paragraph ${after}`]);
      this.insertions.push(...marks);
    }
    group.forEach((placement, position) => {
      const sibling = this.siblingFor(placement, anchor, inTwin);
      const takesEnd = last && position === group.length - 1;
      const text = newParagraph(
        this.document,
        sibling,
        placement.text,
        { paragraphId: this.paragraphId, scope: this.document.tokens[this.places.parents[anchor.element]!]!.scope },
        this.marks ? { mark: this.marks, takesEndOf: takesEnd ? anchor.element : null } : undefined,
      );
      this.insertions.push({ at, text });
      this.written.push({ placement, place: placement.place, after, sibling: sibling.paragraph.index });
    });
  }

  /** Points of one role have one sibling in each kind of place, which is looked for once. */
  private siblingFor(placement: Placement, anchor: DocxParagraph, inTwin: boolean): Sibling {
    const key = `${placement.bullets.join()} ${anchor.container} ${inTwin}`;
    const before = this.siblings.get(key);
    if (before) return before;
    const found = this.findSibling(placement, anchor, inTwin);
    this.siblings.set(key, found);
    return found;
  }

  private findSibling({ bullets }: Placement, anchor: DocxParagraph, inTwin: boolean): Sibling {
    const here = (all: readonly DocxParagraph[]) =>
      siblingAmong(
        this.document,
        all.filter(({ copy }) => (copy === "fallback") === inTwin),
      );
    const own = bullets.flatMap((number) => {
      const twin = inTwin ? this.places.twinOf(number) : number;
      return twin === null ? [] : (this.paragraphs[twin] ?? []);
    });
    const near = own.filter(({ container }) => container === anchor.container);
    // A role without bullets gets those that the document has elsewhere, in the same kind of container.
    const others = () =>
      this.paragraphs.filter(({ list, container }) => list !== null && !list.ordered && container === anchor.container);
    const found = here(near) ?? here(own) ?? here(others());
    if (!found) throw new TailoringRefused("no-sibling", [`paragraph ${anchor.index}`]);
    return found;
  }

  private readonly paragraphId = (): string => {
    // Below 0x80000000 (ISO/IEC 29500 extension w14:paraId), and free: counted up from what the file has.
    let candidate = 0x4c460000 + this.paragraphIds.size;
    const written = () => candidate.toString(16).toUpperCase().padStart(8, "0");
    while (this.paragraphIds.has(written())) candidate += 1;
    this.paragraphIds.add(written());
    return written();
  };
}
