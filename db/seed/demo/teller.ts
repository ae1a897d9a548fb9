import { execute } from "@/lib/platform/execute";
import type { Command } from "@/lib/platform/operation";
import type { z } from "zod";

/** Runs commands as the installation itself would have at a moment, and gives what they answer. */
export function teller(organisationId: string, moment: Date) {
  const system = { kind: "system" as const, organisationId, cause: "seed" };
  return async <Input extends z.ZodType, Output>(command: Command<Input, Output>, input: z.input<Input>) =>
    (await execute(command, system, input, { now: moment })).output;
}
