import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { transaction } from "@/db/client";
import { opportunities } from "@/db/schema/job-search";
import { mailMessages } from "@/db/schema/mail";
import { people } from "@/db/schema/people";
import { notifications } from "@/db/schema/platform";
import { addContact, editContact } from "@/lib/job-search/commands/contacts";
import { acceptOffer, addOpportunity, moveOpportunity } from "@/lib/job-search/commands/opportunities";
import { finishFollowUp, logOutreach } from "@/lib/job-search/commands/outreach";
import { remindOfSearch, sendWeekly } from "@/lib/job-search/commands/reminders";
import { planWeek, scoreOffer } from "@/lib/job-search/commands/weeks-and-offers";
import { contactList } from "@/lib/job-search/lists";
import { oneContact, suggestContacts } from "@/lib/job-search/queries/contacts";
import { comparedOffers } from "@/lib/job-search/queries/offers";
import { landingToConfirm, mostOnBoard, oneOpportunity, searchBoard } from "@/lib/job-search/queries/opportunities";
import { searchWeeksOf } from "@/lib/job-search/queries/weeks";
import { askTogether, execute } from "@/lib/platform/execute";
import { readList } from "@/lib/platform/list";
import { refusalOf, testWorld } from "@/lib/platform/testing/world";

const world = testWorld();
const north = () => world.north;
const searching = () => ({ personId: north().executiveId });
const system = () => ({ kind: "system" as const, organisationId: north().organisationId, cause: "test" });
const at = (moment: string) => ({ now: new Date(moment) });

describe("who sees a search", () => {
  test("the person and the own consultant; no other consultant, administrator or sponsor", async () => {
    expect((await north().ask(searchBoard, "executive", searching())).cards.length).toBeGreaterThan(0);
    expect((await north().ask(searchBoard, "consultant", searching())).cards.length).toBeGreaterThan(0);
    for (const [role, code] of [
      ["other-consultant", "not_found"],
      ["administrator", "forbidden"],
      ["sponsor", "forbidden"],
    ] as const)
      expect((await refusalOf(north().ask(searchBoard, role, searching()))).code).toBe(code);
  });

  test("a full column shows what is due first, and says how many there are", async () => {
    const before = (await north().ask(searchBoard, "executive", searching())).counts.target ?? 0;
    const add = (title: string, nextActionOn = "") =>
      north().execute(addOpportunity, "executive", { ...searching(), title, companyName: "Many", nextActionOn });
    for (let number = 0; number < mostOnBoard + 2; number += 1) await add(`Number ${number}`);
    const { id } = await add("Due soon", "2026-11-20");
    for (let number = 0; number < 2; number += 1) await add(`Later ${number}`);
    const { cards, counts } = await north().ask(searchBoard, "executive", searching());
    const targets = cards.filter(({ stage }) => stage === "target");
    expect(targets).toHaveLength(mostOnBoard);
    expect(targets[0]!.id).toBe(id);
    expect(counts.target).toBe(before + mostOnBoard + 5);
  });

  test("the consultant reads, and writes nothing", async () => {
    const attempt = north().execute(addOpportunity, "consultant", { ...searching(), title: "COO", companyName: "A" });
    expect((await refusalOf(attempt)).code).toBe("forbidden");
  });

  test("a private contact is the person's alone: on its page, in the list, among suggestions and in the log", async () => {
    const { id } = await north().execute(addContact, "executive", {
      ...searching(),
      name: "Quiet Friend",
      strength: "3",
      private: true,
    });
    await north().execute(logOutreach, "executive", { ...searching(), contactId: id, kind: "call", note: "in secret" });
    expect((await north().ask(oneContact, "executive", { id })).log).toHaveLength(1);
    expect((await refusalOf(north().ask(oneContact, "consultant", { id }))).code).toBe("not_found");
    const seenBy = async (role: string) =>
      askTogether(await north().as(role), (context) => readList(context, contactList, {}));
    expect(JSON.stringify(await seenBy("executive"))).toContain("Quiet Friend");
    expect(JSON.stringify(await seenBy("consultant"))).not.toContain("Quiet Friend");
    const weeks = await north().ask(searchWeeksOf, "consultant", searching());
    expect(JSON.stringify(weeks)).not.toContain("in secret");
    expect(JSON.stringify(await north().ask(suggestContacts, "consultant", searching()))).not.toContain("Quiet Friend");
  });
});

