import { testProcess } from "@/lib/platform/testing/test-process";
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
  const input = JSON.stringify({ sendings: [], mailIds: [], ...told });
  return testProcess("lib/tailoring/sending/testing/die-while-sending.ts", [input], settings).ended;
}
