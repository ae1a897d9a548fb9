import "server-only";
import { refusalResult } from "@/lib/entry/refusal-result";
import { statusOf, type RefusalCode } from "@/lib/platform/refusal";

const titles: Record<RefusalCode | "fault", string> = {
  invalid: "The input does not fit",
  unauthenticated: "Not signed in",
  forbidden: "Not allowed",
  not_found: "Not found",
  conflict: "Somebody else was first",
  state: "Not possible in this state",
  limit: "A limit is reached",
  rate: "Too many requests",
  off: "Not switched on",
  suspended: "The organisation is suspended",
  fault: "Something went wrong",
};

/** An error as a problem of RFC 9457: `code` and `fields` are the refusal's own, `requestId` is the one in the log. */
export function problemOf(error: unknown, requestId: string, headers: Record<string, string> = {}): Response {
  const { code, message, ...more } = refusalResult(error, requestId);
  const status = code === "fault" ? 500 : statusOf[code];
  const wait = (more as { retryAfterSeconds?: number }).retryAfterSeconds;
  const body = { type: `urn:landfall:problem:${code}`, title: titles[code], status, detail: message, code, ...more };
  return Response.json(body, {
    status,
    headers: {
      ...headers,
      "content-type": "application/problem+json",
      "cache-control": "no-store",
      ...(wait ? { "retry-after": String(wait) } : {}),
    },
  });
}
