import { setTimeout as pause } from "node:timers/promises";
import type { RunnerContext } from "./context";
import type { Run } from "./state";

/**
 * Waits before somebody who could not be reached is tried again: 100 ms, doubled each time up to 2 s, so that a web server that
 * starts beside the runner is found at once. The job stays where it is meanwhile: nothing is called while nobody is there. Ends
 * early when the runner stops.
 */
export async function waitForServer(context: RunnerContext, run: Run, reason: string, tried: number): Promise<void> {
  if (tried === 0) {
    const { id: runId, functionId } = run;
    context.log.warn({ runId, functionId, reason }, "the served functions cannot be reached; trying again");
  }
  await pause(Math.min(100 * 2 ** tried, 2_000), undefined, { signal: context.stopping }).catch(() => undefined);
}
