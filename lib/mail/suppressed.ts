import "server-only";
import { inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { mailSuppressions } from "@/db/schema/mail";
import { addressHash } from "@/lib/mail/rules/address";

/** Which of these addresses take no mail, and why: it bounced, somebody complained, or asked for none. */
export async function suppressedOf(
  tx: Transaction,
  addresses: readonly string[],
): Promise<ReadonlyMap<string, "bounced" | "complained" | "asked">> {
  const byHash = new Map(addresses.map((address) => [addressHash(address), address]));
  if (byHash.size === 0) return new Map();
  const found = await tx
    .select({ hash: mailSuppressions.addressHash, reason: mailSuppressions.reason })
    .from(mailSuppressions)
    .where(inArray(mailSuppressions.addressHash, [...byHash.keys()]));
  return new Map(
    found.map(({ hash, reason }) => [byHash.get(hash)!, reason as "bounced" | "complained" | "asked"] as const),
  );
}
