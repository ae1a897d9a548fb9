import type { IconName } from "@/components/ui/icon";
import type { Tone } from "@/components/ui/tone";
import type { standings } from "@/lib/sla/lists";

/** How each standing of a clock looks. */
export const standingLooks: Record<(typeof standings)[number], { icon: IconName; tone: Tone }> = {
  late: { icon: "triangle-alert", tone: "bad" },
  "at-risk": { icon: "hourglass", tone: "warn" },
  running: { icon: "timer", tone: "plain" },
  paused: { icon: "pause", tone: "neutral" },
  kept: { icon: "circle-check", tone: "ok" },
  missed: { icon: "x", tone: "bad" },
  excluded: { icon: "minus", tone: "neutral" },
  cancelled: { icon: "minus", tone: "neutral" },
};
