import type { IconName } from "@/components/ui/icon";
import type { Tone } from "@/components/ui/tone";
import type { RequirementStatus, Urgency } from "@/lib/tailoring/requirements/status";

interface Look {
  icon: IconName;
  tone: Tone;
}

/** How each status of a requirement looks, everywhere. */
export const statusLook: Record<RequirementStatus, Look> = {
  open: { icon: "circle-play", tone: "act" },
  "on-hold": { icon: "circle-pause", tone: "neutral" },
  filled: { icon: "handshake", tone: "ok" },
  closed: { icon: "circle-x", tone: "neutral" },
};

/** How pressing a requirement is; `none` says nothing. */
export const urgencyLook: Record<Exclude<Urgency, "none">, Look> = {
  late: { icon: "calendar-x", tone: "bad" },
  soon: { icon: "hourglass", tone: "warn" },
  later: { icon: "calendar", tone: "neutral" },
};
