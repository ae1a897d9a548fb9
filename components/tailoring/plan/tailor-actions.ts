import type { ActionResult } from "@/lib/platform/result";
import type { TailoringView } from "@/lib/tailoring/tailored/tailoring-view";
import type { OwnTechnology } from "@/lib/tailoring/technologies/technologies";
import type { PointChoice } from "./add-points-sheet";
import type { ChangeDraft, UndoStep } from "./use-plan";

type Act<Input> = (organisation: string, input: Input) => Promise<ActionResult<unknown>>;

/** What the bench has done on the server. */
export interface TailorActions {
  change: ChangeDraft;
  undo: UndoStep;
  takeResume: Act<{ submissionId: string; expectedVersion: number; resumeId: string }>;
  apply: Act<{ submissionId: string; expectedVersion: number }>;
  restore: Act<{ versionId: string; expectedVersion: number }>;
  askPdf: Act<{ versionId: string }>;
  markRoles: Act<{ submissionId: string; expectedVersion: number; headers: number[]; end: number | null }>;
  forgetRoles: Act<{ submissionId: string; expectedVersion: number }>;
  choices: (
    organisation: string,
    input: { submissionId: string; search?: string },
  ) => Promise<ActionResult<readonly PointChoice[]>>;
}

/** What the bench shows, and for whom. */
export interface TailorBenchProps {
  organisation: string;
  view: TailoringView;
  actions: TailorActions;
  writes: boolean;
  timeZone: string;
  makesPdf: boolean;
  /** The organisation's own, for what is pasted. */
  technologies: readonly OwnTechnology[];
  /** Where the submission is sent, and where two versions are compared; left out where there is no such page. */
  send?: string;
  compare?: string;
}
