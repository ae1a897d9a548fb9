import type { IconName } from "@/components/ui/icon";
import type { Tone } from "@/components/ui/tone";

export type AuditChange = "created" | "changed" | "deleted";

/** How a kind of change looks, everywhere. */
export const changeLook: Record<AuditChange, { icon: IconName; tone: Tone }> = {
  created: { icon: "plus", tone: "neutral" },
  changed: { icon: "pencil", tone: "neutral" },
  deleted: { icon: "trash-2", tone: "warn" },
};
