import "server-only";
import { and, count, eq } from "drizzle-orm";
import { programmes, programmeTasks } from "@/db/schema/programmes";
import { civilDate } from "@/lib/platform/civil-dates";
import { query } from "@/lib/platform/operation";
import { dueOnDays } from "@/lib/programmes/due-dates";
import { ClosedDays } from "@/lib/programmes/schemas";
import { visibleProgrammes } from "@/lib/programmes/visibility";

/** How many open tasks are due on some days. */
export const tasksDueOn = query({
  name: "programmes.tasksDueOn",
  permission: "programmes:read",
  input: ClosedDays,
  example: () => ({ dates: ["2027-06-11"] }),
  async run({ tx, actor, now, organisation }, { dates }) {
    const [found] = await tx
      .select({ tasks: count() })
      .from(programmeTasks)
      .innerJoin(programmes, eq(programmes.id, programmeTasks.programmeId))
      .where(and(dueOnDays(dates, civilDate(now, organisation.timeZone)), visibleProgrammes(actor)));
    return { tasks: found?.tasks ?? 0 };
  },
});
