import { differenceOf, type Change, type DraftChange, type PlanState } from "./plan-state";

/** A change, and what is said of it. */
export interface Step {
  change: Change;
  what: string;
  /** The points that it is about, in the words that they would have: numbers change with what others save. */
  about?: readonly string[];
}

/** A plan as the server had it. */
export interface SavedPlan {
  state: PlanState;
  version: number;
}

/** What the server answers to a change: the version that it made, or that it refused and which version stands there (0 where nobody knows). */
export type Answer = { kept: true; version: number } | { kept: false; conflict: boolean; version: number };

export type Outcome<Told extends Answer> =
  | { is: "kept"; told: Told }
  /** What the server refused, this step first: those behind it were made on top of it, and are not sent. */
  | { is: "refused"; told: Told; lost: Step[] }
  /** Nothing was left to change, or an earlier step was refused and took this one with it. */
  | { is: "idle" };

export interface PlanQueue {
  /** What is saved, with the steps on top that are still on their way. */
  ahead: () => PlanState;
  /** The version in which the plan was seen last: never one that only a refusal told of, because what stands in it was not seen. */
  version: () => number;
  /** The page came anew from the server. What is older than what was saved since is passed over. */
  see: (saved: SavedPlan) => void;
  make: <Told extends Answer>(
    step: Step,
    send: (difference: DraftChange, expectedVersion: number) => Promise<Told>,
  ) => Promise<Outcome<Told>>;
}

/**
 * Sends the changes of a plan one after the other. Each is made when its turn comes, on what is saved by then, and names the version that it was made on;
 * so none can carry what was refused, or put back what somebody else changed.
 */
export function planQueue(first: SavedPlan): PlanQueue {
  let saved = first;
  let waiting: Step[] = [];
  let turn: Promise<unknown> = Promise.resolve();

  const next = async <Told extends Answer>(
    step: Step,
    send: (difference: DraftChange, expectedVersion: number) => Promise<Told>,
  ): Promise<Outcome<Told>> => {
    if (waiting[0] !== step) return { is: "idle" };
    const made = step.change(saved.state);
    const difference = differenceOf(saved.state, made);
    if (Object.keys(difference).length === 0) {
      waiting.shift();
      return { is: "idle" };
    }
    const told = await send(difference, saved.version);
    if (!told.kept) {
      const lost = waiting;
      waiting = [];
      return { is: "refused", told, lost };
    }
    waiting.shift();
    // The page with this change in it may have come before the answer.
    if (told.version > saved.version) saved = { state: made, version: told.version };
    return { is: "kept", told };
  };

  return {
    ahead: () => waiting.reduce((state, { change }) => change(state), saved.state),
    version: () => saved.version,
    see(seen) {
      if (seen.version >= saved.version) saved = seen;
    },
    make(step, send) {
      waiting.push(step);
      const made = turn.then(() => next(step, send));
      turn = made.catch(() => undefined);
      return made;
    },
  };
}

/** Several steps as one, to be made again on what stands by then. */
export const together = (steps: readonly Step[]): Required<Step> => ({
  change: (now) => steps.reduce((state, { change }) => change(state), now),
  what: [...new Set(steps.map(({ what }) => what))].join(" "),
  about: steps.flatMap(({ about = [] }) => about),
});
