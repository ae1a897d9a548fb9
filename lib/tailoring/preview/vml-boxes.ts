import { attribute, attributesOf, childElements, type ElementIndex } from "@/lib/documents/xml/cursor";
import { encodeText } from "@/lib/documents/xml/entities";
import { endOf } from "@/lib/documents/xml/copy";
import { parentsOf } from "@/lib/documents/xml/parents";
import type { XmlDocument } from "@/lib/documents/xml/tokens";
import { boxStyle, liesBehind, type BoxAnchor, type BoxPlace } from "./box-style";

/** A stretch of a source that reads otherwise in a copy. */
export interface SourceEdit {
  from: number;
  to: number;
  text: string;
}

/**
 * What draws a document knows text boxes of VML that are plain shapes: none in a group, none that is a rectangle or an oval; and none is
 * counted from the page. In a copy for the preview groups are taken apart, and each text box in them becomes a plain shape at its place;
 * what else a group holds but pictures goes, as it was not drawn either. Ornaments lie behind the words.
 */
export function vmlBoxEdits(document: XmlDocument): SourceEdit[] {
  const { tokens } = document;
  const parents = parentsOf(document);
  const edits: SourceEdit[] = [];
  tokens.forEach((token, at) => {
    if (token.kind !== "start" && token.kind !== "empty") return;
    const isOutermost = !isGroup(document, parents[at] ?? -1);
    if (isGroup(document, at) && isOutermost && holds(document, at, "w:txbxContent")) {
      const style = styleOf(document, at);
      edits.push(...groupEdits(document, at, placeOf(style), anchorOf(style), []));
    } else if (isOutermost && /^v:(shape|rect|roundrect|oval)$/.test(token.name)) edits.push(...alone(document, at));
  });
  return edits;
}

function groupEdits(
  document: XmlDocument,
  group: ElementIndex,
  place: BoxPlace,
  anchor: BoxAnchor,
  behind: { place: BoxPlace; fill: string }[],
): SourceEdit[] {
  const { tokens } = document;
  const inner = spaceOf(document, group, place);
  return [
    ...tagsAway(document, group),
    ...childElements(document, group).flatMap((child): SourceEdit[] => {
      const at = inner(placeOf(styleOf(document, child)));
      if (isGroup(document, child)) return groupEdits(document, child, at, anchor, behind);
      const fill = fillOf(document, child);
      if (hasBox(document, child)) {
        const below = fill ?? behind.findLast((shape) => liesBehind(shape.place, at))?.fill ?? null;
        return renamed(document, child, boxStyle(at, anchor, below));
      }
      if (isPicture(document, child)) return renamed(document, child, boxStyle(at, anchor, null));
      if (fill) behind.push({ place: at, fill });
      return [{ from: tokens[child]!.start, to: endOf(document, child), text: "" }];
    }),
  ];
}

/** A shape in no group: where it lies on the page, what is behind its words, and that it covers none where it has none. */
function alone(document: XmlDocument, shape: ElementIndex): SourceEdit[] {
  const { name } = document.tokens[shape]!;
  const style = styleOf(document, shape);
  const anchor = anchorOf(style);
  const place = placeOf(style);
  const box = hasBox(document, shape);
  const fill = box && attribute(document, shape, "fillcolor") ? fillOf(document, shape) : null;
  const added = [
    ...(!anchor.inline && anchor.fromPageLeft ? [`left:${place.left}pt`, "margin-left:0"] : []),
    ...(!anchor.inline && anchor.fromPageTop ? [`top:${place.top}pt`, "margin-top:0"] : []),
    ...(!anchor.inline && !box && !isPicture(document, shape) ? ["z-index:-1"] : []),
    ...(fill ? [`background:${fill}`] : []),
  ];
  const written = attributesOf(document, document.tokens[shape]!).find((one) => one.name === "style");
  const css = [written?.value.replace(/;\s*$/, ""), ...added].filter(Boolean).join(";");
  if (box && name !== "v:shape") return renamed(document, shape, css);
  return written && added.length > 0 ? [{ from: written.start, to: written.end, text: inAttribute(css) }] : [];
}

const isPicture = (document: XmlDocument, shape: ElementIndex): boolean =>
  childElements(document, shape).some((one) => document.tokens[one]!.name === "v:imagedata");

