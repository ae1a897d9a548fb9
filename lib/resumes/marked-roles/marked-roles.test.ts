import { existsSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tellFigures } from "@/lib/platform/testing/tell-figures";
import { p, writeDocx } from "../fixtures/docx-writer";
import { generatedResumes, generatedTwins, type GeneratedResume } from "../fixtures/generated-resumes";
import { scoreLabelledSet } from "../fixtures/labelled-set";
import { writePdf } from "../fixtures/pdf-writer";
import { openResume, type OpenResume } from "../read";
import { layoutKeyOf } from "./layout-key";
import { marksOf, type Clicked } from "./marks-of";
import { roleMarks, type RoleMarks } from "./role-marks";
import { withMarkedRoles } from "./with-marked-roles";

const runs = { numRuns: Number(process.env.LANDFALL_GENERATED ?? 50) };

/** Numbers of the paragraphs that end with one of these, in the copy that is read. */
const numbersOf = ({ reading }: OpenResume, texts: readonly string[]): number[] =>
  texts.flatMap((text) =>
    reading.paragraphs
      .filter((paragraph) => paragraph.copy !== "fallback" && paragraph.text.trimEnd().endsWith(text))
      .map(({ index }) => index),
  );

const open = (resume: GeneratedResume): Promise<OpenResume> => openResume(resume.bytes, "a.docx");

/** Whether all these are list items: what is not looks like other paragraphs, which are then duties too. */
const isListed = ({ reading }: OpenResume, bullets: readonly number[][]): boolean =>
  bullets.flat().every((bullet) => reading.paragraphs[bullet]!.list !== null);

/** As they come back from where they are stored. */
const stored = (marks: RoleMarks): RoleMarks => roleMarks.parse(JSON.parse(JSON.stringify(marks)));

const clicksOf = (opened: OpenResume, { headers, roles }: GeneratedResume): Clicked => {
  const [end] = numbersOf(opened, ["References on request"]);
  return {
    headers: numbersOf(opened, headers),
    bullets: roles.flatMap((words) => numbersOf(opened, words)),
    ...(end === undefined ? {} : { end }),
  };
};

describe("roles that a person clicked", () => {
  test("are the roles, with exactly the duties that were clicked, their employers and dates", async () => {
    await fc.assert(
      fc.asyncProperty(generatedResumes, async (resume) => {
        const opened = await open(resume);
        const { roles } = withMarkedRoles(opened, stored(marksOf(opened, clicksOf(opened, resume)))).reading;
        expect(roles.map(({ headerParagraphs }) => headerParagraphs[0])).toEqual(numbersOf(opened, resume.headers));
        const wanted = resume.roles.map((words) => numbersOf(opened, words));
        if (isListed(opened, wanted)) expect(roles.map(({ bullets }) => bullets)).toEqual(wanted);
        roles.forEach(({ confidence, title, employer, period, bullets }, at) => {
          expect(bullets).toEqual(expect.arrayContaining(wanted[at]!));
          expect(confidence).toBe(1);
          expect([title, employer]).toEqual(["Developer", "Northwind"]);
          expect([period?.start?.year, period?.end?.year]).toEqual([2010 + at, 2011 + at]);
        });
      }),
      runs,
    );
  });

  test("are found by their looks in another document of the layout, whatever it says", async () => {
    await fc.assert(
      fc.asyncProperty(generatedTwins, async ([one, other]) => {
        const [first, second] = [await open(one), await open(other)];
        expect(layoutKeyOf(second)).toBe(layoutKeyOf(first));
        const { roles } = withMarkedRoles(second, stored(marksOf(first, clicksOf(first, one)))).reading;
        expect(roles.map(({ headerParagraphs }) => headerParagraphs[0])).toEqual(numbersOf(second, other.headers));
        const wanted = other.roles.map((words) => numbersOf(second, words));
        if (isListed(second, wanted)) expect(roles.map(({ bullets }) => bullets)).toEqual(wanted);
      }),
      runs,
    );
  });

  test("are kept without a word of the document", async () => {
    await fc.assert(
      fc.asyncProperty(generatedResumes, async (resume) => {
        const opened = await open(resume);
        const kept = JSON.stringify(marksOf(opened, clicksOf(opened, resume)));
        for (const { text } of opened.reading.paragraphs)
          for (const word of text.match(/\p{L}{4,}/gu) ?? []) expect(kept).not.toContain(word);
      }),
      runs,
    );
  });
});

