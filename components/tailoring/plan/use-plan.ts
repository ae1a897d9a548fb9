"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useMemo, useOptimistic, useRef, useState, useTransition } from "react";
import { runUndo, type Undo } from "@/components/forms/run-undo";
import { toast } from "@/components/ui/toast";
import type { ActionResult, RefusalResult } from "@/lib/platform/result";
import type { TailoringView } from "@/lib/tailoring/tailored/tailoring-view";
import { differenceOf, stateOf, type Change, type DraftChange, type PlanState } from "./plan-state";

export type ChangeDraft = (
  organisation: string,
  input: DraftChange & { submissionId: string; expectedVersion: number },
) => Promise<ActionResult<unknown>>;
export type UndoStep = (organisation: string, undo: Undo) => Promise<ActionResult<unknown>>;

/** A change that met what somebody else had saved. */
export interface PlanConflict {
  change: Change;
  what: string;
}

export interface Plan {
  shown: PlanState;
  pending: boolean;
  /** Makes a change: seen at once, kept when the server has it, taken back when it refuses. */
  apply: (change: Change, what: string) => void;
  /** Takes the last change back; null where there is none. */
  undo: (() => void) | null;
  conflict: PlanConflict | null;
  settle: (side: "yours" | "theirs") => void;
  /** The version that a command about the draft names. */
  versionSeen: () => number;
}

/** The plan of a resume while somebody works on it. */
export function usePlan(organisation: string, view: TailoringView, change: ChangeDraft, undoStep: UndoStep): Plan {
  const t = useTranslations("tailor.plan");
  const router = useRouter();
  const base = useMemo(() => stateOf(view), [view]);
  const [shown, show] = useOptimistic(base, (_: PlanState, next: PlanState) => next);
  const [pending, start] = useTransition();
  const [back, setBack] = useState<Undo | null>(null);
  const [conflict, setConflict] = useState<PlanConflict | null>(null);
  const latest = useRef({ state: base, version: view.version, left: 0 });
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  useEffect(() => {
    const now = latest.current;
    now.version = Math.max(now.version, view.version);
    if (now.left === 0) now.state = base;
  }, [base, view.version]);
  const taken = (undo: Undo) =>
    start(async () => {
      setBack(null);
      await runUndo((one) => undoStep(organisation, one), undo, t("undone"));
    });
  const send = async (before: PlanState, next: PlanState, made: PlanConflict) => {
    const now = latest.current;
    const input = { submissionId: view.submissionId, expectedVersion: now.version, ...differenceOf(before, next) };
    const result = await change(organisation, input).catch(() => null);
    now.left -= 1;
    if (result?.ok) {
      now.version = Math.max(now.version + 1, versionIn(result.data));
      const { undo } = result;
      setBack(undo ?? null);
      toast.done(made.what, undo ? { action: { label: t("undo"), run: () => taken(undo) } } : undefined);
      return;
    }
    if (result?.refusal.code === "conflict") {
      now.version = Math.max(now.version, versionIn((result.refusal satisfies RefusalResult).current));
      setConflict(made);
    } else toast.problem(result?.refusal.message ?? t("notSent"));
    now.state = base;
    router.refresh();
  };
  const apply = (made: Change, what: string) => {
    const now = latest.current;
    const before = now.state;
    const next = made(before);
    if (Object.keys(differenceOf(before, next)).length === 0) return;
    now.state = next;
    now.left += 1;
    start(async () => {
      show(next);
      queue.current = queue.current.then(() => send(before, next, { change: made, what }));
      await queue.current;
    });
  };
  return {
    ...{ shown, pending, apply, conflict },
    undo: back ? () => taken(back) : null,
    settle(side) {
      const made = conflict;
      setConflict(null);
      if (made && side === "yours") apply(made.change, made.what);
    },
    versionSeen: () => latest.current.version,
  };
}

const versionIn = (data: unknown): number =>
  typeof data === "object" && data !== null && "version" in data && typeof data.version === "number" ? data.version : 0;
