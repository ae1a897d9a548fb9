import type { LanguageCode, SectionKind } from "@/lib/resumes/types";

/**
 * A resume that is written anew, as plain data: what stands in the original in its order, with new points in their places. Templates
 * (docx-template.ts, pdf-template.ts) give it its looks; two of the same resume say the same.
 */
export interface RebuiltResume {
  language: LanguageCode;
  /** Most of the letters are Hebrew or Arabic, or most paragraphs say that they run from right to left. */
  rightToLeft: boolean;
  name: string | null;
  /** What stands below the name and above the first section: the line of work, and how the person is reached. */
  top: TopLine[];
  sections: RebuiltSection[];
  /** What the original says and the result does not, because it belongs to the pages of the original. */
  leftOut: LeftOut[];
}

export interface TopLine {
  text: string;
  /** Says how the person is reached. */
  contact: boolean;
  /** Put together from contacts that stand elsewhere in the original, such as on the margin of its pages. */
  added: boolean;
}

export interface RebuiltSection {
  /** Null for what stands before the first heading. */
  kind: SectionKind | null;
  title: string | null;
  blocks: RebuiltBlock[];
}

export type RebuiltBlock = RebuiltText | RebuiltRole;

export interface RebuiltRole {
  kind: "role";
  /** Place in {@link ResumeReading.roles}. */
  role: number;
  header: HeaderLine[];
  body: RebuiltText[];
}

/** A line of a header; `right` stands at the other end of the line, as dates and places do. */
export interface HeaderLine {
  left: string;
  right: string | null;
}

export interface RebuiltText {
  /** A label is a line that heads what follows. */
  kind: "text" | "label" | "bullet" | "environment";
  text: string;
  /** What stands at the other end of the line. */
  right: string | null;
  /** 0-based level of a bullet. */
  level: number;
  rightToLeft: boolean;
  /** First paragraph of the original that is in it; null for a new point. */
  paragraph: number | null;
  /** The role that a bullet belongs to. */
  role: number | null;
  /** What a new point is about. */
  technology: string | null;
}

export interface LeftOut {
  paragraph: number;
  text: string;
  /** A line that each page repeats; or the heading of contacts that stand at the top now. */
  reason: "page-line" | "contacts-at-top";
}

/** A point for a role of the reading. */
export interface RebuildPoint {
  /** Place in {@link ResumeReading.roles}. */
  role: number;
  technology: string;
  text: string;
  /** Paragraph of the bullet behind which it goes; without one, or where that is no bullet of the role, it goes behind the role's last. */
  after?: number;
}
