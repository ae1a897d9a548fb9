import type { DrawnDocument } from "./draw-document";

export interface LineMarks {
  /** The number of each point in the plan. */
  numbers: ReadonlyMap<string, number>;
  /** What the number says to whoever does not see it: "New line 3". */
  label: (number: number) => string;
  onChoose: (point: string) => void;
}

/** How far in the margin numbers stand, in pixels of the page; and where they stop, however narrow it is. */
const apart = 34;
const edge = 4;

/** Shows which lines are new: tinted, with a line and the number of their point in the margin of the page. At its own size, not zoomed. */
export function markLines({ root, paragraphs, added }: DrawnDocument, { numbers, label, onChoose }: LineMarks): void {
  for (const old of root.querySelectorAll(".lf-number, .lf-line")) old.remove();
  const seen = new Set<Element>();
  for (const [number, point] of added) {
    const line = paragraphs.get(number);
    const page = line?.closest("section");
    if (!line || !page || seen.has(line)) continue;
    seen.add(line);
    line.classList.add("lf-new");
    line.dataset["point"] = point;
    const choose = () => onChoose(point);
    // By keys one gets to the same from its card in the plan.
    line.onclick = choose;
    const [box, around] = [line.getBoundingClientRect(), page.getBoundingClientRect()];
    const indent = Math.min(0, Number.parseFloat(getComputedStyle(line).textIndent) || 0);
    const start = box.left - around.left + indent;
    const bar = document.createElement("span");
    bar.className = "lf-line";
    place(bar, { top: box.top - around.top, left: Math.max(edge + 24, start - 8), height: box.height });
    page.append(bar);
    const position = numbers.get(point);
    if (position === undefined) continue;
    const sign = document.createElement("span");
    sign.className = "lf-number";
    sign.textContent = String(position);
    sign.setAttribute("role", "img");
    sign.setAttribute("aria-label", label(position));
    sign.onclick = choose;
    place(sign, { top: box.top - around.top, left: Math.max(edge, start - apart) });
    page.append(sign);
  }
}

function place(element: HTMLElement, at: { top: number; left: number; height?: number }): void {
  for (const [name, value] of Object.entries(at)) element.style.setProperty(name, `${value}px`);
}
