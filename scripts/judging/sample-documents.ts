import { writeDocx } from "@/lib/resumes/fixtures/docx-writer";
import { generatedNumbering, generatedStyles } from "@/lib/resumes/fixtures/generated-parts";
import * as resumes from "@/lib/resumes/fixtures/resume-documents";
import type { JudgedDocument } from "./judge-documents";

/** Synthetic resumes of all kinds, to be judged where no others are at hand. */
export function sampleDocuments(): JudgedDocument[] {
  const bodies = {
    lists: resumes.DIRECT_LISTS,
    "styled-lists": styled(resumes.DIRECT_LISTS),
    labels: resumes.LABELLED_PROJECTS,
    typed: resumes.TYPED_BULLETS,
    tables: resumes.TABLES,
    ...Object.fromEntries(resumes.LANGUAGES.map(({ language, body }) => [language, body])),
  };
  return Object.entries(bodies).map(([name, body]) => ({
    name: `${name}.docx`,
    bytes: writeDocx({ body, numbering: generatedNumbering, styles: generatedStyles }),
  }));
}

const styled = (body: string): string =>
  body.replaceAll('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>', '<w:pStyle w:val="Duty"/>');
