import { attribute, childElements, childNamed, descend, rootElement } from "@/lib/documents/xml/cursor";
import type { XmlDocument } from "@/lib/documents/xml/tokens";

/** Properties of a run or paragraph that matter for reading; undefined where this place does not say. */
export interface RunLook {
  bold?: boolean;
  /** Points. */
  size?: number;
  capitals?: boolean;
  hidden?: boolean;
}

export interface StyleSheet {
  byId: Map<string, Style>;
  defaultParagraph: Style | null;
  defaults: RunLook;
}

/** A style with everything inherited through `basedOn` (ECMA-376 part 1, 17.7.4.3). */
export interface Style {
  id: string;
  name: string;
  look: RunLook;
  numbering: { numId: number | null; level: number | null };
  /** 0-based outline level, from the style or from a name such as "heading 2". */
  outline: number | null;
  rightToLeft: boolean;
}

interface RawStyle {
  id: string;
  name: string;
  basedOn: string | undefined;
  element: number;
}

export function readStyles(document: XmlDocument | null): StyleSheet {
  const sheet: StyleSheet = { byId: new Map(), defaultParagraph: null, defaults: {} };
  if (!document) return sheet;
  const root = rootElement(document);
  const defaults = descend(document, root, "w:docDefaults", "w:rPrDefault", "w:rPr");
  if (defaults >= 0) sheet.defaults = readRunLook(document, defaults);

  const raw = new Map<string, RawStyle>();
  let defaultId: string | null = null;
  for (const element of childElements(document, root)) {
    if (document.tokens[element]?.name !== "w:style") continue;
    const id = attribute(document, element, "w:styleId") ?? "";
    const name = valueOf(document, element, "w:name") ?? id;
    raw.set(id, { id, name, basedOn: valueOf(document, element, "w:basedOn"), element });
    const isDefault = /^(1|true|on)$/.test(attribute(document, element, "w:default") ?? "");
    if (isDefault && attribute(document, element, "w:type") === "paragraph") defaultId = id;
  }
  const resolve = (id: string, seen: Set<string>): Style | null => {
    const known = sheet.byId.get(id);
    const style = raw.get(id);
    if (known || !style) return known ?? null;
    // A chain that comes back to itself is cut where it closes.
    seen.add(id);
    const base = style.basedOn !== undefined && !seen.has(style.basedOn) ? resolve(style.basedOn, seen) : null;
    const resolved = inherit(document, style, base);
    sheet.byId.set(id, resolved);
    return resolved;
  };
  for (const id of raw.keys()) resolve(id, new Set());
  sheet.defaultParagraph = defaultId === null ? null : (sheet.byId.get(defaultId) ?? null);
  return sheet;
}

function inherit(document: XmlDocument, style: RawStyle, base: Style | null): Style {
  const properties = childNamed(document, style.element, "w:pPr");
  const look = childNamed(document, style.element, "w:rPr");
  const own = readNumbering(document, properties);
  const named = /^heading (\d)$/i.exec(style.name)?.[1] ?? (/^title$/i.test(style.name) ? "1" : undefined);
  const outline = numberOf(document, properties, "w:outlineLvl");
  return {
    id: style.id,
    name: style.name,
    look: { ...base?.look, ...(look >= 0 ? readRunLook(document, look) : {}) },
    numbering: { numId: own.numId ?? base?.numbering.numId ?? null, level: own.level ?? base?.numbering.level ?? null },
    outline: outline !== null ? (outline > 8 ? null : outline) : named ? Number(named) - 1 : (base?.outline ?? null),
    rightToLeft: onOff(document, properties, "w:bidi") ?? base?.rightToLeft ?? false,
  };
}

export function readRunLook(document: XmlDocument, properties: number): RunLook {
  const look: RunLook = {};
  for (const element of childElements(document, properties)) {
    switch (document.tokens[element]?.name) {
      case "w:b":
        look.bold = isOn(document, element);
        break;
      case "w:sz":
        look.size = Number(attribute(document, element, "w:val")) / 2 || undefined;
        break;
      case "w:caps":
        look.capitals = isOn(document, element);
        break;
      case "w:vanish":
        look.hidden = isOn(document, element);
        break;
    }
  }
  return look;
}

/** `numPr` inside paragraph properties; nulls where it is missing or says nothing. */
export function readNumbering(
  document: XmlDocument,
  properties: number,
): { numId: number | null; level: number | null } {
  const numbering = properties < 0 ? -1 : childNamed(document, properties, "w:numPr");
  return {
    numId: numberOf(document, numbering, "w:numId"),
    level: numberOf(document, numbering, "w:ilvl"),
  };
}

export function valueOf(document: XmlDocument, parent: number, name: string): string | undefined {
  const element = parent < 0 ? -1 : childNamed(document, parent, name);
  return element < 0 ? undefined : attribute(document, element, "w:val");
}

export function numberOf(document: XmlDocument, parent: number, name: string): number | null {
  const value = Number.parseInt(valueOf(document, parent, name) ?? "", 10);
  return Number.isNaN(value) ? null : value;
}

/** An on-off property that is present without a value is on (17.17.4). Undefined where it is missing. */
export function onOff(document: XmlDocument, parent: number, name: string): boolean | undefined {
  const element = parent < 0 ? -1 : childNamed(document, parent, name);
  return element < 0 ? undefined : isOn(document, element);
}

function isOn(document: XmlDocument, element: number): boolean {
  return !/^(0|false|off|none)$/.test(attribute(document, element, "w:val") ?? "");
}
