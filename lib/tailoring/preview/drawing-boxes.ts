import { attribute, childElements, childNamed, descend, type ElementIndex } from "@/lib/documents/xml/cursor";
import { endOf } from "@/lib/documents/xml/copy";
import { ancestorsOf, parentsOf } from "@/lib/documents/xml/parents";
import type { XmlDocument } from "@/lib/documents/xml/tokens";
import { boxStyle, liesBehind, type BoxAnchor, type BoxPlace } from "./box-style";
import { holds, type SourceEdit } from "./vml-boxes";

/**
 * What draws a document knows text boxes of VML alone, which Word stores beside those of DrawingML. Where a file has only the latter, a
 * copy for the preview gets plain shapes in their place.
 */
export function drawingBoxEdits(document: XmlDocument): SourceEdit[] {
  const { tokens } = document;
  const parents = parentsOf(document);
  return tokens.flatMap((token, at): SourceEdit[] => {
    if (token.name !== "w:drawing" || token.kind !== "start" || !holds(document, at, "w:txbxContent")) return [];
    const alternate = [...ancestorsOf(parents, at)]
      .slice(0, 2)
      .find((one) => tokens[one]!.name === "mc:AlternateContent");
    const fallback = alternate === undefined ? -1 : childNamed(document, alternate, "mc:Fallback");
    if (fallback >= 0 && holds(document, fallback, "w:txbxContent")) return [];
    return shapesFor(document, at, alternate ?? at);
  });
}

/** Plain shapes instead of a drawing, around what its text boxes hold. */
function shapesFor(document: XmlDocument, drawing: ElementIndex, instead: ElementIndex): SourceEdit[] {
  const { tokens } = document;
  const frame = childElements(document, drawing).find((one) => /^wp:(inline|anchor)$/.test(tokens[one]!.name)) ?? -1;
  const anchor = anchorOf(document, frame);
  const boxes = boxesIn(document, frame < 0 ? drawing : frame, anchor);
  if (boxes.length === 0) return [];
  const edits: SourceEdit[] = [];
  let from = tokens[instead]!.start;
  let before = "<pict>";
  for (const { content, style } of boxes) {
    edits.push({ from, to: tokens[content]!.start, text: `${before}<shape style="${style}"><textbox>` });
    from = endOf(document, content);
    before = "</textbox></shape>";
  }
  edits.push({ from, to: endOf(document, instead), text: `${before}</pict>` });
  return edits;
}

/** Points of an EMU, in which drawings are measured. */
const emu = 1 / 12_700;
const number = (document: XmlDocument, element: ElementIndex, name: string): number =>
  (element < 0 ? 0 : Number(attribute(document, element, name) ?? 0) || 0) * emu;

function anchorOf(document: XmlDocument, frame: ElementIndex): BoxAnchor & { at: Pick<BoxPlace, "left" | "top"> } {
  const inline = frame < 0 || document.tokens[frame]!.name === "wp:inline";
  const extent = frame < 0 ? -1 : childNamed(document, frame, "wp:extent");
  const size = { width: number(document, extent, "cx"), height: number(document, extent, "cy") };
  const way = (name: string) => {
    const position = frame < 0 ? -1 : childNamed(document, frame, name);
    const offset = position < 0 ? -1 : childNamed(document, position, "wp:posOffset");
    const words = offset < 0 ? undefined : document.tokens[offset + 1];
    const far = Number(words ? document.source.slice(words.start, words.end) : 0) * emu || 0;
    return { far, page: position >= 0 && attribute(document, position, "relativeFrom") === "page" };
  };
  const [across, down] = [way("wp:positionH"), way("wp:positionV")];
  return {
    ...{ inline, size, fromPageLeft: across.page, fromPageTop: down.page },
    at: inline ? { left: 0, top: 0 } : { left: across.far, top: down.far },
  };
}

interface FoundBox {
  content: ElementIndex;
  style: string;
}

/** The text boxes of a drawing, in the order of the document, each at its place. */
function boxesIn(document: XmlDocument, frame: ElementIndex, anchor: ReturnType<typeof anchorOf>): FoundBox[] {
  const { tokens } = document;
  const found: FoundBox[] = [];
  const behind: { place: BoxPlace; fill: string }[] = [];
  const whole: BoxPlace = { ...anchor.at, ...anchor.size };
  const walk = (parent: ElementIndex, inner: (place: BoxPlace) => BoxPlace): void => {
    for (const child of childElements(document, parent)) {
      const { name } = tokens[child]!;
      if (/^wpg:(wgp|grpSp)$/.test(name)) walk(child, spaceOf(document, child, inner, whole));
      else if (name === "wps:wsp") {
        const place = placeOf(document, descend(document, child, "wps:spPr", "a:xfrm"), inner, whole);
        const fill = fillOf(document, childNamed(document, child, "wps:spPr"));
        const content = descend(document, child, "wps:txbx", "w:txbxContent");
        if (content >= 0) {
          const below = fill ?? behind.findLast((shape) => liesBehind(shape.place, place))?.fill ?? null;
          found.push({ content, style: boxStyle(place, anchor, below) });
        } else if (fill) behind.push({ place, fill });
      } else if (name === "w:txbxContent") found.push({ content: child, style: boxStyle(whole, anchor, null) });
      else walk(child, inner);
    }
  };
  walk(frame, (place) => place);
  return found;
}

/** Where a shape lies; a drawing that is one shape is as large as its frame. */
function placeOf(
  document: XmlDocument,
  transform: ElementIndex,
  inner: (place: BoxPlace) => BoxPlace,
  whole: BoxPlace,
): BoxPlace {
  const [offset, extent] = cornersOf(document, transform, "a:off", "a:ext");
  const isAlone = inner(whole) === whole;
  return isAlone || extent.width === 0 ? whole : inner({ ...offset, ...extent });
}

/** From the coordinates within a group to those on the page. */
function spaceOf(
  document: XmlDocument,
  group: ElementIndex,
  outer: (place: BoxPlace) => BoxPlace,
  whole: BoxPlace,
): (place: BoxPlace) => BoxPlace {
  const transform = descend(document, group, "wpg:grpSpPr", "a:xfrm");
  const around = placeOf(document, transform, outer, whole);
  const [origin, size] = cornersOf(document, transform, "a:chOff", "a:chExt");
  const across = size.width > 0 ? around.width / size.width : 1;
  const down = size.height > 0 ? around.height / size.height : 1;
  return (place) => ({
    left: around.left + (place.left - origin.left) * across,
    top: around.top + (place.top - origin.top) * down,
    width: place.width * across,
    height: place.height * down,
  });
}

function cornersOf(document: XmlDocument, transform: ElementIndex, offset: string, extent: string) {
  const [at, size] = [offset, extent].map((name) => (transform < 0 ? -1 : childNamed(document, transform, name)));
  return [
    { left: number(document, at!, "x"), top: number(document, at!, "y") },
    { width: number(document, size!, "cx"), height: number(document, size!, "cy") },
  ] as const;
}

/** The colour that fills a shape; null where none does, or one that the theme decides on. */
function fillOf(document: XmlDocument, properties: ElementIndex): string | null {
  const colour = properties < 0 ? -1 : descend(document, properties, "a:solidFill", "a:srgbClr");
  const value = colour < 0 ? undefined : attribute(document, colour, "val");
  return value && /^[0-9a-f]{6}$/i.test(value) ? `#${value}` : null;
}
