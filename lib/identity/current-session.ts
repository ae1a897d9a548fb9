import "server-only";
import { cache } from "react";
import { namedSession } from "@/lib/identity/named-session";
import { readSession, type CurrentSession } from "@/lib/identity/read-session";

/**
 * Who is signed in. The cookie only names the session; its row decides, so that a session that was ended, timed out or whose
 * account was closed counts no more at the next request. Read once per request.
 */
export const currentSession = cache(async (): Promise<CurrentSession | null> => {
  const named = await namedSession();
  return named ? readSession(named.sessionId, named.userId) : null;
});
