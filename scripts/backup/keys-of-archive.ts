import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { StartFailure } from "../start-failure";
import { fingerprint } from "./manifest";
import type { VerifiedArchive } from "./verify-archive";

/** Where an installation keeps a key that no setting gives. */
const files: Record<string, string> = { LANDFALL_MASTER_KEY: "master-key", AUTH_SECRET: "auth-secret" };

/**
 * The master key under which an archive is restored: the installation's own when it is the same, else the one in the archive,
 * which then replaces the installation's (`take`). Refused where the archive has none, and where a setting gives another one.
 */
export function keyForRestore(
  archive: VerifiedArchive,
  own: string,
  dataFolder: string,
): { masterKey: string; take?: () => void } {
  if (fingerprint(own) === archive.manifest.masterKey || !archive.keys) return { masterKey: own };
  const folder = join(dataFolder, "keys");
  const file = join(folder, files.LANDFALL_MASTER_KEY!);
  if (!existsSync(file) || readFileSync(file, "utf8").trim() !== own)
    throw new StartFailure(
      "LANDFALL_MASTER_KEY is set to another key than the backup's: set it to that one, or unset it.",
    );
  const { keys } = archive;
  return {
    masterKey: keys.LANDFALL_MASTER_KEY ?? own,
    take() {
      for (const [setting, name] of Object.entries(files)) {
        const key = keys[setting];
        if (!key) continue;
        const path = join(folder, name);
        if (existsSync(path)) renameSync(path, `${path}.before-restore`);
        writeFileSync(path, `${key}\n`, { mode: 0o600 });
      }
    },
  };
}
