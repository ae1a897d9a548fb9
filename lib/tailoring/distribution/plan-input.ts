import type { RoleFacts } from "./role-facts";

/** One thing to say, with the technology that it is about. The two never part. */
export interface PlanPoint {
  /** Under the one name by which weights and roles know it. */
  technology: string;
  text: string;
  /** The newest of what the point is about, and the year in which it came out; absent where that is not known. */
  newest?: Dated;
}

export interface Dated {
  technology: string;
  year: number;
}

export interface PlanInput {
  roles: readonly RoleFacts[];
  points: readonly PlanPoint[];
  /** What the job gives to the technologies that it asks for, by their names. 0 leaves points out. */
  weights: ReadonlyMap<string, number>;
  /** What all others weigh; 1 where it is not said. */
  unasked?: number;
  /** Texts of the resume, by paragraph: what they say already is not said again. */
  said: ReadonlyMap<number, string>;
  limits: PlanLimits;
  /** What a person decided on points, by their numbers. Goes before every rule and limit. */
  decided?: Decisions;
}

/** What a person decided on points, by their numbers: where one goes, or null for leaving it out. */
export type Decisions = ReadonlyMap<number, Decided | null>;

/** Where a person put a point. */
export interface Decided {
  role: number;
  /** The bullet of the role behind which it was put; without it, or where nothing can go, the planner picks the place. */
  after?: number;
}

export interface PlanLimits {
  /** New bullets of a role at most. */
  perRole: number;
  /** New bullets about one technology in a role at most. */
  perTechnologyInRole: number;
  /** New bullets of the document at most. */
  inAll: number;
  /** Lines by which the document may grow, and how many a point takes there. */
  growth?: { lines: number; linesOf: (text: string) => number };
}

export const usualLimits: PlanLimits = { perRole: 8, perTechnologyInRole: 3, inAll: 40 };

export const weightOf = (
  { weights, unasked = 1 }: Pick<PlanInput, "weights" | "unasked">,
  technology: string,
): number => weights.get(technology) ?? unasked;
