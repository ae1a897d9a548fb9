import type { LetterValues } from "@/lib/tailoring/sending/letter-text";
import type { AttachmentKind, SendRecipient } from "@/lib/tailoring/sending/attachment-kinds";
import type { VariableName } from "@/lib/tailoring/sending/variables";

/** A submission as the form of sending knows it. */
export interface SendItem {
  submissionId: string;
  personId: string;
  requirementId: string;
  name: string;
  title: string;
  vendor: SendRecipient | null;
  /** The version that goes: its files under their names. Null where nothing was tailored yet. */
  version: { id: string; number: number; files: Array<{ kind: AttachmentKind; name: string; size: number }> } | null;
  values: LetterValues;
  /** To whom this version went before, as addresses are compared, and when. */
  before: Array<{ recipientKey: string; on: string }>;
}

/** A template as it is chosen. */
export interface SendTemplate {
  id: string;
  name: string;
  subject: string;
  body: string;
  followUpDays: number | null;
}

export interface PreviewAsked {
  submissionId: string;
  /** All of one letter with several resumes. */
  together?: string[];
  recipient?: SendRecipient;
  subject: string;
  body: string;
}

export interface LetterPreview {
  subject: string;
  html: string;
  missing: VariableName[];
}

/** What became of each letter, as the command says it. */
export interface SendDone {
  letters: number;
  queued: number;
  known: number;
  refused: number;
  outcomes: Array<{
    submissionId: string;
    address: string;
    became: "queued" | "known" | "refused";
    message: string | null;
  }>;
}
