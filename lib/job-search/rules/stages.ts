/** Where an opportunity stands, in the order of the board. */
export const stages = ["target", "applied", "interviewing", "offer", "accepted", "declined", "closed"] as const;
export type Stage = (typeof stages)[number];

/** Stages in which something is still to be done. */
export const openStages = ["target", "applied", "interviewing", "offer"] as const satisfies readonly Stage[];

export const isOpen = (stage: string): boolean => (openStages as readonly string[]).includes(stage);

/** Stages that ask for a reason: the person said no, or the other side did. */
export const needsReason = (stage: Stage): boolean => stage === "declined" || stage === "closed";

/**
 * Why an opportunity cannot go from one stage to another, as a sentence for the person; null when it can. Open stages may be
 * left out and gone back to, because searches do; only an offer can be accepted or declined.
 */
export function whyNotMove(from: Stage, to: Stage): string | null {
  if (from === to) return "It stands there already.";
  if ((to === "accepted" || to === "declined") && from !== "offer")
    return to === "accepted"
      ? "Only an offer can be accepted. Move it to Offer first."
      : "Only an offer can be declined. Move it to Closed to leave it, or to Offer first.";
  if (!isOpen(from) && !isOpen(to)) return "It has ended. Move it back into the search first.";
  return null;
}

/** Where an opportunity can go from a stage, in the order of the board. */
export const possibleStages = (from: Stage): Stage[] => stages.filter((to) => whyNotMove(from, to) === null);
