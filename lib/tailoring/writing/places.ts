import { attribute, childElements, childNamed, descend } from "@/lib/documents/xml/cursor";
import type { OpenDocx } from "@/lib/documents/package/open-docx";
import { ancestorsOf, parentsOf } from "@/lib/documents/xml/parents";
import type { XmlDocument } from "@/lib/documents/xml/tokens";
import type { DocxParagraph } from "@/lib/resumes/reading/docx-paragraphs";
import { TailoringRefused, type RefusalCode } from "@/lib/tailoring/refused";
import { fieldRanges, type FieldRange } from "./field-ranges";
import { placesAtRisk } from "./fixed-height";
import { takesMark } from "./marks";

/**
 * The paragraphs behind which no point may stand, each with the reason; all others may. Whoever plans asks before, and the writer refuses by
 * the same rules ({@link Places.blockOf}), so that no plan is made that is refused afterwards.
 */
export function placesBlocked(
  { main }: Pick<OpenDocx, "main">,
  paragraphs: readonly DocxParagraph[],
): Map<number, RefusalCode> {
  const places = new Places(main, paragraphs);
  return new Map(
    paragraphs.flatMap(({ index }) => {
      const code = places.blockOf(index);
      return code ? [[index, code] as const] : [];
    }),
  );
}

/** Of these bullets, those behind which points are put only where there is no other place, and those behind which no tracked one can stand. */
export function placesDoubtful(
  { main }: Pick<OpenDocx, "main">,
  paragraphs: readonly DocxParagraph[],
  bullets: readonly number[],
): { risky: ReadonlySet<number>; untracked: ReadonlySet<number> } {
  const places = new Places(main, paragraphs);
  const risky = placesAtRisk(
    main,
    bullets.map((bullet) => paragraphs[bullet]!),
  );
  const untracked = bullets.filter((bullet) => places.blockOf(bullet) === null && !places.canTrack(bullet));
  return { risky: new Set(risky.keys()), untracked: new Set(untracked) };
}

/** What is known of the places behind the paragraphs of one document. */
export class Places {
  readonly parents: Int32Array;
  private readonly fields: readonly FieldRange[];
  private readonly copies = new Map<number, readonly [DocxParagraph[], DocxParagraph[]] | null>();

  constructor(
    private readonly document: XmlDocument,
    private readonly paragraphs: readonly DocxParagraph[],
  ) {
    this.parents = parentsOf(document);
    this.fields = fieldRanges(document);
  }

  /** Why no point may stand behind a paragraph; null where one may. */
  blockOf(number: number): RefusalCode | null {
    const paragraph = this.paragraphs[number];
    if (!paragraph || paragraph.copy === "fallback") return "not-in-role";
    const own = this.blockAt(paragraph);
    if (own || paragraph.copy !== "choice") return own;
    const twin = this.twinIn(paragraph);
    return twin === "differs" ? "two-copies" : twin && this.blockAt(twin);
  }

  /** The same paragraph in the other copy of a text box: null where there is one copy only. Refuses copies that differ. */
  twinOf(number: number): number | null {
    const paragraph = this.paragraphs[number];
    if (paragraph?.copy !== "choice") return null;
    const twin = this.twinIn(paragraph);
    if (twin === "differs") throw new TailoringRefused("two-copies", [`paragraph ${number}`]);
    return twin?.index ?? null;
  }

  /** Whether a tracked insertion behind a paragraph can be marked, in both copies of a text box. */
  canTrack(number: number): boolean {
    const twin = this.twinOf(number);
    return [number, ...(twin === null ? [] : [twin])].every((one) => {
      const { element } = this.paragraphs[one]!;
      return this.isFollowed(element) || takesMark(this.document, element);
    });
  }

  /** Whether a paragraph stands directly behind another, which takes it in when its end is refused. */
  isFollowed(element: number): boolean {
    const { tokens } = this.document;
    for (let at = tokens[element]!.match + 1; tokens[at] && tokens[at]!.kind !== "end"; at++) {
      const { kind, name, match } = tokens[at]!;
      if (kind !== "start" && kind !== "empty") continue;
      if (name === "w:p") return true;
      if (!/^w:(?:bookmark|permStart|permEnd|proofErr|comment|move|customXml)/.test(name)) return false;
      if (kind === "start") at = match;
    }
    return false;
  }

