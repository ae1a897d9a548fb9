import "server-only";
import type { Instrumentation } from "next";
import { endIfLeftOpen } from "@/lib/platform/failed-answers";
import { logger } from "@/lib/platform/log";
import { metrics } from "@/lib/platform/metrics";
import { loggedPath } from "@/lib/platform/request-log";

/**
 * Logs an error that reached Next, without the texts that its message may carry, and sees to it that the answer ends. Refusals were
 * expected and are not faults.
 */
export const logRequestError = (...[error, request, context]: Parameters<Instrumentation.onRequestError>): void => {
  const { name, digest, stack } = error as { name?: string; digest?: string; stack?: string };
  // By its name: this file and a page are bundled apart, and each has a class of its own.
  if (name === "Refusal") return;
  const requestId = request.headers["x-request-id"];
  metrics().faults.inc();
  if (typeof requestId === "string") endIfLeftOpen(requestId);
  logger.error({
    code: "fault",
    requestId,
    method: request.method,
    path: loggedPath(request.path),
    route: context.routePath,
    err: { name, digest, stack: stack?.split("\n").filter((line) => /^\s+at /.test(line)) },
  });
};
