import { withClient } from "../../scripts/postgres/with-client";
import { expect } from "./journey";

/**
 * From now on an installation's runner does only what somebody causes: what it would look for each hour is taken out of its queue. A
 * reminder that falls due while a test runs would be a change by nobody.
 */
export async function withoutSchedules(appUrl: string): Promise<void> {
  const taken = () =>
    withClient(appUrl, async (client) => {
      const { rowCount } = await client.query(
        "select graphile_worker.remove_job(key) from graphile_worker.jobs where key ~ '^cron:.*:[0-9]+ '",
      );
      return rowCount ?? 0;
    });
  // The runner queues them as it starts, one after the other.
  await expect.poll(taken).toBeGreaterThan(0);
  await expect.poll(taken).toBe(0);
}
