import "server-only";
import { notFound, redirect } from "next/navigation";
import { currentSession } from "@/lib/identity/current-session";
import { requestFacts } from "@/lib/entry/request";
import type { AccountActor, OperatorActor, VisitorActor } from "@/lib/platform/actor";

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

/** The operator of this installation; to everybody else the page does not exist. */
export async function operatorActor(): Promise<OperatorActor> {
  const session = await currentSession();
  if (!session) redirect("/sign-in?next=/operator");
  if (!session.operator) notFound();
  return { kind: "operator", userId: session.userId, name: session.name };
}
