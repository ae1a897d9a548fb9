import type { DrawnDocument } from "./draw-document";

export interface LineMarks {
  /** The number of each point in the plan. */
  numbers: ReadonlyMap<string, number>;
  /** What the number says to whoever does not see it: "New line 3". */
  label: (number: number) => string;
  onChoose: (point: string) => void;
}

/** How far before a line its number stands, and how far from the edge of the desk at least, in pixels of the page. */
const apart = 34;
const edge = 4;

/** Gives the numbers room before the pages where new lines begin too near to the edge of theirs. At its own size, not zoomed. */
export function makeGutter({ root, paragraphs, added }: DrawnDocument): void {
  let most = 0;
  for (const number of added.keys()) {
    const line = paragraphs.get(number);
    const page = line?.closest("section");
    if (line && page) most = Math.max(most, apart + edge - (startOf(line) - page.getBoundingClientRect().left));
  }
  root.style.setProperty(gutter, `${Math.ceil(most)}px`);
}

/** How much wider the drawn pages are by that room, in pixels. */
export const gutterOf = ({ root }: DrawnDocument): number =>
  Number.parseFloat(root.style.getPropertyValue(gutter)) || 0;

/** What the sheet of styles of the drawn document knows it by. */
const gutter = "--lf-gutter";

/** Where the words of a line begin, its marker included. */
function startOf(line: HTMLElement): number {
  return line.getBoundingClientRect().left + Math.min(0, Number.parseFloat(getComputedStyle(line).textIndent) || 0);
}

/** Shows which lines are new: tinted, with a line and the number of their point in the margin of the page. At its own size, not zoomed. */
export function markLines({ root, paragraphs, added }: DrawnDocument, { numbers, label, onChoose }: LineMarks): void {
  for (const old of root.querySelectorAll(".lf-number, .lf-line")) old.remove();
  const seen = new Set<Element>();
  const around = root.getBoundingClientRect();
  for (const [number, point] of added) {
    const line = paragraphs.get(number);
    if (!line || seen.has(line)) continue;
    seen.add(line);
    line.classList.add("lf-new");
    line.dataset["point"] = point;
    const choose = () => onChoose(point);
    // By keys one gets to the same from its card in the plan.
    line.onclick = choose;
    const box = line.getBoundingClientRect();
    const start = startOf(line) - around.left;
    const bar = document.createElement("span");
    bar.className = "lf-line";
    place(bar, { top: box.top - around.top, left: start - 8, height: box.height });
    root.append(bar);
    const position = numbers.get(point);
    if (position === undefined) continue;
    const sign = document.createElement("span");
    sign.className = "lf-number";
    sign.textContent = String(position);
    sign.setAttribute("role", "img");
    sign.setAttribute("aria-label", label(position));
    sign.onclick = choose;
    place(sign, { top: box.top - around.top, left: start - apart });
    root.append(sign);
  }
}

function place(element: HTMLElement, at: { top: number; left: number; height?: number }): void {
  for (const [name, value] of Object.entries(at)) element.style.setProperty(name, `${value}px`);
}
