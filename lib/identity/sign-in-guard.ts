import "server-only";
import { createHash } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { consume, forget, giveBack, tooOften } from "@/lib/platform/rate-limit";
import { emailKey } from "@/lib/platform/keys";
import { Refusal } from "@/lib/platform/refusal";

/*
 * Guessing is slowed and then locked: by account and address together, by account from anywhere, by address whatever the
 * account. All of it counts before the password is looked at and is the same whether the account exists or not.
 */

export const windowSeconds = 15 * 60;

/** Tries within a quarter of an hour. */
export const limits = { pair: 8, account: 30, address: 200 };

/** From this try on each takes longer. */
const slowFrom = 4;

const digest = (text: string) => createHash("sha256").update(text).digest("base64url").slice(0, 22);

/**
 * Runs one try to prove who somebody is. A refusal of `attempt` as invalid counts; success clears the account's counters.
 * @throws Refusal `rate`, saying when to try again, without looking at the password.
 */
export async function guarded<T>(email: string, address: string, attempt: () => Promise<T>): Promise<T> {
  const account = digest(emailKey(email));
  const from = digest(address);
  const keys = {
    pair: `sign-in:pair:${account}:${from}`,
    account: `sign-in:account:${account}`,
    address: `sign-in:address:${from}`,
  };
  const counted = [
    await consume(keys.pair, limits.pair, windowSeconds),
    await consume(keys.account, limits.account, windowSeconds),
    await consume(keys.address, limits.address, windowSeconds),
  ];
  const locked = counted.filter(({ allowed }) => !allowed).map(({ retryAfterSeconds }) => retryAfterSeconds);
  if (locked.length > 0) throw tooOften("There were too many tries", Math.max(...locked));
  try {
    const result = await attempt();
    await Promise.all([forget(keys.pair), forget(keys.account), giveBack(keys.address)]);
    return result;
  } catch (error) {
    if (error instanceof Refusal) await pause(slowness(counted[0]?.count ?? 0));
    throw error;
  }
}

/** Milliseconds that a wrong try waits for its answer: none at first, then twice as long each time, at most four seconds. */
export const slowness = (tries: number): number =>
  tries < slowFrom ? 0 : Math.min(4000, 250 * 2 ** (tries - slowFrom));
