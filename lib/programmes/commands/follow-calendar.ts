import "server-only";
import { civilDate } from "@/lib/platform/civil-dates";
import { command } from "@/lib/platform/operation";
import { Refusal } from "@/lib/platform/refusal";
import { moveOffDays } from "@/lib/programmes/due-dates";
import { ClosedDays } from "@/lib/programmes/schemas";

/** How many tasks one transaction moves. */
const atOnce = 200;

/**
 * Days were closed in the calendar by which due dates count: open tasks that are due on one of them move to the next working day. Returns how many,
 * and whether more are left.
 */
export const followCalendar = command({
  name: "programmes.followCalendar",
  permission: "programmes:write",
  input: ClosedDays,
  example: () => ({ dates: ["2027-06-11"] }),
  async run(context, { dates }): Promise<{ moved: number; more: boolean }> {
    if (context.actor.kind !== "system") throw new Refusal("forbidden", "Due dates follow the calendar by themselves.");
    const today = civilDate(context.now, context.organisation.timeZone);
    const moved = await moveOffDays(context, dates, today, atOnce);
    return { moved, more: moved === atOnce };
  },
});
