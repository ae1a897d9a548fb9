import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { onTestFinished } from "vitest";

/** A started supervisor and what it printed. */
export type Started = {
  process: ChildProcess;
  output: () => string;
  /** Resolves with its exit code, or the signal that ended it. */
  ended: Promise<number | string>;
  /** Waits until it printed something that matches. */
  printed: (pattern: RegExp) => Promise<string>;
};

/** Starts `npm start`'s program in a project with the settings given and nothing of this process's own; it ends with the test at the latest. */
export function startProject(
  folder: string,
  settings: Record<string, string>,
  user?: { uid: number; gid: number },
): Started {
  let said = "";
  const child = spawn(process.execPath, ["scripts/run.mjs", "start"], {
    cwd: folder,
    // NODE_ENV is no setting of ours, but its type wants to be named.
    env: { NODE_ENV: "production", PATH: process.env.PATH, HOME: folder, ...settings },
    stdio: ["ignore", "pipe", "pipe"],
    ...user,
  });
  process.once("exit", () => child.kill("SIGKILL"));
  const ended = new Promise<number | string>((resolve) =>
    child.once("close", (code, signal) => resolve(code ?? signal ?? "unknown")),
  );
  // A test that failed half-way leaves no server that the next one would find running.
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await ended;
  });
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (said += chunk.toString()));

  async function printed(pattern: RegExp): Promise<string> {
    for (let waited = 0; waited < 20_000; waited += 20) {
      const found = pattern.exec(said);
      if (found) return found[0];
      if (child.exitCode !== null) break;
      await pause(20);
    }
    throw new Error(`Nothing like ${pattern} in: ${said}`);
  }

  return { process: child, output: () => said, ended, printed };
}
