import { typedBullet } from "@/lib/resumes/reading/typed-bullets";

/**
 * The words of a point as they are written: without characters that XML cannot hold (XML 1.0, 2.2), with one kind of line end, and without a bullet
 * typed in front, because the new paragraph gets the bullet of its siblings.
 */
export function pointText(raw: string): string {
  let text = raw
    .replace(/\r\n?|\u2028|\u2029/g, "\n")
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "")
    .trim();
  while (bulletBefore(text)) text = text.slice(typedBullet(text)!.length);
  return text;
}

/** Whether words begin with a typed bullet. A letter that some lists are marked with may be a word ("o projeto"). */
export function bulletBefore(text: string): boolean {
  const marker = typedBullet(text)?.marker;
  return marker !== undefined && !/[\p{L}§]/u.test(marker);
}
