import { attribute, childNamed, descend, firstElement, nextElement, rootElement } from "@/lib/documents/xml/cursor";
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
  /** Elements of its properties, or -1. */
  paragraph: number;
  run: number;
}

export function readStyles(document: XmlDocument | null): StyleSheet {
  const sheet: StyleSheet = { byId: new Map(), defaultParagraph: null, defaults: {} };
  if (!document) return sheet;
  const root = rootElement(document);
  const defaults = descend(document, root, "w:docDefaults", "w:rPrDefault", "w:rPr");
  if (defaults >= 0) sheet.defaults = readRunLook(document, defaults);

  const raw = new Map<string, RawStyle>();
  let defaultId: string | null = null;
  for (let element = firstElement(document, root); element >= 0; element = nextElement(document, element)) {
    if (document.tokens[element]!.name !== "w:style") continue;
    const style = rawStyle(document, element);
    raw.set(style.id, style);
    const isDefault = /^(1|true|on)$/.test(attribute(document, element, "w:default") ?? "");
    if (isDefault && attribute(document, element, "w:type") === "paragraph") defaultId = style.id;
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

/** One style as it is written. Of what stands twice in it the first counts. */
function rawStyle(document: XmlDocument, element: number): RawStyle {
  const id = attribute(document, element, "w:styleId") ?? "";
  let name = -1;
  let basedOn = -1;
  let paragraph = -1;
  let run = -1;
  for (let child = firstElement(document, element); child >= 0; child = nextElement(document, child)) {
    const is = document.tokens[child]!.name;
    if (is === "w:name" && name < 0) name = child;
    else if (is === "w:basedOn" && basedOn < 0) basedOn = child;
    else if (is === "w:pPr" && paragraph < 0) paragraph = child;
    else if (is === "w:rPr" && run < 0) run = child;
  }
  const valueAt = (at: number) => (at < 0 ? undefined : attribute(document, at, "w:val"));
  return { id, name: valueAt(name) ?? id, basedOn: valueAt(basedOn), paragraph, run };
}

function inherit(document: XmlDocument, style: RawStyle, base: Style | null): Style {
  const own = readParagraphLook(document, style.paragraph);
  const named = /^heading (\d)$/i.exec(style.name)?.[1] ?? (/^title$/i.test(style.name) ? "1" : undefined);
  const { outline } = own;
  return {
    id: style.id,
    name: style.name,
    look: { ...base?.look, ...(style.run >= 0 ? readRunLook(document, style.run) : {}) },
    numbering: { numId: own.numId ?? base?.numbering.numId ?? null, level: own.level ?? base?.numbering.level ?? null },
    outline: outline !== null ? (outline > 8 ? null : outline) : named ? Number(named) - 1 : (base?.outline ?? null),
    rightToLeft: own.rightToLeft ?? base?.rightToLeft ?? false,
  };
}

/** What the properties of a paragraph or of its style say; null where they do not. */
export interface ParagraphLook {
  styleId: string | null;
  numId: number | null;
  level: number | null;
  outline: number | null;
  rightToLeft: boolean | null;
}

const nothingSaid: ParagraphLook = { styleId: null, numId: null, level: null, outline: null, rightToLeft: null };

/** Reads all of it in one go. Of what stands twice the first counts. `properties` is the element of a `w:pPr`, or -1. */
export function readParagraphLook(document: XmlDocument, properties: number): ParagraphLook {
  if (properties < 0) return nothingSaid;
  let style = -1;
  let numbering = -1;
  let outline = -1;
  let direction = -1;
  for (let child = firstElement(document, properties); child >= 0; child = nextElement(document, child)) {
    const { name } = document.tokens[child]!;
    if (name === "w:pStyle" && style < 0) style = child;
    else if (name === "w:numPr" && numbering < 0) numbering = child;
    else if (name === "w:outlineLvl" && outline < 0) outline = child;
    else if (name === "w:bidi" && direction < 0) direction = child;
  }
  return {
    styleId: (style < 0 ? undefined : attribute(document, style, "w:val")) ?? null,
    numId: numberOf(document, numbering, "w:numId"),
    level: numberOf(document, numbering, "w:ilvl"),
    outline: outline < 0 ? null : whole(attribute(document, outline, "w:val")),
    rightToLeft: direction < 0 ? null : isOn(document, direction),
  };
}

export function readRunLook(document: XmlDocument, properties: number): RunLook {
  const look: RunLook = {};
  for (let child = firstElement(document, properties); child >= 0; child = nextElement(document, child))
    addToLook(look, document, child);
  return look;
}

/** What one property of a run adds to its look. */
export function addToLook(look: RunLook, document: XmlDocument, property: number): void {
  switch (document.tokens[property]!.name) {
    case "w:b":
      look.bold = isOn(document, property);
      break;
    case "w:sz":
      look.size = Number(attribute(document, property, "w:val")) / 2 || undefined;
      break;
    case "w:caps":
      look.capitals = isOn(document, property);
      break;
    case "w:vanish":
      look.hidden = isOn(document, property);
      break;
  }
}

export function valueOf(document: XmlDocument, parent: number, name: string): string | undefined {
  const element = parent < 0 ? -1 : childNamed(document, parent, name);
  return element < 0 ? undefined : attribute(document, element, "w:val");
}

export function numberOf(document: XmlDocument, parent: number, name: string): number | null {
  return parent < 0 ? null : whole(valueOf(document, parent, name));
}

function whole(written: string | undefined): number | null {
  const value = Number.parseInt(written ?? "", 10);
  return Number.isNaN(value) ? null : value;
}

/** An on-off property that is present without a value is on (17.17.4). */
function isOn(document: XmlDocument, element: number): boolean {
  const value = attribute(document, element, "w:val");
  return value === undefined || !/^(0|false|off|none)$/.test(value);
}
