import fc from "fast-check";
import { expect, test } from "vitest";
import { inflateEntry } from "@/lib/documents/package/inflate";
import { openZip } from "@/lib/documents/package/zip";
import { attributesOf, childElements } from "@/lib/documents/xml/cursor";
import { decodeXml } from "@/lib/documents/xml/decode";
import { tokenizeXml, type XmlDocument } from "@/lib/documents/xml/tokens";
import { generatedResumes, type GeneratedResume } from "@/lib/resumes/fixtures/generated-resumes";
import type { DocxParagraph } from "@/lib/resumes/reading/docx-paragraphs";
import { textOf } from "@/lib/resumes/reading/read-docx";
import { typedBullet } from "@/lib/resumes/reading/typed-bullets";
import { TailoringRefused } from "@/lib/tailoring/refused";
import { openDocx } from "./open-docx";
import { placesBlocked } from "./places";
import { resolved } from "./resolve-changes";
import { tailorDocx } from "./tailor-docx";
import type { Placement } from "./write-points";

const author = { name: "Dario", date: "2026-11-21T09:00:00Z" };
const points = [
  "Moved the ledger & its <reports> to PostgreSQL 16.",
  "Team: planned the shifts",
  ".NET 8 service",
  "• 5 %",
];

/** Any placements that are allowed: behind bullets of a role, several behind one, in any order. */
const placementsOf = (resume: GeneratedResume, choices: readonly number[]): Placement[] => {
  const docx = openDocx(resume.bytes, "a.docx");
  const { paragraphs } = textOf(docx);
  const blocked = placesBlocked(docx, paragraphs);
  const roles = resume.roles.map((words) =>
    paragraphs
      .filter(({ text, copy }) => copy !== "fallback" && words.some((one) => ends(text, one)))
      .map(({ index }) => index),
  );
  return choices.flatMap((choice, at) => {
    const bullets = roles[choice % roles.length]!;
    const free = bullets.filter((bullet) => !blocked.has(bullet));
    if (free.length === 0) return [];
    return [{ after: free[(choice >> 3) % free.length]!, bullets, text: points[(at + choice) % points.length]! }];
  });
};
const ends = (text: string, words: string): boolean => text.trimEnd().endsWith(words);

const mainOf = (bytes: Uint8Array, name: string): XmlDocument => {
  const zip = openZip(bytes);
  return tokenizeXml(decodeXml(inflateEntry(zip, zip.byName.get(name)!)).text);
};
const mainName = ({ recipe }: GeneratedResume) => (recipe as { main: string }).main;

const any = fc.tuple(generatedResumes, fc.array(fc.nat(1000), { minLength: 1, maxLength: 6 }));
const runs = { numRuns: Number(process.env.LANDFALL_GENERATED ?? 50) };

/** Tailors, and tells of a refusal that a planner could not have known of. */
function tailored(resume: GeneratedResume, placements: readonly Placement[], tracked: boolean): Uint8Array | null {
  try {
    return tailorDocx(resume.bytes, "a.docx", placements, tracked ? author : undefined).bytes;
  } catch (error) {
    // A change of somebody's stands where the mark of ours would go.
    if (error instanceof TailoringRefused && error.code === "cannot-track") return null;
    if (error instanceof TailoringRefused) throw new Error(`${error.code} ${error.details.join("; ")}`);
    throw error;
  }
}

test("whatever a document is made of, everything but the new paragraphs stays byte for byte", () => {
  fc.assert(
    fc.property(any, ([resume, choices]) => {
      const placements = placementsOf(resume, choices);
      fc.pre(placements.length > 0);
      const made = tailored(resume, placements, false)!;
      const [before, after] = [openZip(resume.bytes), openZip(made)];
      expect(after.entries.map(({ name }) => name)).toEqual(before.entries.map(({ name }) => name));
      before.entries.forEach((entry, at) => {
        if (entry.name === mainName(resume)) return;
        const record = (bytes: Uint8Array, one: typeof entry) => bytes.subarray(one.headerOffset, one.recordEnd);
        expect(Buffer.compare(record(before.bytes, entry), record(after.bytes, after.entries[at]!))).toBe(0);
      });
      // Each paragraph that holds a point is cut out; what is left is the original.
      const { source, tokens } = mainOf(made, mainName(resume));
      const cut = tokens
        .filter(({ name, kind }) => name === "w:p" && kind === "start")
        .map(({ start, match }) => ({ start, end: tokens[match]!.end }))
        .filter(
          ({ start, end }) => !source.slice(start + 1, end).match(/<[\w:]*p[\s>]/) && isPoint(source.slice(start, end)),
        );
      expect(cut.length).toBeGreaterThanOrEqual(placements.length);
      const left = cut.reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(end), source);
      expect(left).toBe(mainOf(resume.bytes, mainName(resume)).source);
    }),
    runs,
  );
});

