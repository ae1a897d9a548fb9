import "server-only";
import { cache } from "react";
import { auth } from "@/lib/identity/auth";
import { readSession, type CurrentSession } from "@/lib/identity/read-session";

/**
 * Who is signed in. The cookie only names the session; its row decides, so that a session that was ended, timed out or whose
 * account was closed counts no more at the next request. Read once per request.
 */
export const currentSession = cache(async (): Promise<CurrentSession | null> => {
  const named = (await auth()) as { sessionId?: unknown; userId?: unknown } | null;
  if (typeof named?.sessionId !== "string" || typeof named.userId !== "string") return null;
  return readSession(named.sessionId, named.userId);
});
