import "server-only";
import { logger } from "@/lib/platform/log";
import { Refusal } from "@/lib/platform/refusal";
import type { RefusalResult } from "@/lib/platform/result";

/** An error for the browser: a refusal as it is, a fault as an apology with the id under which it was logged. */
export function refusalResult(error: unknown, requestId: string): RefusalResult {
  if (error instanceof Refusal) return { code: error.code, message: error.message, requestId, ...error.details };
  logger.error(
    { requestId, err: error instanceof Error ? { name: error.name, stack: error.stack } : String(error) },
    "fault",
  );
  return {
    code: "fault",
    message: "Something went wrong on our side. Nothing of yours was lost; please try again.",
    requestId,
  };
}
