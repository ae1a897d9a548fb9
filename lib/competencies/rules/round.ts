export type RaterState = "invited" | "answered" | "declined";

/** A round is complete when everybody who was asked has answered or declined. */
export const isComplete = (states: readonly RaterState[]): boolean =>
  states.length > 0 && states.every((state) => state !== "invited");

/** How many days before the deadline those who have not answered are reminded; the second mail says "tomorrow". */
export const reminderDays = { soon: 3, last: 1 } as const;

/** How long a round may run, in days. */
export const longestRound = 60;

/**
 * How many days lie between a round that showed something and the next one. Asked again at once with one more person, the same
 * colleagues would say the same, and the difference of the two means would be what that one said.
 */
export const restBetweenRounds = 60;

export type Reminder = keyof typeof reminderDays;

/**
 * Which reminder is due for somebody who was asked, with some days left; null for none. Each goes out at most once, the later one
 * makes the earlier needless, and nobody is reminded on the day on which they were asked.
 */
export function reminderDue(
  rater: { state: RaterState; askedDaysAgo: number; remindedSoon: boolean; remindedLast: boolean },
  daysLeft: number,
): Reminder | null {
  if (rater.state !== "invited" || rater.askedDaysAgo < 1 || daysLeft < 0) return null;
  if (daysLeft <= reminderDays.last) return rater.remindedLast ? null : "last";
  if (daysLeft <= reminderDays.soon) return rater.remindedSoon || rater.remindedLast ? null : "soon";
  return null;
}
