import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync, strFromU8 } from "fflate";
import { describe, expect, test } from "vitest";
import { bullet, heading, p, writeDocx } from "@/lib/resumes/fixtures/docx-writer";
import { DIRECT_LISTS, LANGUAGES, TOP } from "@/lib/resumes/fixtures/resume-documents";
import { loadPdf } from "@/lib/resumes/pdf/load-pdf";
import { readResume } from "@/lib/resumes/read";
import type { ResumeReading } from "@/lib/resumes/types";
import { TailoringRefused } from "../refused";
import { rebuiltDocx } from "./docx-template";
import { papers, type TemplateOptions } from "./look";
import { rebuiltPdf } from "./pdf-template";
import { rebuildResume } from "./rebuild-resume";

const options: TemplateOptions = { paper: "a4", madeAt: new Date("2026-03-02T10:20:30Z") };
const point =
  "Moved the ledger & its <reports> to PostgreSQL 16, for forty depots in the north and for all of their partners.";

const read = (body: string): Promise<ResumeReading> => readResume(writeDocx({ body }), "a.docx");
const withPoints = (reading: ResumeReading) =>
  rebuildResume(
    reading,
    reading.roles.map((_, role) => ({ role, technology: "PostgreSQL", text: point })),
  );
/** What a reader of the result must find again. */
const rolesOf = ({ roles }: ResumeReading, added = 0) =>
  roles.map(({ title, employer, start, end, bullets }) => ({
    title,
    employer,
    start,
    end,
    bullets: bullets.length + added,
  }));

describe("the DOCX", () => {
  test.each(LANGUAGES.map(({ language, body }) => [language, body] as const))(
    "is read as the original was, with its new points: %s",
    async (_, body) => {
      const reading = await read(body);
      const made = await readResume(await rebuiltDocx(withPoints(reading), options), "a.docx");
      expect(rolesOf(made)).toEqual(rolesOf(reading, 1));
      expect(made.contacts).toEqual(reading.contacts);
      expect(made.sections.map(({ kind, title }) => [kind, title])).toEqual(
        reading.sections.map(({ kind, title }) => [kind, title]),
      );
      expect(made.paragraphs.filter(({ text }) => text === point)).toHaveLength(reading.roles.length);
      expect(made.paragraphs.find(({ text }) => text === point)?.list).toMatchObject({ source: "direct", level: 0 });
    },
  );

  test("has headings, a list, the language and the paper, and the same bytes each time", async () => {
    const resume = withPoints(await read(LANGUAGES.find(({ language }) => language === "de")!.body));
    const [once, again] = [await rebuiltDocx(resume, options), await rebuiltDocx(resume, options)];
    expect(Buffer.compare(once, again)).toBe(0);
    const parts = Object.fromEntries(Object.entries(unzipSync(once)).map(([name, part]) => [name, strFromU8(part)]));
    expect(parts["word/document.xml"]).toContain('<w:pStyle w:val="Heading1"/>');
    expect(parts["word/document.xml"]).toContain('<w:pStyle w:val="Title"/>');
    expect(parts["word/document.xml"]).toMatch(/<w:numPr><w:ilvl w:val="0"\/><w:numId w:val="\d+"\/>/);
    expect(parts["word/document.xml"]).toContain('<w:pgSz w:w="11906" w:h="16838"');
    expect(parts["word/styles.xml"]).toContain('w:val="de-DE"');
    expect(parts["docProps/core.xml"]).toContain("2026-03-02T10:20:30Z");
    expect(parts["word/_rels/document.xml.rels"]).toMatch(
      /Id="rIdLink1"[^>]*Target="mailto:mira\.solberg@example\.com"/,
    );
    expect(parts["word/document.xml"]).not.toMatch(/<w:tbl>|<w:drawing>|<w:pict>/);
    const letter = strFromU8(
      unzipSync(await rebuiltDocx(resume, { ...options, paper: "letter" }))["word/document.xml"]!,
    );
    expect(letter).toContain('<w:pgSz w:w="12240" w:h="15840"');
  });

  test("runs from right to left where the original does", async () => {
    const reading = await read(p("משה כהן") + heading("ניסיון") + bullet("בניתי את המערכת") + bullet("Java, SQL"));
    const parts = unzipSync(await rebuiltDocx(rebuildResume(reading), options));
    const main = strFromU8(parts["word/document.xml"]!);
    expect(main.match(/<w:p>(?:(?!<\/w:p>).)*בניתי/)?.[0]).toMatch(/<w:bidi\/>.*<w:rtl\/>/);
    expect(
      main
        .match(/<w:p>(?:(?!<\/w:p>).)*Java/)?.[0]
        ?.split("<w:p>")
        .at(-1),
    ).not.toContain("<w:bidi/>");
    expect(strFromU8(parts["word/styles.xml"]!)).toContain("he-IL");
  });
});