test("says which paragraphs of the finished document are new, in both copies of a text box", () => {
  fc.assert(
    fc.property(any, ([resume, choices]) => {
      const placements = placementsOf(resume, choices);
      fc.pre(placements.length > 0);
      const { bytes, proof, newParagraphs } = tailorDocx(resume.bytes, "a.docx", placements);
      const { paragraphs } = textOf(openDocx(bytes, "a.docx"));
      expect(new Set(newParagraphs.flat()).size).toBe(proof.newParagraphCount);
      placements.forEach(({ text }, place) => {
        expect(newParagraphs[place]!.length).toBeGreaterThan(0);
        for (const number of newParagraphs[place]!) expect(paragraphs[number]!.text.endsWith(bare(text))).toBe(true);
      });
    }),
    runs,
  );
});

test("each new paragraph is in the list, on the level and with the marker of a bullet of its role, and sound XML", () => {
  fc.assert(
    fc.property(any, ([resume, choices]) => {
      const placements = placementsOf(resume, choices);
      fc.pre(placements.length > 0);
      const old = textOf(openDocx(resume.bytes, "a.docx")).paragraphs;
      for (const tracked of [false, true]) {
        const made = tailored(resume, placements, tracked);
        if (!made) continue;
        const docx = openDocx(made, "a.docx");
        const now = textOf(docx).paragraphs;
        expectSound(docx.main);
        const known = old.map(({ text }) => text);
        const added = now.filter(({ text }) => !known.includes(text) && points.some((one) => text.endsWith(bare(one))));
        expect(added.length).toBeGreaterThanOrEqual(placements.length);
        for (const paragraph of added) {
          const siblings = placements
            .filter(({ text }) => paragraph.text.endsWith(bare(text)))
            .flatMap(({ bullets }) => bullets.map((bullet) => old[bullet]!));
          expect(siblings.map(listOf)).toContainEqual(listOf(paragraph));
          if (paragraph.list?.listId) expect(typedBullet(paragraph.text)).toBeNull();
        }
      }
    }),
    runs,
  );
});

test("tracked: refusing all gives the original, taking all gives the clean document", () => {
  fc.assert(
    fc.property(any, ([resume, choices]) => {
      const placements = placementsOf(resume, choices);
      fc.pre(placements.length > 0);
      const tracked = tailored(resume, placements, true);
      fc.pre(tracked !== null);
      const marked = mainOf(tracked!, mainName(resume));
      // Told by the author's name, not by where the writer says that it wrote.
      const ours = marked.tokens
        .filter((token) =>
          attributesOf(marked, token).some(({ name, value }) => name === "w:author" && value === "Dario"),
        )
        .map(({ start }) => ({ from: start, to: start + 1 }));
      expect(resolved(marked, ours, "reject")).toEqual(resolved(mainOf(resume.bytes, mainName(resume)), [], "accept"));
      const clean = mainOf(tailored(resume, placements, false)!, mainName(resume));
      expect(resolved(marked, ours, "accept")).toEqual(resolved(clean, [], "accept"));
      const ids = marked.tokens.flatMap((token) => (token.name === "w:p" ? attributesOf(marked, token) : []));
      const paragraphIds = ids.filter(({ name }) => name === "w14:paraId").map(({ value }) => value);
      const copies = marked.source.includes("AlternateContent");
      if (!copies) expect(new Set(paragraphIds).size).toBe(paragraphIds.length);
    }),
    runs,
  );
});

const bare = (point: string): string => point.replace(/^• /, "");
const isPoint = (xml: string): boolean => {
  const text = xml
    .replace(/<[^>]*>/g, "")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&");
  return points.some((one) => text.endsWith(bare(one)));
};
const listOf = ({ list, container }: DocxParagraph) => (list ? { ...list, container } : { container });

const order =
  "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange".split(
    " ",
  );

/** Every prefix is bound, and properties stand in the order of the schema (CT_PPr), which Word insists on. */
function expectSound(document: XmlDocument): void {
  const unbound: string[] = [];
  document.tokens.forEach((token, at) => {
    if (token.kind !== "start" && token.kind !== "empty") return;
    const tag = document.source.slice(token.start, token.end);
    for (const [, prefix] of tag.matchAll(/(?:^<|\s)([\w.-]+):[\w.-]+/g)) {
      if (prefix === "xmlns" || prefix === "xml") continue;
      if (token.scope.addressOf(prefix!) === undefined) unbound.push(tag);
    }
    if (token.name !== "w:pPr") return;
    const places = childElements(document, at).map((child) => order.indexOf(document.tokens[child]!.name.slice(2)));
    expect(places).toEqual([...places].sort((one, other) => one - other));
  });
  expect(unbound).toEqual([]);
}
