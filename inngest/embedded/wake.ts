import { putWakeOff } from "./context";
import type { RunnerContext, StepPayload } from "./context";
import { inTransaction } from "./database";
import { endStep } from "./end-run";
import { lockActiveRun, readSteps } from "./state";

/** Ends a sleep, or the patience of a step that waits: an event that did not come is null, a function that did not end an error. */
export async function wakeStep(context: RunnerContext, payload: StepPayload): Promise<void> {
  await inTransaction(context.pool, async (tx) => {
    const run = await lockActiveRun(tx, payload.runId);
    if (!run) return;
    const step = (await readSteps(tx, run.id)).find(({ id }) => id === payload.stepId);
    if (step?.status !== "waiting" || !step.dueAt) return;
    if (step.dueAt > context.clock()) return putWakeOff(context, tx, payload, step.dueAt);
    const timedOut = { name: "InvokeTimeout", message: "The invoked function did not end in time." };
    await endStep(context, tx, run.id, step.id, step.kind === "invoke" ? { error: timedOut } : { output: null });
  });
}
