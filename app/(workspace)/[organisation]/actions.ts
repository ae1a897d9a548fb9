"use server";

import { redirect } from "next/navigation";
import { requestFacts } from "@/lib/entry/request";
import { signOut } from "@/lib/identity/auth";
import { endSession } from "@/lib/identity/commands/sessions";
import { currentSession } from "@/lib/identity/current-session";
import { executeInstallation } from "@/lib/platform/execute-installation";

/** Ends this session, not only its cookie. */
export async function signOutHere(): Promise<void> {
  const session = await currentSession();
  if (session) {
    const actor = { kind: "account", userId: session.userId, sessionId: session.id, name: session.name } as const;
    const { requestId, address } = await requestFacts();
    await executeInstallation(endSession, actor, { sessionId: session.id }, { requestId, address });
  }
  await signOut({ redirect: false });
  redirect("/sign-in?notice=signed-out");
}
