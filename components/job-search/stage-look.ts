import type { IconName } from "@/components/ui/icon";
import type { Tone } from "@/components/ui/tone";
import type { OutreachKind } from "@/lib/job-search/rules/outreach-kinds";
import type { Stage } from "@/lib/job-search/rules/stages";

/** How each stage of an opportunity looks, everywhere. */
export const stageLook: Record<Stage, { icon: IconName; tone: Tone }> = {
  target: { icon: "target", tone: "neutral" },
  applied: { icon: "send", tone: "act" },
  interviewing: { icon: "message-circle", tone: "act" },
  offer: { icon: "award", tone: "ok" },
  accepted: { icon: "handshake", tone: "ok" },
  declined: { icon: "hand", tone: "neutral" },
  closed: { icon: "circle-x", tone: "neutral" },
};

/** How somebody was reached. */
export const outreachLook: Record<OutreachKind, IconName> = {
  mail: "mail",
  message: "message-square",
  call: "phone",
  meeting: "users-round",
};

/** How well something is known or fits, 0 to 3. */
export const strengthLook: Record<string, { icon: IconName; tone: Tone }> = {
  "0": { icon: "circle-dashed", tone: "neutral" },
  "1": { icon: "circle", tone: "neutral" },
  "2": { icon: "circle-dot", tone: "act" },
  "3": { icon: "star", tone: "ok" },
};
