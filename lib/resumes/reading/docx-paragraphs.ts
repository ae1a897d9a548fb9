import type { ContainerKind, ResumeParagraph } from "../types";
import {
  attribute,
  childElements,
  childNamed,
  firstElement,
  nextElement,
  outermostElements,
  rootElement,
} from "@/lib/documents/xml/cursor";
import { decodeEntities } from "@/lib/documents/xml/entities";
import type { XmlDocument } from "@/lib/documents/xml/tokens";
import { appearanceOf } from "./appearance";
import { realList, typedList } from "./effective-list";
import type { Numbering } from "./numbering";
import { addToLook, readParagraphLook, type ParagraphLook, type RunLook, type Style, type StyleSheet } from "./styles";

/** A paragraph with its place in the XML: what editing needs beyond {@link ResumeParagraph}. */
export interface DocxParagraph extends ResumeParagraph {
  /** Index of the `w:p` start (or empty) tag in the tokens of the main part. */
  element: number;
  styleId: string | null;
  runs: DocxRun[];
  /** Enclosing table cells from the outside in, text boxes and content controls: equal keys mean the same place. */
  place: PlaceStep[];
}

export interface PlaceStep {
  kind: "table" | "row" | "cell" | "text-box" | "content-control";
  element: number;
}

/** A piece of visible text from one `w:t`, tab, break or symbol. */
export interface DocxRun {
  /** Range in {@link ResumeParagraph.text}. */
  from: number;
  to: number;
  /** Element of the `w:r`, and of the `w:t` (or tab, break, symbol) inside. */
  run: number;
  piece: number;
  look: RunLook;
  symbol: boolean;
  inserted: boolean;
}

export interface DocxParagraphs {
  paragraphs: DocxParagraph[];
  /** Text marked as deleted was found (and left out). */
  hasDeletedText: boolean;
}

/** Reads every `w:p` of a part in the order of the start tags. */
export function readDocxParagraphs(document: XmlDocument, styles: StyleSheet, numbering: Numbering): DocxParagraphs {
  const reader = new ParagraphReader(document, styles, numbering);
  const root = rootElement(document);
  if (root >= 0) reader.block(root, { container: "body", copy: "only", place: [] });
  return { paragraphs: reader.paragraphs, hasDeletedText: reader.hasDeletedText };
}

/** Reads paragraphs that stand side by side in a piece of XML as they are read behind another of the document. */
export function readParagraphsBehind(
  before: DocxParagraph,
  piece: XmlDocument,
  styles: StyleSheet,
  numbering: Numbering,
): DocxParagraph[] {
  const reader = new ParagraphReader(piece, styles, numbering);
  const { container, copy, place } = before;
  reader.blocks(outermostElements(piece), { container, copy, place });
  return reader.paragraphs;
}

interface Surroundings {
  container: ContainerKind;
  copy: ResumeParagraph["copy"];
  place: PlaceStep[];
}

interface Building {
  text: string;
  runs: DocxRun[];
  style: Style | null;
  around: Surroundings;
}

const PLACES = new Map<string, PlaceStep["kind"]>([
  ["w:tbl", "table"],
  ["w:tr", "row"],
  ["w:tc", "cell"],
  ["w:sdt", "content-control"],
  ["w:txbxContent", "text-box"],
]);

class ParagraphReader {
  readonly paragraphs: DocxParagraph[] = [];
  hasDeletedText = false;
  private readonly looks = new Map<Style | null, RunLook>();
  /** Where paragraphs begin, and how many of those were passed: what holds none need not be gone through. */
  private readonly beginnings: number[] = [];
  private passed = 0;

  constructor(
    private readonly document: XmlDocument,
    private readonly styles: StyleSheet,
    private readonly numbering: Numbering,
  ) {
    const { tokens } = document;
    for (let at = 0; at < tokens.length; at++)
      if (tokens[at]!.name === "w:p" && tokens[at]!.kind !== "end") this.beginnings.push(at);
  }

