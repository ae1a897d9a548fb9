import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { transaction } from "@/db/client";
import { seatCharges } from "@/db/schema/seats";
import { engagements } from "@/db/schema/sponsors";
import { refusalOf, testWorld } from "@/lib/platform/testing/world";
import { editProgramme } from "@/lib/programmes/commands/edit";
import { inviteExecutive, takeBackInvitation } from "@/lib/programmes/commands/invite";
import { inviteFromFile, inviteListed } from "@/lib/programmes/commands/invite-many";
import { activateProgramme, reopenProgramme, withdrawProgramme } from "@/lib/programmes/commands/lifecycle";
import { oneProgramme } from "@/lib/programmes/queries/record";
import { createEngagement, editEngagement } from "@/lib/sponsors/commands/engagements";
import { createSeparation, listFromFile, listPerson } from "@/lib/sponsors/commands/separations";
import { editSponsor } from "@/lib/sponsors/commands/sponsors";
import { oneEngagement } from "@/lib/sponsors/queries/engagement";
import { oneSeparation } from "@/lib/sponsors/queries/separation";

const world = testWorld();
let contracts = 0;

async function contract(seats: number, more: { fromOn?: string; toOn?: string } = {}) {
  const { id } = await world.north.execute(createEngagement, "administrator", {
    ...{ sponsorId: world.north.sponsorId, packageId: world.north.packageId, reference: `T-${(contracts += 1)}` },
    ...{ seats, price: { minor: 800_000, currency: "EUR" }, fromOn: "2026-01-01", toOn: "2030-12-31", ...more },
  });
  return id;
}
const invite = (engagementId: string, email: string) =>
  world.north.execute(inviteExecutive, "consultant", {
    ...{ name: email.split("@")[0]!, email, packageId: world.north.packageId, engagementId },
  });
const seatsOf = async (id: string) => (await world.north.ask(oneEngagement, "administrator", { id })).seats;
const charges = (programmeId: string) =>
  transaction({ organisationId: world.north.organisationId, readOnly: true }, (tx) =>
    tx.select().from(seatCharges).where(eq(seatCharges.programmeId, programmeId)),
  );

describe("a seat of a contract", () => {
  test("is kept by the invitation, billed once by the activation, and used for good then", async () => {
    const engagementId = await contract(2);
    const { id, personId } = await invite(engagementId, "ada@example.com");
    expect(await seatsOf(engagementId)).toEqual({ bought: 2, reserved: 1, used: 0, taken: 1, left: 1 });
    expect(await world.north.ask(oneProgramme, "consultant", { id })).toMatchObject({
      ...{ sponsorName: "Corvane Packaging", engagement: { id: engagementId } },
    });
    expect(personId).toBeTruthy();
    expect(await charges(id)).toEqual([]);
  });

  test("is refused at its field when none is left, and free again when an invitation is withdrawn or taken back", async () => {
    const engagementId = await contract(1);
    const { id } = await invite(engagementId, "bela@example.com");
    const refusal = await refusalOf(invite(engagementId, "cora@example.com"));
    expect(refusal).toMatchObject({ code: "limit", details: { field: "engagementId" } });
    expect(refusal.message).toContain("is taken: 0 activated, 1 invited.");
    await world.north.execute(withdrawProgramme, "consultant", { id, reason: "Changed their mind." });
    const { id: second, version } = await invite(engagementId, "cora@example.com");
    // The seat is somebody else's now: the first cannot come back to it.
    expect(
      (await refusalOf(world.north.execute(reopenProgramme, "consultant", { id, reason: "After all." }))).code,
    ).toBe("limit");
    await world.north.execute(takeBackInvitation, "consultant", { id: second, expectedVersion: version });
    expect((await seatsOf(engagementId)).left).toBe(1);
    await world.north.execute(reopenProgramme, "consultant", { id, reason: "After all." });
    expect((await seatsOf(engagementId)).left).toBe(0);
  });

  test("is not given before the contract begins, nor after it ended", async () => {
    const early = await contract(5, { fromOn: "2029-01-01" });
    const late = await contract(5, { toOn: "2026-02-01" });
    expect((await refusalOf(invite(early, "dino@example.com"))).message).toContain("begins on 2029-01-01");
    expect((await refusalOf(invite(late, "dino@example.com"))).message).toContain("ended on 2026-02-01");
  });

  test("of two who reach for the last one, one gets it", async () => {
    const engagementId = await contract(1);
    const results = await Promise.allSettled([
      invite(engagementId, "emil@example.com"),
      invite(engagementId, "fritz@example.com"),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await seatsOf(engagementId)).taken).toBe(1);
  });

  test("is billed at the price of the day; a new price and fewer seats than are taken are refused or count later", async () => {
    const { north } = world;
    const before = await seatsOf(north.engagementId);
    await north.execute(activateProgramme, "consultant", { id: north.intakeProgrammeId });
    expect(await seatsOf(north.engagementId)).toMatchObject({ used: before.used + 1, reserved: before.reserved - 1 });
    const [billed] = await charges(north.intakeProgrammeId);
    expect(billed).toMatchObject({ amount: 850_000, currency: "EUR" });
    const facts = { packageId: north.packageId, reference: "CP-2026-04", fromOn: "2026-10-01", toOn: "2027-09-30" };
    const price = { minor: 1, currency: "EUR" };
    const edit = { id: north.engagementId, expectedVersion: 1, ...facts, price };
    expect((await refusalOf(north.execute(editEngagement, "administrator", { ...edit, seats: 2 }))).details.field).toBe(
      "seats",
    );
    await north.execute(editEngagement, "administrator", { ...edit, seats: 30 });
    expect((await charges(north.intakeProgrammeId))[0]?.amount).toBe(850_000);
  });
});

