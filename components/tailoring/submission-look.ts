import type { IconName } from "@/components/ui/icon";
import type { Tone } from "@/components/ui/tone";
import type { SubmissionStage } from "@/lib/tailoring/submissions/stages";

/** How each stage of a submission looks, everywhere. */
export const submissionLook: Record<SubmissionStage, { icon: IconName; tone: Tone }> = {
  draft: { icon: "circle-dashed", tone: "neutral" },
  tailored: { icon: "file-check", tone: "act" },
  sent: { icon: "send", tone: "act" },
  interview: { icon: "calendar-check", tone: "act" },
  offer: { icon: "award", tone: "ok" },
  placed: { icon: "handshake", tone: "ok" },
  rejected: { icon: "circle-x", tone: "neutral" },
  withdrawn: { icon: "undo-2", tone: "neutral" },
};
