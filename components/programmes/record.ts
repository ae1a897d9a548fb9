import type { PhaseStep } from "@/components/ui/phases";
import type { oneProgramme } from "@/lib/programmes/queries/record";

/** A programme as its pages show it. */
export type ProgrammeRecord = Awaited<ReturnType<(typeof oneProgramme)["run"]>>;

/** The phases of a programme as steps; `note` writes the second line of one. */
export function phaseSteps(
  programme: ProgrammeRecord,
  note?: (phase: ProgrammeRecord["phases"][number]) => string | undefined,
): PhaseStep[] {
  const over = programme.state === "landed" || programme.state === "completed";
  return programme.phases.map((phase) => ({
    label: phase.name,
    state:
      over || phase.position < programme.phasePosition
        ? "done"
        : phase.position === programme.phasePosition && programme.state !== "invited"
          ? "now"
          : "ahead",
    note: note?.(phase),
  }));
}
