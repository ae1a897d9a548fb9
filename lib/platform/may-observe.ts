import "server-only";
import { createHash, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/platform/env";
import { cameFromThisMachine } from "@/lib/platform/request-log";

/** Whether a request may read figures of the installation: with METRICS_TOKEN as a bearer, or from this machine where none is set. */
export function mayObserve(headers: Headers, token = env.METRICS_TOKEN): boolean {
  if (!token) return cameFromThisMachine(headers);
  const given = headers.get("authorization")?.match(/^Bearer (.+)$/i)?.[1];
  return given !== undefined && timingSafeEqual(digest(given), digest(token));
}

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
