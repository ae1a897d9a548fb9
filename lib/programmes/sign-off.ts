import type { SignOff } from "@/lib/packages/schemas";

/** As whom somebody speaks for a task. */
export type Side = "consultant" | "executive";

/** Whose signatures a task asks for. */
export const sidesOf = (signOff: SignOff): readonly Side[] =>
  signOff === "both" ? ["executive", "consultant"] : signOff === "none" ? [] : [signOff];

/** What a signature is to the rules: as whom, and whether it stands. */
export interface Signature {
  side: string;
  outcome: string;
  withdrawnAt: Date | null;
}

/** Whose signatures are still missing. Before a task is done nobody is waited for. */
export function missingSides(task: { signOff: string; doneAt: Date | null }, given: readonly Signature[]): Side[] {
  if (!task.doneAt) return [];
  const standing = given.filter(({ outcome, withdrawnAt }) => outcome === "signed" && !withdrawnAt);
  return sidesOf(task.signOff as SignOff).filter((side) => !standing.some((other) => other.side === side));
}
