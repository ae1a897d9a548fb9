import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { transaction } from "@/db/client";
import { programmes } from "@/db/schema/programmes";
import { refusalOf, testWorld } from "@/lib/platform/testing/world";
import { giveConsent, withdrawConsent } from "@/lib/programmes/commands/consents";
import { hasConsent } from "@/lib/programmes/consents";
import { consentsOf } from "@/lib/programmes/queries/consents";

const world = testWorld();

const inSql = () =>
  transaction({ organisationId: world.north.organisationId }, async (tx) => {
    const rows = await tx
      .select({ stage: hasConsent("stage"), resume: hasConsent("resume") })
      .from(programmes)
      .where(eq(programmes.id, world.north.secondPhaseProgrammeId));
    const [own] = await tx
      .select({ stage: hasConsent("stage"), resume: hasConsent("resume") })
      .from(programmes)
      .where(eq(programmes.id, world.north.programmeId));
    return { own, other: rows[0] };
  });

test("a consent stands from the moment it is given to the moment it is taken back, with a row for each time", async () => {
  const { north } = world;
  const stage = { programmeId: north.programmeId, kind: "stage" as const };
  const before = (await inSql()).own!.stage;
  if (before) await north.execute(withdrawConsent, "executive", stage);
  const first = await north.execute(giveConsent, "executive", stage);
  expect(await north.execute(giveConsent, "executive", stage)).toEqual(first);
  expect((await inSql()).own).toMatchObject({ stage: true });
  expect((await inSql()).other).toMatchObject({ stage: false });
  await north.execute(withdrawConsent, "executive", stage);
  expect((await inSql()).own).toMatchObject({ stage: false });
  expect((await refusalOf(north.execute(withdrawConsent, "executive", stage))).code).toBe("state");
  const again = await north.execute(giveConsent, "executive", stage);
  expect(again.id).not.toBe(first.id);
  const [shown] = await north.ask(consentsOf, "consultant", { id: north.programmeId });
  expect(shown!.kind).toBe("stage");
  expect(shown!.standing?.id).toBe(again.id);
  expect(shown!.times.find(({ id }) => id === first.id)?.withdrawnAt).toBeInstanceOf(Date);
});

test("nobody gives or takes back a consent for the executive", async () => {
  for (const command of [giveConsent, withdrawConsent])
    for (const role of ["consultant", "administrator"] as const) {
      const attempt = world.north.execute(command, role, { programmeId: world.north.programmeId, kind: "story" });
      expect((await refusalOf(attempt)).code).toBe("forbidden");
    }
});
