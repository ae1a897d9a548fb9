import type { IconName } from "@/components/ui/icon";
import type { Tone } from "@/components/ui/tone";
import type { resumeStates } from "@/lib/tailoring/candidates/list";

/** How far somebody's resume is. */
export const resumeLook: Record<(typeof resumeStates)[number], { icon: IconName; tone: Tone }> = {
  read: { icon: "file-check", tone: "ok" },
  waiting: { icon: "loader", tone: "neutral" },
  unreadable: { icon: "triangle-alert", tone: "warn" },
  none: { icon: "file", tone: "neutral" },
};
