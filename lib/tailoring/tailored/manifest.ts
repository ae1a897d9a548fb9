import "server-only";
import { askAgain } from "@/lib/tailoring/tailored/ask-again";
import { retryBatch, startBatch, stopBatch } from "@/lib/tailoring/tailored/batch-commands";
import { oneTailoringBatch, pointChoices, tailoringBatchesOf } from "@/lib/tailoring/tailored/batch-queries";
import { beginTailoring, changeDraft, putBackDraft, takeResume } from "@/lib/tailoring/tailored/draft-commands";
import { forgetRoles, markRoles } from "@/lib/tailoring/tailored/mark-commands";
import { tailoringView } from "@/lib/tailoring/tailored/queries";
import { applyTailoring, askPdf, restoreVersion } from "@/lib/tailoring/tailored/version-commands";

/** What tailoring itself adds to its module. */
export const tailored = {
  commands: [
    applyTailoring,
    askAgain,
    askPdf,
    beginTailoring,
    changeDraft,
    forgetRoles,
    markRoles,
    putBackDraft,
    restoreVersion,
    retryBatch,
    startBatch,
    stopBatch,
    takeResume,
  ],
  queries: [oneTailoringBatch, pointChoices, tailoringBatchesOf, tailoringView],
  notifications: [{ kind: "tailoring.batch-finished", app: true, mail: false }],
  events: ["tailoring.pdf-asked", "tailoring.version-asked"],
} as const;
