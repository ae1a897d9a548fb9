import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { transaction } from "@/db/client";
import { packages } from "@/db/schema/packages";
import { roles } from "@/db/schema/people";
import { followRelease } from "@/lib/organisations/follow-release";
import { builtInRoles } from "@/lib/people/built-in-roles";
import { testWorld } from "@/lib/platform/testing/world";

const world = testWorld();

test("organisations of an earlier release get the new permissions, and what their modules begin with, once", async () => {
  const { organisationId } = world.south;
  const inside = <Output>(work: Parameters<typeof transaction<Output>>[1]) => transaction({ organisationId }, work);
  const consultant = and(eq(roles.key, "consultant"), eq(roles.builtIn, true));
  await inside((tx) =>
    tx
      .update(roles)
      .set({ grants: { "people:read": ["own"] } })
      .where(consultant),
  );
  // Two servers start at the same moment.
  await Promise.all([followRelease(), followRelease()]);
  const [after] = await inside((tx) => tx.select().from(roles).where(consultant));
  expect(after?.grants).toEqual(builtInRoles.find(({ key }) => key === "consultant")?.grants);
  const count = () => inside((tx) => tx.$count(packages));
  const there = await count();
  await followRelease();
  const [again] = await inside((tx) => tx.select().from(roles).where(consultant));
  expect(again?.version).toBe(after?.version);
  expect(await count()).toBe(there);
});
