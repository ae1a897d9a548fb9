import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { transaction } from "@/db/client";
import { organisations } from "@/db/schema/organisations";
import { people } from "@/db/schema/people";
import { choosePhoto, dismissHint } from "@/lib/people/commands/profile";
import { testWorld } from "@/lib/platform/testing/world";
import { noteContact } from "@/lib/programmes/commands/contacts";
import { firstSteps, hintOf } from "@/lib/programmes/queries/first-steps";

const world = testWorld();

const open = async (role: Parameters<typeof world.north.as>[0]) =>
  (await world.north.ask(firstSteps, role, {}))?.steps.filter(({ done }) => !done).map(({ step }) => step) ?? null;

const inNorth = (work: Parameters<typeof transaction>[1]) =>
  transaction({ organisationId: world.north.organisationId }, work);

test("an administrator's steps are done by what stands in the records, or by their own word, and then go away", async () => {
  expect(await open("administrator")).toEqual(["look", "packages"]);
  await world.north.execute(dismissHint, "administrator", { hint: hintOf("packages") });
  expect(await open("administrator")).toEqual(["look"]);
  await inNorth((tx) =>
    tx
      .update(organisations)
      .set({ settings: { branding: { accent: null } } })
      .where(eq(organisations.id, world.north.organisationId)),
  );
  expect(await open("administrator")).toBeNull();
});

test("a consultant's are, too; and who puts the list away has seen the last of it", async () => {
  const { personId } = await world.north.as("consultant");
  await inNorth((tx) => tx.update(people).set({ headline: null, photoFileId: null }).where(eq(people.id, personId)));
  expect(await open("consultant")).toContain("profile");
  await world.north.execute(choosePhoto, "consultant", { fileId: null });
  await world.north.execute(noteContact, "consultant", noteContact.example(world.north));
  expect(await open("consultant")).toEqual(["profile"]);
  await world.north.execute(dismissHint, "consultant", { hint: hintOf("consultant") });
  expect(await open("consultant")).toBeNull();
});

test("nobody else has any, nor anybody in a demo organisation", async () => {
  expect(await open("executive")).toBeNull();
  await inNorth((tx) =>
    tx.update(organisations).set({ demo: true, settings: {} }).where(eq(organisations.id, world.north.organisationId)),
  );
  expect(await open("administrator")).toBeNull();
});
