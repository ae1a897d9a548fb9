import { withClient } from "../../scripts/postgres/with-client";
import { expect } from "./journey";

/**
 * From now on an installation's runner does only what somebody causes: what it would look for by itself, each minute or each night, is taken
 * out of its queue. A reminder that falls due while a test runs would be a change by nobody.
 */
export async function withoutSchedules(appUrl: string): Promise<void> {
  const taken = () =>
    withClient(appUrl, async (client) => {
      const { rowCount } = await client.query(
        "select graphile_worker.remove_job(key) from graphile_worker.jobs where starts_with(key, 'cron:')",
      );
      return rowCount ?? 0;
    });
  // The runner queues them as it starts, one after the other.
  await expect.poll(taken).toBeGreaterThan(0);
  await expect.poll(taken).toBe(0);
  // What ran already goes to its end, with what it causes; the sweep of clocks sleeps for up to ninety seconds in between.
  const busy = () =>
    withClient(appUrl, async (client) => {
      const { rows } = await client.query<{ count: string }>(
        "select count(*) from graphile_worker.jobs where locked_at is not null or (run_at <= now() + interval '2 minutes' and attempts < max_attempts)",
      );
      return Number(rows[0]?.count);
    });
  const quiet = async () => {
    const before = await busy();
    await new Promise((resolve) => setTimeout(resolve, 2000));
    return before + (await busy());
  };
  await expect.poll(quiet, { timeout: 240_000 }).toBe(0);
}
