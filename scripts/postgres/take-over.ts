import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/**
 * Makes a data folder free for a new server: a Postgres that a killed supervisor left running on it is stopped, the pid file of
 * one that died is removed. Another process that merely has the number in the file is never touched.
 * @returns whether a running server was stopped
 */
export async function takeOver(data: string): Promise<boolean> {
  const pidFile = join(data, "postmaster.pid");
  if (!existsSync(pidFile)) return false;
  const pid = Number(readFileSync(pidFile, "utf8").split("\n")[0]);
  if (!isPostgresOn(pid, data)) {
    rmSync(pidFile, { force: true });
    return false;
  }
  await stopServer(pid);
  rmSync(pidFile, { force: true });
  return true;
}

/** Stops the server `pid`: fast (clients are disconnected, the shutdown is clean), after 10 s at once, after 15 s by force. */
export async function stopServer(pid: number): Promise<void> {
  const signals: { signal: NodeJS.Signals; patience: number }[] = [
    { signal: "SIGINT", patience: 10_000 },
    { signal: "SIGQUIT", patience: 5_000 },
    { signal: "SIGKILL", patience: 2_000 },
  ];
  for (const { signal, patience } of signals) {
    if (!signalled(pid, signal)) return;
    const until = Date.now() + patience;
    while (Date.now() < until) {
      await pause(20);
      if (!isAlive(pid)) return;
    }
  }
}

/** Whether a process with this number runs (a zombie, which only waits to be collected, does not). */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid < 2) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2, stat.lastIndexOf(")") + 3) !== "Z";
  } catch {
    return !existsSync("/proc/self/stat");
  }
}

/** The command line of a process, words parted by a space; "" when there is none. */
export function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
  } catch {
    if (existsSync("/proc/self/cmdline")) return "";
  }
  try {
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).trim();
  } catch {
    return "";
  }
}

function isPostgresOn(pid: number, data: string): boolean {
  if (!isAlive(pid)) return false;
  const command = commandOf(pid);
  return command.includes("postgres") && command.includes(data);
}

function signalled(pid: number, signal: NodeJS.Signals): boolean {
  try {
    process.kill(pid, signal);
    return true;
  } catch {
    return false;
  }
}
