import { and, eq, inArray } from "drizzle-orm";
import type { z } from "zod";
import { transaction } from "@/db/client";
import { people } from "@/db/schema/people";
import { programmes } from "@/db/schema/programmes";
import { newId } from "@/db/tenant-table";
import {
  aureliosCompanies,
  aureliosContacts,
  aureliosCriteria,
  aureliosLog,
  aureliosOpportunities,
  otherSearches,
  type DemoOpportunity,
} from "@/db/seed/demo/search-words";
import { personActor } from "@/lib/identity/person-actor";
import { addCompany } from "@/lib/job-search/commands/companies";
import { addContact } from "@/lib/job-search/commands/contacts";
import { addOpportunity, moveOpportunity } from "@/lib/job-search/commands/opportunities";
import { logOutreach } from "@/lib/job-search/commands/outreach";
import { addCriterion, planWeek, scoreOffer, weighCriterion } from "@/lib/job-search/commands/weeks-and-offers";
import { mondayOf, weeksOn } from "@/lib/job-search/rules/weeks";
import type { PersonActor } from "@/lib/platform/actor";
import { ask, execute } from "@/lib/platform/execute";
import type { Command } from "@/lib/platform/operation";
import { addGoal, editGoal } from "@/lib/plans/commands/goals";
import { addMilestone, markMilestone, markStep } from "@/lib/plans/commands/milestones";
import { signPlan, writePlan } from "@/lib/plans/commands/plan";
import { programmePlan } from "@/lib/plans/queries";
import { civilDate } from "@/lib/platform/civil-dates";

interface Firm {
  organisationId: string;
  slug: string;
  people: Record<string, { personId: string; userId: string }>;
  now: Date;
}

const day = 86_400_000;

/** Plans and searches: the first executive's in full, others lighter. Told by the people themselves, at their moments. */
export async function tellSearches(firm: Firm): Promise<void> {
  const { organisationId, slug } = firm;
  const found = await transaction({ organisationId, readOnly: true }, (tx) =>
    tx
      .select({
        id: programmes.id,
        name: people.name,
        personId: people.id,
        userId: people.userId,
        phase: programmes.phasePosition,
      })
      .from(programmes)
      .innerJoin(people, eq(people.id, programmes.executiveId))
      .where(and(inArray(programmes.state, ["active", "landed"]))),
  );
  const judith = await personActor({ id: newId(), userId: firm.people["Judith Okafor-Lindqvist"]!.userId }, slug);
  for (const { id, name, userId, phase } of found) {
    if (!userId) continue;
    const self = await personActor({ id: newId(), userId }, slug);
    const teller = telling(firm, self);
    if (name === "Aurelio Santangelo") {
      await planOfAurelio(firm, self, judith, id);
      await searchOfAurelio(firm, teller, self.personId);
    } else if (phase >= 6 && ["Layla", "Dr. Maren", "Haruto", "Tomás"].some((start) => name.startsWith(start))) {
      await shortSearch(teller, self.personId);
    }
  }
}

type Teller = ReturnType<typeof telling>;

/** The moment at which something is told: some hours before this one, so that it is over. Its day is that moment's, at any hour of the clock. */
const momentOf = ({ now }: Firm, daysAgo: number): Date => new Date(now.getTime() - daysAgo * day - 3 * 3_600_000);

const telling =
  (firm: Firm, actor: PersonActor) =>
  <Input extends z.ZodType, Output>(command: Command<Input, Output>, daysAgo: number, input: z.input<Input>) =>
    execute(command, actor, input, { now: momentOf(firm, daysAgo) }).then(({ output }) => output);

async function searchOfAurelio(firm: Firm, tell: Teller, personId: string): Promise<void> {
  const date = (daysAgo: number) => civilDate(momentOf(firm, daysAgo), "Europe/Rome");
  for (const [name, place, fit, notes] of aureliosCompanies)
    await tell(addCompany, 66, { personId, name, place, fit, notes });
  const contacts: string[] = [];
  for (const [place, [name, companyName, role, strength, relation]] of aureliosContacts.entries()) {
    const { id } = await tell(addContact, 66 - (place % 9), {
      personId,
      ...{ name, companyName, role, relation },
      strength: String(strength) as "1" | "2" | "3",
      email:
        place % 3 === 2
          ? ""
          : `${name
              .split(" ")[0]!
              .normalize("NFKD")
              .replace(/[^A-Za-z]/g, "")
              .toLowerCase()}@example.com`,
      phone: strength === 3 ? `+47 55 01 0${100 + place}` : "",
      private: name === "Wim Terpstra" ? false : name === "Anton Beaumont",
    });
    contacts.push(id);
  }
  const offers: string[] = [];
  for (const opportunity of aureliosOpportunities) {
    const id = await opportunityOf(tell, personId, opportunity, date);
    if (opportunity.path.at(-1)![0] === "offer") offers.push(id);
  }
  for (const [place, daysAgo, kind, note, back] of aureliosLog)
    await tell(logOutreach, daysAgo, {
      personId,
      contactId: contacts[place]!,
      ...{ kind, note },
      on: date(daysAgo),
      followUpOn: back ? date(daysAgo - back) : "",
    });
  const monday = mondayOf(date(0));
  for (const [weeksAgo, plan] of [
    [4, 4, 1],
    [5, 3, 1],
    [5, 3, 2],
    [4, 4, 1],
    [5, 3, 1],
    [6, 3, 2],
  ].entries())
    await tell(planWeek, Math.max(weeksAgo * 7 - 1, 0), {
      personId,
      monday: weeksOn(monday, -weeksAgo),
      contacts: plan[0]!,
      conversations: plan[1]!,
      applications: plan[2]!,
    });
  for (const [name, weight, ...scores] of aureliosCriteria) {
    const { id: criterionId } = await tell(addCriterion, 3, { personId, name });
    await tell(weighCriterion, 3, { id: criterionId, weight });
    for (const [place, opportunityId] of offers.entries())
      await tell(scoreOffer, 2, { opportunityId, criterionId, score: scores[place]! });
  }
}

