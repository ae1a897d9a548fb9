import "server-only";
import type { z } from "zod";
import type { SystemActor } from "@/lib/platform/actor";
import { ask, execute } from "@/lib/platform/execute";
import type { Command, Query } from "@/lib/platform/operation";

/** Commands and queries inside a background function, as the system of one organisation. */
export function job(organisationId: string, cause: string) {
  const actor: SystemActor = { kind: "system", organisationId, cause };
  return {
    execute: async <Input extends z.ZodType, Output>(command: Command<Input, Output>, input: z.input<Input>) =>
      (await execute(command, actor, input)).output,
    ask: <Input extends z.ZodType, Output>(query: Query<Input, Output>, input: z.input<Input>) =>
      ask(query, actor, input),
  };
}
