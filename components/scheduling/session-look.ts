import type { IconName } from "@/components/ui/icon";
import type { Tone } from "@/components/ui/tone";

/** Where a session stands, for one who takes part in it. */
export type ShownState = "booked" | "done" | "no_show" | "cancelled" | "waiting";

export const sessionLook: Record<ShownState, { icon: IconName; tone: Tone }> = {
  booked: { icon: "calendar-check", tone: "act" },
  done: { icon: "check", tone: "ok" },
  no_show: { icon: "calendar-x", tone: "warn" },
  cancelled: { icon: "x", tone: "neutral" },
  waiting: { icon: "clock", tone: "neutral" },
};

/** Whether somebody came to a session that has begun. */
export const placeLook: Record<"attended" | "no_show" | "cancelled", { icon: IconName; tone: Tone }> = {
  attended: sessionLook.done,
  no_show: sessionLook.no_show,
  cancelled: sessionLook.cancelled,
};