describe("an opportunity", () => {
  test("keeps each of its moves, and says why it ended", async () => {
    const { id } = await north().execute(addOpportunity, "executive", {
      ...searching(),
      title: "Director of operations",
      companyName: "Fjordline Retail",
      payFrom: "140 000",
      payTo: "160,000",
    });
    await north().execute(moveOpportunity, "executive", { id, stage: "applied" });
    await north().execute(moveOpportunity, "executive", { id, stage: "interviewing" });
    const without = await refusalOf(north().execute(moveOpportunity, "executive", { id, stage: "closed" }));
    expect(without.details.field).toBe("reason");
    await north().execute(moveOpportunity, "executive", { id, stage: "closed", reason: "Filled from within." });
    const found = await north().ask(oneOpportunity, "consultant", { id });
    expect(found.moves.map(({ toStage }) => toStage)).toEqual(["closed", "interviewing", "applied", "target"]);
    expect(found).toMatchObject({ endReason: "Filled from within.", payFromMinor: 14_000_000, payToMinor: 16_000_000 });
  });

  test("refuses pay that ends below where it begins", async () => {
    const attempt = north().execute(addOpportunity, "executive", {
      ...searching(),
      title: "COO",
      companyName: "A",
      payFrom: "200000",
      payTo: "100000",
    });
    expect((await refusalOf(attempt)).details.field).toBe("payTo");
  });

  test("that was an offer and is accepted tells the consultant, who finds the landing filled", async () => {
    const { offeredOpportunityId: id, programmeId, consultantId } = north();
    expect(await north().ask(landingToConfirm, "consultant", { programmeId })).toBeNull();
    const pay = { minor: 21_500_000, currency: "EUR", period: "year" as const };
    await north().execute(acceptOffer, "executive", { id, acceptedOn: "2026-11-02", startsOn: "2027-01-04", pay });
    expect(await north().ask(landingToConfirm, "consultant", { programmeId })).toMatchObject({
      title: "Chief operating officer",
      companyName: "Port of Sande",
      acceptedOn: "2026-11-02",
      startsOn: "2027-01-04",
      agreedPay: pay,
    });
    expect(await north().ask(oneOpportunity, "executive", { id })).toMatchObject({ agreedPay: pay });
    expect(await told("job-search.accepted", consultantId)).toHaveLength(1);
    const stored = await transaction({ organisationId: north().organisationId }, (tx) =>
      tx.select().from(opportunities).where(eq(opportunities.id, id)),
    );
    expect(JSON.stringify(stored)).not.toContain("21500000");
    await north().execute(moveOpportunity, "executive", { id, stage: "offer" });
    expect(await north().ask(landingToConfirm, "consultant", { programmeId })).toBeNull();
    expect(await north().ask(oneOpportunity, "executive", { id })).toMatchObject({ agreedPay: null, startsOn: null });
  });
});

describe("outreach", () => {
  test("keeps on the contact when one spoke and what is promised; the next one keeps the promise", async () => {
    const { id } = await north().execute(addContact, "executive", { ...searching(), name: "Vera Lindqvist" });
    const log = (on: string, followUpOn = "") =>
      north().execute(
        logOutreach,
        "executive",
        { ...searching(), contactId: id, kind: "mail", on, followUpOn },
        at("2026-11-18T12:00:00Z"),
      );
    await log("2026-11-02", "2026-11-16");
    const facts = async () => {
      const { lastContactOn, followUpOn } = await north().ask(oneContact, "executive", { id });
      return [lastContactOn, followUpOn];
    };
    expect(await facts()).toEqual(["2026-11-02", "2026-11-16"]);
    const { id: later } = await log("2026-11-17", "2026-12-01");
    expect(await facts()).toEqual(["2026-11-17", "2026-12-01"]);
    await north().execute(finishFollowUp, "executive", { id: later });
    expect(await facts()).toEqual(["2026-11-17", null]);
    expect((await refusalOf(log("2026-11-30"))).details.field).toBe("on");
  });

  test("the second of two editors of a contact gets what stands now", async () => {
    const { id } = await north().execute(addContact, "executive", { ...searching(), name: "Two Editors" });
    const edit = (name: string) => north().execute(editContact, "executive", { id, expectedVersion: 1, name });
    await edit("First Editor");
    const refusal = await refusalOf(edit("Second Editor"));
    expect(refusal.code).toBe("conflict");
    expect(refusal.details.current).toMatchObject({ name: "First Editor", version: 2 });
  });
});

