import "server-only";
import { sql } from "drizzle-orm";
import { acrossSweep } from "@/db/across";
import { transaction } from "@/db/client";
import { runnerHealth, type RunnerHealth } from "@/inngest/embedded/health";
import { inngestIsSetUp } from "@/lib/platform/outbox-dispatch";

/** Whether a part of the installation does its work; where not, why. */
export interface Health<Details = Record<string, unknown>> {
  healthy: boolean;
  /** In words, where it is not. */
  reason?: string;
  details: Details;
}

/** Milliseconds that the database may take to answer at all. */
const patience = 3_000;

/** Seconds after which waiting work means that nobody does it. */
const longestWait = 120;

/** Whether the database answers, and how fast. */
export async function databaseHealth(): Promise<Health> {
  const started = performance.now();
  try {
    await inTime(acrossSweep((tx) => tx.execute(sql`select 1`)));
    return { healthy: true, details: { milliseconds: Math.round(performance.now() - started) } };
  } catch (error) {
    return { healthy: false, reason: reasonOf(error), details: {} };
  }
}

export interface Waiting {
  count: number;
  oldestSeconds: number;
}

export interface JobsDetails {
  outbox: Waiting & { failing: number };
  audit: Waiting;
  /** Null where an Inngest server does the work. */
  runner: RunnerHealth | null;
}

/** Whether events are handed on, entries sealed, and background functions run. */
export async function jobsHealth(): Promise<Health<JobsDetails | Record<string, never>>> {
  try {
    const details = await inTime(readJobs());
    const reason = faultOfJobs(details);
    return { healthy: reason === null, ...(reason ? { reason } : {}), details };
  } catch (error) {
    return { healthy: false, reason: reasonOf(error), details: {} };
  }
}

/** What is wrong with the background work, in words; null when nothing is. */
export function faultOfJobs({ outbox, runner }: JobsDetails): string | null {
  if (runner && runner.runners === 0) return "No background runner is at work.";
  if (runner && runner.queueLagSeconds > longestWait)
    return `The oldest background job has been waiting for ${Math.round(runner.queueLagSeconds)} s.`;
  if (outbox.oldestSeconds > longestWait)
    return `${outbox.count} events wait to be handed on, the oldest for ${Math.round(outbox.oldestSeconds)} s.`;
  return null;
}

async function readJobs(): Promise<JobsDetails> {
  const waiting = await acrossSweep(async (tx) => {
    const { rows } = (await tx.execute(sql`
      select (select count(*)::int from outbox where dispatched_at is null) as outbox,
             (select count(*)::int from outbox where dispatched_at is null and attempts > 0) as failing,
             (select extract(epoch from clock_timestamp() - min(created_at))::float8 from outbox
              where dispatched_at is null) as outbox_age,
             (select count(*)::int from audit_entries where sealed_at is null) as unsealed,
             (select extract(epoch from clock_timestamp() - min(created_at))::float8 from audit_entries
              where sealed_at is null) as unsealed_age`)) as unknown as { rows: Array<Record<string, number | null>> };
    return rows[0] ?? {};
  });
  return {
    outbox: { count: waiting.outbox ?? 0, oldestSeconds: waiting.outbox_age ?? 0, failing: waiting.failing ?? 0 },
    audit: { count: waiting.unsealed ?? 0, oldestSeconds: waiting.unsealed_age ?? 0 },
    runner: inngestIsSetUp() ? null : await readRunner(),
  };
}

/** As the application's role, which the runner works under. */
const readRunner = (): Promise<RunnerHealth> =>
  transaction({}, (tx) =>
    runnerHealth({
      query: async (text) => (await tx.execute(sql.raw(text))) as unknown as { rows: never[]; rowCount: number },
    }),
  );

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error("late")), patience);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    work.catch(() => undefined);
  }
}

/** Without what a driver's message may carry: addresses, names of roles. */
function reasonOf(error: unknown): string {
  if (error instanceof Error && error.message === "late")
    return `The database did not answer within ${patience / 1000} s.`;
  return "The database cannot be reached, or does not have what this release expects.";
}
