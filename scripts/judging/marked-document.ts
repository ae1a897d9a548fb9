import { findPart } from "@/lib/documents/package/opc";
import { inflateEntry } from "@/lib/documents/package/inflate";
import { replaceEntries } from "@/lib/documents/package/replace-entries";
import { decodeXml } from "@/lib/documents/xml/decode";
import { encodeXml } from "@/lib/documents/xml/encode";
import { splice, type Insertion } from "@/lib/documents/xml/splice";
import { textOf } from "@/lib/resumes/reading/read-docx";
import { readResume } from "@/lib/resumes/read";
import { openDocx } from "@/lib/tailoring/writing/open-docx";
import { placesBlocked } from "@/lib/tailoring/writing/places";
import { siblingAmong } from "@/lib/tailoring/writing/siblings";
import { tailorDocx } from "@/lib/tailoring/writing/tailor-docx";
import { writePoints, type Placement } from "@/lib/tailoring/writing/write-points";

/** A new bullet and the sibling that it must look like, each known on the page by a word that stands nowhere else. */
export interface Pair {
  /** First word of the new sentence. */
  made: string;
  /** First word of the sibling's sentence, for its place. */
  begins: string;
  /** First word of the piece of the sibling that most of its text is in, for its looks. The same as `begins` in most bullets. */
  looks: string;
}

/**
 * A tailored document in which words are marked so that they can be found on the page: the writer's own output, with a word put into each
 * sibling afterwards. Null where the document has no bullets of roles. Refusals are thrown.
 */
export async function markedDocument(
  bytes: Uint8Array,
  name: string,
): Promise<{ bytes: Uint8Array; pairs: Pair[] } | null> {
  const docx = openDocx(bytes, name);
  const { paragraphs } = textOf(docx);
  const blocked = placesBlocked(docx, paragraphs);
  const { roles } = await readResume(bytes, name);
  const pairs: Pair[] = [];
  const placements: Placement[] = [];
  for (const { bullets } of roles) {
    const after = bullets.findLast((bullet) => !blocked.has(bullet));
    if (after === undefined) continue;
    const number = placements.length + 1;
    pairs.push({ made: `Zn${number}x`, begins: `Zs${number}x`, looks: `Zs${number}x` });
    placements.push({ after, bullets, text: `Zn${number}x moved the ledger` });
  }
  if (placements.length === 0) return null;
  const tailored = tailorDocx(bytes, name, placements).bytes;
  const { written } = writePoints(docx.main, paragraphs, placements);

  const made = openDocx(tailored, name);
  const now = textOf(made).paragraphs;
  // Where each paragraph of the original stands now: new ones are known by their words.
  const old = now.filter(({ text }) => !/Zn\d+x moved/.test(text));
  const insertions: Insertion[] = [];
  const { tokens } = made.main;
  for (const { placement, sibling } of written) {
    const number = placements.indexOf(placements.find(({ text }) => text === placement.text)!);
    const pair = pairs[number]!;
    const paragraph = old[sibling];
    const chosen = paragraph && paragraph.copy !== "fallback" ? siblingAmong(made.main, [paragraph]) : null;
    if (!chosen) continue;
    const mark = (piece: number, word: string): void => {
      insertions.push({ at: tokens[piece]!.end, text: `${word} ` });
    };
    const first = chosen.paragraph.runs.find(({ from, to, symbol, piece }) => {
      const visible = chosen.paragraph.text.slice(Math.max(from, chosen.sentence), to).trim() !== "";
      return to > chosen.sentence && visible && !symbol && tokens[piece]!.name === "w:t";
    })!;
    // A marker in the same text as the sentence: the word goes behind it.
    if (first.from < chosen.sentence) {
      const raw = made.main.source.slice(tokens[first.piece]!.end, tokens[tokens[first.piece]!.match]!.start);
      const typed = chosen.sentence - first.from;
      if (/[&<]/.test(raw.slice(0, typed))) continue;
      insertions.push({ at: tokens[first.piece]!.end + typed, text: `${pair.begins} ` });
    } else mark(first.piece, pair.begins);
    if (chosen.text.piece !== first.piece) {
      pair.looks = `Zt${number + 1}x`;
      mark(chosen.text.piece, pair.looks);
    }
  }
  const entry = findPart(made.package.zip, made.mainPart)!;
  const form = decodeXml(inflateEntry(made.package.zip, entry));
  // Two roles may have the same sibling, which then has several words; the first one tells the place of all.
  const { source } = splice(made.main.source, insertions);
  return { bytes: replaceEntries(made.package.zip, new Map([[entry.name, encodeXml(source, form)]])), pairs };
}
