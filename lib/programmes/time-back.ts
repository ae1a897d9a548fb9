import "server-only";
import { eq } from "drizzle-orm";
import { packages } from "@/db/schema/packages";
import { calendarOf } from "@/lib/business-time/organisation-calendar";
import type { QueryContext } from "@/lib/platform/operation";
import { civilDate } from "@/lib/platform/civil-dates";
import type { Programme } from "@/lib/programmes/load";
import { movedEnd, standstill } from "@/lib/programmes/standstill";

/**
 * What an ended programme gets back when it goes on today: business days for its due dates, and its last day, unless its package runs its months
 * whatever happens.
 */
export async function timeBack(
  { tx, now, organisation }: Pick<QueryContext, "tx" | "now" | "organisation">,
  programme: Programme,
): Promise<{ businessDays: number; endsOn: string | null }> {
  if (!programme.endedAt) return { businessDays: 0, endsOn: programme.endsOn };
  const [sold] = await tx
    .select({ endsBy: packages.endsBy })
    .from(packages)
    .where(eq(packages.id, programme.packageId));
  const still = standstill(
    civilDate(programme.endedAt, organisation.timeZone),
    civilDate(now, organisation.timeZone),
    await calendarOf({ tx, organisation }),
  );
  return {
    businessDays: still.businessDays,
    endsOn: sold?.endsBy === "time" ? programme.endsOn : movedEnd(programme.endsOn, still),
  };
}