  private blockAt(paragraph: DocxParagraph): RefusalCode | null {
    const { element } = paragraph;
    const properties = childNamed(this.document, element, "w:pPr");
    for (const around of ancestorsOf(this.parents, element)) {
      const { name } = this.document.tokens[around]!;
      const code = name === "w:sdt" ? this.lockOf(around) : null;
      if (code) return code;
      if (name === "w:tr" && descend(this.document, around, "w:trPr", "w:del") >= 0) return "pending-change";
    }
    // What follows belongs to the next section, with other columns and margins.
    if (properties >= 0 && childNamed(this.document, properties, "w:sectPr") >= 0) return "section-end";
    if (this.isUndecided(element, properties)) return "pending-change";
    const end = this.document.tokens[element]!.match;
    return this.fields.some(({ from, to }) => from < end && end < to) ? "inside-field" : null;
  }

  /** A control that may not be changed, that holds one line only, or that Word fills in itself when it opens the file. */
  private lockOf(control: number): RefusalCode | null {
    const properties = childNamed(this.document, control, "w:sdtPr");
    if (properties < 0) return null;
    const lock = childNamed(this.document, properties, "w:lock");
    const kind = lock < 0 ? "" : (attribute(this.document, lock, "w:val") ?? "");
    const has = (name: string): boolean => childNamed(this.document, properties, name) >= 0;
    if (kind === "contentLocked" || kind === "sdtContentLocked") return "locked-content";
    if (["w:text", "w:comboBox", "w:dropDownList", "w:date", "w:picture"].some(has)) return "locked-content";
    return has("w:dataBinding") ? "bound-content" : null;
  }

  /**
   * Whether the end of a paragraph is a change of somebody's that is not decided yet, while other text of it stays either way: a paragraph behind it
   * would take that text in.
   */
  private isUndecided(element: number, properties: number): boolean {
    const marks = properties < 0 ? -1 : childNamed(this.document, properties, "w:rPr");
    if (marks < 0) return false;
    const has = (...names: string[]) => names.some((name) => childNamed(this.document, marks, name) >= 0);
    const inserted = has("w:ins", "w:moveTo");
    const deleted = has("w:del", "w:moveFrom");
    if (!inserted && !deleted) return false;
    const goesToo = new Set(inserted ? ["w:ins", "w:moveTo"] : ["w:del", "w:moveFrom"]);
    const nameOf = (at: number): string => this.document.tokens[at]!.name;
    const holdsRun = (at: number): boolean =>
      nameOf(at) === "w:r" || childElements(this.document, at).some((inner) => holdsRun(inner));
    return childElements(this.document, element).some(
      (child) => child !== properties && !goesToo.has(nameOf(child)) && holdsRun(child),
    );
  }

  private twinIn(paragraph: DocxParagraph): DocxParagraph | "differs" | null {
    const { tokens } = this.document;
    let choice = -1;
    for (const at of ancestorsOf(this.parents, paragraph.element)) {
      if (tokens[at]!.name !== "mc:Choice") continue;
      choice = at;
      break;
    }
    if (choice < 0) return null;
    const copies = this.copiesOf(choice);
    if (copies === null) return "differs";
    const [first, second] = copies;
    if (second.length === 0) return null;
    const twin = second[first.indexOf(paragraph)];
    return first.length === second.length && twin?.text === paragraph.text ? twin : "differs";
  }

  /** The paragraphs of a choice and of its fallback; null where there are several choices, of which nobody knows which is shown. */
  private copiesOf(choice: number): readonly [DocxParagraph[], DocxParagraph[]] | null {
    const known = this.copies.get(choice);
    if (known !== undefined) return known;
    const { tokens } = this.document;
    const around = this.parents[choice]!;
    const fallback = around < 0 ? -1 : childNamed(this.document, around, "mc:Fallback");
    const choices = childElements(this.document, around).filter((at) => tokens[at]!.name === "mc:Choice");
    const inside = (element: number) =>
      element < 0 ? [] : this.paragraphs.filter((one) => one.element > element && one.element < tokens[element]!.match);
    const copies = choices.length > 1 ? null : ([inside(choice), inside(fallback)] as const);
    this.copies.set(choice, copies);
    return copies;
  }
}