  /** Anything that is not inside a paragraph: body, tables, controls, or a drawing on the way to its text box. */
  block(element: number, around: Surroundings): void {
    if (!this.holdsParagraphs(element)) return;
    for (let child = firstElement(this.document, element); child >= 0; child = nextElement(this.document, child))
      this.oneOf(child, around);
  }

  blocks(elements: readonly number[], around: Surroundings): void {
    for (const element of elements) this.oneOf(element, around);
  }

  private oneOf(element: number, around: Surroundings): void {
    const { name } = this.document.tokens[element]!;
    if (name === "w:p") this.paragraph(element, around);
    else this.block(element, this.enter(element, name, around));
  }

  /** Elements are asked about in the order in which they stand. */
  private holdsParagraphs(element: number): boolean {
    const { beginnings } = this;
    while (this.passed < beginnings.length && beginnings[this.passed]! <= element) this.passed++;
    return this.passed < beginnings.length && beginnings[this.passed]! < this.document.tokens[element]!.match;
  }

  private enter(element: number, name: string, around: Surroundings): Surroundings {
    const kind = PLACES.get(name);
    if (kind) {
      const container = kind === "cell" ? "cell" : kind === "text-box" ? "text-box" : around.container;
      return { container, copy: around.copy, place: [...around.place, { kind, element }] };
    }
    if (name === "mc:Fallback") return { ...around, copy: "fallback" };
    if (name === "mc:Choice") return { ...around, copy: around.copy === "fallback" ? "fallback" : "choice" };
    return around;
  }

  private paragraph(element: number, around: Surroundings): void {
    const { document } = this;
    const own = readParagraphLook(document, childNamed(document, element, "w:pPr"));
    const { styleId } = own;
    const style = (styleId !== null ? this.styles.byId.get(styleId) : undefined) ?? this.styles.defaultParagraph;
    const paragraph: DocxParagraph = {
      index: this.paragraphs.length,
      text: "",
      container: around.container,
      copy: around.copy,
      list: null,
      bold: 0,
      size: null,
      headingLevel: headingLevel(own, style),
      rightToLeft: own.rightToLeft ?? style?.rightToLeft ?? false,
      element,
      styleId,
      runs: [],
      place: around.place,
    };
    // The number is given before what is inside: a text box's paragraphs come after the one that holds it.
    this.paragraphs.push(paragraph);
    const building: Building = { text: "", runs: paragraph.runs, style, around };
    this.content(element, building, false);
    paragraph.text = building.text;
    const { bold, size } = appearanceOf(paragraph);
    paragraph.bold = bold;
    paragraph.size = size;
    paragraph.list = realList(own, style, this.numbering) ?? typedList(paragraph);
  }

  /** Runs and what may stand around them (links, insertions, controls, fields). */
  private content(element: number, building: Building, inserted: boolean): void {
    for (let child = firstElement(this.document, element); child >= 0; child = nextElement(this.document, child)) {
      const { name } = this.document.tokens[child]!;
      if (name === "w:r") this.run(child, building, inserted);
      else if (name === "w:del" || name === "w:moveFrom") this.hasDeletedText = true;
      else if (name === "w:ins" || name === "w:moveTo") this.content(child, building, true);
      else if (name === "mc:AlternateContent") this.alternate(child, building, -1, inserted);
      else if (name !== "w:pPr" && name !== "w:sdtPr") this.content(child, building, inserted);
    }
  }

  private run(run: number, building: Building, inserted: boolean): void {
    const properties = childNamed(this.document, run, "w:rPr");
    const look = this.lookOf(building.style);
    this.pieces(run, run, building, properties < 0 ? look : this.lookWith(look, properties), inserted);
  }

