import { eq, inArray } from "drizzle-orm";
import { transaction } from "@/db/client";
import { aftercareChecks, landings } from "@/db/schema/landings";
import { closures, handovers, packageDecisions, programmeExtensions, programmePauses } from "@/db/schema/lifecycle";
import { programmeEntitlements, programmePhases, programmes, programmeTasks } from "@/db/schema/programmes";
import { seatCharges } from "@/db/schema/seats";

/** All rows of a contract's programmes, with those that were removed, for tests that compare before and after. */
export const factsOfContract = (organisationId: string, engagementId: string) =>
  transaction({ organisationId, readOnly: true }, async (tx) => {
    const own = await tx
      .select()
      .from(programmes)
      .where(eq(programmes.engagementId, engagementId))
      .orderBy(programmes.invitedAt, programmes.id);
    // Never empty, for the lists of SQL.
    const ids = [...own.map(({ id }) => id), organisationId];
    return {
      programmes: own,
      tasks: await tx
        .select()
        .from(programmeTasks)
        .where(inArray(programmeTasks.programmeId, ids))
        .orderBy(programmeTasks.id),
      phases: await tx
        .select()
        .from(programmePhases)
        .where(inArray(programmePhases.programmeId, ids))
        .orderBy(programmePhases.id),
      pauses: await tx
        .select()
        .from(programmePauses)
        .where(inArray(programmePauses.programmeId, ids))
        .orderBy(programmePauses.id),
      landings: await tx.select().from(landings).where(inArray(landings.programmeId, ids)).orderBy(landings.id),
      checks: await tx
        .select()
        .from(aftercareChecks)
        .where(inArray(aftercareChecks.programmeId, ids))
        .orderBy(aftercareChecks.id),
      closures: await tx.select().from(closures).where(inArray(closures.programmeId, ids)).orderBy(closures.id),
      extensions: await tx
        .select()
        .from(programmeExtensions)
        .where(inArray(programmeExtensions.programmeId, ids))
        .orderBy(programmeExtensions.id),
      handovers: await tx
        .select()
        .from(handovers)
        .where(inArray(handovers.programmeId, ids))
        .orderBy(handovers.at, handovers.id),
      decisions: await tx
        .select()
        .from(packageDecisions)
        .where(inArray(packageDecisions.programmeId, ids))
        .orderBy(packageDecisions.at, packageDecisions.id),
      entitlements: await tx
        .select()
        .from(programmeEntitlements)
        .where(inArray(programmeEntitlements.programmeId, ids))
        .orderBy(programmeEntitlements.id),
      charges: await tx
        .select()
        .from(seatCharges)
        .where(eq(seatCharges.engagementId, engagementId))
        .orderBy(seatCharges.id),
    };
  });

export type Facts = Awaited<ReturnType<typeof factsOfContract>>;
