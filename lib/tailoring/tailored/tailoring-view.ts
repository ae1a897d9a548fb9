import type { RefusalCode } from "@/lib/tailoring/refused";
import type { LayoutWarning } from "@/lib/tailoring/layout-warnings/layout-warnings";
import type { DraftPoint } from "./draft";

/** What the page of one tailoring shows. Plain data: it goes to the browser as it is. */
export interface TailoringView {
  submissionId: string;
  candidate: { id: string; name: string };
  requirement: { id: string; title: string; client: string };
  resume: { id: string; fileName: string; format: "docx" | "pdf" };
  /** Other resumes of the same person that could be taken, the newest first. */
  otherResumes: { id: string; fileName: string; uploadedAt: Date }[];
  /** Version of the draft: a change names the one that it saw. */
  version: number;
  points: DraftPoint[];
  pages: number | null;
  roles: RoleView[];
  /** Null where nothing can be planned: then `refusal` says why. */
  plan: PlanView | null;
  refusal: { code: RefusalCode | "unreadable" | "file-missing"; message: string } | null;
  /** The roles are as somebody clicked them, here or in another resume of this layout. */
  rolesMarked: boolean;
  score: ScoreView | null;
  length: LengthView | null;
  warnings: LayoutWarning[];
  /** The newest first. */
  versions: VersionView[];
}

export interface RoleView {
  /** From the top, from 0. */
  number: number;
  title: string | null;
  employer: string | null;
  start: string | null;
  end: string | null;
  /** Paragraphs (every `w:p` of the main part counts), for the preview: where the role begins, and its bullets. */
  header: number[];
  bullets: number[];
  /** New bullets that it takes at most; 0 where nothing can go. */
  most: number;
  /** The reader was sure of it. */
  sure: boolean;
}

export interface PlanView {
  /** By role from the top, and in the order in which they will stand. */
  placed: { point: string; role: number; after: number; byHand: boolean; reason: string }[];
  leftOut: { point: string; byHand: boolean; reason: string }[];
}

export interface ScoreView {
  formula: number;
  before: number;
  after: number;
  skills: {
    technology: string;
    need: "must" | "nice";
    /** Shares of the skill, 0 to 1. */
    before: number;
    after: number;
    /** Where the resume names it now, and which new points do. */
    evidence: { paragraph: number; written: string }[];
    points: string[];
  }[];
}

/** Pages by estimate, with one decimal; spare are the lines free on the last page after. */
export interface LengthView {
  before: number;
  after: number;
  spareLines: number;
}

export interface VersionView {
  id: string;
  number: number;
  status: "waiting" | "done" | "refused" | "stopped";
  at: Date;
  by: string | null;
  placed: number;
  leftOut: number;
  score: { before: number; after: number } | null;
  refusal: { code: string; message: string } | null;
  restoresNumber: number | null;
  files: { clean: string | null; tracked: string | null; pdf: string | null };
  pdf: { status: "none" | "waiting" | "done" | "failed"; problem: string | null };
}
