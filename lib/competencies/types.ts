/** Who stands how to the executive. */
export const relations = ["manager", "peer", "report", "other"] as const;
export type Relation = (typeof relations)[number];

/** From 1 (begins) to 5 (others learn from it). */
export type Level = 1 | 2 | 3 | 4 | 5;
export const levels: readonly Level[] = [1, 2, 3, 4, 5];

/** Levels by competency key; null is "I cannot say". A competency that is missing was not answered yet. */
export type Levels = Readonly<Record<string, Level | null>>;

/** What one rating holds. */
export interface Answers {
  levels: Levels;
  /** What a level rests on, by competency: for self and consultant. */
  notes: Readonly<Record<string, string>>;
  /** Somebody who was asked, in own words: what to keep, what to change. */
  keep: string;
  change: string;
}

export const noAnswers: Answers = { levels: {}, notes: {}, keep: "", change: "" };

/** What a role asks for, by competency: level 1 to 5, importance 1 to 3. */
export type Requirements = Readonly<Record<string, { level: number; importance: number }>>;
