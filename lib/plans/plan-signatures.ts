import "server-only";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { z } from "zod";
import { careerPlans, planGoals, planSignoffs } from "@/db/schema/plans";
import { people } from "@/db/schema/people";
import { programmes } from "@/db/schema/programmes";
import { personIdOf } from "@/lib/platform/actor";
import { query } from "@/lib/platform/operation";

const signers = alias(people, "signers");

/**
 * Plans that the other part signed as they stand now and the actor has not, the longest first: of the caseload for a consultant, the own
 * one for an executive. A plan that nobody signed yet waits for nobody.
 */
export const planSignaturesWaiting = query({
  name: "plans.signaturesWaiting",
  permission: "plans:sign",
  input: z.strictObject({}),
  example: () => ({}),
  async run({ tx, actor }) {
    const personId = personIdOf(actor);
    if (!personId) return [];
    const mine = sql`case when ${programmes.executiveId} = ${personId} then 'executive' else 'consultant' end`;
    return tx
      .select({
        programmeId: programmes.id,
        name: people.name,
        /** The first one; empty where none is written. */
        goal: sql<string>`coalesce((select first.goal from ${planGoals} as first where first.plan_id = ${careerPlans.id}
          and first.deleted_at is null order by first.position, first.id limit 1), '')`,
        signer: signers.name,
        signedAt: planSignoffs.signedAt,
      })
      .from(careerPlans)
      .innerJoin(programmes, eq(programmes.id, careerPlans.programmeId))
      .innerJoin(people, eq(people.id, programmes.executiveId))
      .innerJoin(
        planSignoffs,
        and(
          eq(planSignoffs.planId, careerPlans.id),
          eq(planSignoffs.edition, careerPlans.edition),
          sql`${planSignoffs.part} <> ${mine}`,
        ),
      )
      .innerJoin(signers, eq(signers.id, planSignoffs.personId))
      .where(
        and(
          isNull(careerPlans.deletedAt),
          isNull(programmes.deletedAt),
          sql`${programmes.state} in ('intake', 'active', 'paused')`,
          sql`${personId} in (${programmes.executiveId}, ${programmes.consultantId})`,
          sql`not exists (select 1 from ${planSignoffs} as given where given.plan_id = ${careerPlans.id}
            and given.edition = ${careerPlans.edition} and given.part = ${mine})`,
        ),
      )
      .orderBy(asc(planSignoffs.signedAt))
      .limit(50);
  },
});
