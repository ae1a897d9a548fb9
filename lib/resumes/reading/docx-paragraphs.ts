import type { ContainerKind, EffectiveList, ResumeParagraph } from "../types";
import { attribute, childElements, childNamed, outermostElements } from "@/lib/documents/xml/cursor";
import { decodeEntities } from "@/lib/documents/xml/entities";
import type { XmlDocument } from "@/lib/documents/xml/tokens";
import { typedBullet } from "./typed-bullets";
import type { Numbering } from "./numbering";
import { onOff, readNumbering, readRunLook, valueOf, type RunLook, type Style, type StyleSheet } from "./styles";

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
  for (const element of document.tokens.keys()) {
    const kind = document.tokens[element]?.kind;
    if (kind !== "start" && kind !== "empty") continue;
    reader.block(element, { container: "body", copy: "only", place: [] });
    break;
  }
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

const PLACES: Record<string, PlaceStep["kind"]> = {
  "w:tbl": "table",
  "w:tr": "row",
  "w:tc": "cell",
  "w:sdt": "content-control",
  "w:txbxContent": "text-box",
};

class ParagraphReader {
  readonly paragraphs: DocxParagraph[] = [];
  hasDeletedText = false;
  private readonly looks = new Map<Style | null, RunLook>();

  constructor(
    private readonly document: XmlDocument,
    private readonly styles: StyleSheet,
    private readonly numbering: Numbering,
  ) {}

  /** Anything that is not inside a paragraph: body, tables, controls, or a drawing on the way to its text box. */
  block(element: number, around: Surroundings): void {
    this.blocks(childElements(this.document, element), around);
  }

  blocks(elements: readonly number[], around: Surroundings): void {
    for (const child of elements) {
      const name = this.document.tokens[child]?.name ?? "";
      if (name === "w:p") this.paragraph(child, around);
      else this.block(child, this.enter(child, name, around));
    }
  }

  private enter(element: number, name: string, around: Surroundings): Surroundings {
    const kind = PLACES[name];
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
    const properties = childNamed(document, element, "w:pPr");
    const styleId = valueOf(document, properties, "w:pStyle") ?? null;
    const style = (styleId !== null ? this.styles.byId.get(styleId) : undefined) ?? this.styles.defaultParagraph;
    const paragraph: DocxParagraph = {
      index: this.paragraphs.length,
      text: "",
      container: around.container,
      copy: around.copy,
      list: null,
      bold: 0,
      size: null,
      headingLevel: this.headingLevel(properties, style),
      rightToLeft: onOff(document, properties, "w:bidi") ?? style?.rightToLeft ?? false,
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
    Object.assign(paragraph, appearance(building));
    paragraph.list = this.effectiveList(properties, style) ?? typedList(paragraph);
  }

  private headingLevel(properties: number, style: Style | null): number | null {
    const own = Number.parseInt(valueOf(this.document, properties, "w:outlineLvl") ?? "", 10);
    const outline = Number.isNaN(own) ? (style?.outline ?? null) : own > 8 ? null : own;
    return outline === null ? null : outline + 1;
  }

  /** Runs and what may stand around them (links, insertions, controls, fields). */
  private content(element: number, building: Building, inserted: boolean): void {
    for (const child of childElements(this.document, element)) {
      const name = this.document.tokens[child]?.name ?? "";
      if (name === "w:r") this.run(child, building, inserted);
      else if (name === "w:del" || name === "w:moveFrom") this.hasDeletedText = true;
      else if (name === "w:ins" || name === "w:moveTo") this.content(child, building, true);
      else if (name === "mc:AlternateContent") this.alternate(child, building, -1, inserted);
      else if (name !== "w:pPr" && name !== "w:sdtPr") this.content(child, building, inserted);
    }
  }

  private run(run: number, building: Building, inserted: boolean): void {
    const { document } = this;
    const properties = childNamed(document, run, "w:rPr");
    const characterStyle = valueOf(document, properties, "w:rStyle");
    const look =
      properties < 0
        ? this.lookOf(building.style)
        : {
            ...this.lookOf(building.style),
            ...(characterStyle === undefined ? {} : this.styles.byId.get(characterStyle)?.look),
            ...readRunLook(document, properties),
          };
    this.pieces(run, run, building, look, inserted);
  }

  /** What text of a paragraph's style looks like by itself; most runs add little or nothing. */
  private lookOf(style: Style | null): RunLook {
    const known = this.looks.get(style);
    if (known) return known;
    const look = { ...this.styles.defaults, ...style?.look };
    this.looks.set(style, look);
    return look;
  }

  private pieces(parent: number, run: number, building: Building, look: RunLook, inserted: boolean): void {
    const { document } = this;
    for (const piece of childElements(document, parent)) {
      const name = document.tokens[piece]?.name ?? "";
      const text = this.textOf(piece, name);
      if (text !== null) {
        if (text === "" || look.hidden) continue;
        const from = building.text.length;
        building.text += text;
        const to = building.text.length;
        building.runs.push({ from, to, run, piece, look, symbol: name === "w:sym", inserted });
      } else if (name === "mc:AlternateContent") this.alternate(piece, building, run, inserted, look);
      else if (name !== "w:rPr") this.block(piece, this.enter(piece, name, building.around));
    }
  }

  private textOf(piece: number, name: string): string | null {
    const { document } = this;
    if (name === "w:t") {
      const token = document.tokens[piece];
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

  private effectiveList(properties: number, style: Style | null): EffectiveList | null {
    const direct = readNumbering(this.document, properties);
    const numId = direct.numId ?? style?.numbering.numId ?? null;
    // numId 0 takes the paragraph out of the list of its style (17.9.18).
    if (numId === null || numId === 0) return null;
    const levels = this.numbering.get(numId);
    const byStyle = [...(levels ?? [])].find(
      ([, candidate]) => style !== null && candidate.paragraphStyle === style.id,
    )?.[0];
    const level = direct.level ?? (direct.numId === null ? (byStyle ?? style?.numbering.level) : undefined) ?? 0;
    const definition = levels?.get(level);
    if (!definition) return null;
    const ordered = definition.format !== "bullet" && definition.format !== "none";
    // A level without sign and number is an indent, not a list item.
    if (definition.format === "none" && definition.text.trim() === "") return null;
    return {
      source: direct.numId !== null ? "direct" : "style",
      listId: numId,
      level,
      ordered,
      marker: ordered ? definition.format : definition.text,
    };
  }
}

function appearance({ text, runs }: Building): Pick<ResumeParagraph, "bold" | "size"> {
  let visible = 0;
  let bold = 0;
  let size: number | null = null;
  for (const run of runs) {
    const characters = countVisible(text, run);
    if (characters === 0) continue;
    visible += characters;
    if (run.look.bold) bold += characters;
    if (run.look.size !== undefined) size = Math.max(size ?? 0, run.look.size);
  }
  return { bold: visible === 0 ? 0 : bold / visible, size };
}

/** Characters that are no white space. */
function countVisible(text: string, { from, to }: DocxRun): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x80 ? code > 0x20 || code < 0x09 || (code > 0x0d && code < 0x20) : !/\s/.test(text.charAt(at))) count++;
  }
  return count;
}

function typedList(paragraph: DocxParagraph): EffectiveList | null {
  const typed = typedBullet(paragraph.text);
  if (!typed) return null;
  const at = paragraph.text.indexOf(typed.marker);
  const symbol = paragraph.runs.some((run) => run.symbol && run.from <= at && at < run.to);
  return { source: symbol ? "symbol" : "typed", listId: null, level: 0, ordered: false, marker: typed.marker };
}
