import "server-only";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { currentActor } from "@/lib/identity/current-actor";
import { refusalResult } from "@/lib/entry/refusal-result";
import { requestFacts } from "@/lib/entry/request";
import { ask } from "@/lib/platform/execute";
import type { Query } from "@/lib/platform/operation";
import type { ActionResult } from "@/lib/platform/result";

/** A query as a server action, for what is read only when somebody opens it: what a dialog shows, how far work is. */
export function question<Input extends z.ZodType, Output>(query: Query<Input, Output>) {
  return async (organisation: string, input: z.input<Input>): Promise<ActionResult<Output>> => {
    const request = await requestFacts();
    try {
      return { ok: true, data: await ask(query, await currentActor(organisation), input, request) };
    } catch (error) {
      unstable_rethrow(error);
      return { ok: false, refusal: refusalResult(error, request.requestId) };
    }
  };
}
