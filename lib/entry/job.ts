import "server-only";
import type { z } from "zod";
import type { SystemActor } from "@/lib/platform/actor";
import { ask, execute } from "@/lib/platform/execute";
import type { Command, Query } from "@/lib/platform/operation";

/** How often a sweep goes on at once: some ten thousand rows. */
const mostRounds = 50;

/** Commands and queries inside a background function, as the system of one organisation. */
export function job(organisationId: string, cause: string) {
  const actor: SystemActor = { kind: "system", organisationId, cause };
  const run = async <Input extends z.ZodType, Output>(command: Command<Input, Output>, input: z.input<Input>) =>
    (await execute(command, actor, input)).output;
  return {
    execute: run,
    /** A sweep's command again and again while it leaves something over; what each said. Work without end waits for the next sweep. */
    async whileMore<Output extends { more?: boolean }>(command: Command<z.ZodType, Output>): Promise<Output[]> {
      const said: Output[] = [];
      do said.push(await run(command, {}));
      while (said.at(-1)!.more && said.length < mostRounds);
      return said;
    },
    ask: <Input extends z.ZodType, Output>(query: Query<Input, Output>, input: z.input<Input>) =>
      ask(query, actor, input),
  };
}
