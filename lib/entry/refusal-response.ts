import "server-only";
import { refusalResult } from "@/lib/entry/refusal-result";
import { statusOf } from "@/lib/platform/refusal";

/** An error as the answer of a route handler: the refusal as JSON under its status; a fault as 500 with the id it was logged under. */
export function refusalResponse(error: unknown, requestId: string): Response {
  const refusal = refusalResult(error, requestId);
  const status = refusal.code === "fault" ? 500 : statusOf[refusal.code];
  return Response.json({ refusal }, { status, headers: { "cache-control": "no-store" } });
}
