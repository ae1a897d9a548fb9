import type { IconName } from "@/components/ui/icon";
import type { Tone } from "@/components/ui/tone";
import type { Attention } from "@/lib/programmes/attention";
import type { ProgrammeState } from "@/lib/programmes/lifecycle";

/** How each state of a programme looks, everywhere. */
export const stateLook: Record<ProgrammeState, { icon: IconName; tone: Tone }> = {
  invited: { icon: "mail", tone: "neutral" },
  intake: { icon: "message-circle", tone: "act" },
  active: { icon: "circle-play", tone: "act" },
  paused: { icon: "circle-pause", tone: "neutral" },
  landed: { icon: "handshake", tone: "ok" },
  completed: { icon: "circle-check", tone: "ok" },
  expired: { icon: "hourglass", tone: "neutral" },
  withdrawn: { icon: "circle-x", tone: "neutral" },
};

/** How what needs attention looks, everywhere. */
export const attentionLook: Record<Attention, { icon: IconName; tone: Tone }> = {
  late: { icon: "calendar-x", tone: "warn" },
  quiet: { icon: "phone-missed", tone: "warn" },
  stalled: { icon: "hourglass", tone: "warn" },
  paused: { icon: "circle-pause", tone: "neutral" },
  waiting: { icon: "mail", tone: "neutral" },
  "on-track": { icon: "circle-check", tone: "ok" },
  ended: { icon: "flag", tone: "neutral" },
};
