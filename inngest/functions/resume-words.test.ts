import { expect, test, vi } from "vitest";
import { transaction } from "@/db/client";
import { outbox, timelineEntries } from "@/db/schema/platform";
import { testProcess } from "@/lib/platform/testing/test-process";
import { testWorld } from "@/lib/platform/testing/world";
import { tellingWords } from "./testing/telling-words";

vi.setConfig({ testTimeout: 90_000 });

const world = testWorld();

test("no word of a resume stands in logs, errors, step results, metrics or events, whatever goes wrong with it", async () => {
  const { organisationId, otherRequirementId } = world.north;
  const recruiter = await world.north.as("recruiter");
  const said = await wholeWay([recruiter.userId, "north", organisationId, otherRequirementId]);
  // Everything was said that is looked through: logs of operations, results of steps, what was refused and what failed.
  for (const sign of [
    '"step":"resumes-read"',
    '"status":"unreadable"',
    '"status":"done"',
    "landfall_operation_duration",
  ])
    expect(said).toContain(sign);
  expect(said).toContain('"status":"refused"');
  expect(said).toContain('"step":"tailoring-apply","error":');
  const stored = await transaction({ organisationId }, async (tx) =>
    JSON.stringify([await tx.select().from(outbox), await tx.select().from(timelineEntries)]),
  );
  const everywhere = `${said}${stored}`.toLowerCase();
  expect(tellingWords.filter((word) => everywhere.includes(word.toLowerCase()))).toEqual([]);
});

/** What a process that goes the whole way says on both its outputs. */
async function wholeWay(args: readonly string[]): Promise<string> {
  let said = "";
  const settings = { DATABASE_URL: world.database.appUrl, LOG_LEVEL: "trace" };
  const { child, ended } = testProcess("inngest/functions/testing/whole-way.ts", args, settings, (part) => {
    said += part;
  });
  await ended;
  if (child.exitCode !== 0) throw new Error(`It ended with ${child.exitCode}: ${said}`);
  return said;
}