async function opportunityOf(
  tell: Teller,
  personId: string,
  { title, company, place, source, pay, next, notes, path, reason }: DemoOpportunity,
  date: (daysAgo: number) => string,
): Promise<string> {
  const [[first, began], ...moves] = path as [DemoOpportunity["path"][number], ...DemoOpportunity["path"]];
  const { id } = await tell(addOpportunity, began, {
    personId,
    ...{ title, place, source },
    companyName: company,
    stage: first === "declined" || first === "closed" ? "target" : first,
    notes: notes ?? "",
    ...(pay ? { payFrom: String(pay[0]), payTo: String(pay[1]) } : {}),
    ...(next ? { nextAction: next[0], nextActionOn: date(-next[1]) } : {}),
  });
  for (const [stage, daysAgo] of moves)
    await tell(moveOpportunity, daysAgo, {
      id,
      stage,
      ...(stage === "closed" || stage === "declined" ? { reason: reason ?? "" } : {}),
    });
  return id;
}

async function shortSearch(tell: Teller, personId: string): Promise<void> {
  for (const [companyName, title, path] of otherSearches) {
    const [[stage, began], ...moves] = path as [(typeof path)[number], ...typeof path];
    const { id } = await tell(addOpportunity, began, { personId, title, companyName, stage });
    for (const [to, daysAgo] of moves) await tell(moveOpportunity, daysAgo, { id, stage: to });
  }
}

async function planOfAurelio(firm: Firm, self: PersonActor, judith: PersonActor, programmeId: string): Promise<void> {
  const [own, hers] = [telling(firm, self), telling(firm, judith)];
  const date = (daysAhead: number) => new Date(firm.now.getTime() + daysAhead * day).toISOString().slice(0, 10);
  await own(addGoal, 70, {
    programmeId,
    goal: "Lead the operations of a company that moves goods by sea, with people who stay.",
    occupation: "Chief operating officer",
    motives: "To build something that outlasts me. Home on weekdays until the school year ends.",
  });
  await own(addGoal, 70, {
    programmeId,
    goal: "Sit on the board of a family-owned yard, and pass on what I have seen go wrong.",
    occupation: "Non-executive director",
    motives: "To be of use to somebody who is where I was ten years ago. Six days a quarter, no more.",
  });
  await own(writePlan, 70, {
    programmeId,
    expectedVersion: 0,
    targetRoles: "Chief operating officer\nManaging director of a port or terminal",
    targetCompanies: "Halden Marine\nPort of Sande\nBrightwater Ferries",
    alternative: "Two mandates on boards and advisory work for an investor.",
  });
  const milestone = (title: string, days: number, steps: string) =>
    hers(addMilestone, 69, { programmeId, title, dueOn: date(days), steps });
  await milestone("Thirty people know what I look for", -35, "List them\nWrite to ten a week\nTell it in one minute");
  await milestone("Four companies are talking to me", -8, "Halden\nSande\nTwo that are not advertised");
  await milestone("Two offers to choose between", 10, "Know my floor\nReferences are told\nPractise the offer talk");
  await milestone("First hundred days are planned", 45, "Talk to three who did it\nWrite the plan on two pages");
  const read = async () => (await ask(programmePlan, self, { programmeId }))!;
  const first = await read();
  await hers(signPlan, 68, { programmeId, edition: first.edition });
  await own(signPlan, 67, { programmeId, edition: first.edition });
  for (const [place, daysAgo] of [
    [0, 40],
    [1, 9],
  ] as const) {
    for (const { id } of first.milestones[place]!.steps) await own(markStep, daysAgo, { id, done: true });
    await own(markMilestone, daysAgo, { id: first.milestones[place]!.id, done: true });
  }
  for (const { id } of first.milestones[2]!.steps.slice(0, 2)) await own(markStep, 3, { id, done: true });
  // Changed since it was agreed: the consultant has signed again, Aurelio not yet.
  const { id, version, occupation } = first.goals[0]!;
  await hers(editGoal, 5, {
    ...{ id, expectedVersion: version, occupation },
    goal: "Lead the operations of a port or a company that moves goods by sea, with people who stay.",
    motives: "To build something that outlasts me. Home on weekdays until the school year ends; nothing before July.",
  });
  await hers(writePlan, 5, {
    programmeId,
    expectedVersion: (await read()).version,
    targetRoles: first.targetRoles,
    targetCompanies: `${first.targetCompanies}\nVesterhav Terminals`,
    alternative: first.alternative,
  });
  await hers(signPlan, 5, { programmeId, edition: (await read()).edition });
}
