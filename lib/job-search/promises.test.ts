import { describe, expect, test } from "vitest";
import { addContact, removeContact } from "@/lib/job-search/commands/contacts";
import { addOpportunity, moveOpportunity, removeOpportunity } from "@/lib/job-search/commands/opportunities";
import { logOutreach, removeOutreach, restoreOutreach } from "@/lib/job-search/commands/outreach";
import { remindOfSearch } from "@/lib/job-search/commands/reminders";
import { oneContact } from "@/lib/job-search/queries/contacts";
import { searchDue } from "@/lib/job-search/queries/due";
import { searchStanding } from "@/lib/job-search/queries/standing";
import { searchWeeksOf } from "@/lib/job-search/queries/weeks";
import { execute } from "@/lib/platform/execute";
import { testWorld } from "@/lib/platform/testing/world";

const world = testWorld();
const north = () => world.north;
const searching = () => ({ personId: north().executiveId });
const at = (moment: string) => ({ now: new Date(moment) });
const today = at("2026-11-20T09:00:00Z");

const due = async () => {
  const { followUps } = await north().ask(searchDue, "executive", searching(), today);
  const standing = await north().ask(searchStanding, "executive", searching(), today);
  expect(standing.followUps).toBe(followUps.length);
  return followUps.map(({ name, place }) => [name, place]);
};

describe("a promise", () => {
  test("that an entry kept is open again when the entry is taken back, and kept when it is put back", async () => {
    const { id } = await north().execute(addContact, "executive", { ...searching(), name: "Vera Lindqvist" });
    const log = (on: string, followUpOn: string, moment: string) =>
      north().execute(
        logOutreach,
        "executive",
        { ...searching(), contactId: id, kind: "call", on, followUpOn },
        at(moment),
      );
    const promised = async () => (await north().ask(oneContact, "executive", { id })).followUpOn;
    await log("2026-11-02", "2026-11-16", "2026-11-02T09:00:00Z");
    const { id: second } = await log("2026-11-17", "", "2026-11-17T09:00:00Z");
    expect(await promised()).toBeNull();
    await north().execute(removeOutreach, "executive", { id: second });
    expect(await promised()).toBe("2026-11-16");
    await north().execute(restoreOutreach, "executive", { id: second });
    expect(await promised()).toBeNull();
    await north().execute(removeOutreach, "executive", { id: second });
  });

  test("about an opportunity with nobody named is told like any other, and counted where it is shown", async () => {
    const before = await due();
    const { id } = await north().execute(addOpportunity, "executive", {
      ...{ ...searching(), title: "COO", companyName: "Nordhafen" },
    });
    await north().execute(
      logOutreach,
      "executive",
      { ...searching(), opportunityId: id, kind: "mail", on: "2026-11-10", followUpOn: "2026-11-18" },
      today,
    );
    expect(await due()).toEqual([...before, ["Nordhafen", `opportunity/${id}`]]);
    await north().execute(removeOpportunity, "executive", { id });
    expect(await due()).toEqual(before);
  });

  test("to somebody who was taken off the list is brought to mind no more", async () => {
    const { id: contactId } = await north().execute(addContact, "executive", { ...searching(), name: "Gone Soon" });
    await north().execute(
      logOutreach,
      "executive",
      { ...searching(), contactId, kind: "mail", on: "2026-11-10", followUpOn: "2026-11-18" },
      today,
    );
    await north().execute(removeContact, "executive", { id: contactId });
    const system = { kind: "system" as const, organisationId: north().organisationId, cause: "test" };
    const { output } = await execute(remindOfSearch, system, {}, today);
    const promises = (await due()).length;
    const actions = (await north().ask(searchDue, "executive", searching(), today)).actions;
    const late = actions.filter(({ nextActionOn }) => nextActionOn! <= "2026-11-20").length;
    expect(output.reminded).toBe(promises + late);
  });
});

test("an application of long ago is none of this week, whatever was moved since", async () => {
  const { id } = await north().execute(
    addOpportunity,
    "executive",
    { ...searching(), title: "COO", companyName: "Long ago", stage: "applied" },
    at("2026-08-03T09:00:00Z"),
  );
  const applications = async () =>
    (await north().ask(searchWeeksOf, "executive", searching(), today)).weeks.map(({ done }) => done.applications);
  const before = await applications();
  await north().execute(moveOpportunity, "executive", { id, stage: "interviewing" }, today);
  await north().execute(moveOpportunity, "executive", { id, stage: "applied" }, today);
  expect(await applications()).toEqual(before);
});