describe("the PDF", () => {
  test.each(["en", "fr", "es", "pt", "it", "de"])(
    "is read as the original was, with its new points: %s",
    async (tag) => {
      const reading = await read(LANGUAGES.find(({ language }) => language === tag)!.body);
      const { bytes, signsLeftOut } = await rebuiltPdf(withPoints(reading), options);
      const made = await readResume(bytes, "a.pdf");
      expect(rolesOf(made)).toEqual(rolesOf(reading, 1));
      expect(made.contacts).toEqual(reading.contacts);
      expect(made.paragraphs.filter(({ text }) => text === `• ${point}`)).toHaveLength(reading.roles.length);
      expect(signsLeftOut).toEqual([]);
    },
  );

  test("is tagged, says its language, and has the same bytes each time", async () => {
    const resume = withPoints(await read(DIRECT_LISTS));
    const [once, again] = [await rebuiltPdf(resume, options), await rebuiltPdf(resume, options)];
    expect(Buffer.compare(once.bytes, again.bytes)).toBe(0);
    const text = Buffer.from(once.bytes).toString("latin1");
    for (const part of ["/Marked true", "/Lang (en-US)", "/S /H1", "/S /H2", "/S /LBody", "/S /Link", "/FontFile2"])
      expect(text).toContain(part);
    expect(text).toContain(`/MediaBox [0 0 ${papers.a4.width} ${papers.a4.height}]`);
  });

  test("covers Cyrillic, Greek and Vietnamese, and leaves out signs that its face lacks", async () => {
    const body =
      TOP +
      heading("WORK EXPERIENCE") +
      p("Разработчик Contoso, 2012 - 2016", { bold: true }) +
      bullet("Построил систему учёта 🚀 для Ελλάδα và Việt Nam");
    const { bytes, signsLeftOut } = await rebuiltPdf(rebuildResume(await read(body)), options);
    expect(signsLeftOut).toEqual(["🚀"]);
    const made = await readResume(bytes, "a.pdf");
    expect(made.paragraphs.map(({ text }) => text)).toContain("• Построил систему учёта для Ελλάδα và Việt Nam");
  });

  test.each(["पंप के लिए", "搭建水泵", "בניתי את", "بنيت النظام", "펌프"])(
    "is refused rather than painted as boxes: %s",
    async (text) => {
      const reading = await read(`${DIRECT_LISTS}${bullet(text)}`);
      await expect(rebuiltPdf(rebuildResume(reading), options)).rejects.toMatchObject({ code: "script-not-covered" });
    },
  );

  test("never ends a page with a header", async () => {
    for (let lines = 36; lines < 46; lines++) {
      const filled = Array.from({ length: lines }, (_, number) => bullet(`Sorted shelf number ${number}`)).join("");
      const body = `${TOP}${heading("EXPERIENCE")}${p("Clerk, Contoso Ltd\t2010 – 2012", { bold: true })}${filled}${p("Manager, Fabrikam Ltd\t2013 – 2016", { bold: true })}${bullet("Led a team of twelve")}${bullet("Moved the stock")}`;
      const { bytes, pages } = await rebuiltPdf(rebuildResume(await read(body)), options);
      if (pages === 1) continue;
      const [first] = (await loadPdf(bytes)).pages;
      const last = first!.texts.filter(({ text }) => text.trim() !== "").at(-1)!.text;
      expect(last).toMatch(/^Sorted|^Led|^Moved/);
    }
  });
});

/** A folder with real layouts, kept outside the project. */
const folder = join(process.env.LANDFALL_RESUME_SET ?? "", "pdf");

describe.skipIf(!process.env.LANDFALL_RESUME_SET || !existsSync(folder))("the set (LANDFALL_RESUME_SET)", () => {
  test("of PDFs comes out as DOCX and PDF in which the same bullets are found", { timeout: 120_000 }, async () => {
    const files = readdirSync(folder).filter((name) => name.endsWith(".pdf"));
    const same = { docx: 0, pdf: 0 };
    for (const file of files) {
      const reading = await readResume(readFileSync(join(folder, file)), file);
      const wanted = reading.roles.map(({ bullets }) => bullets.length);
      const resume = rebuildResume(reading);
      for (const format of ["docx", "pdf"] as const) {
        try {
          const bytes =
            format === "docx" ? await rebuiltDocx(resume, options) : (await rebuiltPdf(resume, options)).bytes;
          const made = await readResume(bytes, `a.${format}`);
          if (made.roles.map(({ bullets }) => bullets.length).join() === wanted.join()) same[format]++;
        } catch (error) {
          if (!(error instanceof TailoringRefused)) throw error;
        }
      }
    }
    expect(files.length).toBeGreaterThan(0);
    expect(same.docx).toBeGreaterThanOrEqual(files.length * 0.95);
    expect(same.pdf).toBeGreaterThanOrEqual(files.length * 0.95);
  });
});
