import "server-only";
import { asc, eq } from "drizzle-orm";
import { acrossIdentity } from "@/db/across";
import type { Transaction } from "@/db/client";
import { organisations } from "@/db/schema/organisations";
import { rewrapDataKey } from "@/lib/platform/secrets";

/** Seals anew what lies under a key derived from the master key itself; returns how many things. */
export type Reseal = (tx: Transaction, from: Buffer, to: Buffer) => Promise<number>;

/**
 * Wraps the data key of every organisation under another master key, all or none. The data keys stay, so nothing that they sealed
 * changes. Servers that still have the old key open nothing afterwards.
 * @throws Error when a data key does not open with `from`; nothing is changed then
 */
export async function rotateMasterKey(
  from: Buffer,
  to: Buffer,
  reseal: readonly Reseal[] = [],
): Promise<{ organisations: number; others: number }> {
  if (from.length !== 32 || to.length !== 32) throw new Error("A master key has 32 bytes.");
  if (from.equals(to)) throw new Error("The new master key is the one that is in use.");
  return acrossIdentity(async (tx) => {
    const all = await tx
      .select({ id: organisations.id, dataKey: organisations.dataKey })
      .from(organisations)
      .orderBy(asc(organisations.id))
      .for("update");
    for (const organisation of all)
      await tx
        .update(organisations)
        .set({ dataKey: rewrapDataKey(organisation, from, to) })
        .where(eq(organisations.id, organisation.id));
    let others = 0;
    for (const one of reseal) others += await one(tx, from, to);
    return { organisations: all.length, others };
  });
}

/** Whether a master key opens the data keys of this installation; null where there is no organisation to try it on. */
export async function opensDataKeys(key: Buffer): Promise<boolean | null> {
  const [any] = await acrossIdentity((tx) =>
    tx.select({ id: organisations.id, dataKey: organisations.dataKey }).from(organisations).limit(1),
  );
  if (!any) return null;
  try {
    rewrapDataKey(any, key, key);
    return true;
  } catch {
    return false;
  }
}
