import { attribute, childElements, childNamed, rootElement } from "@/lib/documents/xml/cursor";
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

/** numId → its levels by 0-based number, overrides and style links resolved. */
export type Numbering = Map<number, Map<number, ListLevel>>;

interface AbstractList {
  levels: Map<number, ListLevel>;
  styleLink: string | null;
}

export function readNumberingPart(document: XmlDocument | null, styles: StyleSheet): Numbering {
  const lists: Numbering = new Map();
  if (!document) return lists;
  const abstracts = new Map<number, AbstractList>();
  const instances: { numId: number; abstractId: number; element: number }[] = [];
  for (const element of childElements(document, rootElement(document))) {
    const name = document.tokens[element]?.name;
    if (name === "w:abstractNum") {
      const id = Number(attribute(document, element, "w:abstractNumId"));
      abstracts.set(id, {
        levels: readLevels(document, element),
        styleLink: valueOf(document, element, "w:numStyleLink") ?? null,
      });
    } else if (name === "w:num") {
      const numId = Number(attribute(document, element, "w:numId"));
      instances.push({ numId, abstractId: numberOf(document, element, "w:abstractNumId") ?? -1, element });
    }
  }
  const abstractOf = new Map(instances.map(({ numId, abstractId }) => [numId, abstractId]));
  // A definition may point to a numbering style, whose own numId leads to the definition with the levels (17.9.21). Links may form a ring.
  const levelsOf = (abstractId: number, depth: number): Map<number, ListLevel> => {
    const abstract = abstracts.get(abstractId);
    if (!abstract) return new Map();
    if (abstract.styleLink === null || depth > 8) return abstract.levels;
    const linked = styles.byId.get(abstract.styleLink)?.numbering.numId;
    const next = linked === null || linked === undefined ? undefined : abstractOf.get(linked);
    return next === undefined || next === abstractId ? abstract.levels : levelsOf(next, depth + 1);
  };
  for (const { numId, abstractId, element } of instances) {
    const levels = new Map(levelsOf(abstractId, 0));
    for (const override of childElements(document, element)) {
      if (document.tokens[override]?.name !== "w:lvlOverride") continue;
      const level = childNamed(document, override, "w:lvl");
      if (level >= 0) levels.set(Number(attribute(document, override, "w:ilvl")), readLevel(document, level));
    }
    lists.set(numId, levels);
  }
  return lists;
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
