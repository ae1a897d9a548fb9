/** What a decision on a change of the package may change of a copy, and what somebody may have done to it since. */
const columns = {
  phase: ["name", "usualDays", "packagePhaseId", "packageVersion"],
  entitlement: ["sessions", "packageVersion"],
  task: [
    ...["title", "details", "owner", "phasePosition", "position", "dueInDays", "dueOn", "mandatory", "evidence"],
    ...["plannedHours", "signOff", "packageTaskId", "packageVersion", "doneAt", "deletedAt"],
  ],
} as const satisfies Record<string, readonly string[]>;

export type CopyKind = keyof typeof columns;
export type Snapshot = Record<string, unknown>;

/** A phase, task or entitlement of a programme as it stands, as JSON keeps it. That somebody was reminded of it is no part of it. */
export const snapshotOf = (kind: CopyKind, row: Record<string, unknown>): Snapshot =>
  JSON.parse(
    JSON.stringify(Object.fromEntries(columns[kind].map((column) => [column, row[column] ?? null]))),
  ) as Snapshot;

/** Whether a copy stands as it was kept. */
export const standsAs = (kind: CopyKind, row: Record<string, unknown>, kept: Snapshot): boolean => {
  const now = snapshotOf(kind, row);
  return columns[kind].every((column) => now[column] === (kept[column] ?? null));
};

/** What is to be written so that a copy stands again as it was kept. */
export const restored = (kept: Snapshot): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(kept)
      .filter(([column]) => column !== "doneAt")
      .map(([column, value]) => [
        column,
        column === "deletedAt" && typeof value === "string" ? new Date(value) : value,
      ]),
  );
