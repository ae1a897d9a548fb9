import { addBusinessDays } from "@/lib/business-time/business-days";
import type { BusinessCalendar } from "@/lib/business-time/calendar";

/** What both a task of a package and its copy in a programme have. */
interface TaskFields {
  title: string;
  details: string;
  owner: string;
  dueInDays: number | null;
  mandatory: boolean;
  evidence: string;
  plannedHours: number;
  signOff: string;
}

export interface SourceTask extends TaskFields {
  id: string;
  version: number;
  phasePosition: number;
  position: number;
  removed: boolean;
}

export interface CopiedTask extends TaskFields {
  id: string;
  packageTaskId: string | null;
  packageVersion: number | null;
  dueOn: string | null;
  done: boolean;
  removed: boolean;
}

interface PhaseFields {
  name: string;
  usualDays: number;
}

export interface SourcePhase extends PhaseFields {
  id: string;
  version: number;
  position: number;
}

export interface CopiedPhase extends PhaseFields {
  id: string;
  packagePhaseId: string | null;
  packageVersion: number | null;
}

interface EntitlementFields {
  /** 0 where the package has none of that kind any more, or the programme has none. */
  sessions: number;
}

export interface SourceEntitlement extends EntitlementFields {
  id: string;
  version: number;
  kind: string;
}

export interface CopiedEntitlement extends EntitlementFields {
  id: string;
  kind: string;
  /** Null for copies from before they remembered it: they differ only where their number does. */
  packageVersion: number | null;
}

const taskFieldNames = [
  "title",
  "details",
  "owner",
  "dueInDays",
  "mandatory",
  "evidence",
  "plannedHours",
  "signOff",
] as const satisfies ReadonlyArray<keyof TaskFields>;

type Value = string | number | boolean | null;

export interface FieldChange {
  field: (typeof taskFieldNames)[number] | keyof PhaseFields | keyof EntitlementFields;
  from: Value;
  to: Value;
}

/** One thing that the package has otherwise than the programme, since the programme looked last. */
export interface PackageChange {
  kind: "task-new" | "task-changed" | "task-gone" | "phase-changed" | "sessions-changed";
  /** The task, phase or entitlement of the package. */
  sourceId: string;
  sourceVersion: number;
  /** The copy in the programme; null for what is new. */
  copyId: string | null;
  /** Null for sessions, which come with the whole programme. */
  phasePosition: number | null;
  /** What it is called; for sessions their kind. */
  title: string;
  fields: readonly FieldChange[];
  /** Which due date moves, or is new; null where none does. */
  due: { from: string | null; to: string | null } | null;
}

export interface Standing {
  /** The phase in which the programme is; earlier ones are over and get nothing new. */
  phasePosition: number;
  /** Whether that phase has begun, so that its tasks have due dates. */
  begun: boolean;
  today: string;
  calendar: BusinessCalendar;
}

/** What a running programme could take over from its package, phase by phase, then sessions. Tasks that are done stay as they were done. */
export function packageChanges(
  sources: {
    phases: readonly SourcePhase[];
    tasks: readonly SourceTask[];
    entitlements: readonly SourceEntitlement[];
  },
  copies: { phases: readonly CopiedPhase[]; tasks: readonly CopiedTask[]; entitlements: readonly CopiedEntitlement[] },
  standing: Standing,
): PackageChange[] {
  const phases = sources.phases.flatMap((source): PackageChange[] => {
    const copy = copies.phases.find(({ packagePhaseId }) => packagePhaseId === source.id);
    if (!copy || source.version <= (copy.packageVersion ?? 0)) return [];
    const fields = differences(["name", "usualDays"] as const, copy, source);
    if (fields.length === 0) return [];
    return [
      { kind: "phase-changed", ...about(source, source.position, source.name), copyId: copy.id, fields, due: null },
    ];
  });
  const tasks = sources.tasks.flatMap((source): PackageChange[] => {
    const copy = copies.tasks.find(({ packageTaskId }) => packageTaskId === source.id);
    const named = about(source, source.phasePosition, source.title);
    if (!copy) {
      if (source.removed || source.phasePosition < standing.phasePosition) return [];
      const to = newDue(source, standing);
      return [{ kind: "task-new", ...named, copyId: null, fields: [], due: to ? { from: null, to } : null }];
    }
    if (copy.removed || copy.done || source.version <= (copy.packageVersion ?? 0)) return [];
    if (source.removed)
      return [
        {
          ...{ kind: "task-gone", ...named, copyId: copy.id, fields: [] },
          due: copy.dueOn ? { from: copy.dueOn, to: null } : null,
        },
      ];
    const fields = differences(taskFieldNames, copy, source);
    if (fields.length === 0) return [];
    const to = movedDue(copy, source, standing);
    return [
      {
        ...{ kind: "task-changed", ...named, copyId: copy.id, fields },
        due: to === copy.dueOn ? null : { from: copy.dueOn, to },
      },
    ];
  });
  const order = (change: PackageChange) =>
    [change.phasePosition ?? 0, change.kind === "phase-changed" ? 0 : 1] as const;
  const inPhases = [...phases, ...tasks].sort((left, right) => {
    const [a, b] = [order(left), order(right)];
    return a[0] - b[0] || a[1] - b[1];
  });
  return [...inPhases, ...sessionChanges(sources.entitlements, copies.entitlements)];
}

/** A programme without a copy of a kind has no session of it. */
const sessionChanges = (sources: readonly SourceEntitlement[], copies: readonly CopiedEntitlement[]): PackageChange[] =>
  sources.flatMap((source): PackageChange[] => {
    const copy = copies.find(({ kind }) => kind === source.kind);
    if (source.version <= (copy?.packageVersion ?? 0)) return [];
    const fields = differences(["sessions"] as const, copy ?? { sessions: 0 }, source);
    if (fields.length === 0) return [];
    const named = about(source, null, source.kind);
    return [{ kind: "sessions-changed", ...named, copyId: copy?.id ?? null, fields, due: null }];
  });

const about = ({ id, version }: { id: string; version: number }, phasePosition: number | null, title: string) => ({
  ...{ sourceId: id, sourceVersion: version, phasePosition, title },
});

const differences = <Key extends FieldChange["field"]>(
  names: readonly Key[],
  copy: Record<NoInfer<Key>, Value>,
  source: Record<NoInfer<Key>, Value>,
): FieldChange[] =>
  names.flatMap((field) => (copy[field] === source[field] ? [] : [{ field, from: copy[field], to: source[field] }]));

/** A new task of the phase that runs is due as if the phase began today. */
function newDue({ dueInDays, phasePosition }: SourceTask, { begun, today, calendar, ...at }: Standing): string | null {
  if (dueInDays === null || !begun || phasePosition !== at.phasePosition) return null;
  return addBusinessDays(today, dueInDays, calendar);
}

/**
 * A due date moves by as many business days as the package's did, so that pauses and what was agreed on stay in it, but never to before today.
 * One that was not set yet is set with its phase.
 */
function movedDue(copy: CopiedTask, source: SourceTask, standing: Standing): string | null {
  const { today, calendar } = standing;
  if (copy.dueInDays === source.dueInDays) return copy.dueOn;
  if (source.dueInDays === null) return null;
  if (!copy.dueOn) return copy.dueInDays === null ? newDue(source, standing) : null;
  const by = source.dueInDays - (copy.dueInDays ?? source.dueInDays);
  if (by === 0) return copy.dueOn;
  const moved = addBusinessDays(copy.dueOn, by, calendar);
  return by < 0 && moved < today ? (copy.dueOn < today ? copy.dueOn : today) : moved;
}
