import "server-only";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { opportunities } from "@/db/schema/job-search";
import { landings } from "@/db/schema/landings";
import { people } from "@/db/schema/people";
import { programmes } from "@/db/schema/programmes";
import { personIdOf } from "@/lib/platform/actor";
import { query } from "@/lib/platform/operation";

/**
 * That no landing tells yet of an accepted offer, in a statement that reads from `opportunities`. One that fell through counts as told: it is
 * not offered again.
 */
export const notTold = sql`not exists (select 1 from ${landings} join ${programmes} as told on told.id = ${landings.programmeId}
  where told.executive_id = ${opportunities.personId} and ${landings.acceptedOn} = ${opportunities.acceptedOn}
    and ${landings.employer} = ${opportunities.companyName})`;

/** Offers that executives of the actor's own caseload accepted and whose landing is not written down, the longest first. At most fifty. */
export const landingsToConfirm = query({
  name: "job-search.landingsToConfirm",
  permission: "job-search:read",
  input: z.strictObject({}),
  example: () => ({}),
  async run({ tx, actor }) {
    const personId = personIdOf(actor);
    if (!personId) return [];
    return tx
      .select({
        programmeId: programmes.id,
        name: people.name,
        title: opportunities.title,
        companyName: opportunities.companyName,
        since: opportunities.stageSince,
      })
      .from(programmes)
      .innerJoin(opportunities, eq(opportunities.personId, programmes.executiveId))
      .innerJoin(people, eq(people.id, programmes.executiveId))
      .where(
        and(
          eq(programmes.consultantId, personId),
          isNull(programmes.deletedAt),
          sql`${programmes.state} in ('intake', 'active', 'paused')`,
          eq(opportunities.stage, "accepted"),
          isNull(opportunities.deletedAt),
          notTold,
        ),
      )
      .orderBy(asc(opportunities.stageSince))
      .limit(50);
  },
});
