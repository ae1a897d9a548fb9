import type { UnreadableCode } from "@/lib/documents/package/unreadable-file";
import type { LeftOutBecause, PlacedBecause } from "@/lib/tailoring/distribution/reasons";
import type { LayoutWarning } from "@/lib/tailoring/layout-warnings/layout-warnings";
import type { RefusalCode } from "@/lib/tailoring/refused";
import type { DraftPoint } from "./draft-schema";

/** One tailoring as it is, in codes and values; `tailoringInWords` makes what a page shows of it. */
export interface TailoringFacts extends Omit<TailoringView, "plan" | "refusal" | "warnings" | "versions"> {
  /** Null where nothing can be planned: then `refusal` says why. */
  plan: PlanFacts | null;
  refusal: { code: RefusalCode | SourceCode } | null;
  warnings: LayoutWarning[];
  versions: VersionFacts[];
}

/** Why a resume cannot be opened: what was read once is gone, or is no resume any more. */
export type SourceCode = UnreadableCode | "file-missing" | "resume-removed";

/** What the page of one tailoring shows. Plain data: it goes to the browser as it is. */
export interface TailoringView {
  submissionId: string;
  /** Resumes can be brought for those whom recruiters brought; executives bring their own. */
  candidate: { id: string; name: string; changeable: boolean };
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
  refusal: { code: RefusalCode | SourceCode; message: string } | null;
  /** The roles are as somebody clicked them, here or in another resume of this layout. */
  rolesMarked: boolean;
  /** The first paragraph below the work history, where somebody clicked it in this very resume. */
  historyEnd: number | null;
  score: ScoreView | null;
  length: LengthView | null;
  warnings: ShownWarning[];
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

/** By role from the top, and in the order in which they will stand. */
export interface PlanFacts {
  placed: { point: string; role: number; after: number; because: PlacedBecause }[];
  leftOut: { point: string; because: LeftOutBecause }[];
}

export type ShownWarning = LayoutWarning & { sentence: string; advice: string };

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

/** A version in codes: of older ones the sentence that was kept with the code. */
export interface VersionFacts extends Omit<VersionView, "refusal"> {
  refusal: { code: string; kept: string | null } | null;
}

export interface VersionView {
  id: string;
  /** The resume that it was made of. */
  resumeId: string;
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
  /** Null as long as nothing was made. */
  report: VersionReport | null;
}

/** What was done in a version, and what was proved of it. */
export interface VersionReport {
  /** With the words as they went in, because the draft goes on changing. */
  placed: {
    point: string;
    technology: string;
    text: string;
    /** "Principal Engineer, Castellmar Payments". */
    role: string;
    roleNumber: number;
    /** Absent in what was made before reasons were kept as codes. */
    because?: PlacedBecause;
    libraryPointId: string | null;
    /** Numbers of its paragraphs in the finished document; two where a text box is stored twice. */
    paragraphs: number[];
  }[];
  leftOut: { point: string; technology: string; text: string; because?: LeftOutBecause }[];
  /** What the self-check proved: numbers, no text. */
  proof: Record<string, unknown>;
  /** What whoever gets the document should know: codes as they are kept, sentences as they are shown. */
  cautions: string[];
}

/** A submission for which nothing was begun: there is a resume to begin with, it is being read, or there is none. */
export interface NoTailoringView extends Pick<TailoringView, "submissionId" | "candidate" | "requirement"> {
  none: "no-draft" | "resume-waiting" | "no-resume";
  /** The resume that would be taken is a PDF: a new document is made of it, in another layout. */
  fromPdf: boolean;
}

/** Resumes that were tailored in one go. */
export interface BatchView {
  id: string;
  by: string | null;
  total: number;
  startedAt: Date;
  finishedAt: Date | null;
  stoppedAt: Date | null;
  version: number;
  /** Null where one resume was tailored to many requirements. */
  requirement: { id: string; title: string } | null;
  counts: Record<VersionView["status"], number>;
  rows: {
    versionId: string;
    submissionId: string;
    personId: string;
    name: string;
    requirementId: string;
    title: string;
    client: string;
    stage: string;
    status: VersionView["status"];
    refusalCode: string | null;
    /** Of older versions the sentence that was kept with the code; as it is shown, in words. */
    refusalMessage: string | null;
    placed: number;
    leftOut: number;
    scoreBefore: number | null;
    scoreAfter: number | null;
    cleanFileId: string | null;
  }[];
}
