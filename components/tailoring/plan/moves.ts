import type { Decision, DraftPoint } from "@/lib/tailoring/tailored/draft-schema";
import type { PlanView, RoleView } from "@/lib/tailoring/tailored/tailoring-view";

export type Placed = PlanView["placed"][number];

/** What stands in a role as it will be: its own bullets, and the points among them. */
export type RoleLine = { bullet: number } | { point: string };

/** Where a point may be put: behind the first `at` lines of a role, the point itself not counted. */
export interface Slot {
  role: number;
  at: number;
}

/** The bullets of a role with the points behind them, in the order of the document. */
export function linesOf(
  role: Pick<RoleView, "number" | "bullets">,
  placed: readonly Placed[],
  without?: string,
): RoleLine[] {
  const here = placed.filter((one) => one.role === role.number && one.point !== without);
  const lines: RoleLine[] = role.bullets.flatMap((bullet) => [
    { bullet },
    ...here.filter(({ after }) => after === bullet).map(({ point }) => ({ point })),
  ]);
  // Behind a line that the reader does not count as a bullet.
  const lost = here.filter(({ after }) => !role.bullets.includes(after));
  return [...lines, ...lost.map(({ point }) => ({ point }))];
}

/** A role takes points in behind its own bullets; one without any takes none. */
export const takesPoints = ({ bullets, most }: Pick<RoleView, "bullets" | "most">): boolean =>
  bullets.length > 0 && most > 0;

/** All places for a point, from the top of the document to its end. */
export function slotsFor(roles: readonly RoleView[], placed: readonly Placed[], point: string): Slot[] {
  return roles.filter(takesPoints).flatMap((role) => {
    const lines = linesOf(role, placed, point);
    return lines.map((_, index) => ({ role: role.number, at: index + 1 }));
  });
}

/** Where a point stands now; null for one that is left out. */
export function slotOf(roles: readonly RoleView[], placed: readonly Placed[], point: string): Slot | null {
  const found = placed.find((one) => one.point === point);
  const role = found && roles.find(({ number }) => number === found.role);
  if (!role) return null;
  return { role: role.number, at: linesOf(role, placed).findIndex((line) => "point" in line && line.point === point) };
}

/** What the keys do while a point is held: the next place up or down, the first place of the role before or after, the ends. */
export function stepped(slots: readonly Slot[], from: Slot, key: string): Slot | null {
  const at = slots.findIndex(({ role, at: line }) => role === from.role && line === from.at);
  const roles = [...new Set(slots.map(({ role }) => role))];
  const firstOf = (role: number | undefined) => slots.find((slot) => slot.role === role) ?? null;
  switch (key) {
    case "ArrowDown":
      return slots[at + 1] ?? null;
    case "ArrowUp":
      return at > 0 ? slots[at - 1]! : null;
    case "PageDown":
      return firstOf(roles[roles.indexOf(from.role) + 1]);
    case "PageUp":
      return firstOf(roles[roles.indexOf(from.role) - 1]);
    case "Home":
      return slots[0] ?? null;
    case "End":
      return slots.at(-1) ?? null;
    default:
      return null;
  }
}

/** What changes when a point is put into a slot: its decision, and its place among the points where several stand behind one bullet. */
export function dropped(
  roles: readonly RoleView[],
  placed: readonly Placed[],
  points: readonly DraftPoint[],
  point: string,
  slot: Slot,
): { placed: Placed[]; points: DraftPoint[]; decision: NonNullable<Decision> } {
  const role = roles.find(({ number }) => number === slot.role)!;
  const lines = linesOf(role, placed, point);
  const before = lines.slice(0, slot.at);
  const bullet = before.findLast((line) => "bullet" in line) ?? lines.find((line) => "bullet" in line);
  const after = bullet && "bullet" in bullet ? bullet.bullet : role.bullets[0]!;
  const above = lines[slot.at - 1];
  const below = lines[slot.at];
  const moved = points.find(({ id }) => id === point)!;
  const others = points.filter(({ id }) => id !== point);
  const at =
    above && "point" in above
      ? others.findIndex(({ id }) => id === above.point) + 1
      : below && "point" in below
        ? others.findIndex(({ id }) => id === below.point)
        : points.indexOf(moved);
  const ordered = [...others.slice(0, at), moved, ...others.slice(at)];
  const reason = placed.find((one) => one.point === point)?.reason ?? "";
  const one: Placed = { point, role: slot.role, after, byHand: true, reason };
  const rest = placed.filter((other) => other.point !== point);
  const next = above && "point" in above ? rest.findIndex((other) => other.point === above.point) + 1 : undefined;
  const first = rest.findIndex((other) => other.role === slot.role && other.after === after);
  const index = next ?? (first < 0 ? placeOf(rest, one) : first);
  return {
    placed: [...rest.slice(0, index), one, ...rest.slice(index)],
    points: ordered,
    decision: { role: slot.role, after },
  };
}

/** Where a point belongs among the others, by role and by bullet. */
function placeOf(placed: readonly Placed[], { role, after }: Placed): number {
  const at = placed.findIndex((other) => other.role > role || (other.role === role && other.after > after));
  return at < 0 ? placed.length : at;
}

/** What a person decided so far, as the plan tells it: a change names all of it. */
export function decidedIn(plan: PlanView): Record<string, Decision> {
  return Object.fromEntries([
    ...plan.placed.filter(({ byHand }) => byHand).map(({ point, role, after }) => [point, { role, after }] as const),
    ...plan.leftOut.filter(({ byHand }) => byHand).map(({ point }) => [point, null] as const),
  ]);
}

/** The numbers that the points carry on the screen, from the top of the document. */
export const numbersOf = (placed: readonly Placed[]): ReadonlyMap<string, number> =>
  new Map(placed.map(({ point }, at) => [point, at + 1]));
