export interface MilestoneState {
  id: string;
  title: string;
  dueOn: string | null;
  doneAt: Date | null;
  steps: ReadonlyArray<{ id: string; title: string; doneAt: Date | null }>;
}

export interface PlanProgress {
  /** Milestones done, of how many. */
  done: number;
  total: number;
  /** The open milestone that is due first, with its first open step. Null when none is left. */
  next: { id: string; title: string; dueOn: string | null; step: string | null } | null;
}

/** How far a plan is: what homes show. A milestone without a day comes after those with one. */
export function progressOf(milestones: readonly MilestoneState[]): PlanProgress {
  const open = milestones.filter(({ doneAt }) => doneAt === null);
  const next = [...open].sort((left, right) => (left.dueOn ?? "9999").localeCompare(right.dueOn ?? "9999"))[0];
  return {
    done: milestones.length - open.length,
    total: milestones.length,
    next: next
      ? {
          id: next.id,
          title: next.title,
          dueOn: next.dueOn,
          step: next.steps.find(({ doneAt }) => doneAt === null)?.title ?? null,
        }
      : null,
  };
}