  /** The look of a run whose properties may add to that of its paragraph: its character style does so before them. */
  private lookWith(look: RunLook, properties: number): RunLook {
    const { document } = this;
    let style: number | null = null;
    let adds = false;
    for (let child = firstElement(document, properties); child >= 0; child = nextElement(document, child)) {
      const { name } = document.tokens[child]!;
      if (name === "w:rStyle") style ??= child;
      else if (name === "w:b" || name === "w:sz" || name === "w:caps" || name === "w:vanish") adds = true;
    }
    if (style === null && !adds) return look;
    const id = style === null ? undefined : attribute(document, style, "w:val");
    const { bold, size, capitals, hidden } = { ...look, ...(id === undefined ? {} : this.styles.byId.get(id)?.look) };
    const own: RunLook = { bold, size, capitals, hidden };
    for (let child = firstElement(document, properties); child >= 0; child = nextElement(document, child))
      addToLook(own, document, child);
    return own;
  }

  /** What text of a paragraph's style looks like by itself; most runs add little or nothing. */
  private lookOf(style: Style | null): RunLook {
    const known = this.looks.get(style);
    if (known) return known;
    const { bold, size, capitals, hidden } = { ...this.styles.defaults, ...style?.look };
    // All looks have the same fields, so that V8 needs one way to read them.
    const look: RunLook = { bold, size, capitals, hidden };
    this.looks.set(style, look);
    return look;
  }

  private pieces(parent: number, run: number, building: Building, look: RunLook, inserted: boolean): void {
    const { document } = this;
    for (let piece = firstElement(document, parent); piece >= 0; piece = nextElement(document, piece)) {
      const { name } = document.tokens[piece]!;
      if (name === "w:rPr") continue;
      const text = this.textOf(piece, name);
      if (text !== null) {
        if (text === "" || look.hidden) continue;
        const from = building.text.length;
        building.text += text;
        const to = building.text.length;
        building.runs.push({ from, to, run, piece, look, symbol: name === "w:sym", inserted });
      } else if (name === "mc:AlternateContent") this.alternate(piece, building, run, inserted, look);
      else if (this.holdsParagraphs(piece)) this.block(piece, this.enter(piece, name, building.around));
    }
  }

  private textOf(piece: number, name: string): string | null {
    const { document } = this;
    if (name === "w:t") {
      const token = document.tokens[piece];
      const only = document.tokens[piece + 1];
      if (token?.match === piece + 2 && only?.kind === "text")
        return decodeEntities(document.source.slice(only.start, only.end));
      let text = "";
      for (let at = piece + 1; token && at < token.match; at++) {
        const inner = document.tokens[at];
        if (inner?.kind === "text") text += decodeEntities(document.source.slice(inner.start, inner.end));
        else if (inner?.kind === "cdata") text += document.source.slice(inner.start + 9, inner.end - 3);
      }
      return text;
    }
    if (name === "w:tab" || name === "w:ptab") return "\t";
    if (name === "w:br" || name === "w:cr") return attribute(document, piece, "w:type") === "page" ? "" : "\n";
    if (name === "w:noBreakHyphen") return "\u2011";
    if (name === "w:softHyphen") return "";
    if (name === "w:sym") {
      const code = Number.parseInt(attribute(document, piece, "w:char") ?? "", 16);
      return code > 0 && code <= 0xffff ? String.fromCharCode(code) : "";
    }
    return null;
  }

  /** Both copies of a text box are numbered; plain text inside is taken from the first copy only. */
  private alternate(element: number, building: Building, run: number, inserted: boolean, look: RunLook = {}): void {
    for (const branch of childElements(this.document, element)) {
      const name = this.document.tokens[branch]?.name ?? "";
      const around = this.enter(branch, name, building.around);
      const inner: Building = around.copy === "fallback" ? { ...building, text: "", runs: [], around } : building;
      const outer = inner.around;
      inner.around = around;
      if (run < 0) this.content(branch, inner, inserted);
      else this.pieces(branch, run, inner, look, inserted);
      inner.around = outer;
    }
  }
}

function headingLevel({ outline }: ParagraphLook, style: Style | null): number | null {
  const level = outline === null ? (style?.outline ?? null) : outline > 8 ? null : outline;
  return level === null ? null : level + 1;
}
