import "server-only";
import { sql } from "drizzle-orm";
import type { Definition } from "@/lib/reports/definitions/definition";
import { clock, row } from "@/lib/reports/sources";

export const activityCompletion: Definition = {
  ...{ key: "activity-completion", version: 1, since: "2026-11-21", subject: "tasks", unit: "share", better: "more" },
  // What is due today may still be done today.
  counted: { by: "within", day: row.day, where: sql`(${row.done} or ${row.day} < ${clock.today})` },
  measure: { kind: "share", met: () => row.done },
  columns: ["executive", "title", "phase", "consultant", "dueOn", "doneOn"],
};

/** Of sessions that ended, and of those given up so late that they count as used: to how many the executive came. */
export const sessionAttendance: Definition = {
  ...{ key: "session-attendance", version: 1, since: "2026-11-22", subject: "sessions", unit: "share", better: "more" },
  counted: { by: "within", day: row.day, where: sql`true` },
  measure: { kind: "share", met: () => row.came },
  columns: ["executive", "title", "outcome", "heldOn", "consultant", "sponsor"],
};

/** Of sessions to which the executive came and of which they said how they were: what they gave of 5. */
export const sessionRating: Definition = {
  ...{ key: "session-rating", version: 1, since: "2026-11-23", subject: "sessions", unit: "score", better: "more" },
  counted: { by: "within", day: row.day, where: sql`${row.rating} is not null` },
  measure: { kind: "mean", value: row.rating },
  columns: ["executive", "title", "rating", "heldOn", "consultant", "sponsor"],
};

export const phaseDwell: Definition = {
  ...{ key: "phase-dwell", version: 1, since: "2026-11-21", subject: "phases", unit: "days", better: "less" },
  counted: { by: "within", day: row.day, where: sql`true` },
  measure: { kind: "median", value: row.days },
  columns: ["executive", "phase", "consultant", "enteredOn", "completedOn", "days", "usualDays"],
};
