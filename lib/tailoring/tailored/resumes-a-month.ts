import "server-only";
import { and, countDistinct, gte, inArray, notInArray, sql } from "drizzle-orm";
import { DateTime } from "luxon";
import { tailoredVersions } from "@/db/schema/tailored";
import type { CommandContext } from "@/lib/platform/operation";
import { limitOf } from "@/lib/platform/plans";
import { Refusal } from "@/lib/platform/refusal";

/**
 * Refuses more tailored resumes than the plan has room for in the calendar month of the organisation's zone. A resume for a submission counts once a
 * month, however many versions are made of it; what was refused or stopped does not count. Organisations are counted one after the other: two who press
 * at once do not both get the last one.
 */
export async function assertRoomThisMonth(context: CommandContext, tailoringIds: readonly string[]): Promise<void> {
  const { tx, organisation, now } = context;
  const most = limitOf(organisation, "resumesPerMonth");
  if (!Number.isFinite(most)) return;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`resumes-a-month/${organisation.id}`}, 0))`);
  const begins = DateTime.fromJSDate(now, { zone: organisation.timeZone }).startOf("month").toJSDate();
  const [made] = await tx
    .select({ others: countDistinct(tailoredVersions.tailoringId) })
    .from(tailoredVersions)
    .where(
      and(
        gte(tailoredVersions.createdAt, begins),
        inArray(tailoredVersions.status, ["waiting", "done"]),
        notInArray(tailoredVersions.tailoringId, [...tailoringIds]),
      ),
    );
  const left = Math.max(0, most - made!.others);
  if (tailoringIds.length <= left) return;
  throw new Refusal(
    "limit",
    left === 0
      ? `Your plan has room for ${most} tailored resumes a month, and all are used. Ask for more room, or wait for the next month.`
      : `Your plan has room for ${most} tailored resumes a month. ${left} are left: choose fewer, or ask for more room.`,
  );
}
