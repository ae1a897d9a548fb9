import "server-only";
import { redirect } from "next/navigation";
import { currentSession } from "@/lib/identity/current-session";
import { requestFacts } from "@/lib/entry/request";
import type { AccountActor, VisitorActor } from "@/lib/platform/actor";

/** Whoever opened this page. */
export async function visitorActor(): Promise<VisitorActor> {
  return { kind: "visitor", address: (await requestFacts()).address };
}

/** The signed-in account, outside of any organisation; nobody signed in leads to the sign-in page. */
export async function accountActor(next?: string): Promise<AccountActor> {
  const session = await currentSession();
  if (!session) redirect(next ? `/sign-in?next=${encodeURIComponent(next)}` : "/sign-in");
  return { kind: "account", userId: session.userId, sessionId: session.id, name: session.name };
}
