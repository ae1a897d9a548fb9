import { parseAsync, renderDocument } from "docx-preview";
import { inlineSize } from "@/lib/tailoring/preview/box-style";
import { markedParagraph, markedPoint } from "@/lib/tailoring/preview/paragraph-mark";
import { readableSymbols } from "./readable-symbols";
import { undrawnOf, type UndrawnParagraph } from "./undrawn";
import { inertElements, scrubbed, scrubbedStyles } from "./inert-elements";

export interface DrawnDocument {
  /** Pages one below the other; in a page they may be longer than on paper. */
  root: HTMLElement;
  pages: HTMLElement[];
  /** Elements by the number of their paragraph in the file that was drawn. */
  paragraphs: ReadonlyMap<number, HTMLElement>;
  /** Paragraphs that are new lines, with the point that each holds. */
  added: ReadonlyMap<number, string>;
  /** Paragraphs with words that are not drawn all the same, from the top. */
  undrawn: readonly UndrawnParagraph[];
  /** What can be told only once it stands on the screen: how wide tabs are, how large text boxes. At its own size, not zoomed. */
  settle: () => void;
  /** Lets go of its pictures. */
  forget: () => void;
}

/** What draws tells nobody where its tabs are; they are needed to set them by the width that they have on the screen. */
interface Drawing {
  currentTabs?: TabStop[];
  defaultTabSize?: string;
}
interface TabStop {
  span: HTMLElement;
  stops?: { position: string; style: string }[];
}

/** What was read of a file, with its main part as it is written. */
export type ParsedDocument = Awaited<ReturnType<typeof parseAsync>> & { documentPart?: { _xmlDocument?: XMLDocument } };

const drawn = "doc";

const choices = {
  ...{ className: drawn, inWrapper: true, experimental: true, ignoreFonts: true, ignoreLastRenderedPageBreak: false },
  ...{ renderAltChunks: false, renderComments: false, renderChanges: false, useBase64URL: false, keepOrigin: true },
};

/** Reads a preview copy of a DOCX, so that it can be drawn once. */
export const readDocument = (bytes: ArrayBuffer): Promise<ParsedDocument> => parseAsync(bytes, choices);

/** Draws what was read into `host`, apart from the page: its styles do not reach the page, nor the page's them. */
export async function drawDocument(document: ParsedDocument, host: ShadowRoot): Promise<DrawnDocument> {
  const make = inertElements();
  let drawing: Drawing = {};
  const nodes = await renderDocument(document, {
    ...choices,
    h(this: unknown, given: Parameters<typeof make>[0]) {
      drawing = this as Drawing;
      return make(given);
    },
  });
  const tabs = [...(drawing.currentTabs ?? [])];
  // It would set them itself half a second later, and wrongly where the document is zoomed.
  if (drawing.currentTabs) drawing.currentTabs.length = 0;
  const root = nodes.find((node): node is HTMLElement => (node as Element).className === `${drawn}-wrapper`);
  if (!root) throw new Error("Nothing was drawn.");
  const styles = nodes.flatMap((node) => (node.nodeName === "STYLE" ? [sheetOf(node.textContent ?? "")] : []));
  host.replaceChildren(...styles, sheetOf(paper), scrubbed(root));
  const { paragraphs, added } = numbered(root);
  inLine(root);
  const pages = [...root.querySelectorAll<HTMLElement>(`:scope > section.${drawn}`)];
  for (const page of pages) asWordWould(page);
  return {
    ...{ root, pages, paragraphs, added, undrawn: undrawnOf(document.documentPart?._xmlDocument, paragraphs) },
    settle() {
      setTabs(tabs, drawing.defaultTabSize);
      sizeBoxes(root);
      darkenPale(root);
    },
    forget() {
      for (const picture of root.querySelectorAll("[src^='blob:'],[href^='blob:']"))
        URL.revokeObjectURL(picture.getAttribute("src") ?? picture.getAttribute("href") ?? "");
    },
  };
}

function sheetOf(text: string): HTMLStyleElement {
  const sheet = window.document.createElement("style");
  sheet.textContent = scrubbedStyles(readableSymbols(text));
  return sheet;
}

/** Paper on the desk; words of a document are dark on white in both themes. */
const paper = `
:host { all: initial; }
.${drawn}-wrapper { background: none !important; padding: 0 0 0 var(--lf-gutter, 0px) !important; display: block !important; width: max-content; margin-inline: auto; position: relative; }
.${drawn}-wrapper > section.${drawn} { background: var(--sheet) !important; box-shadow: none !important; border: 1px solid var(--border-strong); margin: 0 0 24px !important; }
.${drawn}-wrapper > section.${drawn} { isolation: isolate; }
.${drawn} svg, .${drawn} foreignObject { overflow: visible; }
.${drawn} a { color: inherit; cursor: text; }
.lf-new { cursor: pointer; background: var(--sheet-mark); box-shadow: -10px 0 0 var(--sheet-mark); }
.lf-chosen { --lf-strong: color-mix(in oklab, var(--sheet-mark-line) 24%, var(--sheet-mark)); background: var(--lf-strong); box-shadow: -10px 0 0 var(--lf-strong); }
.lf-place { background: var(--sheet-mark); outline: 2px dashed var(--sheet-mark-line); outline-offset: 2px; }
.lf-picking p { cursor: pointer; }
.lf-picking p:hover { outline: 1px dashed var(--sheet-mark-line); outline-offset: 1px; }
.lf-begins { background: var(--sheet-mark); box-shadow: -4px 0 0 var(--sheet-mark-line); }
.lf-ends { border-top: 2px dashed var(--sheet-mark-line) !important; }
.lf-cursor { outline: 2px solid var(--sheet-mark-line) !important; outline-offset: 2px; }
.lf-number { position: absolute; box-sizing: border-box; min-width: 22px; height: 19px; padding: 0 4px; border: 0; border-radius: 3px; background: var(--sheet-mark-line); color: #fff; font: 600 12px/19px var(--font-sans); text-align: center; cursor: pointer; z-index: 2; }
.lf-line { position: absolute; width: 2px; background: var(--sheet-mark-line); z-index: 2; pointer-events: none; }
`;

