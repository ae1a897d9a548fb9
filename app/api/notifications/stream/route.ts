import { currentSession } from "@/lib/identity/current-session";
import { newsStream } from "@/lib/notifications/stream";

export const dynamic = "force-dynamic";

/** News for the open pages of the signed-in browser, as server-sent events. */
export async function GET(request: Request): Promise<Response> {
  const session = await currentSession();
  if (!session) return new Response(null, { status: 401 });
  return new Response(newsStream(session, request.signal), {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      // No compression either: it would hold events back.
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
    },
  });
}
