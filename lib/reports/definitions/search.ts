import "server-only";
import { sql } from "drizzle-orm";
import { opportunityMoves } from "@/db/schema/job-search";
import { programmes } from "@/db/schema/programmes";
import type { Definition } from "@/lib/reports/definitions/definition";

export const interviewsPerOffer: Definition = {
  ...{
    key: "interviews-per-offer",
    version: 1,
    since: "2026-11-21",
    subject: "moves",
    unit: "interviews",
    better: "less",
  },
  counted: {
    ...{ by: "within", column: sql`${opportunityMoves.at}`, type: "moment" },
    // The first time that a position came so far: one that went back and forth counts once.
    where: sql`${opportunityMoves.toStage} in ('interviewing', 'offer') and not exists (
      select 1 from ${opportunityMoves} as earlier where earlier.organisation_id = ${opportunityMoves.organisationId}
        and earlier.opportunity_id = ${opportunityMoves.opportunityId} and earlier.to_stage = ${opportunityMoves.toStage}
        and earlier.deleted_at is null and (earlier.at, earlier.id) < (${opportunityMoves.at}, ${opportunityMoves.id}))`,
    programme: (start) =>
      sql`${programmes.acceptedAt} is not null and (${programmes.endedAt} is null or ${programmes.endedAt} >= ${start})`,
  },
  measure: { kind: "per", met: sql`${opportunityMoves.toStage} = 'offer'` },
  columns: ["executive", "stage", "movedOn", "consultant", "sponsor"],
};
