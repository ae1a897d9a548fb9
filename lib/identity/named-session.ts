import "server-only";
import { decode } from "next-auth/jwt";
import { cookies } from "next/headers";
import { env } from "@/lib/platform/env";

/** What the cookie says: which session of which account. Whether it counts is for its row to say. */
export interface NamedSession {
  sessionId: string;
  userId: string;
}

const plainCookie = "authjs.session-token";

/**
 * The session that the browser's cookie names; null without one, or when it is not ours. Only read: Auth.js makes the cookie (`auth.ts`),
 * and asking it for its session would encrypt a new one for each page and throw it away.
 */
export async function namedSession(): Promise<NamedSession | null> {
  const name = env.LANDFALL_URL.startsWith("https://") ? `__Secure-${plainCookie}` : plainCookie;
  const token = (await cookies()).get(name)?.value;
  if (!token || !env.AUTH_SECRET) return null;
  const said = await decode({ token, secret: env.AUTH_SECRET, salt: name }).catch(() => null);
  return typeof said?.sessionId === "string" && typeof said.userId === "string"
    ? { sessionId: said.sessionId, userId: said.userId }
    : null;
}
