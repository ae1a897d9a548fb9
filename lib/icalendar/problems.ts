/** What was wrong with a feed. Nothing of what it says is in here: who reads it may not be whose calendar it is. */
export type ProblemCode =
  | "broken-line"
  | "missing-end"
  | "encoding-guessed"
  | "no-start"
  | "bad-date"
  | "bad-duration"
  | "ends-before-start"
  | "bad-rule"
  | "rule-ends-before-start"
  | "unknown-zone"
  | "too-much-work";

export interface Problem {
  code: ProblemCode;
  count: number;
}

/** Counts problems by their kind. */
export class Problems {
  private readonly counts = new Map<ProblemCode, number>();

  add(code: ProblemCode, count = 1): void {
    if (count > 0) this.counts.set(code, (this.counts.get(code) ?? 0) + count);
  }

  list(): Problem[] {
    return [...this.counts].map(([code, count]) => ({ code, count }));
  }
}
