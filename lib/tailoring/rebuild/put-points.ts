import type { ResumeReading } from "@/lib/resumes/types";
import { TailoringRefused } from "../refused";
import type { RebuildPoint, RebuiltBlock, RebuiltSection, RebuiltText } from "./rebuilt-resume";
import { runsRightToLeft, visibleText } from "./text-of";

type List = (RebuiltBlock | RebuiltText)[];

/** Puts the new points into their roles, in their order. */
export function putPoints(
  sections: RebuiltSection[],
  points: readonly RebuildPoint[],
  { paragraphs }: ResumeReading,
): RebuiltSection[] {
  if (points.length === 0) return sections;
  const lists = sections.flatMap(({ blocks }): List[] => [
    blocks,
    ...blocks.flatMap((block) => (block.kind === "role" ? [block.body] : [])),
  ]);
  const toTheLeft = new Set(paragraphs.filter(({ rightToLeft }) => rightToLeft).map(({ index }) => index));
  /** Where the last point for a place was put: the next one for it goes behind. */
  const lastFor = new Map<string, RebuiltText>();
  for (const point of points) {
    const key = `${point.role} ${point.after ?? ""}`;
    const { list, at } = placeBehind(lists, lastFor.get(key)) ?? placeOf(lists, point);
    const before = list[at];
    const sibling = before?.kind === "bullet" ? before : null;
    const text = visibleText(point.text).replace(/\s+/g, " ");
    const made: RebuiltText = {
      kind: "bullet",
      text,
      right: null,
      level: sibling?.level ?? 0,
      rightToLeft: runsRightToLeft(text) || toTheLeft.has(sibling?.paragraph ?? -1),
      paragraph: null,
      role: point.role,
      technology: point.technology,
    };
    list.splice(at + 1, 0, made);
    lastFor.set(key, made);
  }
  return sections;
}

interface Place {
  list: List;
  /** The new one goes behind this; -1 is the beginning. */
  at: number;
}

function placeBehind(lists: readonly List[], block: RebuiltText | undefined): Place | null {
  const list = block && lists.find((one) => one.includes(block));
  return list ? { list, at: list.indexOf(block) } : null;
}

/** Behind the bullet that the point names, else behind the last bullet of its role, else below its header. */
function placeOf(lists: readonly List[], { role, after }: RebuildPoint): Place {
  const isOwn = (block: RebuiltBlock): block is RebuiltText =>
    block.kind === "bullet" && block.role === role && block.paragraph !== null;
  for (const list of lists) {
    const at = list.findIndex((block) => isOwn(block) && block.paragraph === after);
    if (at >= 0) return { list, at };
  }
  for (const list of lists.toReversed()) {
    const at = list.findLastIndex(isOwn);
    if (at >= 0) return { list, at };
  }
  const own = lists.flat().find((block) => block.kind === "role" && block.role === role);
  if (own?.kind !== "role") throw new TailoringRefused("not-in-role");
  return { list: own.body, at: -1 };
}
