import { resolve } from "node:path";
import { runMigrations } from "@/db/migrate";
import { env } from "@/lib/platform/env";
import { keyForRestore } from "./backup/keys-of-archive";
import { restoreBackup } from "./backup/restore-backup";
import { verifyArchive } from "./backup/verify-archive";
import { StartFailure } from "./start-failure";

/**
 * `npm run restore -- <archive>`: brings a backup into an empty installation of the same release. No mail that waited is sent,
 * and no background function that waited runs.
 */
const [given, ...more] = process.argv.slice(2);
if (!given || more.length > 0) throw new StartFailure("Say which archive: npm run restore -- landfall-backup-….tar.gz");
const { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl, LANDFALL_MASTER_KEY: own, LANDFALL_DATA } = env;
if (!ownerUrl || !appUrl || !own)
  throw new StartFailure("DATABASE_OWNER_URL and LANDFALL_MASTER_KEY are needed to restore.");

const path = resolve(given);
const archive = await verifyArchive(path);
console.log(`${path} is whole: made ${archive.manifest.madeAt}, ${archive.manifest.entries.length} entries.`);
const folder = resolve("db/migrations");
await runMigrations({ ownerUrl, appRole: decodeURIComponent(new URL(appUrl).username), folder });
const { masterKey, take } = keyForRestore(archive, own, LANDFALL_DATA);
const restored = await restoreBackup({ ownerUrl, path, archive, masterKey, beforeWriting: take, now: new Date() });
console.log(`Restored: ${restored.tables} tables with ${restored.rows} rows, ${restored.files} files.`);
const held = Object.entries(restored.held).filter(([, count]) => count > 0);
if (held.length > 0) console.log(`Held back: ${held.map(([what, count]) => `${count} ${what}`).join(", ")}.`);
