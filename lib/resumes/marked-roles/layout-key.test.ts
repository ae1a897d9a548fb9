import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { tellFigures } from "@/lib/platform/testing/tell-figures";
import { bullet, heading, p, table, writeDocx } from "../fixtures/docx-writer";
import { openResume, type OpenResume } from "../read";
import { layoutKeyOf } from "./layout-key";

interface Person {
  name: string;
  employers: string[];
  duties: number;
}

const people: Person[] = [
  { name: "Ada Ferrante", employers: ["Northwind Ltd", "Contoso Bank", "Fabrikam Inc"], duties: 4 },
  { name: "Bo Li", employers: ["Initech"], duties: 9 },
  { name: "Selma Aydin-Whitcombe", employers: ["Umbrella Foods", "Tailspin Toys"], duties: 1 },
];
const page = (more: string): string => `<w:p><w:pPr>${more}</w:pPr></w:p>`;
const letter = page('<w:sectPr><w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:left="1440" w:right="1440"/></w:sectPr>');
const narrow = page('<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:left="720" w:right="720"/></w:sectPr>');
const styles =
  '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:rPr><w:sz w:val="32"/></w:rPr></w:style>';

const jobs = ({ employers, duties }: Person, title: (employer: string) => string): string =>
  employers
    .map((employer, at) => {
      const done = Array.from({ length: duties }, (_, one) => bullet(`Ran service ${one} of ${employer}`));
      return title(`${employer}, Jan 20${10 + at} – Dec 20${11 + at}`) + done.join("");
    })
    .join("");

const templates: Record<string, (person: Person) => string> = {
  plain: (person) =>
    `${p(person.name, { bold: true, size: 32 })}${heading("EXPERIENCE")}${jobs(person, (text) => p(text, { bold: true }))}${heading("EDUCATION")}${p("BSc")}${letter}`,
  "other margins": (person) =>
    `${p(person.name, { bold: true, size: 32 })}${heading("EXPERIENCE")}${jobs(person, (text) => p(text, { bold: true }))}${heading("EDUCATION")}${p("BSc")}${narrow}`,
  "heading styles": (person) =>
    `${p(person.name, { bold: true, size: 32 })}${p("Experience", { style: "Heading1" })}${jobs(person, (text) => p(text))}${p("Education", { style: "Heading1" })}${p("BSc")}${letter}`,
  "a table": (person) =>
    table([[p(person.name, { size: 40 }), heading("EXPERIENCE") + jobs(person, (text) => p(text, { bold: true }))]]),
};

const made = (template: string, person: Person): Promise<OpenResume> =>
  openResume(writeDocx({ body: templates[template]!(person), styles }), "a.docx");

describe("the key of a layout", () => {
  test.each(Object.keys(templates))("is the same for all people who use a template: %s", async (template) => {
    const keys = await Promise.all(people.map(async (person) => layoutKeyOf(await made(template, person))));
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).toMatch(/^[0-9a-f]{16}$/);
  });

  test("differs between templates", async () => {
    const keys = await Promise.all(
      Object.keys(templates).map(async (template) => layoutKeyOf(await made(template, people[0]!))),
    );
    expect(new Set(keys).size).toBe(keys.length);
  });
});

/** A folder with real layouts, kept outside the project. */
const folder = process.env.LANDFALL_RESUME_SET ?? "";

describe.skipIf(folder === "" || !existsSync(join(folder, "docx")))("the labelled set (LANDFALL_RESUME_SET)", () => {
  test("has a key for each of its layouts, which stays when a role is gone", { timeout: 120_000 }, async () => {
    const keys = new Set<string>();
    let [files, versions, kept] = [0, 0, 0];
    for (const name of readdirSync(join(folder, "docx"))) {
      const open = await openResume(readFileSync(join(folder, "docx", name)), name).catch(() => null);
      if (!open) continue;
      files += 1;
      const key = layoutKeyOf(open);
      keys.add(key);
      for (const role of open.reading.roles) {
        versions += 1;
        if (layoutKeyOf(without(open, [...role.headerParagraphs, ...role.bullets])) === key) kept += 1;
      }
    }
    tellFigures(`${keys.size} keys of ${files} layouts; the same after a role went in ${kept} of ${versions}`);
    expect(keys.size).toBe(files);
    expect(kept / versions).toBeGreaterThanOrEqual(0.98);
  });
});

/** The document as it would be without some of its paragraphs. */
function without(open: OpenResume, paragraphs: readonly number[]): OpenResume {
  const gone = new Set(paragraphs);
  const emptied = <One extends { index: number; text: string }>(all: readonly One[]): One[] =>
    all.map((one) => (gone.has(one.index) ? { ...one, text: "" } : one));
  const { reading, docx } = open;
  return {
    reading: { ...reading, paragraphs: emptied(reading.paragraphs) },
    docx: docx && { ...docx, text: { ...docx.text, paragraphs: emptied(docx.text.paragraphs) } },
  };
}
