import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const names = {
  AUTH_SECRET: "auth-secret",
  LANDFALL_MASTER_KEY: "master-key",
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: "server-actions-key",
} as const;

export type Keys = Record<keyof typeof names, string>;

/**
 * The keys of an installation: those that settings give, and for the rest 32 random bytes made at the first start and kept under
 * `keys/` of the data folder, readable by its owner alone. Whoever loses the master key loses what is encrypted.
 */
export function installationKeys(dataFolder: string, given: Readonly<Record<string, string | undefined>>): Keys {
  const folder = join(dataFolder, "keys");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const keys = Object.entries(names).map(([setting, name]) => [
    setting,
    given[setting]?.trim() || kept(join(folder, name)),
  ]);
  return Object.fromEntries(keys) as Keys;
}

function kept(file: string): string {
  if (!existsSync(file)) {
    try {
      writeFileSync(file, `${randomBytes(32).toString("base64")}\n`, { mode: 0o600, flag: "wx" });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
  return readFileSync(file, "utf8").trim();
}
