import { matchesOf } from "@/lib/documents/matches";

/** Everything but ASCII and signs that are no letters: curly quotes, dashes, bullets, spaces of all widths. */
const beyondPlain = /[^\u0000-\u007f\u00a0-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u2000-\u206f\u25a0-\u25ff]/;

/** Whether the only letters of a text are those of ASCII, as in nearly all lines of resumes in English. */
const isPlain = (text: string): boolean => !beyondPlain.test(text);

/**
 * A pattern over lower-case text that is asked of every line. With the flags i and u, which other scripts need, V8 compares letter by letter where it
 * could skip ahead: for plain text there is a second form without them, that finds the same in a fraction of the time.
 */
export class Pattern {
  private readonly plain: RegExp;
  private readonly full: RegExp;

  /** `source` names letters as \p{L} and marks as \p{M}, both inside of brackets only, and matches nothing that is empty. */
  constructor(source: string) {
    this.plain = new RegExp(source.replaceAll("\\p{L}", "a-z").replaceAll("\\p{M}", ""), "g");
    this.full = new RegExp(source, "giu");
  }

  /** Every match in a text that is in lower case, folded or not. */
  in(text: string): RegExpExecArray[] {
    return matchesOf(isPlain(text) ? this.plain : this.full, text);
  }

  isIn(text: string): boolean {
    return text.search(isPlain(text) ? this.plain : this.full) >= 0;
  }
}
