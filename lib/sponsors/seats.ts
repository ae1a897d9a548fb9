import "server-only";
import { and, eq, isNull, sql, type SQL } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { programmes } from "@/db/schema/programmes";
import { seatCharges } from "@/db/schema/seats";
import type { CommandContext } from "@/lib/platform/operation";
import { Refusal } from "@/lib/platform/refusal";
import { lockEngagement, type Engagement } from "@/lib/sponsors/load";
import { countSeats, whyNoSeat, type Seats } from "@/lib/sponsors/rules/seats";

/** Programmes that keep a seat, and those that have used one: `rules/seats.ts` in SQL, over the table `programmes`. */
export const reservesSeat: SQL = sql`(${programmes.activatedAt} is null and ${programmes.state} not in ('completed', 'expired', 'withdrawn'))`;
export const usesSeat: SQL = sql`(${programmes.activatedAt} is not null)`;

/** How the seats of a contract stand now. */
export async function seatsOf(tx: Transaction, engagement: Pick<Engagement, "id" | "seats">): Promise<Seats> {
  const [counted] = await tx
    .select({
      reserved: sql<number>`count(*) filter (where ${reservesSeat})::int`,
      used: sql<number>`count(*) filter (where ${usesSeat})::int`,
    })
    .from(programmes)
    .where(and(eq(programmes.engagementId, engagement.id), isNull(programmes.deletedAt)));
  return countSeats(engagement.seats, counted?.reserved ?? 0, counted?.used ?? 0);
}

/**
 * A seat of a contract for one more invitation; refused, with the reason, when none is left or the contract does not count on
 * this day. The contract is locked until the transaction ends.
 * @param today civil date in the organisation's zone.
 */
export async function takeSeat(
  { tx }: Pick<CommandContext, "tx">,
  engagementId: string,
  today: string,
): Promise<Engagement> {
  const engagement = await lockEngagement(tx, engagementId);
  const why = whyNoSeat(engagement, await seatsOf(tx, engagement), today);
  if (why) throw new Refusal("limit", why, "engagementId");
  return engagement;
}

/** Bills the seat of a programme that is activated: once, at the contract's price of now. Without a contract nothing is billed. */
export async function billSeat(
  { tx, now, record }: CommandContext,
  programme: { id: string; engagementId: string | null },
): Promise<void> {
  if (!programme.engagementId) return;
  const engagement = await lockEngagement(tx, programme.engagementId);
  const [billed] = await tx
    .insert(seatCharges)
    .values({
      ...{ engagementId: engagement.id, programmeId: programme.id, billedAt: now },
      ...{ amount: engagement.pricePerSeat, currency: engagement.currency },
    })
    .onConflictDoNothing()
    .returning();
  if (billed) record("seat-charge", null, billed);
}
