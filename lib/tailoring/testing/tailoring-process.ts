import { spawn, type ChildProcess } from "node:child_process";

/** Starts `tailor-and-die.ts` on the database of a test. */
export function tailoringProcess(
  databaseUrl: string,
  { organisationId, count = 0 }: { organisationId: string; count?: number },
  versions: readonly string[],
): { child: ChildProcess; ended: Promise<NodeJS.Signals | null> } {
  const script = "lib/tailoring/testing/tailor-and-die.ts";
  const args = ["--import", "tsx", script, organisationId, String(count), ...versions];
  const child = spawn(process.execPath, args, {
    env: { ...process.env, TSX_TSCONFIG_PATH: "tsconfig.node.json", DATABASE_URL: databaseUrl },
    stdio: ["ignore", "ignore", "inherit"],
  });
  return { child, ended: new Promise((resolve) => child.once("exit", (_code, signal) => resolve(signal))) };
}
