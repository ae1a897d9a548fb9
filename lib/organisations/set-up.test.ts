import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, useDatabase } from "@/db/client";
import { personActor } from "@/lib/identity/person-actor";
import { readSession } from "@/lib/identity/read-session";
import { isSetUp, setUp } from "@/lib/organisations/commands/sign-up";
import { executeInstallation } from "@/lib/platform/execute-installation";
import { cloneDatabase, dropDatabase } from "@/scripts/testing/postgres";

const name = `set_up_${process.pid}`;
const visitor = { kind: "visitor", address: "192.0.2.12" } as const;

beforeAll(async () => {
  useDatabase((await cloneDatabase(name)).appUrl);
}, 180_000);

afterAll(async () => {
  await closeDatabase();
  useDatabase(null);
  await dropDatabase(name);
});

test("an empty installation is set up once, by whoever comes first, who becomes administrator and operator", async () => {
  expect(await executeInstallation(isSetUp, visitor, {})).toBe(false);
  const by = (email: string) =>
    executeInstallation(setUp, visitor, {
      organisationName: "Harbourline",
      name: "Ana First",
      email,
      password: "quiet water under the pier",
      userAgent: "test",
    });
  const results = await Promise.allSettled([by("a@first.example"), by("b@first.example"), by("c@first.example")]);
  const done = results.filter((result) => result.status === "fulfilled");
  expect(done).toHaveLength(1);
  expect(results.filter(({ status }) => status === "rejected")).toMatchObject([
    { reason: { code: "state" } },
    { reason: { code: "state" } },
  ]);
  const { sessionId, userId, slug } = done[0]!.value;
  expect(await readSession(sessionId, userId)).toMatchObject({ operator: true });
  const actor = await personActor({ id: sessionId, userId }, slug);
  expect(actor.grants.has("people:write")).toBe(true);
  expect(actor.organisation.plan).toBe("enterprise");
  expect(await executeInstallation(isSetUp, visitor, {})).toBe(true);
});
