import type { Transaction } from "@/db/client";
import { careerPlans, planEditions, planGoals, planMilestones, planSteps } from "@/db/schema/plans";
import {
  offerCriteria,
  offerScores,
  opportunities,
  opportunityMoves,
  outreach,
  searchCompanies,
  searchContacts,
  searchWeeks,
} from "@/db/schema/job-search";
import { worldMoment } from "@/db/seed/world-ids";
import { nameKey } from "@/lib/platform/keys";
import type { World } from "@/lib/platform/world";

/** The executive's plan with an edition that was kept, and a search with a bit of everything. */
export async function seedSearchWorld(tx: Transaction, ids: World): Promise<void> {
  const words = { targetRoles: "COO", targetCompanies: "", alternative: "" };
  const goal = {
    id: ids.planGoalId,
    goal: "Lead the operations of a port",
    occupation: "Chief operating officer",
    motives: "",
  };
  await tx.insert(careerPlans).values({ id: ids.planId, programmeId: ids.programmeId, edition: 2, ...words });
  await tx.insert(planGoals).values({ ...goal, planId: ids.planId, position: 1 });
  await tx
    .insert(planMilestones)
    .values({ id: ids.milestoneId, planId: ids.planId, title: "Ten talks", dueOn: "2026-12-01", position: 1 });
  await tx
    .insert(planSteps)
    .values({ id: ids.stepId, milestoneId: ids.milestoneId, title: "List ten people", position: 1 });
  await tx.insert(planEditions).values({
    planId: ids.planId,
    number: 1,
    content: { goals: [goal], ...words, milestones: [] },
    keptAt: worldMoment,
  });

  const personId = ids.executiveId;
  const company = "Port of Sande";
  await tx
    .insert(searchCompanies)
    .values({ id: ids.searchCompanyId, personId, name: company, nameKey: nameKey(company) });
  await tx.insert(searchContacts).values({
    id: ids.searchContactId,
    personId,
    name: "Imke Brandsma",
    nameKey: nameKey("Imke Brandsma"),
    companyName: company,
    companyKey: nameKey(company),
    strength: 3,
    lastContactOn: "2026-10-20",
    followUpOn: "2026-11-02",
  });
  const opportunity = (id: string, title: string, stage: string) => ({
    ...{ id, personId, title, stage },
    titleKey: nameKey(title),
    companyName: company,
    companyKey: nameKey(company),
    stageSince: worldMoment,
  });
  await tx.insert(opportunities).values([
    {
      ...opportunity(ids.opportunityId, "Harbour director", "applied"),
      nextAction: "Call",
      nextActionOn: "2026-11-02",
    },
    opportunity(ids.offeredOpportunityId, "Chief operating officer", "offer"),
  ]);
  await tx.insert(opportunityMoves).values({
    personId,
    opportunityId: ids.opportunityId,
    fromStage: "target",
    toStage: "applied",
    at: worldMoment,
  });
  await tx.insert(outreach).values({
    id: ids.outreachId,
    personId,
    contactId: ids.searchContactId,
    kind: "call",
    on: "2026-10-20",
    note: "Will ask her chairman.",
    followUpOn: "2026-11-02",
  });
  await tx
    .insert(searchWeeks)
    .values({ personId, monday: "2026-11-02", contacts: 5, applications: 2, conversations: 3 });
  await tx.insert(offerCriteria).values({ id: ids.criterionId, personId, name: "Pay", weight: 3, position: 1 });
  await tx
    .insert(offerScores)
    .values({ personId, opportunityId: ids.offeredOpportunityId, criterionId: ids.criterionId, score: 4 });
}
