import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { createWriteStream, mkdirSync, renameSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { createInterface } from "node:readline";
import { warn } from "./progress";

export type ChildOptions = {
  /** What a person calls it: “web server”. */
  title: string;
  /** What node is given: flags, script, arguments. */
  run: readonly string[];
  env: NodeJS.ProcessEnv;
  cwd: string;
  /** Everything it prints goes here; errors also to the terminal. */
  log: string;
  /** Shows everything on the terminal as well (development). */
  loud?: boolean;
};

/** A server that a supervisor keeps running. */
export type Child = {
  pid: () => number | undefined;
  /** Resolves with the last lines it printed when it ended before `healthy` was called. */
  failed: Promise<string>;
  /** From now on it is started again when it ends. */
  healthy: () => void;
  stop: () => Promise<void>;
};

const slowest = 30_000;

/**
 * Starts a node process and keeps it running: one that ends is started again after 1, 2, 4 … 30 s, and that is said. Until it was
 * healthy once, its end is reported as a failure instead. It ends by itself when this process is killed.
 */
export function startChild(options: ChildOptions): Child {
  let current: ChildProcess | undefined;
  let stopping = false;
  let wasHealthy = false;
  let wait = 1_000;
  let retry: NodeJS.Timeout | undefined;
  let fail: (said: string) => void = () => undefined;
  const failed = new Promise<string>((resolve) => (fail = resolve));

  function begin(): void {
    const began = Date.now();
    const { child, said } = spawnLogged(options);
    current = child;
    child.once("error", () => undefined);
    child.once("close", (code, signal) => {
      current = undefined;
      if (stopping) return;
      if (!wasHealthy) return fail(said());
      if (Date.now() - began > 60_000) wait = 1_000;
      const how = signal ? `signal ${signal}` : `code ${code}`;
      warn(`The ${options.title} stopped (${how}) and starts again in ${wait / 1000} s. Its log: ${options.log}`);
      retry = setTimeout(begin, wait);
      wait = Math.min(wait * 2, slowest);
    });
  }

  async function stop(): Promise<void> {
    stopping = true;
    clearTimeout(retry);
    const child = current;
    if (!child) return;
    const over = new Promise<void>((resolve) => child.once("close", () => resolve()));
    child.kill("SIGTERM");
    const force = setTimeout(() => child.kill("SIGKILL"), 6_000);
    await over;
    clearTimeout(force);
  }

  begin();
  return { pid: () => current?.pid, failed, healthy: () => (wasHealthy = true), stop };
}

function spawnLogged({ run, env, cwd, log, loud, title }: ChildOptions): { child: ChildProcess; said: () => string } {
  const last: string[] = [];
  const file = openLog(log);
  // A session of its own: Ctrl-C reaches the whole foreground group, and the supervisor decides who stops when.
  const child = spawn(process.execPath, [...run], {
    cwd,
    env,
    detached: true,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue;
    createInterface({ input: stream }).on("line", (line) => {
      file.write(`${line}\n`);
      last.push(line);
      if (last.length > 30) last.shift();
      if (loud) console.log(line);
      else if (isError(line)) warn(`${title}: ${messageOf(line)}`);
    });
  }
  child.once("close", () => file.end());
  return { child, said: () => last.map(messageOf).join("\n") };
}

/** Log files are kept from growing for ever: one before the current one stays. */
function openLog(file: string) {
  mkdirSync(dirname(file), { recursive: true });
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 10_000_000) renameSync(file, `${file}.1`);
  return createWriteStream(file, { flags: "a", mode: 0o600 });
}

function isError(line: string): boolean {
  const level = /^\{"level":(\d+)/.exec(line)?.[1];
  return level !== undefined && Number(level) >= 50;
}

function messageOf(line: string): string {
  if (!line.startsWith("{")) return line;
  try {
    const { msg, err } = JSON.parse(line) as { msg?: string; err?: { message?: string } };
    return [msg, err?.message].filter(Boolean).join(": ") || line;
  } catch {
    return line;
  }
}
