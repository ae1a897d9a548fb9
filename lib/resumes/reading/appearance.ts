import type { DocxParagraph } from "./docx-paragraphs";

/** How much of a paragraph's visible text is bold (0 to 1), and its largest size in points. */
export function appearanceOf({ text, runs }: Pick<DocxParagraph, "text" | "runs">): {
  bold: number;
  size: number | null;
} {
  let visible = 0;
  let bold = 0;
  let size: number | null = null;
  for (const { from, to, look } of runs) {
    const characters = countVisible(text, from, to);
    if (characters === 0) continue;
    visible += characters;
    if (look.bold) bold += characters;
    if (look.size !== undefined) size = Math.max(size ?? 0, look.size);
  }
  return { bold: visible === 0 ? 0 : bold / visible, size };
}

/** Characters that are no white space. */
function countVisible(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x80 ? code > 0x20 || code < 0x09 || (code > 0x0d && code < 0x20) : !/\s/.test(text.charAt(at))) count++;
  }
  return count;
}
