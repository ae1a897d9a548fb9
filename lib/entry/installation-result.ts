import "server-only";
import { refresh } from "next/cache";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { refusalResult } from "@/lib/entry/refusal-result";
import { requestFacts } from "@/lib/entry/request";
import { currentSession } from "@/lib/identity/current-session";
import type { CurrentSession } from "@/lib/identity/read-session";
import { executeInstallation } from "@/lib/platform/execute-installation";
import type { InstallationCommand } from "@/lib/platform/operation";
import { Refusal } from "@/lib/platform/refusal";
import type { ActionResult } from "@/lib/platform/result";

type Run = <Input extends z.ZodType, Output>(
  command: InstallationCommand<Input, Output>,
  input: z.input<Input>,
) => Promise<Output>;

/** Runs commands above organisations as the signed-in account, for a server action: refusals come back as a value. */
export async function installationResult<Output>(
  work: (run: Run, session: CurrentSession) => Promise<Output>,
  as: "account" | "operator" = "account",
): Promise<ActionResult<Output>> {
  const { requestId, address } = await requestFacts();
  try {
    const session = await currentSession();
    if (!session) throw new Refusal("unauthenticated", "You were signed out. Please sign in again.");
    const { userId, name, id: sessionId } = session;
    if (as === "operator" && !session.operator)
      throw new Refusal("forbidden", "Only the operator of this installation may do this.");
    const actor =
      as === "operator"
        ? ({ kind: "operator", userId, name } as const)
        : ({ kind: "account", userId, sessionId, name } as const);
    const data = await work(
      (command, input) => executeInstallation(command, actor, input, { requestId, address }),
      session,
    );
    refresh();
    return { ok: true, data };
  } catch (error) {
    unstable_rethrow(error);
    return { ok: false, refusal: refusalResult(error, requestId) };
  }
}
