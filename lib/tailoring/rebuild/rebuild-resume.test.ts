import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bullet, heading, p, writeDocx } from "@/lib/resumes/fixtures/docx-writer";
import { BOXES, DIRECT_LISTS, LABELLED_PROJECTS, LANGUAGES, TABLES } from "@/lib/resumes/fixtures/resume-documents";
import { interpret } from "@/lib/resumes/reading/interpret";
import { readResume } from "@/lib/resumes/read";
import type { ResumeParagraph, ResumeReading } from "@/lib/resumes/types";
import { rebuildResume } from "./rebuild-resume";
import type { RebuiltResume, RebuiltText } from "./rebuilt-resume";
import { lettersOf } from "./text-of";

const read = (body: string): Promise<ResumeReading> => readResume(writeDocx({ body }), "a.docx");

/** All texts in their order, without what was added. */
function wordsOf(resume: RebuiltResume): string {
  const body = ({ text, right, paragraph }: RebuiltText): string[] => (paragraph === null ? [] : [text, right ?? ""]);
  return [
    resume.name ?? "",
    ...resume.top.filter(({ added }) => !added).map(({ text }) => text),
    ...resume.sections.flatMap(({ title, blocks }) => [
      title ?? "",
      ...blocks.flatMap((block) =>
        block.kind === "role"
          ? [...block.header.flatMap(({ left, right }) => [left, right ?? ""]), ...block.body.flatMap(body)]
          : body(block),
      ),
    ]),
  ].join("\n");
}

const bulletsOf = (resume: RebuiltResume): RebuiltText[] =>
  resume.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === "role" ? block.body : [block])).filter(({ kind }) => kind === "bullet"),
  ) as RebuiltText[];

describe("a resume that is written anew", () => {
  test.each<readonly [string, string]>([
    ["direct lists", DIRECT_LISTS],
    ["labelled projects", LABELLED_PROJECTS],
    ["tables", TABLES],
    ["text boxes", BOXES],
    ...LANGUAGES.map(({ language, body }) => [language, body] as const),
  ])("says every word of the original in its order: %s", async (_, body) => {
    const reading = await read(body);
    const original = reading.paragraphs.filter(({ copy }) => copy !== "fallback").map(({ text }) => text);
    expect(lettersOf(wordsOf(rebuildResume(reading)))).toBe(lettersOf(original.join("\n")));
  });

  test("has name, contacts, sections, and roles with header, dates, bullets and environment", async () => {
    const { name, top, sections, leftOut } = rebuildResume(await read(DIRECT_LISTS));
    expect(name).toBe("Mira Solberg");
    expect(top).toEqual([
      {
        text: "Springfield, IL | +1 (312) 555-0142 | mira.solberg@example.com | linkedin.com/in/mira-solberg-example",
        contact: true,
        added: false,
      },
    ]);
    expect(sections.map(({ kind, title }) => [kind, title])).toEqual([
      ["experience", "PROFESSIONAL EXPERIENCE"],
      ["education", "EDUCATION"],
      ["skills", "TECHNICAL SKILLS"],
    ]);
    expect(sections[0]!.blocks).toMatchObject([
      {
        kind: "role",
        header: [
          { left: "Northwind Freight Ltd, Chicago", right: "Jan 2019 – Present" },
          { left: "Senior Java Developer", right: null },
        ],
        body: [
          { kind: "bullet", text: "Built the booking service used by forty depots" },
          { kind: "bullet", text: "Cut the nightly run from six hours to one" },
          { kind: "environment", text: "Environment: Java 17, Spring, PostgreSQL" },
        ],
      },
      { kind: "role", role: 1 },
    ]);
    expect(leftOut).toEqual([]);
  });

  test("has new points behind the last bullet of their role, or below its header", async () => {
    const reading = await read(
      `${DIRECT_LISTS.split("Contoso")[0]!.replace(/<w:p>(?:(?!<w:p>).)*$/, "")}${p("Contoso Parcel Inc\tMar 2014 – Dec 2018", { bold: true })}${p("Developer")}${heading("EDUCATION")}`,
    );
    const roles = reading.roles.length;
    expect(roles).toBe(2);
    expect(reading.roles[1]!.bullets).toEqual([]);
    const made = rebuildResume(reading, [
      { role: 0, technology: "Java", text: "Moved  the ledger" },
      { role: 1, technology: "SQL", text: "Wrote reports" },
      { role: 0, technology: "Kafka", text: "Split the nightly run" },
    ]);
    expect(made.sections[0]!.blocks).toMatchObject([
      {
        body: [
          { paragraph: expect.any(Number) as number },
          { paragraph: expect.any(Number) as number },
          { text: "Moved the ledger", technology: "Java", paragraph: null, role: 0 },
          { text: "Split the nightly run", technology: "Kafka", paragraph: null },
          { kind: "environment" },
        ],
      },
      { body: [{ kind: "bullet", text: "Wrote reports", technology: "SQL", role: 1 }] },
    ]);
  });

  test("has new points behind the bullets that they name, in their order", async () => {
    const reading = await read(DIRECT_LISTS);
    const [first, last] = reading.roles[0]!.bullets as [number, number];
    const elsewhere = reading.roles[1]!.bullets[0]!;
    const point = (text: string, after?: number) => ({
      role: 0,
      technology: "Java",
      text,
      ...(after !== undefined && { after }),
    });
    const made = rebuildResume(reading, [
      point("a", first),
      point("b", last),
      point("c", first),
      point("d", elsewhere),
      point("e"),
    ]);
    const own = bulletsOf(made).filter(({ role }) => role === 0);
    expect(own.map(({ text, paragraph }) => (paragraph === null ? text : paragraph))).toEqual([
      first,
      "a",
      "c",
      last,
      "e",
      "d",
      "b",
    ]);
  });

  test("refuses a point whose role is not there", async () => {
    const reading = await read(DIRECT_LISTS);
    expect(() => rebuildResume(reading, [{ role: 7, technology: "Java", text: "x" }])).toThrow(
      expect.objectContaining({ code: "not-in-role" }),
    );
  });

  test("keeps name and contacts from a margin at the top, and leaves lines of pages out", () => {
    const line = (text: string, more: Partial<ResumeParagraph> = {}) => ({ text, ...more });
    const reading = interpret(
      "pdf",
      [
        line("CONTACT", { bold: 1 }),
        line("mira@example.com"),
        line("🖂 Phone: +1 (312) 555-0142"),
        line("SKILLS", { bold: 1 }),
        line("Java\tSQL"),
        line("MIRA SOLBERG", { size: 24, bold: 1 }),
        line("EXPERIENCE", { bold: 1 }),
        line("Developer, Northwind Ltd", { bold: 1 }),
        line("Jan 2019 – Present"),
        line("• Built the booking service", { list: typed }),
        line("Mira Solberg · Resume · 1"),
        line("• Cut the nightly run", { list: typed }),
        line("Mira Solberg · Resume · 2"),
        line("EDUCATION", { bold: 1 }),
        line("Example State University"),
      ].map((one, index) => ({ ...plain, ...one, index })),
    );
    const made = rebuildResume(reading);
    expect(made.name).toBe("MIRA SOLBERG");
    expect(made.top.map(({ text }) => text)).toEqual(["mira@example.com | Phone: +1 (312) 555-0142"]);
    expect(made.sections.map(({ title }) => title)).toEqual(["SKILLS", "EXPERIENCE", "EDUCATION"]);
    expect(made.sections[0]!.blocks).toMatchObject([{ text: "Java | SQL", right: null }]);
    expect(made.leftOut.map(({ reason }) => reason)).toEqual(["page-line", "page-line", "contacts-at-top"]);
    expect(bulletsOf(made).map(({ text }) => text)).toEqual(["Built the booking service", "Cut the nightly run"]);
  });

  test("says from right to left what runs so", async () => {
    const reading = await read(p("משה כהן") + heading("ניסיון") + bullet("בניתי את המערכת") + bullet("Java, SQL"));
    const made = rebuildResume(reading);
    expect(made.rightToLeft).toBe(true);
    expect(bulletsOf(made).map(({ rightToLeft }) => rightToLeft)).toEqual([true, false]);
  });
});

