import { expect, it } from "vitest";
import { readFunctions } from "@/inngest/embedded/configuration";
import { functions } from "./index";

it("are such that the embedded runner runs them as Inngest would", () => {
  const definitions = readFunctions(functions);
  expect(definitions.length).toBeGreaterThanOrEqual(functions.length);
  for (const { id, triggers, schedules } of definitions) {
    expect(id).toMatch(/^landfall-[a-z0-9-]+$/);
    expect(triggers.length + schedules.length, `${id} is started by nothing`).toBeGreaterThan(0);
  }
});
