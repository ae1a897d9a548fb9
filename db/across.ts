import "server-only";
import { sql } from "drizzle-orm";
import { belongsTo, transaction, type Transaction } from "@/db/client";

/*
 * The only way to look across organisations. Each function steps into a narrow role for one transaction; the application's
 * own role has nothing of it (the grants say INHERIT FALSE), so a forgotten condition elsewhere shows nothing.
 */

/** Accounts, sessions, memberships, links and the directory of organisations: sign-in, sign-up, the operator's pages. */
export function acrossIdentity<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  return transaction({ role: "landfall_identity" }, work);
}

/** Whose a transaction becomes once it is known who asks. */
export interface Owner {
  organisationId: string;
  userId: string;
}

/**
 * One read-only transaction that begins across organisations, to find who asks, and goes on behind the wall of the organisation
 * that was found: what a page reads. `find` says "no" by throwing.
 */
export function fromIdentity<Found extends Owner, T>(
  find: (tx: Transaction) => Promise<Found>,
  work: (tx: Transaction, found: Found) => Promise<T>,
): Promise<T> {
  return transaction({ role: "landfall_identity", readOnly: true }, async (tx) => {
    const found = await find(tx);
    await tx.execute(belongsTo({ organisationId: found.organisationId, userId: found.userId }));
    return work(tx, found);
  });
}

/** Ids and due times of what waits: outbox, unsealed audit, what is due. Nothing about people. */
export function acrossSweep<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  return transaction({ role: "landfall_sweep" }, work);
}

/**
 * Steps into the identity role for a part of an organisation's transaction, and back: a command that deactivates a person ends
 * their sessions, one that invites makes a link, all or nothing. A failure inside ends the transaction, role included.
 */
export async function identityWithin<T>(tx: Transaction, work: () => Promise<T>): Promise<T> {
  await tx.execute(sql`select set_config('role', 'landfall_identity', true)`);
  const result = await work();
  await tx.execute(sql`select set_config('role', 'none', true)`);
  return result;
}
