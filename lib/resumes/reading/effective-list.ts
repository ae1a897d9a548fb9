import type { EffectiveList } from "../types";
import type { DocxParagraph } from "./docx-paragraphs";
import type { ListLevel, Numbering } from "./numbering";
import type { ParagraphLook, Style } from "./styles";
import { typedBullet } from "./typed-bullets";

/** The real list that a paragraph is in, by its own properties or its style; null where it is in none. */
export function realList(own: ParagraphLook, style: Style | null, numbering: Numbering): EffectiveList | null {
  const numId = own.numId ?? style?.numbering.numId ?? null;
  // numId 0 takes the paragraph out of the list of its style (17.9.18).
  if (numId === null || numId === 0) return null;
  const levels = numbering.get(numId);
  const level = own.level ?? (own.numId === null ? (levelOf(style, levels) ?? style?.numbering.level) : undefined) ?? 0;
  const definition = levels?.get(level);
  if (!definition) return null;
  const ordered = definition.format !== "bullet" && definition.format !== "none";
  // A level without sign and number is an indent, not a list item.
  if (definition.format === "none" && definition.text.trim() === "") return null;
  return {
    source: own.numId !== null ? "direct" : "style",
    listId: numId,
    level,
    ordered,
    marker: ordered ? definition.format : definition.text,
  };
}

/** The first level that a style stands for. */
function levelOf(style: Style | null, levels: ReadonlyMap<number, ListLevel> | undefined): number | undefined {
  if (style === null || !levels) return undefined;
  for (const [level, { paragraphStyle }] of levels) if (paragraphStyle === style.id) return level;
  return undefined;
}

/** The list that a paragraph is in because somebody typed a bullet, or a symbol as one. */
export function typedList({ text, runs }: Pick<DocxParagraph, "text" | "runs">): EffectiveList | null {
  const typed = typedBullet(text);
  if (!typed) return null;
  const at = text.indexOf(typed.marker);
  const symbol = runs.some((run) => run.symbol && run.from <= at && at < run.to);
  return { source: symbol ? "symbol" : "typed", listId: null, level: 0, ordered: false, marker: typed.marker };
}
