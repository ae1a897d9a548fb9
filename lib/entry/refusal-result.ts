import "server-only";
import { UnreadableFile } from "@/lib/documents/package/unreadable-file";
import { logger } from "@/lib/platform/log";
import { Refusal } from "@/lib/platform/refusal";
import type { RefusalResult } from "@/lib/platform/result";

/** An error for the browser: a refusal as it is, a file that cannot be taken with its sentence, a fault as an apology with the id under which it was logged. */
export function refusalResult(error: unknown, requestId: string): RefusalResult {
  if (error instanceof Refusal) return { code: error.code, message: error.message, requestId, ...error.details };
  if (error instanceof UnreadableFile) return { code: "invalid", message: error.message, requestId };
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
