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
  if (addresses.length === 0) return new Map();
  const found = await tx
    .select({ hash: mailSuppressions.addressHash, reason: mailSuppressions.reason })
    .from(mailSuppressions)
    .where(inArray(mailSuppressions.addressHash, addresses.map(addressHash)));
  const reasons = new Map(found.map(({ hash, reason }) => [hash, reason as "bounced" | "complained" | "asked"]));
  // Two spellings of one address are both answered for.
  return new Map(
    addresses.flatMap((address) => {
      const reason = reasons.get(addressHash(address));
      return reason ? [[address, reason] as const] : [];
    }),
  );
}
