import { beforeAll } from "vitest";
import type { z } from "zod";
import { worldOf } from "@/db/seed/world";
import { type WorldRole } from "@/db/seed/world-ids";
import { personActor } from "@/lib/identity/person-actor";
import type { PersonActor } from "@/lib/platform/actor";
import { ask, execute, type ExecuteOptions } from "@/lib/platform/execute";
import type { Command, Query } from "@/lib/platform/operation";
import { Refusal } from "@/lib/platform/refusal";
import { testDatabase, type TestDatabase } from "@/lib/platform/testing/database";
import type { World } from "@/lib/platform/world";

/** One of the two organisations of a test database, with people of every role. */
export interface TestOrganisation extends World {
  /** The person who holds a role there, resolved as a request would. */
  as(role: WorldRole): Promise<PersonActor>;
  /** Runs a command as the holder of a role; throws its refusal. */
  execute<Input extends z.ZodType, Output>(
    command: Command<Input, Output>,
    role: WorldRole,
    input: z.input<Input>,
    options?: ExecuteOptions,
  ): Promise<Output>;
  ask<Input extends z.ZodType, Output>(
    query: Query<Input, Output>,
    role: WorldRole,
    input: z.input<Input>,
    options?: ExecuteOptions,
  ): Promise<Output>;
}

export interface TestWorld {
  north: TestOrganisation;
  south: TestOrganisation;
  database: TestDatabase;
}

/** Gives the test file two organisations in a database of its own. Call it at the top of the file. */
export function testWorld(): TestWorld {
  const made = {} as TestWorld;
  beforeAll(async () => {
    made.database = await testDatabase();
    made.north = organisation("north");
    made.south = organisation("south");
  });
  return made;
}

/** What a promise was refused with; fails when it was not refused. */
export async function refusalOf(promise: Promise<unknown>): Promise<Refusal> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error("This was expected to be refused, and was not.");
}

function organisation(slug: "north" | "south"): TestOrganisation {
  const world = worldOf(slug);
  const as = (role: WorldRole) => personActor(world.accountOf(role), slug);
  return {
    ...world.ids,
    as,
    execute: async (command, role, input, options) => (await execute(command, await as(role), input, options)).output,
    ask: async (query, role, input, options) => ask(query, await as(role), input, options),
  };
}
