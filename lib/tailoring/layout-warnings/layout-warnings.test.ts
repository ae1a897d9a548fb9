import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { bullet, heading, p, table, textBox, writeDocx, type DocxParts } from "@/lib/resumes/fixtures/docx-writer";
import { writePdf } from "@/lib/resumes/fixtures/pdf-writer";
import { DIRECT_LISTS, END, TABLES, TOP, TYPED_BULLETS } from "@/lib/resumes/fixtures/resume-documents";
import { readResume } from "@/lib/resumes/read";
import { tellFigures } from "@/lib/platform/testing/tell-figures";
import { rebuiltDocx } from "../rebuild/docx-template";
import { rebuiltPdf } from "../rebuild/pdf-template";
import { rebuildResume } from "../rebuild/rebuild-resume";
import { estimatedPages } from "./estimated-pages";
import { layoutWarnings, type LayoutWarning } from "./layout-warnings";
import { readLayoutFacts } from "./read-layout-facts";

const goodName = "Mira Solberg Resume.docx";

async function warningsOf(bytes: Uint8Array, name = goodName): Promise<LayoutWarning[]> {
  return layoutWarnings(await readResume(bytes, name), await readLayoutFacts(bytes, name));
}

const codesOf = async (body: string, parts: Partial<DocxParts> = {}, name = goodName): Promise<string[]> =>
  (await warningsOf(writeDocx({ body, ...parts }), name)).map(({ code }) => code);

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const roles = DIRECT_LISTS.slice(TOP.length);

describe("a resume without faults", () => {
  test("is warned of nothing, and neither is what the template makes of one", async () => {
    expect(await codesOf(DIRECT_LISTS)).toEqual([]);
    const reading = await readResume(writeDocx({ body: DIRECT_LISTS }), goodName);
    const options = { paper: "a4", madeAt: new Date("2026-01-01T00:00:00Z") } as const;
    expect(await warningsOf(await rebuiltDocx(rebuildResume(reading), options))).toEqual([]);
    const { bytes } = await rebuiltPdf(rebuildResume(reading), options);
    expect(await warningsOf(bytes, "Mira Solberg Resume.pdf")).toEqual([]);
  });
});

