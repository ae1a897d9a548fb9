import "server-only";
import type { Instrumentation } from "next";
import { logger } from "@/lib/platform/log";
import { metrics } from "@/lib/platform/metrics";
import { Refusal } from "@/lib/platform/refusal";
import { loggedPath } from "@/lib/platform/request-log";

/** Logs an error that reached Next, without the texts that its message may carry. Refusals were expected and are not faults. */
export const logRequestError = (...[error, request, context]: Parameters<Instrumentation.onRequestError>): void => {
  if (error instanceof Refusal) return;
  const { name, digest, stack } = error as { name?: string; digest?: string; stack?: string };
  metrics().faults.inc();
  logger.error({
    code: "fault",
    requestId: request.headers["x-request-id"],
    method: request.method,
    path: loggedPath(request.path),
    route: context.routePath,
    err: { name, digest, stack: stack?.split("\n").filter((line) => /^\s+at /.test(line)) },
  });
};
