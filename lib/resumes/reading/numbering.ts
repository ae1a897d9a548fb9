import {
  attribute,
  childElements,
  childNamed,
  firstElement,
  nextElement,
  rootElement,
} from "@/lib/documents/xml/cursor";
import type { XmlDocument } from "@/lib/documents/xml/tokens";
import { numberOf, valueOf, type StyleSheet } from "./styles";

/** One level of a list definition (ECMA-376 part 1, 17.9.6). */
export interface ListLevel {
  /** "bullet", "decimal", "lowerLetter", "none", … */
  format: string;
  /** The bullet character, or a pattern such as "%1.". */
  text: string;
  /** Style that stands for this level, if any. */
  paragraphStyle: string | null;
}

/** The levels of a list by its numId, by 0-based number, overrides and style links resolved. */
export interface Numbering {
  get(numId: number): ReadonlyMap<number, ListLevel> | undefined;
}

export const noNumbering: Numbering = new Map<number, ReadonlyMap<number, ListLevel>>();

interface Instance {
  abstractId: number;
  element: number;
}

/** The lists of a part. Parts hold dozens of lists of nine levels each and documents use a few: the levels of a list are read when they are asked for. */
export function readNumberingPart(document: XmlDocument | null, styles: StyleSheet): Numbering {
  if (!document) return noNumbering;
  // Of a definition or list that stands twice the last counts.
  const abstracts = new Map<number, number>();
  const instances = new Map<number, Instance>();
  const root = rootElement(document);
  for (let element = firstElement(document, root); element >= 0; element = nextElement(document, element)) {
    const { name } = document.tokens[element]!;
    if (name === "w:abstractNum") abstracts.set(Number(attribute(document, element, "w:abstractNumId")), element);
    else if (name === "w:num") {
      const numId = Number(attribute(document, element, "w:numId"));
      instances.set(numId, { abstractId: numberOf(document, element, "w:abstractNumId") ?? -1, element });
    }
  }
  // A definition may point to a numbering style, whose own numId leads to the definition with the levels (17.9.21). Links may form a ring.
  const levelsOf = (abstractId: number, depth: number): Map<number, ListLevel> => {
    const abstract = abstracts.get(abstractId);
    if (abstract === undefined) return new Map();
    const link = valueOf(document, abstract, "w:numStyleLink");
    if (link === undefined || depth > 8) return readLevels(document, abstract);
    const linked = styles.byId.get(link)?.numbering.numId;
    const next = linked === null || linked === undefined ? undefined : instances.get(linked)?.abstractId;
    return next === undefined || next === abstractId ? readLevels(document, abstract) : levelsOf(next, depth + 1);
  };
  const read = ({ abstractId, element }: Instance): Map<number, ListLevel> => {
    const levels = levelsOf(abstractId, 0);
    for (const override of childElements(document, element)) {
      if (document.tokens[override]!.name !== "w:lvlOverride") continue;
      const level = childNamed(document, override, "w:lvl");
      if (level >= 0) levels.set(Number(attribute(document, override, "w:ilvl")), readLevel(document, level));
    }
    return levels;
  };
  const known = new Map<number, ReadonlyMap<number, ListLevel>>();
  return {
    get(numId) {
      const instance = instances.get(numId);
      const levels = known.get(numId) ?? (instance && read(instance));
      if (levels) known.set(numId, levels);
      return levels;
    },
  };
}

function readLevels(document: XmlDocument, parent: number): Map<number, ListLevel> {
  const levels = new Map<number, ListLevel>();
  for (const element of childElements(document, parent)) {
    if (document.tokens[element]?.name !== "w:lvl") continue;
    levels.set(Number(attribute(document, element, "w:ilvl")), readLevel(document, element));
  }
  return levels;
}

function readLevel(document: XmlDocument, element: number): ListLevel {
  return {
    format: valueOf(document, element, "w:numFmt") ?? "decimal",
    text: valueOf(document, element, "w:lvlText") ?? "",
    paragraphStyle: valueOf(document, element, "w:pStyle") ?? null,
  };
}
