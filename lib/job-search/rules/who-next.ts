/** What is known of a contact when one asks whom to turn to next. Dates are civil dates in the person's zone. */
export interface Acquaintance {
  id: string;
  nameKey: string;
  /** 1 met once, 2 knows well, 3 would vouch for the person. */
  strength: number;
  lastContactOn: string | null;
  /** The earliest promise that is open. */
  followUpOn: string | null;
  /** How well the contact's company fits, 0 to 3; 0 where it is no target. */
  fit: number;
  /** An opportunity of the person's is open at the contact's company. */
  opportunity: boolean;
}

/** Why somebody is suggested; shown in words. */
export type Reason =
  | { code: "promised"; days: number }
  | { code: "opportunity" }
  | { code: "target"; fit: number }
  | { code: "quiet"; days: number }
  | { code: "never" }
  | { code: "strength"; strength: number };

export interface Suggestion {
  id: string;
  points: number;
  reasons: Reason[];
}

/** Who was in touch so lately is left in peace, unless something was promised. */
export const restDays = 14;

/**
 * Whom to turn to next, the best first, each with the reasons. What counts: a promise whose day has come (before everything
 * else, the longer overdue the more), an open opportunity at the company, how well the company fits, how well one knows the
 * person, and how long ago one spoke. Nobody is suggested within {@link restDays} of the last contact, nor before the day that
 * was promised. The same facts give the same order.
 */
export function whoNext(people: readonly Acquaintance[], today: string): Suggestion[] {
  return people
    .flatMap((person) => {
      const reasons = reasonsFor(person, today);
      return reasons ? [{ person, reasons, points: reasons.reduce((sum, reason) => sum + pointsOf(reason), 0) }] : [];
    })
    .sort(
      (left, right) =>
        right.points - left.points ||
        left.person.nameKey.localeCompare(right.person.nameKey, "en") ||
        (left.person.id < right.person.id ? -1 : 1),
    )
    .map(({ person, reasons, points }) => ({ id: person.id, points, reasons }));
}

function reasonsFor(person: Acquaintance, today: string): Reason[] | null {
  const quiet = person.lastContactOn === null ? null : daysFrom(person.lastContactOn, today);
  const overdue = person.followUpOn === null ? null : daysFrom(person.followUpOn, today);
  const promised = overdue !== null && overdue >= 0;
  if (!promised && (overdue !== null || (quiet !== null && quiet < restDays))) return null;
  const reasons: Reason[] = [];
  if (promised) reasons.push({ code: "promised", days: overdue });
  if (person.opportunity) reasons.push({ code: "opportunity" });
  if (person.fit > 0) reasons.push({ code: "target", fit: person.fit });
  reasons.push({ code: "strength", strength: person.strength });
  if (quiet === null) reasons.push({ code: "never" });
  else if (quiet >= restDays) reasons.push({ code: "quiet", days: quiet });
  return reasons;
}

function pointsOf(reason: Reason): number {
  switch (reason.code) {
    case "promised":
      // More than all others together, so that a promise comes first.
      return 1000 + Math.min(reason.days, 365);
    case "opportunity":
      return 25;
    case "target":
      return reason.fit * 12;
    case "strength":
      return reason.strength * 10;
    case "quiet":
      return Math.min(Math.floor(reason.days / 6), 30);
    case "never":
      return 8;
  }
}

const daysFrom = (from: string, to: string): number =>
  (Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / 86_400_000;
