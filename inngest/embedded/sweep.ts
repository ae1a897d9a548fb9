import { handOutPlaces, lockLimits } from "./concurrency";
import { queue, queueRun, queueStep, putWakeOff, task } from "./context";
import type { RunnerContext } from "./context";
import { inTransaction } from "./database";

/** Milliseconds for which ended runs and events are kept; an event is known again for as long. */
const keep = 7 * 86_400_000;

/** How late something may be before the sweep asks whether its job was lost. */
const late = 30_000;

const noJob = (condition: string) =>
  `not exists (select from graphile_worker._private_jobs j where ${condition} and (j.attempts < j.max_attempts or j.locked_at is not null))`;

/**
 * A net under everything else: finds what is due and has no job, such as after 25 failures of the database itself, and queues it
 * again. Nothing is found in ordinary days.
 */
export async function queueWhatWasLost(context: RunnerContext): Promise<void> {
  const { pool } = context;
  const before = new Date(context.clock().getTime() - late);
  const events = await pool.query<{ id: string }>(
    `select id from runner.events e where processed_at is null and received_at < clock_timestamp() - $1 * interval '1 ms'
       and ${noJob("j.payload->>'eventId' = e.id")} order by received_at limit 1000`,
    [late],
  );
  for (const { id } of events.rows) await queue(context, pool, task.event, { eventId: id }, `event:${id}`);

  const runs = await pool.query<{ id: string }>(
    `select id from runner.runs r where status = 'active' and due and due_at < $1 and ${noJob("j.payload->>'runId' = r.id::text and j.payload->>'stepId' is null")}
       and not exists (select from runner.calls c where c.run_id = r.id and c.step_id = '' and c.state = 'blocked')
     order by due_at limit 1000`,
    [before],
  );
  for (const { id } of runs.rows) await queueRun(context, pool, { id });

  const steps = await pool.query<{ runId: string; stepId: string; status: string }>(
    `select s.run_id as "runId", s.id as "stepId", s.status from runner.steps s join runner.runs r on r.id = s.run_id
     where s.status in ('planned', 'waiting') and s.due_at < $1 and r.status = 'active'
       and ${noJob("j.payload->>'runId' = s.run_id::text and j.payload->>'stepId' = s.id")}
       and not exists (select from runner.calls c where c.run_id = s.run_id and c.step_id = s.id and c.state = 'blocked')
     order by s.due_at limit 1000`,
    [before],
  );
  for (const { runId, stepId, status } of steps.rows) {
    if (status === "planned") await queueStep(context, pool, { runId, stepId });
    else await putWakeOff(context, pool, { runId, stepId }, context.clock());
  }
  const found = events.rows.length + runs.rows.length + steps.rows.length;
  if (found > 0) context.log.warn({ found }, "queued again what had lost its job");
  await letBlockedIn(context);
}

/** Deletes what has ended long ago, in small portions. */
export async function deleteWhatIsOld(context: RunnerContext): Promise<void> {
  const before = new Date(context.clock().getTime() - keep);
  await deleteInPortions(context, "runner.runs", "id", "status <> 'active' and ended_at < $1", before);
  await deleteInPortions(context, "runner.events", "id", "processed_at is not null and received_at < $1", before);
  await context.pool.query("delete from runner.idempotency where expires_at < $1", [context.clock()]);
  // A job that was replaced while a killed runner held it is never run again; one that failed for good has been queued anew.
  await context.pool.query(
    `delete from graphile_worker._private_jobs where attempts >= max_attempts and locked_at is null
       and (key is null or updated_at < clock_timestamp() - interval '1 day')`,
  );
}

async function deleteInPortions(
  { pool }: RunnerContext,
  table: string,
  key: string,
  condition: string,
  before: Date,
): Promise<void> {
  for (let deleted = 1; deleted > 0;) {
    const result = await pool.query(
      `delete from ${table} where ${key} in (select ${key} from ${table} where ${condition} limit 1000)`,
      [before],
    );
    deleted = result.rowCount ?? 0;
  }
}

async function letBlockedIn(context: RunnerContext): Promise<void> {
  const { rows } = await context.pool.query<{ functionId: string }>(
    `select distinct function_id as "functionId" from runner.calls where state = 'blocked'`,
  );
  for (const { functionId } of rows) {
    const definition = context.functions.get(functionId);
    if (!definition) continue;
    await inTransaction(context.pool, async (tx) => {
      await lockLimits(tx, definition);
      await handOutPlaces(context, tx, definition);
    });
  }
}
