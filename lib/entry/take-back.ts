import "server-only";
import { z } from "zod";
import { action } from "@/lib/entry/action";
import { requestFacts } from "@/lib/entry/request";
import { refusalResult } from "@/lib/entry/refusal-result";
import { notFound } from "@/lib/platform/refusal";
import { registry } from "@/lib/platform/registry";
import type { ActionResult } from "@/lib/platform/result";

const Undo = z.strictObject({ operation: z.string().max(100), input: z.record(z.string(), z.unknown()) });

/** Runs the command that takes a change back. What comes from the browser is not believed: the command asks everything itself. */
export async function takeBack(organisation: string, undo: unknown): Promise<ActionResult<unknown>> {
  const given = Undo.safeParse(undo);
  const operation = given.success ? (await registry()).findOperation(given.data.operation) : null;
  if (!given.success || operation?.kind !== "command") {
    const { requestId } = await requestFacts();
    return { ok: false, refusal: refusalResult(notFound("this change"), requestId) };
  }
  return action(operation)(organisation, given.data.input);
}
