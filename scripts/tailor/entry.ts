import type { LanguageCode, ResumeReading, SectionKind } from "@/lib/resumes/types";
import type { Plan } from "@/lib/tailoring/distribution/plan";
import type { RebuiltProof } from "@/lib/tailoring/rebuild/rebuild-plan";
import type { Caution } from "@/lib/tailoring/writing/cautions";
import { english } from "@/lib/tailoring/english";
import { cautionInWords, leftOutInWords, placedInWords } from "@/lib/tailoring/in-words";
import type { GivenPoint } from "@/lib/tailoring/tailor-resume";
import type { Proof } from "@/lib/tailoring/writing/proof";

/** What the report says of a file. Paragraphs are numbered from 0, as their `w:p` stand in the main part; in a PDF, as its lines. */
export interface Entry {
  file: string;
  status: "tailored" | "read" | "refused";
  refusal: { code: string; message: string } | null;
  language: LanguageCode | null;
  sections: { kind: SectionKind; paragraph: number }[];
  roles: EntryRole[];
  insertions: { role: number; technology: string; point: string; after: number; reason: string }[];
  leftOut: { technology: string; point: string; reason: string }[];
  proof: Proof | RebuiltProof | null;
  /** What whoever gets the document should know. */
  cautions: SaidCaution[];
  milliseconds: number;
}

/** A caution with its sentence. */
export type SaidCaution = Caution & { message: string };

export interface EntryRole {
  title: string | null;
  employer: string | null;
  start: string | null;
  end: string | null;
  header: number[];
  bullets: number[];
  environment: number | null;
  confidence: number;
}

/** Refusals that only the command line has: the rest are those of reading and of tailoring. */
export const ownRefusals = {
  "too-slow": "This file took longer than a resume can take, and was given up.",
  failed: "A fault of the program stopped this file. The others are not touched by it.",
  "not-a-file": "This could not be opened.",
  "cannot-write": "The tailored file could not be written.",
} as const;

export const refused = (file: string, code: string, message: string): Entry => ({
  ...{ file, status: "refused", refusal: { code, message }, language: null },
  ...{ sections: [], roles: [], insertions: [], leftOut: [], proof: null, cautions: [], milliseconds: 0 },
});

/** What was read of a file. */
export const whatWasRead = ({ language, sections, roles }: ResumeReading) => ({
  language,
  sections: sections.map(({ kind, heading }) => ({ kind, paragraph: heading })),
  roles: roles.map(
    ({ title, employer, start, end, headerParagraphs, bullets, environment, confidence }): EntryRole => ({
      ...{ title, employer, start, end, header: headerParagraphs, bullets, environment, confidence },
    }),
  ),
});

/** What whoever gets the document should know, in English. */
export const saidCautions = (cautions: readonly Caution[]): SaidCaution[] =>
  cautions.map(({ code, places }) => ({ code, message: cautionInWords(english, code), places }));

/** What a plan did with the points. */
export const whatWasDone = (plan: Plan, points: readonly GivenPoint[]) => {
  const said = (number: number) => ({ technology: points[number]!.technology, point: points[number]!.text });
  return {
    insertions: plan.placed.map(({ point, role, after, because }) => ({
      ...{ role, ...said(point), after, reason: placedInWords(english, because) },
    })),
    leftOut: plan.leftOut.map(({ point, because }) => ({ ...said(point), reason: leftOutInWords(english, because) })),
  };
};
