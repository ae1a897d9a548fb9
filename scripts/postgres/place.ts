import { createHash, randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, realpathSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sharedFolder } from "./program";

/** What is kept about a cluster in `postgres.json` of its folder: readable by its owner alone, since it holds the passwords. */
export type ClusterRecord = {
  /** The folder for which the cluster was made; a copy of it elsewhere must not run on the same data. */
  folder: string;
  data: string;
  port?: number;
  passwords: { postgres: string; owner: string; app: string };
  /** Roles and database are made. */
  ready: boolean;
};

/**
 * The record of the cluster that belongs to `folder`, made when there is none. Data lie in the folder itself, for root under
 * `sharedFolder` (see there). A folder that was moved keeps its data; of two copies, the second gets data of its own.
 */
export function clusterRecord(folder: string): ClusterRecord {
  mkdirSync(folder, { recursive: true });
  const here = realpathSync(folder);
  const kept = readRecord(here);
  const isRoot = process.getuid?.() === 0;
  const data = isRoot ? join(sharedFolder, nameOf(here), "postgres") : join(here, "postgres");
  if (kept?.folder === here) return kept;
  if (kept && isRoot && !existsSync(kept.folder)) return save({ ...kept, folder: here });
  if (kept && !isRoot && existsSync(data)) return save({ ...kept, folder: here, data });
  // Data without a record cannot be opened (its passwords are gone); they are put aside, not thrown away.
  if (existsSync(data)) renameSync(data, `${data}-put-aside-${Date.now()}`);
  const password = () => randomBytes(24).toString("base64url");
  return save({
    folder: here,
    data,
    passwords: { postgres: password(), owner: password(), app: password() },
    ready: false,
  });
}

/** Writes the record down, whole or not at all. */
export function save(record: ClusterRecord): ClusterRecord {
  const file = join(record.folder, "postgres.json");
  writeFileSync(`${file}.new`, `${JSON.stringify(record, null, 2)}\n`, { mode: 0o600 });
  chmodSync(`${file}.new`, 0o600);
  renameSync(`${file}.new`, file);
  return record;
}

/** The record kept in `folder`, if there is one. */
export function readRecord(folder: string): ClusterRecord | undefined {
  const file = join(folder, "postgres.json");
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as ClusterRecord) : undefined;
}

function nameOf(folder: string): string {
  return createHash("sha256").update(folder).digest("hex").slice(0, 16);
}
