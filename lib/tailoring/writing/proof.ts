import { findPart, readBytes } from "@/lib/documents/package/opc";
import type { OpenDocx } from "@/lib/documents/package/open-docx";
import { openZip, type ZipArchive, type ZipEntry } from "@/lib/documents/package/zip";
import { endOf } from "@/lib/documents/xml/copy";
import { decodeStretch } from "@/lib/documents/xml/decode";
import { sameWithout, splice, type InsertedRange, type Insertion } from "@/lib/documents/xml/splice";
import { tokenizeXml, type XmlDocument } from "@/lib/documents/xml/tokens";
import type { DocxParagraph } from "@/lib/resumes/reading/docx-paragraphs";
import type { DocxText } from "@/lib/resumes/reading/read-docx";
import { TailoringRefused } from "@/lib/tailoring/refused";
import { bulletBefore } from "./point-text";
import { resolved } from "./resolve-changes";
import { sentenceOf } from "./siblings";
import type { Written } from "./write-points";

/** What was proved of a finished document, for the report that is kept with it. */
export interface Proof {
  /** Parts that are the same, byte for byte, packed as they were. */
  samePartCount: number;
  /** New paragraphs, both copies of a text box counted. */
  newParagraphCount: number;
  /** The main part is the original one when what was inserted is taken out. */
  sameOutsideInsertions: true;
  /** Each new paragraph says what was planned, in its sibling's list, level and marker. */
  trueSiblings: true;
  /** Of tracked changes: rejecting all gives the original's paragraphs. Null for a clean document. */
  rejectingGivesOriginal: true | null;
}

export interface Made {
  docx: OpenDocx;
  text: DocxText;
  written: readonly Written[];
  insertions: readonly Insertion[];
  /** Where the bytes of each insertion lie in the finished main part, and where in the original's source it went in; in their order. */
  inserted: readonly (InsertedRange & Pick<Insertion, "at">)[];
  tracked: boolean;
}

/**
 * Opens and reads the finished document and compares it with the plan and the original. Refuses "proof-failed" with what failed. What is proved to be
 * the original's, byte for byte, reads as the original does: so its styles and lists, and the paragraphs around those that are new.
 */
export function prove(made: Made, bytes: Uint8Array): Proof {
  const { docx, text, written, insertions, inserted, tracked } = made;
  const { paragraphs } = text;
  const failed: string[] = [];
  const check = (name: string, holds: boolean): void => void (holds || failed.push(name));
  const zip = openZip(bytes);
  const mainName = findPart(docx.package.zip, docx.mainPart)!.name;
  check("parts", samePacked(docx.package.zip, zip, mainName));
  const again = readBytes(zip, findPart(zip, mainName)!);
  const same = sameWithout(again, inserted, docx.mainBytes);
  check("outside", same);
  // Marks of changes go into tags that were there before, so that nothing around them need read as it did.
  const main = tracked ? tokenizeXml(decodeStretch(again.subarray(docx.form.bomLength), docx.form.encoding)) : null;
  const now = main ? text.readWith(main) : same ? readAgain(made, again) : [];
  check("count", now.length === paragraphs.length + written.length);
  check("siblings", newOnes(docx.main, paragraphs, now, written, check));
  if (main) {
    const before = resolved(docx.main, [], "accept");
    const { inserted: ours } = splice(docx.main.source, insertions);
    check("reject", sameList(resolved(main, ours, "reject"), before));
  }
  if (failed.length > 0) throw new TailoringRefused("proof-failed", failed);
  return {
    samePartCount: docx.package.zip.entries.length - 1,
    newParagraphCount: written.length,
    sameOutsideInsertions: true,
    trueSiblings: true,
    rejectingGivesOriginal: tracked ? true : null,
  };
}

/**
 * The paragraphs of a finished main part that is the original's outside of what was inserted. What stands directly behind a paragraph and is whole
 * elements leaves everything around it as it was: only it is read. An insertion anywhere else is told by too few paragraphs.
 */
function readAgain({ docx, text: { paragraphs, readBehind }, inserted }: Made, bytes: Uint8Array): DocxParagraph[] {
  const { main, form } = docx;
  const endingAt = new Map(paragraphs.map((paragraph) => [endOf(main, paragraph.element), paragraph]));
  const now: DocxParagraph[] = [];
  let passed = 0;
  const passUntil = (at: number): void => {
    while (passed < paragraphs.length && main.tokens[paragraphs[passed]!.element]!.start < at)
      now.push(paragraphs[passed++]!);
  };
  for (const { at, from, to } of inserted) {
    const before = endingAt.get(at);
    passUntil(at);
    if (before) now.push(...readBehind(before, decodeStretch(bytes.subarray(from, to), form.encoding)));
  }
  passUntil(Infinity);
  return now;
}

/** Old paragraphs stand in their order with their text, and between them each new one where it was planned. */
function newOnes(
  main: XmlDocument,
  before: readonly DocxParagraph[],
  now: readonly DocxParagraph[],
  written: readonly Written[],
  check: (name: string, holds: boolean) => void,
): boolean {
  const behind = new Map<number, Written[]>();
  for (const one of written) {
    const last = lastInside(main, before, one.after);
    behind.set(last, [...(behind.get(last) ?? []), one]);
  }
  let at = 0;
  let good = true;
  before.forEach((old, number) => {
    const same = now[at];
    good &&= same !== undefined && same.text === old.text && same.container === old.container;
    at += 1;
    for (const one of behind.get(number) ?? []) {
      const made = now[at];
      const sibling = before[one.sibling]!;
      const marker = sibling.text.slice(0, sentenceOf(sibling));
      check(`text behind ${one.after}`, made?.text === marker + one.placement.text);
      check(`list behind ${one.after}`, made !== undefined && sameListAs(made, sibling, one.placement.text));
      good &&=
        made !== undefined &&
        made.container === before[one.after]!.container &&
        made.rightToLeft === sibling.rightToLeft;
      at += 1;
    }
  });
  return good && at === now.length;
}

/** In a real list the same one, with nothing typed besides; otherwise the same marker, in a symbol's own font where it is one. */
function sameListAs(made: DocxParagraph, sibling: DocxParagraph, words: string): boolean {
  const { list } = sibling;
  if (list?.source === "direct" || list?.source === "style")
    return JSON.stringify(made.list) === JSON.stringify(list) && !bulletBefore(words);
  const symbols = ({ runs }: DocxParagraph) => runs.filter(({ symbol }) => symbol).length;
  return list?.source !== "symbol" || symbols(made) >= 1;
}

/** A paragraph that holds a text box is numbered before those in the box, and ends behind them. */
export function lastInside({ tokens }: XmlDocument, paragraphs: readonly DocxParagraph[], number: number): number {
  const end = tokens[paragraphs[number]!.element]!.match;
  let last = number;
  while ((paragraphs[last + 1]?.element ?? Infinity) < end) last += 1;
  return last;
}

function samePacked(one: ZipArchive, other: ZipArchive, except: string): boolean {
  if (one.entries.length !== other.entries.length) return false;
  return one.entries.every((entry, at) => {
    const twin = other.entries[at]!;
    const same =
      entry.name === twin.name && entry.time === twin.time && entry.date === twin.date && entry.method === twin.method;
    return same && (entry.name === except || Buffer.compare(record(one, entry), record(other, twin)) === 0);
  });
}

const record = ({ bytes }: ZipArchive, { headerOffset, dataEnd }: ZipEntry): Uint8Array =>
  bytes.subarray(headerOffset, dataEnd);

const sameList = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((text, at) => text === other[at]);
