import {
  SURE_ENOUGH,
  type ResumeParagraph,
  type ResumeReading,
  type ResumeRole,
  type ResumeWarning,
  type SectionKind,
} from "../types";
import { readContacts } from "./contacts";
import { readFields } from "./fields";
import { detectLanguage } from "./language";
import { readLines, type LinePlace } from "./lines";
import { findRoles } from "./roles";
import { findSections, toResumeSections } from "./sections";
import { readSkills } from "./skills";

/** What the file gives besides its paragraphs. */
export interface Surroundings {
  placeOf?: (paragraph: number) => LinePlace;
  /** Texts of page headers and footers. */
  extra?: readonly string[];
  /** Targets of links. */
  addresses?: readonly string[];
  warnings?: readonly ResumeWarning[];
}

/** The part of reading that is the same for every format: from paragraphs to sections, roles, contacts and skills. */
export function interpret(
  format: ResumeReading["format"],
  paragraphs: ResumeParagraph[],
  { placeOf, extra = [], addresses = [], warnings = [] }: Surroundings = {},
): ResumeReading {
  const lines = readLines(paragraphs, placeOf);
  const fields = readFields(lines);
  const sections = findSections(lines, fields);
  const roles = findRoles(lines, fields, sections);
  const contacts = readContacts(lines, extra, addresses);
  const all = [...warnings, ...warningsOfRoles(roles, sections)];
  if (contacts.emails.length === 0 && contacts.phones.length === 0) {
    all.push({ code: "no-contacts", message: "No e-mail address and no phone number were found." });
  }
  return {
    format,
    language: detectLanguage(lines.map((line) => line.text)),
    contacts,
    sections: toResumeSections(sections, lines, paragraphs.length),
    roles,
    skills: readSkills(lines, sections),
    paragraphs,
    warnings: all,
  };
}

/** What a person should know of the roles that were found. */
export function warningsOfRoles(
  roles: readonly ResumeRole[],
  sections: readonly { kind: SectionKind }[],
): ResumeWarning[] {
  const all: ResumeWarning[] = [];
  if (roles.length === 0) {
    const history = sections.some((section) => section.kind === "experience");
    if (history) all.push({ code: "no-roles", message: "A work history was found, but no role in it could be read." });
    else all.push({ code: "no-experience", message: "No work history was found in this document." });
  }
  if (roles.some((role) => role.confidence < SURE_ENOUGH)) {
    all.push({ code: "uncertain-roles", message: "Some roles are uncertain. Check them before you use them." });
  }
  if (roles.some((role) => role.bullets.length === 0)) {
    all.push({ code: "role-without-bullets", message: "Some roles have no duties or achievements below them." });
  }
  return all;
}
