/**
 * The first three characters of all names of a tree. Most words of a text begin as no name does, and a look here is much quicker than a walk down the tree.
 * Letters of ASCII are told from each other, all else by its kind, so that a word may be let through that begins otherwise, and none is held back that
 * begins a name.
 */
export class Beginnings {
  private readonly known = new Uint8Array(1 << 15);

  /** `key` is a name as it is planted. */
  add(key: string): void {
    for (const a of mayStand(key, 0))
      for (const b of mayStand(key, 1)) for (const c of mayStand(key, 2)) this.known[(a << 10) | (b << 5) | c] = 1;
  }

  /** Whether a name may begin with these characters, which are folded. A text that ends before them has NaN. */
  has(first: number, second: number, third: number): boolean {
    return this.known[(kindOf(first) << 10) | (kindOf(second) << 5) | kindOf(third)] === 1;
  }
}

const digit = 27;
const sign = 28;
const other = 29;

/** By code: 1 to 26 for a to z, then what else there is. */
const kinds = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[a-z]/.test(character)) return code - 0x60;
  return /\d/.test(character) ? digit : sign;
});

const kindOf = (code: number): number => (code < 128 ? kinds[code]! : other);

const any: readonly number[] = Array.from({ length: 32 }, (_, kind) => kind);
const noLetter: readonly number[] = [digit, sign, other];

/** What may stand at a place of a text where the name begins. */
function mayStand(key: string, at: number): readonly number[] {
  // Gaps, and what may have gaps around it, are written in several ways.
  if (/[\s/&_-]/.test(key.slice(0, at))) return any;
  if (at < key.length) return [kindOf(key.charCodeAt(at))];
  // Behind a name no letter stands, and behind that anything.
  return at === key.length ? noLetter : any;
}
