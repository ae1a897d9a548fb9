import "server-only";
import { sql } from "drizzle-orm";
import { programmePhases, programmes, programmeTasks } from "@/db/schema/programmes";
import type { Definition } from "@/lib/reports/definitions/definition";
import { clock, endedOn } from "@/lib/reports/sources";

export const activityCompletion: Definition = {
  ...{ key: "activity-completion", version: 1, since: "2026-11-21", subject: "tasks", unit: "share", better: "more" },
  counted: {
    ...{ by: "within", column: sql`${programmeTasks.dueOn}`, type: "date" },
    // What is due today may still be done today; what came due after the programme's end was nobody's to do.
    where: sql`${programmeTasks.deletedAt} is null
      and (${programmeTasks.doneAt} is not null or ${programmeTasks.dueOn} < ${clock.today})
      and (${endedOn} is null or ${programmeTasks.dueOn} <= ${endedOn})`,
    programme: (start) => sql`(${programmes.endedAt} is null or ${programmes.endedAt} >= ${start})`,
  },
  measure: { kind: "share", met: () => sql`${programmeTasks.doneAt} is not null` },
  columns: ["executive", "title", "phase", "consultant", "dueOn", "doneOn"],
};

export const phaseDwell: Definition = {
  ...{ key: "phase-dwell", version: 1, since: "2026-11-21", subject: "phases", unit: "days", better: "less" },
  counted: {
    ...{ by: "within", column: sql`${programmePhases.completedAt}`, type: "moment" },
    where: sql`${programmePhases.deletedAt} is null and ${programmePhases.enteredAt} is not null`,
  },
  measure: {
    kind: "median",
    value: sql`date_part('epoch', ${programmePhases.completedAt} - ${programmePhases.enteredAt}) / 86400`,
  },
  columns: ["executive", "phase", "consultant", "enteredOn", "completedOn", "days", "usualDays"],
};
