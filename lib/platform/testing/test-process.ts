import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";

/** A process of a test: `ended` gives the signal that ended it, or null where it ended by itself. */
export interface TestProcess {
  child: ChildProcess;
  ended: Promise<NodeJS.Signals | null>;
}

/**
 * Starts a script of this checkout as a process of its own with settings on top (`DATABASE_URL`: the database of the test). What it says on its outputs goes to `said`,
 * part by part; without that its errors are the test's.
 */
export function testProcess(
  script: string,
  args: readonly string[],
  settings: Readonly<Record<string, string>>,
  said?: (part: string) => void,
): TestProcess {
  const child = spawn(process.execPath, ["--import", "tsx", script, ...args], {
    env: { ...process.env, TSX_TSCONFIG_PATH: "tsconfig.node.json", ...settings },
    stdio: said ? ["ignore", "pipe", "pipe"] : ["ignore", "ignore", "inherit"],
  });
  if (said) for (const stream of [child.stdout, child.stderr]) stream?.setEncoding("utf8").on("data", said);
  return { child, ended: new Promise((resolve) => child.once("close", (_code, signal) => resolve(signal))) };
}
