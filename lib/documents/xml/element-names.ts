import { UnreadableFile } from "../package/unreadable-file";
import type { Scope } from "./namespaces";

/** Slots of the table, powers of two: most documents have less than a hundred names, and what is put into one has a handful. */
const slotsOfDocument = 512;
const slotsOfPiece = 32;
/** Characters. */
const longestPiece = 4096;

/** A name as the source writes it, where it was first read, and what it means in the scope in which it was last read. */
export interface ElementName {
  written: string;
  place: number;
  scope: Scope | null;
  name: string;
}

/**
 * The names of the elements of one document, each kept once: six thousand tags have some fifty names. A name is found by its characters, without a copy
 * of them. Two names may share a slot, and then take turns in it.
 */
export class ElementNames {
  /** Every name that an element has, with the usual prefix of its namespace. */
  readonly all = new Set<string>();
  private readonly table: ElementName[];

  /** `codes` are the characters of `source`. */
  constructor(
    private readonly source: string,
    private readonly codes: Uint16Array,
  ) {
    const slots = codes.length > longestPiece ? slotsOfDocument : slotsOfPiece;
    this.table = new Array<ElementName>(slots).fill(noName);
  }

  /** The name that begins at an offset: up to white space, "/" or ">". Refuses what is no name, and nothing at all. */
  at(from: number): ElementName {
    const { codes } = this;
    const { length } = codes;
    let hash = 0;
    let to = from;
    for (; to < length; to++) {
      const code = codes[to]!;
      if (code <= SPACE || code === GREATER || code === SLASH) break;
      if (code === LESS || code === QUOTE || code === APOSTROPHE || code === EQUALS)
        throw new UnreadableFile("damaged-xml");
      hash = (hash * 31 + code) | 0;
    }
    if (to === from) throw new UnreadableFile("damaged-xml");
    const slot = hash & (this.table.length - 1);
    const known = this.table[slot]!;
    if (known.written.length === to - from && isSame(codes, known.place, from, to - from)) return known;
    const written = comparedByAddress(this.source.slice(from, to));
    return (this.table[slot] = { written, place: from, scope: null, name: "" });
  }

  /** What a name means in a scope. */
  meaning(name: ElementName, scope: Scope): string {
    if (name.scope === scope) return name.name;
    name.scope = scope;
    name.name = comparedByAddress(scope.element(name.written));
    this.all.add(name.name);
    return name.name;
  }
}

const noName: ElementName = { written: "", place: 0, scope: null, name: "" };

/** Whether the same characters stand at two offsets. */
export function isSame(codes: Uint16Array, one: number, other: number, length: number): boolean {
  for (let at = 0; at < length; at++) if (codes[one + at] !== codes[other + at]) return false;
  return true;
}

const SPACE = 0x20;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const SLASH = 0x2f;
const LESS = 0x3c;
const EQUALS = 0x3d;
const GREATER = 0x3e;

/**
 * Names that the reader asks for or that stand everywhere. V8 compares what is written in a program by its address, and what is cut out of a text letter
 * by letter: so the former is taken where there is one. A name that is missing here costs a little time and nothing else.
 */
const inProgram: ReadonlyMap<string, string> = new Map(
  `w:p w:r w:t w:pPr w:rPr w:b w:bCs w:i w:iCs w:u w:sz w:szCs w:rFonts w:color w:lang w:caps w:vanish w:spacing w:ind w:jc w:tab w:tabs w:br w:cr
w:ptab w:sym w:noBreakHyphen w:softHyphen w:numPr w:ilvl w:numId w:pStyle w:rStyle w:outlineLvl w:bidi w:tbl w:tr w:tc w:tblPr w:trPr w:tcPr w:sdt
w:sdtPr w:sdtContent w:txbxContent w:body w:document w:hyperlink w:ins w:del w:moveFrom w:moveTo w:pPrChange w:rPrChange w:sectPr w:fldChar w:fldSimple
w:instrText w:drawing w:pict w:object w:bookmarkStart w:bookmarkEnd w:proofErr w:style w:name w:basedOn w:lvl w:lvlText w:numFmt w:abstractNum w:num
w:lvlOverride w:numStyleLink w:framePr w:trHeight w:lastRenderedPageBreak w:shd w:w w:tcW w:start w:lvlJc w:keepNext w:qFormat w:next w:uiPriority
mc:AlternateContent mc:Choice mc:Fallback wps:wsp wps:bodyPr wps:txbx v:textbox`
    .split(/\s+/)
    .map((name) => [name, name]),
);

const comparedByAddress = (name: string): string => inProgram.get(name) ?? name;
