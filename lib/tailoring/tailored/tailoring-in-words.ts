import {
  cautionInWords,
  leftOutInWords,
  pdfProblemInWords,
  placedInWords,
  refusalInWords,
  warningInWords,
  type Say,
} from "@/lib/tailoring/in-words";
import type {
  BatchView,
  NoTailoringView,
  PlanFacts,
  PlanView,
  TailoringFacts,
  TailoringView,
  VersionFacts,
  VersionView,
} from "./tailoring-view";

/** One tailoring in the reader's words. */
export function tailoringInWords(say: Say, facts: TailoringFacts): TailoringView;
export function tailoringInWords(say: Say, facts: TailoringFacts | NoTailoringView): TailoringView | NoTailoringView;
export function tailoringInWords(say: Say, facts: TailoringFacts | NoTailoringView): TailoringView | NoTailoringView {
  if ("none" in facts) return facts;
  return {
    ...facts,
    plan: facts.plan && planInWords(say, facts.plan),
    refusal: facts.refusal && { ...facts.refusal, message: refusalInWords(say, facts.refusal.code) },
    warnings: facts.warnings.map((warning) => ({ ...warning, ...warningInWords(say, warning.code) })),
    versions: facts.versions.map((version) => versionInWords(say, version)),
  };
}

/** A batch in the reader's words. */
export const batchInWords = (say: Say, batch: BatchView): BatchView => ({
  ...batch,
  rows: batch.rows.map((row) => ({
    ...row,
    refusalMessage: row.refusalCode && refusalInWords(say, row.refusalCode, row.refusalMessage),
  })),
});

const planInWords = (say: Say, { placed, leftOut }: PlanFacts): PlanView => ({
  placed: placed.map(({ because, ...place }) => ({
    ...place,
    ...{ byHand: because.byHand, reason: placedInWords(say, because) },
  })),
  leftOut: leftOut.map(({ point, because }) => ({
    ...{ point, byHand: because.code === "by-hand", reason: leftOutInWords(say, because) },
  })),
});

const versionInWords = (say: Say, version: VersionFacts): VersionView => ({
  ...version,
  refusal: version.refusal && {
    code: version.refusal.code,
    message: refusalInWords(say, version.refusal.code, version.refusal.kept),
  },
  pdf: { ...version.pdf, problem: version.pdf.problem && pdfProblemInWords(say, version.pdf.problem) },
  report: version.report && {
    ...version.report,
    cautions: version.report.cautions.map((caution) => cautionInWords(say, caution)),
  },
});
