/** How far somebody is who is put forward for a requirement: work in hand, with the client, over. */
export const submissionStages = [
  "draft",
  "tailored",
  "sent",
  "interview",
  "offer",
  "placed",
  "rejected",
  "withdrawn",
] as const;
export type SubmissionStage = (typeof submissionStages)[number];

/** Stages in which something is still to come, in their order. */
export const openSubmissionStages = ["draft", "tailored", "sent", "interview", "offer"] as const;
export type OpenSubmissionStage = (typeof openSubmissionStages)[number];

/** Stages in which the client has the resume and owes an answer. */
export const waitingStages = ["sent", "interview", "offer"] as const satisfies readonly OpenSubmissionStage[];

/** The allowed moves. One step forward at a time, except that an interview may be skipped; a wrong step is taken back; what ended is taken up again as a draft. */
const moves: Readonly<Record<SubmissionStage, readonly SubmissionStage[]>> = {
  draft: ["tailored", "withdrawn"],
  tailored: ["sent", "draft", "withdrawn"],
  sent: ["interview", "offer", "tailored", "rejected", "withdrawn"],
  interview: ["offer", "sent", "rejected", "withdrawn"],
  offer: ["placed", "interview", "rejected", "withdrawn"],
  placed: ["offer", "withdrawn"],
  rejected: ["draft"],
  withdrawn: ["draft"],
};

export const possibleSubmissionStages = (from: SubmissionStage): readonly SubmissionStage[] => moves[from];

export const isOpenSubmission = (stage: SubmissionStage): boolean =>
  (openSubmissionStages as readonly SubmissionStage[]).includes(stage);

/** Ends without a position say why; so does a placement that came to nothing. */
export const needsWhy = (stage: SubmissionStage): boolean => stage === "rejected" || stage === "withdrawn";

/** Why a submission cannot go there, in words; null when it can. */
export function whyNoSubmissionMove(from: SubmissionStage, to: SubmissionStage): string | null {
  if (from === to) return "It stands there already.";
  if (moves[from].includes(to)) return null;
  return isOpenSubmission(from)
    ? "From where it stands, it cannot go there in one step."
    : "This has ended. Take it up again as a draft first.";
}
