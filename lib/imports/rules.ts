import type { ImportState, RowCounts } from "@/lib/imports/schemas";

/** What can be done with an import, and in which states. */
const possible = {
  map: ["uploaded", "mapped", "previewed"],
  preview: ["mapped", "previewed"],
  /** Also goes on with one that was stopped. */
  start: ["previewed", "cancelled", "failed"],
  cancel: ["uploaded", "mapped", "previewed", "running"],
  undo: ["done", "cancelled", "failed"],
} as const satisfies Record<string, readonly ImportState[]>;

export type ImportStep = keyof typeof possible;

const saying: Record<ImportState, string> = {
  uploaded: "Say first which column is what.",
  mapped: "Check the rows first.",
  previewed: "This import was checked and has not started yet.",
  running: "This import is running.",
  done: "This import is done.",
  cancelled: "This import was stopped.",
  undoing: "This import is being undone.",
  undone: "This import was undone. Upload the file again to import it anew.",
  failed: "This import stopped because of a fault on our side.",
};

/** Why a step is not possible now; null when it is. */
export function whyNot(step: ImportStep, state: ImportState, counts: RowCounts = {}): string | null {
  if (!(possible[step] as readonly ImportState[]).includes(state)) return saying[state];
  if (step === "start" && !counts.valid) return "There is no row to import. Correct the file and upload it again.";
  if (step === "undo" && !counts.created) return "This import made no records that could be taken back.";
  return null;
}

/** How many rows an import has dealt with, of those that it was to take. */
export function progressOf(counts: RowCounts): { total: number; done: number; refused: number } {
  const done = (counts.created ?? 0) + (counts.undone ?? 0) + (counts.kept ?? 0);
  const refused = counts.refused ?? 0;
  return { total: done + refused + (counts.valid ?? 0), done, refused };
}
