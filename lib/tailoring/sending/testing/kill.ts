import { spawn } from "node:child_process";
import type { SendResumes } from "@/lib/tailoring/sending/schemas";

export interface Killed {
  where: string;
  organisationId: string;
  slug: string;
  userId: string;
  storeFolder: string;
  sendings?: SendResumes[];
  mailIds?: string[];
}

/** Runs the process that sends and dies (`die-while-sending.ts`); resolves with the signal that ended it, null where it came to its end. */
export function killed(told: Killed, settings: Record<string, string>): Promise<NodeJS.Signals | null> {
  const script = "lib/tailoring/sending/testing/die-while-sending.ts";
  const input = JSON.stringify({ sendings: [], mailIds: [], ...told });
  const child = spawn(process.execPath, ["--import", "tsx", script, input], {
    env: { ...process.env, TSX_TSCONFIG_PATH: "tsconfig.node.json", ...settings },
    stdio: ["ignore", "ignore", "inherit"],
  });
  return new Promise((resolve) => child.once("exit", (_code, signal) => resolve(signal)));
}
