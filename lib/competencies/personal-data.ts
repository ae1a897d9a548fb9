import "server-only";
import { eq, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import {
  competencyRaters,
  competencyRatings,
  competencyRounds,
  programmeTargets,
  roleProfiles,
} from "@/db/schema/competencies";
import { programmes } from "@/db/schema/programmes";
import { openAnswers } from "@/lib/competencies/answers";
import { forgetExternalLinks } from "@/lib/identity/external-links";
import type { PersonalData } from "@/lib/platform/module";
import { organisationOfTransaction } from "@/lib/platform/organisation";

/** How a person was seen. What those said who were asked in a round is theirs, and anonymous: it is erased, not handed out. */
export const competenciesPersonalData: PersonalData = {
  tables: ["competency_ratings", "competency_rounds", "competency_raters", "programme_targets", "role_profiles"],
  async export(tx, personId): Promise<Record<string, unknown[]>> {
    const ids = await programmesOf(tx, personId);
    if (ids.length === 0) return {};
    const organisation = await organisationOfTransaction(tx);
    const ratings = await tx.select().from(competencyRatings).where(inArray(competencyRatings.programmeId, ids));
    return {
      competency_ratings: ratings
        .filter(({ raterId, submittedAt, source }) => !raterId && (submittedAt || source === "self"))
        .map((rating) => {
          const { answersEncrypted: _, ...row } = rating;
          return { ...row, answers: openAnswers(organisation, rating) };
        }),
      competency_rounds: await tx.select().from(competencyRounds).where(inArray(competencyRounds.programmeId, ids)),
      programme_targets: await tx.select().from(programmeTargets).where(inArray(programmeTargets.programmeId, ids)),
      role_profiles: await tx.select().from(roleProfiles).where(inArray(roleProfiles.programmeId, ids)),
    };
  },
  async erase(tx, personId) {
    const ids = await programmesOf(tx, personId);
    if (ids.length === 0) return;
    const rounds = await tx
      .select({ id: competencyRounds.id })
      .from(competencyRounds)
      .where(inArray(competencyRounds.programmeId, ids));
    const roundIds = rounds.map(({ id }) => id);
    await tx.delete(competencyRatings).where(inArray(competencyRatings.programmeId, ids));
    if (roundIds.length > 0) {
      const raters = await tx
        .delete(competencyRaters)
        .where(inArray(competencyRaters.roundId, roundIds))
        .returning({ linkId: competencyRaters.linkId });
      await forgetExternalLinks(
        tx,
        raters.flatMap(({ linkId }) => linkId ?? []),
      );
      await tx.delete(competencyRounds).where(inArray(competencyRounds.id, roundIds));
    }
    await tx.delete(programmeTargets).where(inArray(programmeTargets.programmeId, ids));
    await tx.delete(roleProfiles).where(inArray(roleProfiles.programmeId, ids));
  },
};

const programmesOf = async (tx: Transaction, personId: string): Promise<string[]> =>
  (await tx.select({ id: programmes.id }).from(programmes).where(eq(programmes.executiveId, personId))).map(
    ({ id }) => id,
  );
