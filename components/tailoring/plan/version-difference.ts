import type { VersionReport } from "@/lib/tailoring/tailored/tailoring-view";

type Placed = VersionReport["placed"][number];

/** What became of a point from one version to another. */
export interface PointChange {
  kind: "added" | "removed" | "moved" | "reworded";
  point: string;
  technology: string;
  text: string;
  /** Where it stood before, and what it said, where that is another. */
  fromRole: string | null;
  fromText: string | null;
}

/** Changes of a role, in the order of the document. */
export interface RoleChange {
  role: string;
  changes: PointChange[];
}

/** How two versions differ, role by role; points that are as they were are not told of. */
export function differenceOfVersions(
  from: Pick<VersionReport, "placed"> | null,
  to: Pick<VersionReport, "placed"> | null,
): RoleChange[] {
  const [before, after] = [from?.placed ?? [], to?.placed ?? []];
  const old = new Map(before.map((one) => [one.point, one]));
  const still = new Set(after.map(({ point }) => point));
  const found: { role: string; number: number; change: PointChange }[] = [];
  const tell = (one: Placed, kind: PointChange["kind"], was: Placed | null) =>
    found.push({
      ...{ role: one.role, number: one.roleNumber },
      change: {
        ...{ kind, point: one.point, technology: one.technology, text: one.text },
        fromRole: kind === "moved" && was ? was.role : null,
        fromText: was && was.text !== one.text ? was.text : null,
      },
    });
  for (const one of before) if (!still.has(one.point)) tell(one, "removed", null);
  for (const one of after) {
    const was = old.get(one.point);
    if (!was) tell(one, "added", null);
    else if (was.roleNumber !== one.roleNumber) tell(one, "moved", was);
    else if (was.text !== one.text) tell(one, "reworded", was);
  }
  const roles = new Map<number, RoleChange>();
  for (const { role, number, change } of found.sort((one, other) => one.number - other.number))
    roles.set(number, { role, changes: [...(roles.get(number)?.changes ?? []), change] });
  return [...roles.values()];
}