describe("a separation event", () => {
  test("invites everybody who is ready at once, or nobody when the seats do not suffice", async () => {
    const { north } = world;
    const engagementId = await contract(2);
    const { id } = await north.execute(createSeparation, "administrator", {
      ...{ engagementId, name: "Hull depot", handOverOn: "2026-12-01", place: "Hull", onSite: false, onSiteHours: "" },
    });
    for (const name of ["gerda", "hugo", "ivan"])
      await north.execute(listPerson, "administrator", {
        ...{ separationEventId: id, name, email: `${name}@example.com`, consultantId: north.otherConsultantId },
      });
    await north.execute(listFromFile, "administrator", {
      ...{ event: "hull DEPOT", name: "jana", email: "jana@example.com" },
    });
    const refusal = await refusalOf(north.execute(inviteListed, "administrator", { separationEventId: id }));
    expect(refusal.message).toMatch(/^3 people are ready, and the contract T-\d+ has 2 seats left\.$/);
    expect((await seatsOf(engagementId)).taken).toBe(0);
    await transaction({ organisationId: north.organisationId }, (tx) =>
      tx.update(engagements).set({ seats: 10 }).where(eq(engagements.id, engagementId)),
    );
    const { invited } = await north.execute(inviteListed, "administrator", { separationEventId: id });
    expect(invited).toBe(3);
    expect(await seatsOf(engagementId)).toMatchObject({ reserved: 3, left: 7 });
    const event = await north.ask(oneSeparation, "administrator", { id });
    expect(event.waiting.map(({ name }) => name)).toEqual(["jana"]);
    // Once more changes nothing.
    expect(await north.execute(inviteListed, "administrator", { separationEventId: id })).toEqual({ invited: 0 });
  });

  test("a consultant who is not there, and an event that is not there, are said at their fields", async () => {
    const row = { name: "kai", email: "kai@example.com", event: "Ghent works, December" };
    const list = (more: object) => world.north.execute(listFromFile, "administrator", { ...row, ...more });
    expect((await refusalOf(list({ consultant: "Nobody" }))).details.field).toBe("consultant");
    expect((await refusalOf(list({ event: "Mars" }))).details.field).toBe("event");
  });
});

describe("who pays", () => {
  test("is linked by name, follows the company's new name, and cannot be changed against a contract", async () => {
    const { north } = world;
    const { id } = await north.execute(inviteFromFile, "consultant", {
      ...{ name: "lola", email: "lola@example.com", package: "executive, 6 MONTHS" },
    });
    const edit = async (programmeId: string, sponsorName: string) =>
      north.execute(editProgramme, "consultant", {
        ...{ id: programmeId, sponsorName, lastRole: "", expectedVersion: (await programmeOf(programmeId)).version },
      });
    const programmeOf = (programmeId: string) => north.ask(oneProgramme, "consultant", { id: programmeId });
    await edit(id, "corvane  packaging");
    await north.execute(editSponsor, "administrator", {
      ...{ id: north.sponsorId, expectedVersion: 1, name: "Corvane Group", industry: "", place: "" },
    });
    expect((await programmeOf(id)).sponsorName).toBe("Corvane Group");
    expect((await refusalOf(edit(north.programmeId, "Somebody else"))).details.field).toBe("sponsorName");
    await edit(north.programmeId, "Corvane Group");
  });
});
