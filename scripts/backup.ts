import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { env } from "@/lib/platform/env";
import { makeBackup } from "./backup/make-backup";
import { keySettings } from "./backup/manifest";
import { StartFailure } from "./start-failure";

/**
 * `npm run backup [-- <archive>] [--with-keys]`: everything of this installation in one archive, while it runs. Files stay
 * encrypted; with the keys in it, whoever has the archive has everything.
 */
const given = process.argv.slice(2);
const unknown = given.find((word) => word.startsWith("-") && word !== "--with-keys");
if (unknown) throw new StartFailure(`There is no option ${unknown}; there is --with-keys.`);
const now = new Date();
const stamp = now.toISOString().slice(0, 16).replace(/[-:T]/g, "");
const path = resolve(given.find((word) => !word.startsWith("-")) ?? `landfall-backup-${stamp}.tar.gz`);
if (existsSync(path)) throw new StartFailure(`${path} is there already: name another file.`);
const { DATABASE_OWNER_URL: ownerUrl, LANDFALL_MASTER_KEY: masterKey } = env;
if (!ownerUrl || !masterKey)
  throw new StartFailure("DATABASE_OWNER_URL and LANDFALL_MASTER_KEY are needed for a backup.");

const withKeys = given.includes("--with-keys");
const keys = withKeys ? Object.fromEntries(keySettings.map((name) => [name, env[name] ?? ""])) : undefined;
const { tables, files, missing } = await makeBackup({ ownerUrl, path, masterKey, keys, now });
const rows = tables.reduce((sum, table) => sum + table.rows, 0);
console.log(`${path}: ${tables.length} tables with ${rows} rows, ${files} files${withKeys ? ", and the keys" : ""}.`);
if (!withKeys) console.log("The keys are not in it: keep LANDFALL_MASTER_KEY (or the folder keys/) somewhere else.");
for (const key of missing) console.error(`Not in the store, and so not in the backup: ${key}`);
if (missing.length > 0) process.exitCode = 1;
