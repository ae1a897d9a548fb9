"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useMemo, useOptimistic, useState, useTransition } from "react";
import { runUndo, type Undo } from "@/components/forms/run-undo";
import { toast } from "@/components/ui/toast";
import type { ActionResult, RefusalResult } from "@/lib/platform/result";
import type { TailoringView } from "@/lib/tailoring/tailored/tailoring-view";
import { planQueue, together, type Answer, type Step } from "./plan-queue";
import { differenceOf, stateOf, type Change, type DraftChange, type PlanState } from "./plan-state";

export type ChangeDraft = (
  organisation: string,
  input: DraftChange & { submissionId: string; expectedVersion: number },
) => Promise<ActionResult<unknown>>;
export type UndoStep = (organisation: string, undo: Undo) => Promise<ActionResult<unknown>>;

/** Changes that met what somebody else had saved. */
export interface PlanConflict extends Required<Step> {
  /** What stands now: nothing is chosen before it was seen. */
  version: number;
}

export interface Plan {
  shown: PlanState;
  pending: boolean;
  /** Makes a change: seen at once, kept when the server has it, taken back when it refuses. */
  apply: (change: Change, what: string, about?: readonly string[]) => void;
  /** Takes the last change back; null where there is none. */
  undo: (() => void) | null;
  conflict: PlanConflict | null;
  settle: (side: "yours" | "theirs") => void;
  /** The version that a command about the draft names. */
  versionSeen: () => number;
}

/** Steps of a plan come fast: only the last one is told, because only that one can be taken back. */
const step = "step of a plan";

/** The plan of a resume while somebody works on it. */
export function usePlan(organisation: string, view: TailoringView, change: ChangeDraft, undoStep: UndoStep): Plan {
  const t = useTranslations("tailor.plan");
  const router = useRouter();
  const base = useMemo(() => stateOf(view), [view]);
  const [shown, show] = useOptimistic(base, (_: PlanState, next: PlanState) => next);
  const [pending, start] = useTransition();
  const [back, setBack] = useState<Undo | null>(null);
  const [conflict, setConflict] = useState<PlanConflict | null>(null);
  const [queue] = useState(() => planQueue({ state: base, version: view.version }));
  useEffect(() => queue.see({ state: base, version: view.version }), [queue, base, view.version]);
  const taken = (undo: Undo) =>
    start(async () => {
      setBack(null);
      await runUndo((one) => undoStep(organisation, one), undo, t("undone"), step);
    });
  const send = async (changes: DraftChange, expectedVersion: number): Promise<Answer & Told> => {
    const input = { submissionId: view.submissionId, expectedVersion, ...changes };
    const result = await change(organisation, input).catch(() => null);
    if (result?.ok) {
      const { undo = null } = result;
      return { kept: true, version: versionIn(result.data), undo, problem: "", answered: true };
    }
    const refusal: RefusalResult | undefined = result?.refusal;
    return {
      ...{ kept: false, conflict: refusal?.code === "conflict", version: versionIn(refusal?.current) },
      ...{ undo: null, problem: refusal?.message ?? t("notSent"), answered: result !== null },
    };
  };
  const make = async (made: Step) => {
    const outcome = await queue.make(made, send);
    if (outcome.is === "idle") return;
    const { told } = outcome;
    if (told.kept || told.conflict) setBack(told.undo);
    if (outcome.is === "kept") {
      const { undo } = told;
      toast.done(made.what, { name: step, ...(undo ? { action: { label: t("undo"), run: () => taken(undo) } } : {}) });
      return;
    }
    // What one did not choose about yet stays: the next conflict comes on top of it.
    if (!told.kept && told.conflict)
      setConflict((before) => ({ ...together([...(before ? [before] : []), ...outcome.lost]), version: told.version }));
    else {
      const lost = together(outcome.lost);
      toast.problem(told.problem, {
        action: { label: t("again"), run: () => apply(lost.change, lost.what, lost.about) },
      });
    }
    // Without a connection a page that is asked for anew is an empty one, and takes all of this with it.
    if (told.answered) router.refresh();
  };
  const apply = (made: Change, what: string, about: readonly string[] = []) => {
    const before = queue.ahead();
    const next = made(before);
    if (Object.keys(differenceOf(before, next)).length === 0) return;
    start(async () => {
      show(next);
      await make({ change: made, what, about });
    });
  };
  return {
    ...{ shown, pending, apply },
    conflict: conflict && view.version >= conflict.version ? conflict : null,
    undo: back ? () => taken(back) : null,
    settle(side) {
      const made = conflict;
      const now = queue.ahead();
      // What one wrote for a point that is gone stays to be read, and taken elsewhere.
      if (made && side === "yours" && Object.keys(differenceOf(now, made.change(now))).length === 0)
        return void toast.note(t("gone"));
      setConflict(null);
      if (made && side === "yours") apply(made.change, made.what, made.about);
    },
    versionSeen: queue.version,
  };
}

/** What is said of an answer. */
interface Told {
  undo: Undo | null;
  problem: string;
  /** The server was reached. */
  answered: boolean;
}

const versionIn = (data: unknown): number =>
  typeof data === "object" && data !== null && "version" in data && typeof data.version === "number" ? data.version : 0;
