import "server-only";
import { unstable_rethrow } from "next/navigation";
import { refresh } from "next/cache";
import type { z } from "zod";
import { currentActor } from "@/lib/identity/current-actor";
import { refusalResult } from "@/lib/entry/refusal-result";
import { requestFacts } from "@/lib/entry/request";
import { execute } from "@/lib/platform/execute";
import type { Command } from "@/lib/platform/operation";
import type { ActionResult } from "@/lib/platform/result";

/**
 * A command as a server action: `action(command)` is called with the organisation's slug and the input. Refusals come back
 * as a value; pages that are shown are read anew after a change, unless it is one that happens while somebody types (`quiet`).
 */
export function action<Input extends z.ZodType, Output>(command: Command<Input, Output>, { quiet = false } = {}) {
  return async (organisation: string, input: z.input<Input>): Promise<ActionResult<Output>> => {
    const request = await requestFacts();
    try {
      const actor = await currentActor(organisation);
      const { output, undo } = await execute(command, actor, withoutFormKeys(input), request);
      if (!quiet) refresh();
      return { ok: true, data: output, ...(undo ? { undo } : {}) };
    } catch (error) {
      unstable_rethrow(error);
      return { ok: false, refusal: refusalResult(error, request.requestId) };
    }
  };
}

/** A posted form carries Next's own `$ACTION_…` keys, which a strict schema would refuse. */
function withoutFormKeys(input: unknown): unknown {
  if (!(input instanceof FormData)) return input;
  return Object.fromEntries([...input.entries()].filter(([key]) => !key.startsWith("$ACTION_")));
}