const typed = { source: "typed", listId: null, level: 0, ordered: false, marker: "•" } as const;
const plain: ResumeParagraph = {
  index: 0,
  text: "",
  container: "page",
  copy: "only",
  list: null,
  bold: 0,
  size: 10,
  headingLevel: null,
  rightToLeft: false,
};

test("no paragraph is lost and none changes its place, whatever stands in them", () => {
  const piece = fc.constantFrom(
    "Built the booking service",
    "Northwind Ltd\tJan 2019 – Present",
    "Java Developer",
    "• Moved 3 ledgers",
    "Environment: Java, C#",
    "Client\t: Contoso",
    "EDUCATION",
    "WORK EXPERIENCE",
    "mira.solberg@example.com",
    "page 2 of 3 reports",
    "● one\t● two\ttwo and a half\t● three",
    "and what goes on in small letters,",
    "",
    "\uf0b7 Wrote the night log",
    "a\nb\nc",
  );
  const paragraph = fc.record({
    text: piece,
    bold: fc.constantFrom(0, 1),
    listed: fc.boolean(),
    headingLevel: fc.constantFrom(null, 1),
    rightToLeft: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(paragraph, { maxLength: 25 }), (paragraphs) => {
      const reading = interpret(
        "docx",
        [{ text: "Mira Solberg", bold: 1, listed: false, headingLevel: null, rightToLeft: false }, ...paragraphs].map(
          ({ listed, ...one }, index) => ({ ...plain, ...one, index, list: listed ? typed : null }),
        ),
      );
      const points = reading.roles.map((_, role) => ({ role, technology: "Java", text: `New ${role}` }));
      const made = rebuildResume(reading, points);
      const moved = new Set(made.leftOut.map(({ paragraph: index }) => index));
      const original = reading.paragraphs.filter(({ index }) => !moved.has(index)).map(({ text }) => text);
      if (moved.size === 0) expect(lettersOf(wordsOf(made))).toBe(lettersOf(original.join("\n")));
      const added = bulletsOf(made).filter((one) => one.paragraph === null);
      expect(added.map(({ text }) => text).sort()).toEqual(points.map(({ text }) => text).sort());
    }),
    { numRuns: 300 },
  );
});
