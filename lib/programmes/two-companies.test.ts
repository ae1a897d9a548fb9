import { expect, test } from "vitest";
import { testWorld, refusalOf } from "@/lib/platform/testing/world";
import { sponsorReport } from "@/lib/programmes/queries/sponsor-report";
import { createEngagement } from "@/lib/sponsors/commands/engagements";
import { addSponsorContact, createSponsor } from "@/lib/sponsors/commands/sponsors";

const world = testWorld();

test("who is a contact of two companies reads each one’s figures by itself, and no third one’s", async () => {
  const { north, south } = world;
  const { personId } = await north.as("sponsor");
  const before = await north.ask(sponsorReport, "sponsor", {});
  const own = before.sponsor!;
  const second = await north.execute(createSponsor, "administrator", {
    name: "Aardvik Steel",
    industry: "Steel",
    place: "",
  });
  const third = await north.execute(createSponsor, "administrator", {
    name: "Zoltan Foods",
    industry: "Food",
    place: "",
  });
  await north.execute(addSponsorContact, "administrator", { sponsorId: second.id, personId });
  await north.execute(createEngagement, "administrator", {
    ...{
      sponsorId: second.id,
      packageId: north.packageId,
      reference: "AS-1",
      seats: 3,
      price: { minor: 100_000, currency: "EUR" },
    },
    ...{ fromOn: "2026-01-01", toOn: "2027-12-31" },
  });

  const of = (sponsorId: string) => north.ask(sponsorReport, "sponsor", { sponsorId });
  const theirs = await of(second.id);
  expect(theirs.companies.map(({ name }) => name).sort()).toEqual(["Aardvik Steel", own.name].sort());
  expect(theirs.sponsor!.engagements.map(({ reference }) => reference)).toEqual(["AS-1"]);
  expect(theirs.sponsor!.open).toEqual([]);

  const first = await of(own.id);
  expect(first.sponsor!.figures).toEqual(own.figures);
  expect(first.sponsor!.engagements).toEqual(own.engagements);
  expect(JSON.stringify(first.sponsor)).not.toContain("AS-1");

  expect((await refusalOf(of(third.id))).code).toBe("not_found");
  expect((await refusalOf(of(south.sponsorId))).code).toBe("not_found");
});
