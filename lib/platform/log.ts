import "server-only";
import pino from "pino";
import { env } from "@/lib/platform/env";

/** Structured JSON logs: request, organisation and person ids, codes and counts; never text about people. */
export const logger = pino({
  level: env.LOG_LEVEL,
  base: { service: "landfall" },
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: { paths: ["email", "name", "*.email", "*.password", "*.token"], censor: "[redacted]" },
});
