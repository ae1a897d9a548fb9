import { canonicalJson } from "@/lib/platform/canonical-json";
import { retryMoment } from "./moments";
import type { RunnerContext } from "./context";
import { signatureOf } from "./signature";
import { storedError } from "./state";
import type { Run, Step, StoredError } from "./state";

/** One thing a function asks for, or one step it ran, as the SDK answers (specification 5.1.1). */
export interface Operation {
  readonly id: string;
  readonly op: string;
  readonly name?: string;
  readonly opts?: Readonly<Record<string, unknown>>;
  readonly data?: unknown;
  readonly error?: unknown;
}

/** What became of a call. */
export type Outcome =
  | { readonly kind: "operations"; readonly operations: readonly Operation[]; readonly retryAt: Date | null }
  | { readonly kind: "completed"; readonly data: unknown }
  | { readonly kind: "failed"; readonly error: StoredError; readonly retriable: boolean; readonly retryAt: Date | null }
  /** Nobody there who could have run anything: not counted as an attempt. */
  | { readonly kind: "unreachable"; readonly reason: string }
  | { readonly kind: "stopped" };

/**
 * Calls a function at the served endpoint (Inngest SDK specification 4.4), with what its steps gave so far. With `stepId` only that
 * planned step is run.
 */
export async function callFunction(
  context: RunnerContext,
  call: { run: Run; steps: readonly Step[]; stepId?: string; attempt: number; attempts: number },
): Promise<Outcome> {
  const body = canonicalJson(requestBody(call));
  const url = new URL(context.endpoint);
  url.searchParams.set("fnId", call.run.functionId);
  url.searchParams.set("stepId", call.stepId ?? "step");
  let response: Response;
  let text: string;
  try {
    response = await fetch(url, {
      method: "POST",
      body,
      headers: {
        "content-type": "application/json",
        // Signatures are checked against real time, whatever the runner's clock is set to.
        "x-inngest-signature": signatureOf(body, context.signingKey, new Date()),
        "x-run-id": call.run.id,
      },
      signal: AbortSignal.any([context.abandon, AbortSignal.timeout(context.callTimeout)]),
    });
    text = await response.text();
  } catch (error) {
    return context.abandon.aborted ? { kind: "stopped" } : brokenOff(error);
  }
  if (!response.headers.has("x-inngest-sdk")) return { kind: "unreachable", reason: `HTTP ${response.status}` };
  return outcomeOf(context, response, parsed(text));
}

function requestBody({ run, steps, attempt, attempts }: Parameters<typeof callFunction>[1]): object {
  const ended = steps.filter(({ status }) => status === "done" || status === "failed");
  return {
    event: run.event,
    events: [run.event],
    steps: Object.fromEntries(
      ended.map((step) => [
        step.id,
        step.status === "done" ? { type: "data", data: step.output } : { type: "error", error: step.error },
      ]),
    ),
    ctx: {
      run_id: run.id,
      attempt,
      max_attempts: attempts,
      disable_immediate_execution: run.parallel,
      use_api: false,
      stack: { stack: ended.map(({ id }) => id), current: ended.length },
    },
  };
}

function outcomeOf(context: RunnerContext, response: Response, answer: unknown): Outcome {
  const retryAt = retryMoment(response.headers.get("retry-after"), context.clock());
  if (response.status === 206) {
    const operations = (Array.isArray(answer) ? answer : [answer]) as Operation[];
    return { kind: "operations", operations, retryAt };
  }
  if (response.status === 200) return { kind: "completed", data: answer };
  const retriable = response.headers.get("x-inngest-no-retry") !== "true" && response.status >= 500;
  return { kind: "failed", error: storedError(answer), retriable, retryAt };
}

const neverArrived = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

// A call that was cut may have run: it counts, so that a step that ends the server is not repeated for ever.
function brokenOff(error: unknown): Outcome {
  const { name, cause } = error as { name?: string; cause?: { code?: string } };
  const code = cause?.code ?? name ?? "unknown";
  if (neverArrived.has(code)) return { kind: "unreachable", reason: code };
  return { kind: "failed", error: { name: "CallBrokenOff", message: code }, retriable: true, retryAt: null };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
