import "server-only";
import { and, count, inArray, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { people } from "@/db/schema/people";
import type { CommandContext } from "@/lib/platform/operation";
import { limitOf } from "@/lib/platform/plans";
import { Refusal } from "@/lib/platform/refusal";

/** How many people can sign in or are invited to. */
export async function seatsTaken(tx: Transaction): Promise<number> {
  const [row] = await tx
    .select({ taken: count() })
    .from(people)
    .where(and(inArray(people.status, ["active", "invited"]), isNull(people.deletedAt)));
  return row?.taken ?? 0;
}

/** Refuses one more person than the plan has seats. Those who invite at the same moment wait for one another. */
export async function assertFreeSeat({ tx, organisation }: CommandContext): Promise<void> {
  const seats = limitOf(organisation, "seats");
  if (!Number.isFinite(seats)) return;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('people.seats'), hashtext(${organisation.id}))`);
  if ((await seatsTaken(tx)) < seats) return;
  throw new Refusal(
    "limit",
    `All ${seats} seats of your plan are taken. Deactivate somebody who no longer needs access, or choose a larger plan.`,
  );
}
