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

export const phaseDwell: Definition = {
  ...{ key: "phase-dwell", version: 1, since: "2026-11-21", subject: "phases", unit: "days", better: "less" },
  counted: { by: "within", day: row.day, where: sql`true` },
  measure: { kind: "median", value: row.days },
  columns: ["executive", "phase", "consultant", "enteredOn", "completedOn", "days", "usualDays"],
};
