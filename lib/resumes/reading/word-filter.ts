/** Bits of the table: a few hundred words leave nearly all of them empty. */
const bits = 1 << 14;

/**
 * Tells texts in which none of certain words can stand from those in which one may: in one look at each character, where a pattern of all the words takes
 * several. A pattern has the last word on what is let through.
 */
export class WordFilter {
  private readonly known = new Uint8Array(bits);

  /** `words` in small letters of ASCII, without anything between. */
  constructor(words: readonly string[]) {
    for (const word of words) {
      let hash = 0;
      for (let at = 0; at < word.length; at++) hash = step(hash, word.charCodeAt(at));
      this.known[hash & (bits - 1)] = 1;
    }
  }

  /** False only where no whole word of a text, in any case, is one of the words. Letters beyond ASCII are let through. */
  mayHold(text: string): boolean {
    let hash = 0;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      const small = code | 0x20;
      if (small >= 0x61 && small <= 0x7a && code < 0x80) hash = step(hash, small);
      else if (code >= 0x80 && !isSign(code)) return true;
      else {
        if (hash !== 0 && this.known[hash & (bits - 1)] === 1) return true;
        hash = 0;
      }
    }
    return hash !== 0 && this.known[hash & (bits - 1)] === 1;
  }
}

const step = (hash: number, code: number): number => (Math.imul(hash, 31) + code) | 0;

/** Spaces of all widths, dashes, curly quotes, bullets: what stands between words in resumes in English. */
const isSign = (code: number): boolean =>
  code === 0xa0 || (code >= 0x2000 && code <= 0x206f) || (code >= 0x25a0 && code <= 0x25ff);
