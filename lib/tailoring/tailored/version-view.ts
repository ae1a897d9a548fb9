import "server-only";
import type { QueryContext } from "@/lib/platform/operation";
import type { TailoredVersion } from "./load";
import { openReport } from "./report";
import type { VersionView } from "./tailoring-view";

/** A version as pages show it. */
export function versionView(
  context: Pick<QueryContext, "organisation">,
  row: TailoredVersion,
  by: string | null,
): VersionView {
  const report = openReport(context, row);
  return {
    ...{ id: row.id, number: row.number, status: row.status as VersionView["status"], by },
    ...{ at: row.settledAt ?? row.createdAt, placed: row.placedCount, leftOut: row.leftOutCount },
    score:
      row.scoreBefore === null || row.scoreAfter === null ? null : { before: row.scoreBefore, after: row.scoreAfter },
    refusal: row.refusalCode ? { code: row.refusalCode, message: row.refusalMessage ?? "" } : null,
    restoresNumber: row.restoresNumber,
    files: { clean: row.cleanFileId, tracked: row.trackedFileId, pdf: row.pdfFileId },
    pdf: { status: row.pdfStatus as VersionView["pdf"]["status"], problem: row.pdfProblem },
    report,
  };
}
