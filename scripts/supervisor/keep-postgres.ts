import { startCluster } from "../postgres/cluster";
import type { Cluster } from "../postgres/cluster";
import type { DatabaseAddresses } from "./database";
import { warn } from "./progress";
import type { Stops } from "./supervise";

/** Starts the embedded Postgres of a data folder and keeps it running: one that ends is started again on the same port. */
export async function keepPostgres(
  folder: string,
  stops: Stops,
  remark: (text: string) => void,
): Promise<DatabaseAddresses> {
  let cluster = await startCluster({ folder });
  let stopping = false;
  remark(`port ${cluster.port}${cluster.tookOver ? ", taken over from a start that was killed" : ""}`);

  async function again(): Promise<void> {
    for (let wait = 1_000; !stopping; wait = Math.min(wait * 2, 30_000)) {
      warn(`Postgres stopped and starts again. Its log: ${folder}/postgres.log`);
      try {
        cluster = await startCluster({ folder });
        return watch(cluster);
      } catch (error) {
        warn((error as Error).message);
        await new Promise((resolve) => setTimeout(resolve, wait).unref());
      }
    }
  }
  function watch(running: Cluster): void {
    void running.ended.then(() => (stopping ? undefined : again()));
  }

  watch(cluster);
  stops.push(async () => {
    stopping = true;
    await cluster.stop();
  });
  return { appUrl: cluster.appUrl(), ownerUrl: cluster.ownerUrl() };
}
