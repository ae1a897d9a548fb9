/** What reading a resume gives: plain data, safe to store as JSON. Indexes named "paragraph" are those of {@link ResumeParagraph.index}. */
export interface ResumeReading {
  format: "docx" | "pdf";
  /** ISO 639-1 code of the language that the headings, months and function words point to. */
  language: LanguageCode;
  contacts: ResumeContacts;
  sections: ResumeSection[];
  roles: ResumeRole[];
  skills: string[];
  paragraphs: ResumeParagraph[];
  /** What could not be read or is uncertain, as sentences for the person who uploaded the file. */
  warnings: ResumeWarning[];
}

export type LanguageCode = "en" | "fr" | "es" | "pt" | "it" | "de" | "hi" | "zh";

export interface ResumeWarning {
  code: WarningCode;
  message: string;
}

export type WarningCode =
  | "no-roles"
  | "no-experience"
  | "uncertain-roles"
  | "role-without-bullets"
  | "part-unreadable"
  | "linked-content"
  | "deleted-text"
  | "no-contacts";

export interface ResumeContacts {
  name: string | null;
  emails: string[];
  phones: string[];
  links: ResumeLink[];
  location: string | null;
}

export interface ResumeLink {
  kind: "linkedin" | "github" | "website";
  url: string;
}

export type SectionKind = "summary" | "experience" | "education" | "skills" | "projects" | "certifications" | "other";

export interface ResumeSection {
  kind: SectionKind;
  /** The heading as the file writes it. */
  title: string;
  /** Paragraph of the heading. */
  heading: number;
  /** First paragraph after the section, in document order: the next heading, or the number of paragraphs. */
  end: number;
  confidence: number;
  evidence: Evidence[];
}

/** One reason for a decision. `weight` is signed: what speaks against it is negative. */
export interface Evidence {
  cue: string;
  weight: number;
  paragraph: number | null;
}

export interface ResumeRole {
  title: string | null;
  /** Employer or client; the project's name where neither is stated. */
  employer: string | null;
  /** Dates as the file writes them. */
  start: string | null;
  end: string | null;
  /** The same dates, understood. */
  period: RolePeriod | null;
  headerParagraphs: number[];
  bullets: number[];
  /** Paragraph of the "Environment:" or "Technologies:" line. */
  environment: number | null;
  /** 0 to 1. Below {@link SURE_ENOUGH} a person is asked before anything is inserted. */
  confidence: number;
  evidence: Evidence[];
}

/** The cue of a role that a person showed to the reader. */
export const MARKED = "marked";

/** A role or section below this confidence is shown as uncertain. */
export const SURE_ENOUGH = 0.5;

/** Months are 1 to 12, or null where only the year is written. `end` null with `current` false: not stated. */
export interface RolePeriod {
  start: YearMonth | null;
  end: YearMonth | null;
  current: boolean;
}

export interface YearMonth {
  year: number;
  month: number | null;
}

/** One paragraph of a DOCX (a `w:p`), or one line of a PDF. */
export interface ResumeParagraph {
  /** DOCX: number of the `w:p` start tag in the main part, from 0, counting every one. PDF: number of the line. */
  index: number;
  text: string;
  container: ContainerKind;
  /** Text boxes are stored twice in a DOCX; the fallback copy is never read as content of its own. */
  copy: "only" | "choice" | "fallback";
  list: EffectiveList | null;
  /** Share of the visible characters that are bold, 0 to 1. */
  bold: number;
  /** Largest size of visible text in points, or null if the file does not say. */
  size: number | null;
  /** Level of the heading style or outline, from 1, or null. */
  headingLevel: number | null;
  rightToLeft: boolean;
}

export type ContainerKind = "body" | "cell" | "text-box" | "page";

export interface EffectiveList {
  /** Where the list comes from: numPr of the paragraph, its style, a typed character, a `w:sym`. */
  source: "direct" | "style" | "typed" | "symbol";
  /** numId of the list, where it is a real one. */
  listId: number | null;
  /** 0-based level. */
  level: number;
  ordered: boolean;
  /** Bullet character or number format. */
  marker: string;
}
