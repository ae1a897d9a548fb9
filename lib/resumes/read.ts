import { inspectUpload } from "./package/inspect";
import { openInspectedDocx, relatedPart } from "./package/open-docx";
import { UnreadableFile } from "./package/unreadable-file";
import { readPdfParagraphs } from "./pdf/read-pdf";
import { readContacts } from "./reading/contacts";
import { readDocxParagraphs } from "./reading/docx-paragraphs";
import { placesOf } from "./reading/docx-places";
import { readFields } from "./reading/fields";
import { readLines, type LinePlace } from "./reading/lines";
import { readNumberingPart } from "./reading/numbering";
import { findRoles } from "./reading/roles";
import { findSections, toResumeSections } from "./reading/sections";
import { readSkills } from "./reading/skills";
import { readStyles } from "./reading/styles";
import { SURE_ENOUGH, type ResumeParagraph, type ResumeReading, type ResumeWarning } from "./types";

/**
 * Reads a resume. The file is opened under limits and refused where it could harm; paragraphs are read with their lists and
 * looks; then sections and roles are found by many weak cues together (words in eight languages, looks, dates, labels,
 * lists), each decision with its evidence and a confidence. Nothing is guessed where nothing speaks for it.
 * @throws UnreadableFile with a code and a sentence for the person.
 */
export async function readResume(bytes: Uint8Array, fileName: string): Promise<ResumeReading> {
  const inspection = inspectUpload(bytes, fileName);
  if (inspection.kind === "pdf") return reading("pdf", await readPdfParagraphs(bytes));
  if (inspection.kind !== "docx") throw new UnreadableFile(inspection.kind === "other" ? "unknown-format" : "not-docx");
  const docx = openInspectedDocx(inspection.package, inspection.mainPart);
  const styles = readStyles(relatedPart(docx, "styles"));
  const numbering = readNumberingPart(relatedPart(docx, "numbering"), styles);
  const { paragraphs, hasDeletedText } = readDocxParagraphs(docx.main, styles, numbering);
  const found = reading("docx", paragraphs, placesOf(paragraphs));
  if (hasDeletedText) found.warnings.push(warning("deleted-text"));
  return found;
}

function reading(
  format: "docx" | "pdf",
  paragraphs: readonly ResumeParagraph[],
  placeOf?: (paragraph: number) => LinePlace,
): ResumeReading {
  const lines = readLines(paragraphs, placeOf);
  const fields = readFields(lines);
  const found = findSections(lines, fields);
  const sections = toResumeSections(found, lines, paragraphs.length);
  const roles = findRoles(lines, fields, found);
  const contacts = readContacts(lines);
  const warnings: ResumeWarning[] = [];
  if (roles.length === 0) warnings.push(warning("no-roles"));
  if (roles.some(({ confidence }) => confidence < SURE_ENOUGH)) warnings.push(warning("uncertain-roles"));
  if (contacts.emails.length + contacts.phones.length === 0) warnings.push(warning("no-contacts"));
  return {
    format,
    language: "en",
    contacts,
    sections,
    roles,
    skills: readSkills(sections, lines),
    paragraphs: paragraphs.map(plain),
    warnings,
  };
}

/** A paragraph without what only editing needs. */
const plain = (paragraph: ResumeParagraph): ResumeParagraph => ({
  index: paragraph.index,
  text: paragraph.text,
  container: paragraph.container,
  copy: paragraph.copy,
  list: paragraph.list,
  bold: paragraph.bold,
  size: paragraph.size,
  headingLevel: paragraph.headingLevel,
  rightToLeft: paragraph.rightToLeft,
});

const sentences: Partial<Record<ResumeWarning["code"], string>> = {
  "no-roles": "No roles were found.",
  "uncertain-roles": "Some roles are uncertain.",
  "no-contacts": "No contact data was found.",
  "deleted-text": "Text that is marked as deleted was left out.",
};

const warning = (code: ResumeWarning["code"]): ResumeWarning => ({ code, message: sentences[code] ?? code });
