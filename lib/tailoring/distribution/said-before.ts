import type { PlanInput } from "./plan-input";
import type { LeftOutBecause } from "./reasons";

/** Shared words of two sentences, by all of both, from which on they can say nearly the same. Found by trying on sentences of resumes. */
const nearly = 0.6;
/** Sentences of fewer words than this say nearly the same only if they say the same. */
const fewest = 4;

/**
 * Points that the resume says already, or that an earlier point says: the same words but for case, accents, punctuation and small words, or nearly
 * the same: one has every word of the other but its first (built, developed), and little more. Of two points the first stays, whatever they weigh. Two sentences of which one only is about the technology differ in what matters.
 */
export function saidBefore({ points, said }: Pick<PlanInput, "points" | "said">): Map<number, LeftOutBecause> {
  const known = new Sentences(points.map(({ text }) => text));
  for (const [paragraph, text] of said) if (text.trim() !== "") known.add(text, { paragraph });
  const found = new Map<number, LeftOutBecause>();
  points.forEach(({ technology, text }, point) => {
    const same = known.find(text, technology);
    if (!same) return known.add(text, { point });
    const { where, exactly } = same;
    found.set(
      point,
      "paragraph" in where
        ? { code: exactly ? "said-already" : "nearly-said-already", ...where }
        : { code: exactly ? "same-as-point" : "nearly-same-as-point", ...where },
    );
  });
  return found;
}

type Where = { paragraph: number } | { point: number };

interface Sentence {
  where: Where;
  /** All words in their order, joined. */
  whole: string;
  words: ReadonlySet<string>;
}

class Sentences {
  private readonly all: Sentence[] = [];
  private readonly byWhole = new Map<string, Sentence>();
  /** Sentences in which a word stands, for each word that will be asked for. */
  private readonly byWord = new Map<string, number[]>();

  /** `asked` are the texts that will be looked for. */
  constructor(asked: readonly string[]) {
    for (const text of asked) for (const word of sentenceOf(text, { point: -1 }).words) this.byWord.set(word, []);
  }

  add(text: string, where: Where): void {
    const sentence = sentenceOf(text, where);
    if (sentence.words.size === 0) return;
    const number = this.all.push(sentence) - 1;
    if (!this.byWhole.has(sentence.whole)) this.byWhole.set(sentence.whole, sentence);
    for (const word of sentence.words) this.byWord.get(word)?.push(number);
  }

  find(text: string, technology: string): { where: Where; exactly: boolean } | null {
    const asked = sentenceOf(text, { point: -1 });
    const exact = this.byWhole.get(asked.whole);
    if (exact) return { where: exact.where, exactly: true };
    if (asked.words.size < fewest) return null;
    const shared = new Map<number, number>();
    for (const word of asked.words)
      for (const number of this.byWord.get(word) ?? []) shared.set(number, (shared.get(number) ?? 0) + 1);
    const about = [...wordsOf(technology)].map(stem);
    const isAbout = ({ words }: Sentence) => about.every((word) => words.has(word));
    let best: { share: number; sentence: Sentence } | null = null;
    for (const [number, count] of shared) {
      const sentence = this.all[number]!;
      const share = count / (asked.words.size + sentence.words.size - count);
      if (share < nearly || (best && share <= best.share)) continue;
      if (isAbout(sentence) === isAbout(asked) && isPartOf(asked, sentence)) best = { share, sentence };
    }
    return best && { where: best.sentence.where, exactly: false };
  }
}

/** Whether all words of one stand in the other, but for the verbs with which they begin. A word in the place of another is another fact. */
function isPartOf(one: Sentence, other: Sentence): boolean {
  const lacks = (a: Sentence, b: Sentence) => [...a.words].some((word, at) => at > 0 && !b.words.has(word));
  return !lacks(one, other) || !lacks(other, one);
}

function sentenceOf(text: string, where: Where): Sentence {
  const words = wordsOf(text);
  const stems = new Set<string>();
  for (const word of words) if (!small.has(word)) stems.add(stem(word));
  return { where, whole: words.join(" "), words: stems };
}

/** Words in lower case without accents; "c++", "c#", ".net" and "node.js" stay whole. Of scripts without spaces, each sign. */
const wordsOf = (text: string): string[] => {
  // Most texts are plain, and then the same words are found in a third of the time.
  if (!/[^\u0000-\u007f]/.test(text)) return text.toLowerCase().match(/\.?[a-z0-9]+(?:[.+#/-][a-z0-9]+)*[+#]*/g) ?? [];
  return wordsOfAnyScript(text);
};

const wordsOfAnyScript = (text: string): string[] =>
  text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .match(/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\.?[\p{L}\p{N}]+(?:[.+#/-][\p{L}\p{N}]+)*[+#]*/gu) ??
  [];

/** "developed", "developing" and "develops" count as one word. A longer beginning would split them, a shorter one join what differs. */
const stem = (word: string): string => {
  if (word.length > 6) return word.slice(0, 6);
  return word.length > 3 && word.endsWith("s") ? word.slice(0, -1) : word;
};

const small = new Set(
  "a all also an and any as at both by for from in into its of on onto or our over per that the their these this through to upon using via was were which while with within de des du et la le les un une der die das und von mit el los las y con para del il di e per da do dos".split(
    " ",
  ),
);
