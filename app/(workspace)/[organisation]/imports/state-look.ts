import type { IconName } from "@/components/ui/icon";
import type { Tone } from "@/components/ui/tone";
import type { ImportState } from "@/lib/imports/schemas";

/** How a state of an import looks. */
export const stateLook: Record<ImportState, { icon: IconName; tone?: Tone }> = {
  uploaded: { icon: "file-up" },
  mapped: { icon: "columns-3" },
  previewed: { icon: "list-checks", tone: "act" },
  running: { icon: "loader", tone: "act" },
  done: { icon: "circle-check", tone: "ok" },
  cancelled: { icon: "circle-stop" },
  undoing: { icon: "loader", tone: "act" },
  undone: { icon: "undo-2" },
  failed: { icon: "circle-alert", tone: "bad" },
};
