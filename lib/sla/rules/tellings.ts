import type { Clock, Telling } from "./clock";
import type { Moment } from "./moment";

/**
 * What is to be told of a clock after one moment and until another, to which it was replayed: what each of a chain of sweeps tells, however long one
 * was late. Nothing is in two of them, and nothing is left out but what makes no sense any more: a warning that a later warning or the breach has
 * overtaken, or whose clock was stopped since, and everything of a clock that was cancelled or excluded since.
 */
export function tellings({ told, state, stoppedAt, breachedAt }: Clock, from: Moment, to: Moment): Telling[] {
  if (state === "cancelled" || state === "excluded") return [];
  const due = told.filter(({ at }) => from < at && at <= to);
  const lastWarning = stoppedAt === null && breachedAt === null ? due.at(-1) : null;
  return due.filter((telling) => telling.what !== "warning" || telling === lastWarning);
}
