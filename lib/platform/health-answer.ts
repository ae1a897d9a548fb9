import "server-only";
import type { Health } from "@/lib/platform/health";
import { mayObserve } from "@/lib/platform/may-observe";

/** A health as an HTTP answer: 200, or 503 with the reason. Figures are only for who may read metrics. */
export function healthAnswer(headers: Headers, { healthy, reason, details }: Health<object>): Response {
  const body = {
    status: healthy ? "ok" : "failing",
    ...(reason ? { reason } : {}),
    ...(mayObserve(headers) ? details : {}),
  };
  return Response.json(body, { status: healthy ? 200 : 503, headers: { "cache-control": "no-store" } });
}
