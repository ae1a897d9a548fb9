import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import type { SignedIn } from "@/lib/identity/commands/sign-in";
import { now as clock } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";

/*
 * A command that opened a session (an accepted invitation, a confirmed sign-up, a demo role) hands it to the cookie's maker
 * within the same request. The ticket is signed and lives half a minute, so nobody else can make or keep one.
 */

const lifetime = 30_000;

/** A ticket for a session that was just opened. */
export function handoverTicket({ userId, sessionId }: SignedIn, now = clock()): string {
  const content = `${userId}.${sessionId}.${now.getTime() + lifetime}`;
  return `${content}.${signature(content)}`;
}

/** What a ticket stands for; null when it is not ours or too old. */
export function readHandover(ticket: string, now = clock()): SignedIn | null {
  const [userId, sessionId, until, given] = ticket.split(".");
  if (!userId || !sessionId || !until || !given) return null;
  const expected = Buffer.from(signature(`${userId}.${sessionId}.${until}`));
  const actual = Buffer.from(given);
  if (expected.length !== actual.length || !timingSafeEqual(expected, actual)) return null;
  return Number(until) > now.getTime() ? { userId, sessionId } : null;
}

function signature(content: string): string {
  if (!env.AUTH_SECRET) throw new Error("AUTH_SECRET is not set.");
  return createHmac("sha256", env.AUTH_SECRET).update(`handover:${content}`).digest("base64url");
}
