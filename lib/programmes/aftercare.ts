import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { aftercareChecks, type landings } from "@/db/schema/landings";
import { nextBusinessDay } from "@/lib/business-time/business-days";
import { calendarOf } from "@/lib/business-time/organisation-calendar";
import type { CommandContext } from "@/lib/platform/operation";
import { addDays } from "@/lib/platform/civil-dates";

type Landing = typeof landings.$inferSelect;

/** How many days after the first day there somebody asks whether it holds. */
const aftercareDays = [30, 90, 180] as const;

/** Plans the check-ins of a landing: so many days after the first day there, or after the acceptance where that is not known, on a business day. */
export async function planAftercare({ tx, organisation, record }: CommandContext, landing: Landing): Promise<void> {
  const calendar = await calendarOf({ tx, organisation });
  const rows = await tx
    .insert(aftercareChecks)
    .values(
      aftercareDays.map((afterDays) => ({
        programmeId: landing.programmeId,
        landingId: landing.id,
        afterDays,
        dueOn: nextBusinessDay(addDays(landing.startsOn ?? landing.acceptedOn, afterDays), calendar),
      })),
    )
    .returning();
  for (const row of rows) record("aftercare", null, row);
}

/** Moves the check-ins that nobody has done yet to where the landing's dates put them now. */
export async function moveAftercare({ tx, organisation, record }: CommandContext, landing: Landing): Promise<void> {
  const calendar = await calendarOf({ tx, organisation });
  const open = await tx
    .select()
    .from(aftercareChecks)
    .where(
      and(eq(aftercareChecks.landingId, landing.id), isNull(aftercareChecks.doneAt), isNull(aftercareChecks.deletedAt)),
    );
  for (const check of open) {
    const dueOn = nextBusinessDay(addDays(landing.startsOn ?? landing.acceptedOn, check.afterDays), calendar);
    if (dueOn === check.dueOn) continue;
    const moved = { dueOn, remindedOn: null, version: check.version + 1 };
    await tx.update(aftercareChecks).set(moved).where(eq(aftercareChecks.id, check.id));
    record("aftercare", check, { ...check, ...moved });
  }
}