describe("a document whose roles the reader does not find", () => {
  const looks = { size: 28 };
  const body = (who: string, where: readonly string[]): string =>
    [
      p(who, { size: 40 }),
      p("What I did", { bold: true, size: 26 }),
      ...where.flatMap((place) => [p(place, looks), p("Sold bread and rolls."), p("Counted the till.")]),
      p("What else", { bold: true, size: 26 }),
      p("Swimming"),
    ].join("");
  const made = (who: string, where: readonly string[]) => openResume(writeDocx({ body: body(who, where) }), "a.docx");

  test("has them after a person clicked them, and so has the next one of that layout", async () => {
    const first = await made("Ada Ferrante", ["The corner shop", "Market stall"]);
    expect(first.reading.roles).toEqual([]);
    const marks = stored(marksOf(first, { headers: [2, 5], bullets: [3], end: 8 }));
    const marked = withMarkedRoles(first, marks).reading;
    expect(marked.roles.map(({ headerParagraphs, bullets }) => [headerParagraphs, bullets])).toEqual([
      [[2], [3, 4]],
      [[5], [6, 7]],
    ]);
    expect(marked.warnings.map(({ code }) => code)).toEqual(["no-contacts"]);
    const second = await made("Bo Li", ["Ferry", "Lighthouse", "Harbour office"]);
    expect(layoutKeyOf(second)).toBe(layoutKeyOf(first));
    const { roles } = withMarkedRoles(second, marks).reading;
    expect(roles.map(({ headerParagraphs, bullets }) => [headerParagraphs, bullets])).toEqual([
      [[2], [3, 4]],
      [[5], [6, 7]],
      [[8], [9, 10]],
    ]);
  });

  test("has plain lines of several words for duties where nobody clicked any, and no places or labels", async () => {
    const lines = ["The corner shop", "Berlin", "Sold bread and rolls", "Counted the till each night", "Team: four"];
    const open = await openResume(writeDocx({ body: lines.map((line) => p(line)).join("") }), "a.docx");
    const [role] = withMarkedRoles(open, marksOf(open, { headers: [0] })).reading.roles;
    expect(role?.bullets).toEqual([2, 3]);
  });

  test("may be a PDF, whose lines are clicked", async () => {
    const pdf = (who: string, places: readonly string[]) => {
      const lines = [who, ...places.flatMap((place) => [place, "• Sold bread and rolls", "• Counted the till"])];
      return openResume(
        writePdf([
          lines.map((text, at) => ({ text, x: 72, y: 740 - at * 15, size: text.startsWith("•") ? 10 : at ? 14 : 20 })),
        ]),
        "a.pdf",
      );
    };
    const first = await pdf("Ada Ferrante", ["The corner shop", "Market stall"]);
    const marks = stored(marksOf(first, { headers: [1, 4] }));
    const second = await pdf("Bo Li", ["Ferry", "Lighthouse", "Harbour office"]);
    expect(layoutKeyOf(second)).toBe(layoutKeyOf(first));
    for (const [open, count] of [
      [first, 2],
      [second, 3],
    ] as const)
      expect(
        withMarkedRoles(open, marks).reading.roles.map(({ headerParagraphs, bullets }) => [headerParagraphs, bullets]),
      ).toEqual(Array.from({ length: count }, (_, at) => [[1 + 3 * at], [2 + 3 * at, 3 + 3 * at]]));
  });

  test("has none where nothing of it looks as marked", async () => {
    const marks = marksOf(await made("Ada Ferrante", ["The corner shop"]), { headers: [2], end: 5 });
    const other = await openResume(writeDocx({ body: p("A letter") + p("about nothing") }), "a.docx");
    const { roles, warnings } = withMarkedRoles(other, marks).reading;
    expect(roles).toEqual([]);
    expect(warnings.map(({ code }) => code)).toContain("no-experience");
  });

  test("takes clicks on empty paragraphs for the next one, and none behind the last", async () => {
    const open = await openResume(writeDocx({ body: p("") + p("Shop") + p("Sold bread") + p("") }), "a.docx");
    const marks = marksOf(open, { headers: [0, 3, 9] });
    expect([marks.headers, marks.end]).toEqual([[1], null]);
  });
});

/** A folder with real layouts and hand-made labels, kept outside the project. */
const folder = process.env.LANDFALL_RESUME_SET ?? "";

describe.skipIf(folder === "" || !existsSync(join(folder, "labels")))("the labelled set (LANDFALL_RESUME_SET)", () => {
  test(
    "has its roles after a click on the first line of each, by number and by looks",
    { timeout: 120_000 },
    async () => {
      for (const document of [null, "another"]) {
        const { roles, spans, bullets } = await scoreLabelledSet(folder, (open, labels) => {
          const marks = marksOf(open, { headers: labels.roles.map(({ headerParagraphs }) => headerParagraphs[0]!) });
          return withMarkedRoles(open, { ...stored(marks), ...(document ? { document } : {}) });
        });
        tellFigures(`roles F1 ${roles.f1.toFixed(3)}, spans ${spans.f1.toFixed(3)}, bullets ${bullets.f1.toFixed(3)}`);
        expect(roles.f1).toBeGreaterThanOrEqual(0.98);
        expect(spans.f1).toBeGreaterThanOrEqual(0.94);
      }
    },
  );
});
