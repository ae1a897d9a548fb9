/** Where a programme stands. */
export const programmeStates = [
  "invited",
  "intake",
  "active",
  "paused",
  "landed",
  "completed",
  "expired",
  "withdrawn",
] as const;
export type ProgrammeState = (typeof programmeStates)[number];

/** What can be done to a programme's state. */
export const programmeMoves = [
  "accept",
  "activate",
  "pause",
  "resume",
  "land",
  "complete",
  "expire",
  "withdraw",
  "reopen",
] as const;
export type ProgrammeMove = (typeof programmeMoves)[number];

/** From which states a move is possible, and where it leads. */
const moves: Record<ProgrammeMove, { from: readonly ProgrammeState[]; to: ProgrammeState }> = {
  accept: { from: ["invited"], to: "intake" },
  activate: { from: ["intake"], to: "active" },
  pause: { from: ["active"], to: "paused" },
  resume: { from: ["paused"], to: "active" },
  land: { from: ["intake", "active", "paused"], to: "landed" },
  complete: { from: ["active", "paused", "landed"], to: "completed" },
  expire: { from: ["active", "paused"], to: "expired" },
  withdraw: { from: ["invited", "intake", "active", "paused"], to: "withdrawn" },
  reopen: { from: ["landed", "completed", "expired", "withdrawn"], to: "active" },
};

/** Where things stand, said to a person. */
const standing: Record<ProgrammeState, string> = {
  invited: "The executive has not accepted the invitation yet",
  intake: "The programme is in intake",
  active: "The programme is running",
  paused: "The programme is paused",
  landed: "The executive has landed",
  completed: "The programme is completed",
  expired: "The programme has run out",
  withdrawn: "The programme was withdrawn",
};

/** What a move needs first, by move; said after where things stand. */
const needs: Record<ProgrammeMove, string> = {
  accept: "an invitation can be accepted only once, while it is open",
  activate: "it is activated after the intake, once",
  pause: "only a running programme can be paused",
  resume: "only a paused programme can go on",
  land: "a landing is recorded while the programme runs",
  complete: "only a running or landed programme can be completed",
  expire: "only a running programme can run out",
  withdraw: "only a programme that has not ended can be withdrawn",
  reopen: "only an ended programme can be reopened",
};

export type MoveResult = { allowed: true; to: ProgrammeState } | { allowed: false; why: string };

/** Whether a move is possible from a state, and if not, why, in a sentence for the person who tried. */
export function move(from: ProgrammeState, by: ProgrammeMove): MoveResult {
  const { from: possible, to } = moves[by];
  if (possible.includes(from)) return { allowed: true, to };
  return { allowed: false, why: `${standing[from]}: ${needs[by]}.` };
}

/** The moves that are possible from a state, in the order of {@link programmeMoves}. */
export const possibleMoves = (from: ProgrammeState): ProgrammeMove[] =>
  programmeMoves.filter((by) => moves[by].from.includes(from));

/** Whether the time of a programme is over: its last day has come, or it has none and somebody says so. Civil dates. */
export const isOver = (endsOn: string | null, today: string): boolean => endsOn === null || endsOn <= today;

/** States in which the programme is at work: its tasks count, its people are reminded. */
export const runningStates: readonly ProgrammeState[] = ["intake", "active"];

/** States from which nothing goes on but by reopening. */
export const endedStates: readonly ProgrammeState[] = ["landed", "completed", "expired", "withdrawn"];

export const isRunning = (state: string): boolean => (runningStates as readonly string[]).includes(state);
export const isEnded = (state: string): boolean => (endedStates as readonly string[]).includes(state);
