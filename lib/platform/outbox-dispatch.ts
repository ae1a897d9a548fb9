import "server-only";
import { and, asc, eq, inArray, isNull, lte, or, sql } from "drizzle-orm";
import { acrossSweep } from "@/db/across";
import type { Transaction } from "@/db/client";
import { outbox } from "@/db/schema/platform";
import { now as clock } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { logger } from "@/lib/platform/log";
import { sqlStateOf } from "@/lib/platform/sql-state";

/** An event as background services take it; `ts` in milliseconds since 1970. */
export interface DispatchedEvent {
  id: string;
  name: string;
  data: Record<string, unknown>;
  ts: number;
}

/** Where events go, in the transaction that marks them as gone. */
export type Deliver = (tx: Transaction, events: readonly DispatchedEvent[]) => Promise<void>;

export interface DispatchOptions {
  now?: Date;
  /** Events per transaction. */
  batch?: number;
  deliver?: Deliver;
}

export interface Dispatched {
  sent: number;
  failed: number;
}

/**
 * Hands on events that wait in the outbox: the given ones, or (without ids) everything that is due. Rows that another dispatcher
 * holds are passed over, so each goes out once. To the embedded runner that is exactly once, because arriving and leaving are one
 * transaction; to Inngest at least once, under the event's id, which Inngest takes once. A failure counts and is tried again later.
 */
export async function dispatchEvents(ids?: readonly string[], options: DispatchOptions = {}): Promise<Dispatched> {
  const now = options.now ?? clock();
  const batch = options.batch ?? 100;
  const deliver = options.deliver ?? deliverBySettings;
  const total: Dispatched = { sent: 0, failed: 0 };
  if (ids?.length === 0) return total;
  for (;;) {
    const done = await acrossSweep((tx) => dispatchBatch(tx, deliver, { ids, now, batch }));
    total.sent += done.sent;
    total.failed += done.failed;
    if (done.sent + done.failed < batch) return total;
  }
}

interface Batch {
  ids: readonly string[] | undefined;
  now: Date;
  batch: number;
}

async function dispatchBatch(tx: Transaction, deliver: Deliver, { ids, now, batch }: Batch): Promise<Dispatched> {
  const claimed = await tx
    .select({ id: outbox.id, name: outbox.name, data: outbox.data, at: outbox.at, attempts: outbox.attempts })
    .from(outbox)
    .where(
      and(
        isNull(outbox.dispatchedAt),
        or(isNull(outbox.nextAttemptAt), lte(outbox.nextAttemptAt, now)),
        ids && inArray(outbox.id, [...ids]),
      ),
    )
    .orderBy(asc(outbox.createdAt), asc(outbox.id))
    .limit(batch)
    .for("update", { skipLocked: true });
  if (claimed.length === 0) return { sent: 0, failed: 0 };
  if (await attempt(tx, deliver, claimed, now)) return { sent: claimed.length, failed: 0 };
  // One event that cannot be taken must not keep the others.
  const done: Dispatched = { sent: 0, failed: 0 };
  for (const event of claimed) {
    if (claimed.length > 1 && (await attempt(tx, deliver, [event], now))) done.sent += 1;
    else done.failed += 1;
  }
  return done;
}

interface Claimed {
  id: string;
  name: string;
  data: Record<string, unknown>;
  at: Date;
  attempts: number;
}

/** Delivers and marks; where that fails, undoes both and, for a single event, says when to try again. */
async function attempt(tx: Transaction, deliver: Deliver, claimed: readonly Claimed[], now: Date): Promise<boolean> {
  const events = claimed.map(({ id, name, data, at }) => ({ id, name, data, ts: at.getTime() }));
  const ids = claimed.map(({ id }) => id);
  try {
    await tx.transaction(async (inner) => {
      await deliver(inner, events);
      await inner.update(outbox).set({ dispatchedAt: now }).where(inArray(outbox.id, ids));
    });
    return true;
  } catch (error) {
    const [only] = claimed;
    const code = errorCode(error);
    logger.warn({ code: "outbox.delivery_failed", reason: code, count: claimed.length });
    if (claimed.length === 1 && only) {
      const attempts = only.attempts + 1;
      await tx
        .update(outbox)
        .set({ attempts, lastError: code, nextAttemptAt: new Date(now.getTime() + backOff(attempts)) })
        .where(eq(outbox.id, only.id));
    }
    return false;
  }
}

/** Milliseconds to wait after so many failures: 5 s, doubled each time, at most 10 minutes. */
export const backOff = (attempts: number): number => Math.min(5_000 * 2 ** Math.min(attempts - 1, 20), 600_000);

/** A failure without the text that it may carry. */
function errorCode(error: unknown): string {
  const state = sqlStateOf(error);
  if (state) return `SQLSTATE ${state}`;
  const { name, status } = (error ?? {}) as { name?: unknown; status?: unknown };
  return [typeof name === "string" ? name : "Error", typeof status === "number" ? status : ""].join(" ").trim();
}

/** Whether an Inngest server is set up; otherwise the embedded runner works. */
export const inngestIsSetUp = (): boolean => Boolean(env.INNGEST_EVENT_KEY ?? env.INNGEST_BASE_URL);

const deliverBySettings: Deliver = (tx, events) =>
  inngestIsSetUp() ? toInngest(events) : toEmbeddedRunner(tx, events);

/** `runner.receive_events` takes an id once (db/sql/runner.sql). */
async function toEmbeddedRunner(tx: Transaction, events: readonly DispatchedEvent[]): Promise<void> {
  await tx.execute(sql`select runner.receive_events(${JSON.stringify(events)}::jsonb)`);
}

/** Milliseconds that Inngest may take for a batch; the rows are locked meanwhile. */
const patience = 15_000;

async function toInngest(events: readonly DispatchedEvent[]): Promise<void> {
  const { inngest } = await import("@/inngest/client");
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error("Inngest did not answer in time.")), patience);
  });
  try {
    await Promise.race([inngest.send(events.map(({ id, name, data, ts }) => ({ id, name, data, ts }))), late]);
  } finally {
    clearTimeout(timer);
  }
}
