import type { DraftPoint } from "@/lib/tailoring/tailored/draft-schema";
import type { PlanView, RoleView, TailoringView, VersionView } from "@/lib/tailoring/tailored/tailoring-view";
import { decidedIn, dropped, linesOf, takesPoints, type Placed, type Slot } from "./moves";

/** What a person works on: the points, where each goes, the pages allowed. As the server told it, or as it will be in a moment. */
export interface PlanState extends PlanView {
  points: readonly DraftPoint[];
  pages: number | null;
}

/** A change of the plan. Made again on what stands by then, where somebody else was faster. */
export type Change = (now: PlanState) => PlanState;

/** A draft as a command takes it. */
export type DraftChange = {
  points?: DraftPoint[];
  decided?: ReturnType<typeof decidedIn>;
  pages?: number | null;
};

export const stateOf = ({ points, pages, plan }: Pick<TailoringView, "points" | "pages" | "plan">): PlanState => ({
  ...{ points, pages },
  placed: plan?.placed ?? [],
  leftOut: plan?.leftOut ?? points.map(({ id }) => ({ point: id, byHand: false, reason: "" })),
});

/** The parts in which two states differ. */
export function differenceOf(before: PlanState, after: PlanState): DraftChange {
  const [old, decided] = [decidedIn(before), decidedIn(after)];
  return {
    ...(before.points === after.points ? {} : { points: [...after.points] }),
    ...(JSON.stringify(old) === JSON.stringify(decided) ? {} : { decided }),
    ...(before.pages === after.pages ? {} : { pages: after.pages }),
  };
}

/** Puts a point where somebody wants it, wherever it was before. */
export const movedTo =
  (roles: readonly RoleView[], point: string, slot: Slot): Change =>
  (now) => {
    const { placed, points } = dropped(roles, now.placed, now.points, point, slot);
    const same = points.every(({ id }, at) => id === now.points[at]?.id);
    return {
      ...now,
      ...{ placed, points: same ? now.points : points },
      leftOut: now.leftOut.filter((one) => one.point !== point),
    };
  };

/** Puts a point at the end of a role. */
export const putInto =
  (roles: readonly RoleView[], point: string, number: number): Change =>
  (now) => {
    const role = roles.find((one) => one.number === number);
    if (!role || !takesPoints(role)) return now;
    return movedTo(roles, point, { role: number, at: linesOf(role, now.placed, point).length })(now);
  };

/** Leaves a point out; it stays in the list of those left out. */
export const leftOutByHand =
  (point: string): Change =>
  (now) => ({
    ...now,
    placed: now.placed.filter((one) => one.point !== point),
    leftOut: [...now.leftOut.filter((one) => one.point !== point), { point, byHand: true, reason: "" }],
  });

/** Lets the planner decide on a point again. */
export const undecided =
  (point: string): Change =>
  (now) => ({
    ...now,
    placed: now.placed.map((one): Placed => (one.point === point ? { ...one, byHand: false } : one)),
    leftOut: now.leftOut.map((one) => (one.point === point ? { ...one, byHand: false } : one)),
  });

export const reworded =
  (point: string, text: string): Change =>
  (now) => ({ ...now, points: now.points.map((one) => (one.id === point ? { ...one, text } : one)) });

/** New points go to the end; where they go in the document, the planner says. */
export const withPoints =
  (added: readonly DraftPoint[]): Change =>
  (now) => {
    const known = new Set(now.points.map(({ id }) => id));
    const fresh = added.filter(({ id }) => !known.has(id));
    return {
      ...now,
      points: [...now.points, ...fresh],
      leftOut: [...now.leftOut, ...fresh.map(({ id }) => ({ point: id, byHand: false, reason: "" }))],
    };
  };

/** Takes a point out of the list altogether. */
export const withoutPoint =
  (point: string): Change =>
  (now) => ({
    ...now,
    points: now.points.filter(({ id }) => id !== point),
    placed: now.placed.filter((one) => one.point !== point),
    leftOut: now.leftOut.filter((one) => one.point !== point),
  });

export const withPages =
  (pages: number | null): Change =>
  (now) => ({ ...now, pages });

/** Whether a version is what the plan of a resume is now: that resume, the same points in the same roles, in the same order and words. */
export function isMadeOf(
  { report, resumeId }: Pick<VersionView, "report" | "resumeId">,
  resume: string,
  { placed, points }: PlanState,
): boolean {
  if (resumeId !== resume) return false;
  const words = new Map(points.map(({ id, text }) => [id, text]));
  const now = placed.map(({ point, role }) => `${role} ${point} ${words.get(point)}`);
  const made = report?.placed.map(({ point, roleNumber, text }) => `${roleNumber} ${point} ${text}`) ?? [];
  return now.length === made.length && now.every((one, at) => one === made[at]);
}