const inAttribute = (text: string): string => encodeText(text).replace(/"/g, "&quot;").replace(/'/g, "&apos;");

const isGroup = ({ tokens }: XmlDocument, at: ElementIndex): boolean => at >= 0 && tokens[at]!.name === "v:group";

const hasBox = (document: XmlDocument, shape: ElementIndex): boolean =>
  childElements(document, shape).some(
    (child) => document.tokens[child]!.name === "v:textbox" && holds(document, child, "w:txbxContent"),
  );

/** Whether there is an element of that name anywhere within. */
export function holds({ tokens }: XmlDocument, element: ElementIndex, name: string): boolean {
  const end = tokens[element]!.match;
  for (let at = element + 1; at < end; at++) if (tokens[at]!.name === name && tokens[at]!.kind !== "end") return true;
  return false;
}

/** The element itself goes, what it holds stays. */
function tagsAway({ tokens }: XmlDocument, element: ElementIndex): SourceEdit[] {
  return [tokens[element]!, tokens[tokens[element]!.match]!].map(({ start, end }) => ({
    from: start,
    to: end,
    text: "",
  }));
}

/** The same content in a plain shape. Whoever draws goes by names without prefix. */
function renamed({ tokens }: XmlDocument, element: ElementIndex, style: string): SourceEdit[] {
  const [start, end] = [tokens[element]!, tokens[tokens[element]!.match]!];
  const shape = `<shape style="${inAttribute(style)}"`;
  if (start.kind === "empty") return [{ from: start.start, to: start.end, text: `${shape}/>` }];
  return [
    { from: start.start, to: start.end, text: `${shape}>` },
    { from: end.start, to: end.end, text: "</shape>" },
  ];
}

type Style = ReadonlyMap<string, string>;

const styleOf = (document: XmlDocument, element: ElementIndex): Style =>
  new Map(
    (attribute(document, element, "style") ?? "").split(";").flatMap((one) => {
      const at = one.indexOf(":");
      return at < 0 ? [] : [[one.slice(0, at).trim().toLowerCase(), one.slice(at + 1).trim()] as const];
    }),
  );

/** Points of one unit. */
const units: Record<string, number> = { in: 72, cm: 72 / 2.54, mm: 72 / 25.4, px: 0.75, pc: 12, emu: 1 / 12_700 };

/** A length as points; without a unit the bare number, as the coordinates of a group are written. */
function lengthOf(written: string | undefined): number {
  const [, number = "0", unit = ""] = /^(-?[\d.]+)\s*([a-z]*)/i.exec(written ?? "") ?? [];
  return Number(number) * (units[unit.toLowerCase()] ?? 1) || 0;
}

const placeOf = (style: Style): BoxPlace => ({
  left: lengthOf(style.get("margin-left")) + lengthOf(style.get("left")),
  top: lengthOf(style.get("margin-top")) + lengthOf(style.get("top")),
  width: lengthOf(style.get("width")),
  height: lengthOf(style.get("height")),
});

function anchorOf(style: Style): BoxAnchor {
  const inline = style.get("position") !== "absolute";
  return {
    inline,
    size: { width: lengthOf(style.get("width")), height: lengthOf(style.get("height")) },
    fromPageLeft: style.get("mso-position-horizontal-relative") === "page",
    fromPageTop: style.get("mso-position-vertical-relative") === "page",
  };
}

/** From the coordinates within a group to those around it. */
function spaceOf(document: XmlDocument, group: ElementIndex, around: BoxPlace): (place: BoxPlace) => BoxPlace {
  const pair = (name: string, usual: number) => {
    const [x, y] = (attribute(document, group, name) ?? "").split(",").map((one) => Number.parseFloat(one));
    return [Number.isFinite(x) ? x! : usual, Number.isFinite(y) ? y! : usual] as const;
  };
  const [x, y] = pair("coordorigin", 0);
  const [width, height] = pair("coordsize", 1000);
  const [across, down] = [around.width / (width || 1), around.height / (height || 1)];
  // A group in a line begins where the line has come to.
  return (place) => ({
    left: around.left + (place.left - x) * across,
    top: around.top + (place.top - y) * down,
    width: place.width * across,
    height: place.height * down,
  });
}

/** The colour that fills a shape; null where none does. */
function fillOf(document: XmlDocument, shape: ElementIndex): string | null {
  const isOff = (value: string | undefined) => /^(f|false|0|off)$/i.test(value ?? "");
  if (isOff(attribute(document, shape, "filled"))) return null;
  const fill = childElements(document, shape).find((child) => document.tokens[child]!.name === "v:fill");
  if (fill !== undefined && isOff(attribute(document, fill, "on"))) return null;
  const colour =
    attribute(document, shape, "fillcolor") ?? (fill === undefined ? undefined : attribute(document, fill, "color"));
  return /^(#[0-9a-f]{3,8}|[a-z]+)\b/i.exec(colour ?? "")?.[0] ?? null;
}
