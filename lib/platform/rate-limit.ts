import "server-only";
import { eq, lt, sql } from "drizzle-orm";
import { acrossIdentity } from "@/db/across";
import { rateLimits } from "@/db/schema/identity";
import { now as clock } from "@/lib/platform/clock";
import { Refusal } from "@/lib/platform/refusal";

export interface Consumed {
  allowed: boolean;
  /** How often the key was used in this window, this time included. */
  count: number;
  /** Seconds until the window ends and the count begins anew; never more than the window. */
  retryAfterSeconds: number;
}

/**
 * Counts one use of `key` (what is limited: "sign-in:account:…") in a window that begins with its first use. Atomic and in a
 * transaction of its own: what is refused afterwards stays counted, and parallel tries are counted one by one.
 */
export async function consume(key: string, limit: number, windowSeconds: number, now = clock()): Promise<Consumed> {
  const windowEndsAt = new Date(now.getTime() + windowSeconds * 1000);
  const [row] = await acrossIdentity((tx) =>
    tx
      .insert(rateLimits)
      .values({ key, count: 1, windowEndsAt })
      .onConflictDoUpdate({
        target: rateLimits.key,
        set: {
          count: sql`case when ${rateLimits.windowEndsAt} <= ${now.toISOString()}::timestamptz then 1 else ${rateLimits.count} + 1 end`,
          windowEndsAt: sql`case when ${rateLimits.windowEndsAt} <= ${now.toISOString()}::timestamptz then excluded.window_ends_at else ${rateLimits.windowEndsAt} end`,
        },
      })
      .returning({ count: rateLimits.count, windowEndsAt: rateLimits.windowEndsAt }),
  );
  if (!row) throw new Error("The rate limit was not counted.");
  // Of uses in parallel, the one that began the window may have read its clock a moment after this one.
  const left = Math.ceil((row.windowEndsAt.getTime() - now.getTime()) / 1000);
  return {
    allowed: row.count <= limit,
    count: row.count,
    retryAfterSeconds: Math.min(windowSeconds, Math.max(1, left)),
  };
}

/** Forgets what was counted for a key, say after the right password. */
export async function forget(key: string): Promise<void> {
  await acrossIdentity((tx) => tx.delete(rateLimits).where(eq(rateLimits.key, key)));
}

/** Takes one use back that turned out to be no guess. */
export async function giveBack(key: string): Promise<void> {
  await acrossIdentity((tx) =>
    tx
      .update(rateLimits)
      .set({ count: sql`greatest(${rateLimits.count} - 1, 0)` })
      .where(eq(rateLimits.key, key)),
  );
}

/** Removes windows that are over; swept once a day. Returns how many. */
export async function forgetEnded(now = clock()): Promise<number> {
  const gone = await acrossIdentity((tx) =>
    tx.delete(rateLimits).where(lt(rateLimits.windowEndsAt, now)).returning({ key: rateLimits.key }),
  );
  return gone.length;
}

/** Counts one use and refuses it over the limit, saying when to try again. `what` begins the sentence: "Too many new firms". */
export async function consumeOrRefuse(key: string, limit: number, windowSeconds: number, what: string): Promise<void> {
  const { allowed, retryAfterSeconds } = await consume(key, limit, windowSeconds);
  if (!allowed) throw tooOften(what, retryAfterSeconds);
}

/** The refusal of what was tried too often. */
export const tooOften = (what: string, retryAfterSeconds: number): Refusal =>
  new Refusal("rate", `${what}. Please try again in ${waitInWords(retryAfterSeconds)}.`, { retryAfterSeconds });

/** A wait as a person says it, never shorter than it is: "1 minute", "2 hours". */
export function waitInWords(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  if (minutes <= 1) return "1 minute";
  if (minutes < 90) return `${minutes} minutes`;
  return `${Math.ceil(minutes / 60)} hours`;
}
