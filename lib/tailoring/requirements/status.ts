/** Where a requirement stands. */
export const requirementStatuses = ["open", "on-hold", "filled", "closed"] as const;
export type RequirementStatus = (typeof requirementStatuses)[number];

/** Where one works: at the client's, partly at home, anywhere. */
export const workModes = ["on-site", "hybrid", "remote"] as const;
/** For which time a rate is paid. */
export const ratePeriods = ["hour", "day", "month", "year"] as const;

const moves: Readonly<Record<RequirementStatus, readonly RequirementStatus[]>> = {
  open: ["on-hold", "filled", "closed"],
  "on-hold": ["open", "filled", "closed"],
  filled: ["open"],
  closed: ["open"],
};

/** Where a requirement can go from where it stands. What is over is opened again before it becomes anything else. */
export const possibleStatuses = (from: RequirementStatus): readonly RequirementStatus[] => moves[from];

/** How pressing a requirement is. `none`: nobody waits, or nobody said until when. */
export type Urgency = "late" | "soon" | "later" | "none";

/** A client who wants candidates within so many days waits for an answer now. */
const soonDays = 3;

/** How pressing a requirement is on a day; all dates are civil ones (`YYYY-MM-DD`). Without a day for candidates, the first day of work counts. */
export function urgencyOf(
  requirement: { status: RequirementStatus; candidatesBy: string | null; startsOn: string | null },
  today: string,
): Urgency {
  const by = requirement.candidatesBy ?? requirement.startsOn;
  if (requirement.status !== "open" || by === null) return "none";
  const days = (Date.parse(`${by}T00:00Z`) - Date.parse(`${today}T00:00Z`)) / 86_400_000;
  return days < 0 ? "late" : days <= soonDays ? "soon" : "later";
}
