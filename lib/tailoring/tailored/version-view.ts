import "server-only";
import type { QueryContext } from "@/lib/platform/operation";
import type { TailoredVersion } from "./load";
import { openReport } from "./report";
import type { VersionFacts } from "./tailoring-view";

/** A version as it is; `tailoringInWords` says it. */
export function versionView(
  context: Pick<QueryContext, "organisation">,
  row: TailoredVersion,
  by: string | null,
): VersionFacts {
  const report = openReport(context, row);
  return {
    ...{ id: row.id, resumeId: row.resumeId, number: row.number, status: row.status as VersionFacts["status"], by },
    ...{ at: row.settledAt ?? row.createdAt, placed: row.placedCount, leftOut: row.leftOutCount },
    score:
      row.scoreBefore === null || row.scoreAfter === null ? null : { before: row.scoreBefore, after: row.scoreAfter },
    refusal: row.refusalCode ? { code: row.refusalCode, kept: row.refusalMessage } : null,
    restoresNumber: row.restoresNumber,
    files: { clean: row.cleanFileId, tracked: row.trackedFileId, pdf: row.pdfFileId },
    pdf: { status: row.pdfStatus as VersionFacts["pdf"]["status"], problem: row.pdfProblem },
    report,
  };
}
