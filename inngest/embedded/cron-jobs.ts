import { nextSlot } from "./cron";
import type { Schedule } from "./cron";
import { queue, task } from "./context";
import type { RunnerContext } from "./context";
import { inTransaction } from "./database";
import type { Queryable } from "./database";
import { startRun } from "./start-run";

interface CronPayload {
  readonly functionId: string;
  readonly schedule: string;
  /** Moment of the slot, ISO 8601. */
  readonly slot: string;
}

/**
 * Sees to it that each schedule has its next slot queued. One that is queued already stays, so that a slot missed while nobody was
 * running is caught up once, late; slots missed beyond that are left out, as on Inngest.
 */
export async function queueSchedules(context: RunnerContext): Promise<void> {
  for (const definition of context.functions.values()) {
    for (const schedule of definition.schedules) {
      const known = await context.pool.query("select from graphile_worker.jobs where starts_with(key, $1)", [
        jobKey(definition.id, schedule, ""),
      ]);
      if (known.rowCount === 0) await queueSlot(context, context.pool, definition.id, schedule);
    }
  }
}

/** Starts the run of a slot and queues the next one, in one transaction. A schedule that is gone ends here. */
export async function runSlot(
  context: RunnerContext,
  { functionId, schedule: source, slot }: CronPayload,
): Promise<void> {
  const definition = context.functions.get(functionId);
  const schedule = definition?.schedules.find((known) => known.source === source);
  if (!definition || !schedule) return;
  const moment = new Date(slot);
  if (moment > context.clock()) return queueSlot(context, context.pool, functionId, schedule, moment);
  await inTransaction(context.pool, async (tx) => {
    const event = {
      id: `cron:${source}:${slot}`,
      name: "inngest/scheduled.timer",
      data: { cron: source },
      ts: moment.getTime(),
    };
    await startRun(context, tx, { ...definition, idempotency: null }, event);
    await queueSlot(context, tx, functionId, schedule);
  });
}

async function queueSlot(
  context: RunnerContext,
  tx: Queryable,
  functionId: string,
  schedule: Schedule,
  known?: Date,
): Promise<void> {
  const slot = known ?? nextSlot(schedule, context.clock());
  if (!slot) return;
  const payload: CronPayload = { functionId, schedule: schedule.source, slot: slot.toISOString() };
  await queue(context, tx, task.cron, payload, known ? null : jobKey(functionId, schedule, payload.slot), slot);
}

function jobKey(functionId: string, schedule: Schedule, slot: string): string {
  return `cron:${functionId}:${schedule.source}:${slot}`;
}
