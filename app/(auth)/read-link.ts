import "server-only";
import { currentSession } from "@/lib/identity/current-session";
import { visitorActor } from "@/lib/identity/installation-actor";
import type { AccountActor, VisitorActor } from "@/lib/platform/actor";
import { executeInstallation } from "@/lib/platform/execute-installation";
import type { InstallationCommand } from "@/lib/platform/operation";
import { Refusal } from "@/lib/platform/refusal";
import type { z } from "zod";

/** What a link in a mail is about, or the sentence that says why it does not work. */
export async function readLink<Input extends z.ZodType, Output>(
  query: InstallationCommand<Input, Output>,
  input: z.input<Input>,
): Promise<{ link: Output } | { why: string }> {
  try {
    return { link: await executeInstallation(query, await visitorOrAccount(), input) };
  } catch (error) {
    if (error instanceof Refusal) return { why: error.message };
    throw error;
  }
}

/** Who opened the page: the account that is signed in, else a visitor. */
export async function visitorOrAccount(): Promise<AccountActor | VisitorActor> {
  const session = await currentSession();
  return session
    ? { kind: "account", userId: session.userId, sessionId: session.id, name: session.name }
    : visitorActor();
}
