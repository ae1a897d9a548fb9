import type { IconName } from "@/components/ui/icon";
import type { Tone } from "@/components/ui/tone";

/** How the state of a person looks, everywhere. */
export const statusLook: Record<string, { icon: IconName; tone: Tone }> = {
  active: { icon: "circle-check", tone: "ok" },
  invited: { icon: "mail", tone: "act" },
  known: { icon: "user-round", tone: "neutral" },
  deactivated: { icon: "circle-x", tone: "neutral" },
};

export const lookOf = (status: string) => statusLook[status] ?? { icon: "circle" as const, tone: "neutral" as const };
