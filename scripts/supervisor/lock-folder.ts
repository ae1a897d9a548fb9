import { join } from "node:path";
import { StartFailure } from "../start-failure";
import { releaseLock, takeLock } from "./lock";
import type { Stops } from "./supervise";

/** Sees to it that one supervisor at a time works on a data folder. Refuses with a StartFailure that says where the other one runs. */
export function lockFolder(data: string, address: string, stops: Stops): void {
  const lock = join(data, "running.json");
  const holder = takeLock(lock, address);
  if (holder)
    throw new StartFailure(
      `Landfall runs already at ${holder.what} (process ${holder.pid}), with the data in ${data}.`,
    );
  stops.push(async () => releaseLock(lock));
}
