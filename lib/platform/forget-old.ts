import "server-only";
import { and, isNotNull, lt } from "drizzle-orm";
import { acrossSweep } from "@/db/across";
import { transaction } from "@/db/client";
import { idempotencyKeys } from "@/db/schema/api";
import { organisations } from "@/db/schema/organisations";
import { outbox } from "@/db/schema/platform";

/** Days for which events that were handed on are kept, to look up what happened. */
const eventDays = 30;

/** Removes what is over in one organisation: kept answers of the API, events handed on long ago. Returns how many rows. */
export async function forgetOld(organisationId: string, now: Date): Promise<number> {
  const long = new Date(now.getTime() - eventDays * 86_400_000);
  return transaction({ organisationId }, async (tx) => {
    const answers = await tx
      .delete(idempotencyKeys)
      .where(lt(idempotencyKeys.expiresAt, now))
      .returning({ id: idempotencyKeys.id });
    const events = await tx
      .delete(outbox)
      .where(and(isNotNull(outbox.dispatchedAt), lt(outbox.dispatchedAt, long)))
      .returning({ id: outbox.id });
    return answers.length + events.length;
  });
}

/** The ids of all organisations. */
export async function allOrganisationIds(): Promise<string[]> {
  const rows = await acrossSweep((tx) => tx.select({ id: organisations.id }).from(organisations));
  return rows.map(({ id }) => id);
}