describe("weeks and offers", () => {
  test("what was planned stands beside what was done, in the person's own zone", async () => {
    // Sunday night in Auckland is Sunday morning in Europe, and Monday is not yet there.
    await timeZone("Pacific/Auckland");
    const late = at("2026-11-15T12:30:00Z");
    await north().execute(
      planWeek,
      "executive",
      { ...searching(), monday: "2026-11-16", contacts: "5", applications: 1, conversations: 2 },
      late,
    );
    const { id } = await north().execute(
      addOpportunity,
      "executive",
      { ...searching(), title: "COO", companyName: "Zone" },
      late,
    );
    const before = await north().ask(searchWeeksOf, "executive", searching(), late);
    await north().execute(moveOpportunity, "executive", { id, stage: "applied" }, late);
    const { today, weeks } = await north().ask(searchWeeksOf, "executive", searching(), late);
    expect(today).toBe("2026-11-16");
    expect(weeks[0]).toMatchObject({
      monday: "2026-11-16",
      planned: { contacts: 5, applications: 1, conversations: 2 },
      done: { applications: before.weeks[0]!.done.applications + 1 },
    });
    await timeZone(null);
    const monday = north().execute(planWeek, "executive", {
      ...searching(),
      monday: "2026-11-17",
      contacts: 1,
      applications: 1,
      conversations: 1,
    });
    expect((await refusalOf(monday)).details.field).toBe("monday");
  });

  test("a score that is said again replaces the one before", async () => {
    const { offeredOpportunityId: opportunityId, criterionId } = north();
    await north().execute(scoreOffer, "executive", { opportunityId, criterionId, score: 2 });
    const { order, offers } = await north().ask(comparedOffers, "consultant", searching());
    expect(offers[0]!.scores[criterionId]).toBe(2);
    expect(order[0]).toMatchObject({ total: 6, missing: 0 });
  });
});

describe("in the background", () => {
  beforeAll(() => timeZone(null));

  test("what is due is brought to mind once", async () => {
    const now = { now: new Date("2026-11-20T09:00:00Z") };
    const first = (await execute(remindOfSearch, system(), {}, now)).output;
    expect(first.reminded).toBeGreaterThanOrEqual(2);
    expect((await execute(remindOfSearch, system(), {}, now)).output.reminded).toBe(0);
    expect((await told("job-search.follow-up", north().executiveId)).length).toBeGreaterThan(0);
  });

  test("the week's mail goes out on the person's own Monday morning, once", async () => {
    await timeZone("America/New_York");
    const run = async (moment: string) => (await execute(sendWeekly, system(), {}, at(moment))).output.told;
    const mails = () =>
      transaction({ organisationId: north().organisationId, readOnly: true }, (tx) =>
        tx
          .select()
          .from(mailMessages)
          .where(and(eq(mailMessages.templateKey, "weekly"), eq(mailMessages.personId, north().executiveId))),
      );
    // Eight in Zurich is two at night in New York.
    await run("2026-11-23T07:10:00Z");
    expect(await mails()).toHaveLength(0);
    await run("2026-11-23T13:10:00Z");
    await run("2026-11-23T13:40:00Z");
    expect(await mails()).toHaveLength(1);
    await run("2026-11-24T13:10:00Z");
    expect(await mails()).toHaveLength(1);
  });
});

const told = (kind: string, personId: string) =>
  transaction({ organisationId: north().organisationId, readOnly: true }, (tx) =>
    tx
      .select()
      .from(notifications)
      .where(and(eq(notifications.kind, kind), eq(notifications.personId, personId))),
  );

const timeZone = (zone: string | null) =>
  transaction({ organisationId: north().organisationId }, async (tx) => {
    await tx.update(people).set({ timeZone: zone }).where(eq(people.id, north().executiveId));
  });
