import type { ResumeReading } from "@/lib/resumes/types";
import { TailoringRefused } from "../refused";
import type { RebuildPoint, RebuiltBlock, RebuiltSection, RebuiltText } from "./rebuilt-resume";
import { runsRightToLeft, visibleText } from "./text-of";

/** Puts the new points into their roles. */
export function putPoints(
  sections: RebuiltSection[],
  points: readonly RebuildPoint[],
  { paragraphs }: ResumeReading,
): RebuiltSection[] {
  if (points.length === 0) return sections;
  const direction = new Set(paragraphs.filter(({ rightToLeft }) => rightToLeft).map(({ index }) => index));
  const byRole = new Map<number, RebuildPoint[]>();
  for (const point of points) byRole.set(point.role, [...(byRole.get(point.role) ?? []), point]);
  const put = (list: (RebuiltBlock | RebuiltText)[], at: number, role: number): void => {
    const before = list[at];
    const sibling = before?.kind === "bullet" ? before : null;
    const made = byRole.get(role)!.map(({ technology, text }): RebuiltText => {
      const words = visibleText(text).replace(/\s+/g, " ");
      const level = sibling?.level ?? 0;
      const rightToLeft = runsRightToLeft(words) || direction.has(sibling?.paragraph ?? -1);
      return { kind: "bullet", text: words, right: null, level, rightToLeft, paragraph: null, role, technology };
    });
    list.splice(at + 1, 0, ...made);
    byRole.delete(role);
  };
  const lists = sections.flatMap(({ blocks }) => [
    blocks,
    ...blocks.flatMap((block) => (block.kind === "role" ? [block.body] : [])),
  ]);
  for (const role of [...byRole.keys()]) {
    for (const list of lists.toReversed()) {
      const at = list.findLastIndex((block) => block.kind === "bullet" && block.role === role);
      if (at < 0) continue;
      put(list, at, role);
      break;
    }
    if (!byRole.has(role)) continue;
    const own = sections.flatMap(({ blocks }) => blocks).find((block) => block.kind === "role" && block.role === role);
    if (own?.kind === "role") put(own.body, -1, role);
  }
  if (byRole.size > 0) throw new TailoringRefused("not-in-role");
  return sections;
}
