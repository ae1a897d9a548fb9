import type { RebuiltBlock } from "./rebuilt-resume";

/** Shorter lines end where they end. On the margin of a page a full one may be this short. */
const fullLine = 18;

/**
 * Puts together what a PDF wrapped and its reading left as two lines: a line without an end, and one that begins with a small letter or
 * follows a comma, a bracket or a hyphen.
 */
export function joinWrapped<Block extends RebuiltBlock>(blocks: readonly Block[]): Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const before = joined.at(-1);
    if (
      before &&
      before.kind !== "role" &&
      block.kind === "text" &&
      (before.kind === "text" || before.kind === "bullet") &&
      before.right === null &&
      before.text.length >= fullLine &&
      !/[.:;!?]$/.test(before.text) &&
      (/^\p{Ll}/u.test(block.text) || /[,(&]$|[\p{L}\p{N}]-$/u.test(before.text))
    ) {
      const hyphen = /[\p{L}\p{N}]-$/u.test(before.text);
      const text = before.text + (hyphen ? "" : " ") + block.text;
      joined[joined.length - 1] = { ...before, text, right: block.right };
    } else joined.push(block);
  }
  return joined;
}
