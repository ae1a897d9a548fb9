import type { Transaction } from "@/db/client";
import {
  competencies,
  competencyFrameworks,
  competencyRaters,
  competencyRatings,
  competencyRounds,
  programmeTargets,
  roleProfiles,
} from "@/db/schema/competencies";
import { worldId, worldMoment, type WorldSlug } from "@/db/seed/world-ids";
import { noAnswers, type Level } from "@/lib/competencies/types";
import { organisationOfTransaction } from "@/lib/platform/organisation";
import { dataKeyOf, sealText } from "@/lib/platform/secrets";
import type { World } from "@/lib/platform/world";

const two = [
  { key: "strategy", cluster: "Direction", name: "Strategic thinking", position: 1 },
  { key: "finance", cluster: "Direction", name: "Financial command", position: 2 },
];
const levels = ["Begins.", "Does it with help.", "Does it.", "Does it where it is hard.", "Others learn from it."];

/**
 * A framework of two competencies and a draft of its next version, a role, and for the active programme: a rating by self that is
 * handed in, one by the consultant that is whole and not handed in, and an open round in which one of three has answered.
 */
export async function seedCompetencyWorld(tx: Transaction, slug: WorldSlug, ids: World): Promise<void> {
  const id = (thing: string) => worldId(slug, thing);
  const key = dataKeyOf(await organisationOfTransaction(tx));
  await tx.insert(competencyFrameworks).values([
    { id: ids.frameworkId, number: 1, state: "published", publishedAt: worldMoment },
    { id: ids.draftFrameworkId, number: 2, state: "draft" },
  ]);
  await tx.insert(competencies).values([
    ...two.map((one) => ({ id: id(`competency/${one.key}`), frameworkId: ids.frameworkId, levels, ...one })),
    ...two.map((one) => ({
      id: one.key === "strategy" ? ids.draftCompetencyId : id(`competency/draft/${one.key}`),
      ...{ frameworkId: ids.draftFrameworkId, levels, ...one },
    })),
  ]);
  const requirements = { strategy: { level: 4, importance: 3 }, finance: { level: 4, importance: 1 } };
  await tx.insert(roleProfiles).values({ id: ids.roleProfileId, name: "Chief operating officer", requirements });
  await tx.insert(programmeTargets).values({
    ...{ id: id("programme-target"), programmeId: ids.programmeId, roleProfileId: ids.roleProfileId },
  });
  await tx.insert(competencyRounds).values({
    ...{ id: ids.roundId, programmeId: ids.programmeId, frameworkId: ids.frameworkId },
    ...{ startedPersonId: ids.executiveId, startedAt: worldMoment, deadlineOn: "2027-12-31" },
  });
  for (const [at, name] of ["Una Berg", "Iven Saar", "Malik Odum"].entries())
    await tx.insert(competencyRaters).values({
      id: at === 0 ? ids.raterId : id(`rater/${at}`),
      ...{ roundId: ids.roundId, name, relation: "peer", state: at === 2 ? "answered" : "invited" },
      ...{ email: `rater${at}@${slug}.example`, emailKey: `rater${at}@${slug}.example` },
    });
  const rating = async (thing: string, given: Record<string, Level>, row: object) => {
    const ratingId = id(`rating/${thing}`);
    const answers = JSON.stringify({ ...noAnswers, levels: given });
    await tx.insert(competencyRatings).values({
      ...{ id: ratingId, programmeId: ids.programmeId, frameworkId: ids.frameworkId, answered: 2, source: "rater" },
      answersEncrypted: sealText(key, answers, `competency-rating:${ratingId}`),
      ...row,
    });
  };
  const self = { source: "self", personId: ids.executiveId, submittedAt: worldMoment };
  await rating("self", { strategy: 3, finance: 2 }, self);
  await rating("self-draft", { strategy: 4, finance: 2 }, { ...self, submittedAt: null });
  await rating("consultant", { strategy: 3, finance: 3 }, { source: "consultant", personId: ids.consultantId });
  await rating("rater", { strategy: 4, finance: 4 }, { raterId: ids.raterId });
  await rating("answered", { strategy: 2, finance: 5 }, { raterId: id("rater/2"), submittedAt: worldMoment });
}
