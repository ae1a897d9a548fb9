import { holderOf } from "../supervisor/lock";
import { join } from "node:path";
import { addressesOf } from "./addresses";
import type { ClusterAddresses } from "./addresses";
import { readRecord } from "./place";

/** The cluster of a data folder that a supervisor runs at the moment; nothing where none does. */
export function runningCluster(folder: string): ClusterAddresses | undefined {
  const record = readRecord(folder);
  if (!record?.ready || !holderOf(join(folder, "running.json"))) return undefined;
  return addressesOf(record);
}