/** A drawing that stands in a line takes its room there, and its boxes lie in it. */
function inLine(root: HTMLElement): void {
  for (const box of root.querySelectorAll<SVGElement>(`svg[style*="${inlineSize}"]`)) {
    const [width, height] = box.style.getPropertyValue(inlineSize).trim().split(" ");
    if (!width || !height || !box.parentElement) continue;
    Object.assign(box.parentElement.style, { ...{ display: "inline-block", position: "relative", width, height } });
  }
}

function numbered(root: HTMLElement): Pick<DrawnDocument, "paragraphs" | "added"> {
  const paragraphs = new Map<number, HTMLElement>();
  const added = new Map<number, string>();
  for (const mark of root.querySelectorAll<HTMLElement>("span[id^='lf-']")) {
    const paragraph = mark.closest<HTMLElement>("p");
    const number = markedParagraph(mark.id);
    const point = markedPoint(mark.id);
    if (paragraph && number !== null && !paragraphs.has(number)) paragraphs.set(number, paragraph);
    if (paragraph && point) added.set(point.paragraph, point.id);
    mark.remove();
  }
  return { paragraphs, added };
}

/** A page whose size or margins the file does not name has the usual ones. */
function asWordWould({ style }: HTMLElement): void {
  if (!style.width) style.width = "612pt";
  if (!style.paddingLeft && !style.padding) style.padding = "72pt";
}

/** Word's usual distance of tabs, in points. */
const usualTab = 36;
const pixel = 96 / 72;

/** Makes each tab as wide as the way to its stop; one with a stop at the right or in the middle leaves room for what follows it. */
function setTabs(tabs: readonly TabStop[], usual = `${usualTab}pt`): void {
  const step = (Number.parseFloat(usual) || usualTab) * pixel;
  for (const { span, stops = [] } of tabs) {
    const paragraph = span.closest("p");
    if (!paragraph) continue;
    const box = paragraph.getBoundingClientRect();
    const from = box.left - Number.parseFloat(getComputedStyle(paragraph).marginLeft || "0");
    span.style.cssText += ";display:inline-block;width:0;white-space:pre;overflow:hidden;vertical-align:bottom";
    const at = span.getBoundingClientRect().left - from;
    const own = stops
      .map(({ position, style }) => ({ place: Number.parseFloat(position) * pixel, style }))
      .filter(({ place, style }) => style !== "clear" && style !== "bar" && place > at + 1)
      .sort((one, other) => one.place - other.place)[0];
    const stop = own ?? { place: (Math.floor(at / step + 0.01) + 1) * step, style: "left" };
    const follows =
      stop.style === "left" || stop.style === "start" || stop.style === "num" ? 0 : widthAfter(span, paragraph);
    const width = stop.place - at - (stop.style === "center" ? follows / 2 : follows);
    // What would not fit beside it stands in a new line in Word too.
    span.style.width = `${Math.max(3, Math.min(width, box.right - from - at - follows - 1))}px`;
  }
}

/** The width of what stands between a tab and the next one, or the end. */
function widthAfter(span: HTMLElement, paragraph: HTMLElement): number {
  const range = document.createRange();
  range.setStartAfter(span);
  const tabs = [...paragraph.querySelectorAll(`.${drawn}-tab-stop`)];
  const next = tabs[tabs.indexOf(span) + 1];
  if (next) range.setEndBefore(next);
  else range.setEndAfter(paragraph.lastChild ?? paragraph);
  const boxes = [...range.getClientRects()].filter(({ width }) => width > 0);
  const line = boxes[0]?.top ?? 0;
  const beside = boxes.filter(({ top, height }) => Math.abs(top - line) < height);
  if (beside.length === 0) return 0;
  return Math.max(...beside.map(({ right }) => right)) - Math.min(...beside.map(({ left }) => left));
}

/** Words that are white because they stand on a shape would be lost where the shape is not drawn: they are dark then. */
function darkenPale(root: HTMLElement): void {
  for (const span of root.querySelectorAll<HTMLElement>("p span")) {
    if (span.firstElementChild || !span.textContent?.trim() || !isPale(getComputedStyle(span).color)) continue;
    let around: Element | null = span;
    while (around && around.localName !== "section" && hasNoColour(around)) around = around.parentElement;
    if (!around || around.localName === "section") span.style.setProperty("color", "#333", "important");
  }
}

const isPale = (colour: string): boolean => {
  const parts =
    colour
      .match(/[\d.]+/g)
      ?.slice(0, 3)
      .map(Number) ?? [];
  return parts.length === 3 && parts.every((part) => part > 225);
};

const hasNoColour = (element: Element): boolean =>
  /^(rgba\(0, 0, 0, 0\)|transparent)$/.test(getComputedStyle(element).backgroundColor);

/** Text boxes are drawn as pictures with words in them, which are as large as what they hold. */
function sizeBoxes(root: HTMLElement): void {
  for (const box of root.querySelectorAll("svg")) {
    const held = box.firstElementChild;
    if (!(held instanceof SVGGraphicsElement)) continue;
    const { x, y, width, height } = held.getBBox();
    if (width <= 0 || height <= 0) continue;
    box.setAttribute("width", String(Math.ceil(x + width)));
    box.setAttribute("height", String(Math.ceil(y + height)));
  }
}
