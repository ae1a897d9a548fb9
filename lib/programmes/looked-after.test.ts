import { describe, expect, test } from "vitest";
import { onePerson } from "@/lib/people/queries/person";
import { refusalOf, testWorld } from "@/lib/platform/testing/world";
import { noteAftercare } from "@/lib/programmes/commands/aftercare";
import { handOver, handOverAll } from "@/lib/programmes/commands/handover";
import { inviteExecutive } from "@/lib/programmes/commands/invite";
import { landProgramme } from "@/lib/programmes/commands/landing";
import { completeProgramme, reopenProgramme, withdrawProgramme } from "@/lib/programmes/commands/lifecycle";
import { aftercareOf } from "@/lib/programmes/queries/aftercare";
import { oneProgramme } from "@/lib/programmes/queries/record";
import { assignListed, editListed, listPerson } from "@/lib/sponsors/commands/separations";
import { addSponsorContact } from "@/lib/sponsors/commands/sponsors";
import { contactCandidates } from "@/lib/sponsors/queries/sponsor";

const world = testWorld();
const north = () => world.north;
const consultantOf = async (id: string) => (await north().ask(oneProgramme, "administrator", { id })).consultantId;

describe("who looks after somebody", () => {
  test("is a consultant, also on the list of a separation event", async () => {
    const { separationEventId, separationPersonId, executiveId, contactId, otherConsultantId } = north();
    for (const nobody of [executiveId, contactId]) {
      const refusals = [
        north().execute(assignListed, "administrator", { id: separationPersonId, consultantId: nobody }),
        north().execute(listPerson, "administrator", {
          ...{ separationEventId, name: "Olga", email: "olga@corvane.example", consultantId: nobody },
        }),
        north().execute(editListed, "administrator", {
          ...{ id: separationPersonId, expectedVersion: 1, name: "Lena", email: "lena@corvane.example" },
          consultantId: nobody,
        }),
      ];
      for (const refusal of await Promise.all(refusals.map(refusalOf)))
        expect(refusal).toMatchObject({ code: "invalid", details: { field: "consultantId" } });
    }
    await north().execute(assignListed, "administrator", { id: separationPersonId, consultantId: otherConsultantId });
  });

  test("hands over whoever has landed as long as there are check-ins to come, one by one and all at once", async () => {
    const { programmeId: id, consultantId, otherConsultantId } = north();
    await north().execute(landProgramme, "consultant", {
      ...{ id, kind: "employed" as const, employer: "Norvel", acceptedOn: "2026-11-02" },
    });
    await north().execute(handOver, "administrator", { id, toPersonId: otherConsultantId });
    expect(await consultantOf(id)).toBe(otherConsultantId);
    const { caseload } = await north().ask(onePerson, "administrator", { personId: otherConsultantId });
    const { programmes } = await north().execute(handOverAll, "administrator", {
      ...{ fromPersonId: otherConsultantId, toPersonId: consultantId },
    });
    // As many as the page on which somebody is deactivated said.
    expect(programmes).toBe(caseload);
    expect(await consultantOf(id)).toBe(consultantId);
    await north().execute(completeProgramme, "consultant", { id, reasonKey: "other" as const, reason: "Landed well." });
    await north().execute(handOver, "administrator", { id, toPersonId: otherConsultantId });
    const landing = await north().ask(aftercareOf, "administrator", { id });
    for (const { id: aftercareId } of landing!.checks)
      await north().execute(noteAftercare, "administrator", { id: aftercareId, stillThere: true });
    const refusal = await refusalOf(north().execute(handOver, "administrator", { id, toPersonId: consultantId }));
    expect(refusal.message).toMatch(/^This programme has ended/);
  });
});

test("an ended programme is not reopened beside another one of the same person", async () => {
  const { programmeId: id, packageId, consultantId } = north();
  const closed = { reasonKey: "other" as const, reason: "Another way." };
  // The one before was completed above; they come once more, and go another way.
  const since = await north().execute(inviteExecutive, "administrator", {
    ...{ name: "Robin Executive", email: "executive@north.example", packageId, consultantId },
  });
  const reopen = () => north().execute(reopenProgramme, "administrator", { id, reason: "A mistake." });
  expect(await refusalOf(reopen())).toMatchObject({
    code: "conflict",
    message: "This person has another programme since, and it has not ended.",
  });
  await north().execute(withdrawProgramme, "administrator", { id: since.id, ...closed });
  await reopen();
});

test("whoever never came to a programme that is over is invited to the next one", async () => {
  const { packageId, consultantId } = north();
  const invited = () =>
    north().execute(inviteExecutive, "administrator", {
      ...{ name: "Petra Twice", email: "petra.twice@example.com", packageId, consultantId },
    });
  const first = await invited();
  expect((await refusalOf(invited())).message).toMatch(/has a programme that has not ended/);
  await north().execute(withdrawProgramme, "administrator", {
    ...{ id: first.id, reasonKey: "other" as const, reason: "Not this year." },
  });
  const second = await invited();
  expect(second.personId).toBe(first.personId);
  const person = await north().ask(onePerson, "administrator", { personId: second.personId });
  expect(person).toMatchObject({ status: "invited", roles: [{ key: "executive" }] });
  expect(person.invitedUntil).not.toBeNull();
});

test("a company's contact is one of those that its page offers", async () => {
  const { sponsorId, contactId, executiveId, consultantId, deactivatedPersonId } = north();
  for (const personId of [executiveId, consultantId, deactivatedPersonId])
    expect(await refusalOf(north().execute(addSponsorContact, "administrator", { sponsorId, personId }))).toMatchObject(
      {
        code: "invalid",
        details: { field: "personId" },
      },
    );
  const offered = await north().ask(contactCandidates, "administrator", { id: sponsorId });
  expect(offered.map(({ id }) => id)).toContain(contactId);
  await north().execute(addSponsorContact, "administrator", { sponsorId, personId: contactId });
});
