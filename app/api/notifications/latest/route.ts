import { apiActor } from "@/lib/entry/api-actor";
import { refusalResponse } from "@/lib/entry/refusal-response";
import { requestFacts } from "@/lib/entry/request";
import { latestNotifications } from "@/lib/notifications/queries";
import { ask } from "@/lib/platform/execute";

export const dynamic = "force-dynamic";

/** What the bell shows, for an open page that heard that there is news: `?organisation=<slug>`. */
export async function GET(request: Request): Promise<Response> {
  const facts = await requestFacts();
  try {
    const actor = await apiActor(new URL(request.url).searchParams.get("organisation") ?? "");
    const latest = await ask(latestNotifications, actor, {}, facts);
    return Response.json(latest, { headers: { "cache-control": "no-store" } });
  } catch (error) {
    return refusalResponse(error, facts.requestId);
  }
}
