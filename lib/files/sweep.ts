import "server-only";
import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { inArray } from "drizzle-orm";
import { transaction } from "@/db/client";
import { fileContents } from "@/db/schema/files";
import { sweepFiles } from "@/lib/files/commands-sweep";
import { stagingFolder } from "@/lib/files/stage-upload";
import { contentStore } from "@/lib/files/store/content-store";
import { execute } from "@/lib/platform/execute";

/** Longer than any upload takes: a younger object may still get its row. */
const graceMilliseconds = 24 * 60 * 60 * 1000;

/**
 * Cleans up one organisation's files: rows that were removed long ago, contents without a file, and objects in the store that no
 * row names (what a crash between storing and committing left). Safe at any time, twice, and beside uploads.
 */
export async function sweepOrganisation(
  organisationId: string,
  now: Date,
): Promise<{ files: number; contents: number; orphans: number }> {
  const system = { kind: "system", organisationId, cause: "files.sweep" } as const;
  const { output } = await execute(sweepFiles, system, {}, { now });
  for (const key of output.storeKeys) await contentStore().remove(key);
  let orphans = 0;
  for await (const keys of oldObjects(organisationId, now)) {
    const named = await transaction({ organisationId, readOnly: true }, (tx) =>
      tx.select({ storeKey: fileContents.storeKey }).from(fileContents).where(inArray(fileContents.storeKey, keys)),
    );
    const known = new Set(named.map(({ storeKey }) => storeKey));
    for (const key of keys.filter((candidate) => !known.has(candidate))) {
      await contentStore().remove(key);
      orphans += 1;
    }
  }
  return { files: output.files, contents: output.storeKeys.length, orphans };
}

/** Removes what uploads of killed processes left on this machine. */
export async function sweepStaging(now: Date): Promise<number> {
  let removed = 0;
  for (const name of await readdir(stagingFolder()).catch(() => [])) {
    const path = join(stagingFolder(), name);
    const facts = await stat(path).catch(() => null);
    if (!facts || now.getTime() - facts.mtimeMs < graceMilliseconds) continue;
    await rm(path, { force: true });
    removed += 1;
  }
  return removed;
}

async function* oldObjects(organisationId: string, now: Date): AsyncGenerator<string[]> {
  let batch: string[] = [];
  for await (const { key, changedAt } of contentStore().list(`${organisationId}/`)) {
    if (now.getTime() - changedAt.getTime() < graceMilliseconds) continue;
    batch.push(key);
    if (batch.length < 500) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