describe("warned of", () => {
  const header = (text: string): Partial<DocxParts> => ({
    parts: { "word/header1.xml": `<w:hdr xmlns:w="${W}">${p(text)}</w:hdr>` },
    relationships: `<Relationship Id="rId9" Type="${OFFICE}/header" Target="header1.xml"/>`,
  });
  const run = (properties: string, text: string) =>
    `<w:p><w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r></w:p>`;
  const picture = `<w:p><w:r><w:drawing xmlns:pic="urn:p"><pic:pic/></w:drawing></w:r></w:p>`;
  const comments: Partial<DocxParts> = {
    parts: {
      "word/comments.xml": `<w:comments xmlns:w="${W}"><w:comment w:id="1">${p("Really?")}</w:comment></w:comments>`,
    },
    relationships: `<Relationship Id="rId9" Type="${OFFICE}/comments" Target="comments.xml"/>`,
  };

  test.each<[string, string, Partial<DocxParts>?]>([
    [
      "contacts-outside-text",
      p("Mira Solberg", { bold: true, size: 36 }) + roles,
      header("mira.solberg@example.com | +1 (312) 555-0142"),
    ],
    ["no-mail", `${p("Mira Solberg", { bold: true })}${p("+1 (312) 555-0142")}${roles}`],
    ["no-phone", `${p("Mira Solberg", { bold: true })}${p("mira.solberg@example.com")}${roles}`],
    ["hidden-text", DIRECT_LISTS + run("<w:vanish/>", "Kubernetes Kafka Kotlin")],
    ["hidden-text", DIRECT_LISTS + run('<w:color w:val="FFFFFF"/>', "Kubernetes Kafka Kotlin")],
    ["tracked-changes", `${DIRECT_LISTS}<w:p><w:ins w:id="1" w:author="A"><w:r><w:t>Kafka</w:t></w:r></w:ins></w:p>`],
    ["comments", DIRECT_LISTS, comments],
    ["text-boxes", DIRECT_LISTS + textBox(p("Available from May"))],
    [
      "tables",
      DIRECT_LISTS +
        table([
          ["Java", "eight years"],
          ["SQL", "six years"],
        ]),
    ],
    ["columns", `${DIRECT_LISTS}<w:sectPr><w:cols w:num="2"/></w:sectPr>`],
    ["pictures", DIRECT_LISTS + picture],
    ["unusual-headings", `${DIRECT_LISTS}${heading("WHERE THE WIND BLEW ME")}${p("Over land and sea")}`],
    [
      "unreadable-dates",
      `${TOP}${heading("EXPERIENCE")}${p("Clerk at Contoso Parcel Inc", { bold: true })}${bullet("Ran the desk")}${END}`,
    ],
    ["typed-bullets", TYPED_BULLETS],
    ["symbol-bullets", TYPED_BULLETS],
    [
      "small-text",
      DIRECT_LISTS + p("Set in very small letters, as what nobody is meant to read often is", { size: 14 }),
    ],
    ["unusual-fonts", DIRECT_LISTS + run('<w:rFonts w:ascii="Papyrus"/>', "In a font that only some computers have")],
    [
      "many-pages",
      DIRECT_LISTS + Array.from({ length: 230 }, (_, number) => bullet(`Sorted shelf number ${number}`)).join(""),
    ],
    ["roles-in-tables", TABLES],
  ])("%s", async (code, body, parts) => {
    expect(await codesOf(body, parts)).toContain(code);
    if (body !== TYPED_BULLETS && body !== TABLES) expect(await codesOf(body, parts)).toEqual([code]);
  });

  test("a heading that is missing above the jobs", async () => {
    const body = TOP + roles.replace(/<w:p>(?:(?!<\/w:p>).)*PROFESSIONAL EXPERIENCE.*?<\/w:p>/, "");
    expect(await codesOf(body)).toEqual(["no-experience-heading"]);
  });

  test.each([
    ["resume (final) v3.docx", true],
    ["Mira_Solberg.docx", false],
    ["solberg-mira-cv.docx", false],
    ["Míra Sølberg #1.docx", true],
    [`${"Mira Solberg ".repeat(7)}.docx`, true],
  ])("the name of the file: %s", async (name, warned) => {
    expect((await codesOf(DIRECT_LISTS, {}, name)).includes("file-name")).toBe(warned);
  });

  test("places, figures and names, the worst first", async () => {
    const bytes = writeDocx({
      body: `${TOP}${textBox(p("Available from May"))}${roles}${run('<w:rFonts w:ascii="Papyrus"/>', "In a font that only some computers have")}`,
    });
    const warnings = await warningsOf(bytes);
    expect(warnings.map(({ code, severity, detail }) => [code, severity, detail])).toEqual([
      ["text-boxes", "high", null],
      ["unusual-fonts", "low", "Papyrus"],
    ]);
    const { paragraphs } = await readResume(bytes, goodName);
    expect(warnings[0]!.paragraphs.map((index) => paragraphs[index]?.text)).toEqual(["Available from May"]);
  });

  test("columns of a PDF", async () => {
    const column = (x: number, texts: string[]) => texts.map((text, at) => ({ text, x, y: 720 - at * 14 }));
    const bytes = writePdf([
      [
        { text: "Mira Solberg", x: 50, y: 760, size: 14 },
        ...column(50, [
          "CONTACT",
          "mira@example.com",
          "+1 (312) 555-0142",
          "LANGUAGES",
          "English",
          "Norwegian",
          "SKILLS",
          "Planning",
        ]),
        ...column(230, [
          "EXPERIENCE",
          "Warehouse Manager at Fabrikam Stores, 2015 - 2019",
          "Led a team of twelve people in two shifts",
          "Moved the stock to a new building in a week",
          "Store Clerk at Contoso Market, 2012 - 2015",
          "Ordered goods and closed the books",
          "EDUCATION",
          "Example State University",
        ]),
      ],
    ]);
    expect((await warningsOf(bytes, "Mira Solberg.pdf")).map(({ code }) => code)).toContain("columns");
  });

  test("white text on a coloured ground is none that hides, nor is the mark of a paragraph", async () => {
    const shaded = `<w:p><w:pPr><w:shd w:fill="1F3A5F"/></w:pPr><w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>Available from May</w:t></w:r></w:p>`;
    const mark = `<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:t>Available from June</w:t></w:r></w:p>`;
    expect(await codesOf(DIRECT_LISTS + shaded + mark)).toEqual([]);
  });
});

/** A folder with real layouts, kept outside the project. */
const folder = join(process.env.LANDFALL_RESUME_SET ?? "", "docx");

describe.skipIf(!process.env.LANDFALL_RESUME_SET || !existsSync(folder))("the set (LANDFALL_RESUME_SET)", () => {
  test("is warned of what its files were chosen for, and its pages are estimated", { timeout: 120_000 }, async () => {
    const expected: Record<string, string> = {
      box: "text-boxes",
      table: "roles-in-tables",
      cols: "columns",
      sym: "symbol-bullets",
      rev: "tracked-changes",
    };
    const missing: string[] = [];
    const counts = new Map<string, number>();
    let near = 0;
    let told = 0;
    for (const name of readdirSync(folder)) {
      const bytes = readFileSync(join(folder, name));
      const reading = await readResume(bytes, name).catch(() => null);
      if (!reading) continue;
      const facts = await readLayoutFacts(bytes, name);
      const codes = layoutWarnings(reading, facts).map(({ code }) => code);
      for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
      const wanted = expected[name.split("-")[0]!];
      if (wanted && !codes.some((code) => code === wanted)) missing.push(name);
      if (facts.pages !== null) {
        told++;
        if (Math.abs(estimatedPages(reading) - facts.pages) <= 1) near++;
      }
    }
    tellFigures(
      `${[...counts].map(([code, count]) => `${code} ${count}`).join(", ")}; pages within one of what Word wrote: ${near} of ${told}`,
    );
    expect(missing).toEqual([]);
    expect(near / told).toBeGreaterThanOrEqual(0.8);
  });
});
