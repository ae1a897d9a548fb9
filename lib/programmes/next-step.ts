import "server-only";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { programmes, programmeTasks } from "@/db/schema/programmes";
import type { CommandContext } from "@/lib/platform/operation";

/**
 * Keeps the programme's next step: the open task that is due first (without a date: after those with one), of the present
 * phase, or mandatory and left from an earlier one. It stands on the programme so that a caseload sorts and sweeps by index; being derived, it is not audited.
 */
export async function refreshNextStep({ tx }: CommandContext, programmeId: string): Promise<void> {
  const [next] = await tx
    .select({ title: programmeTasks.title, dueOn: programmeTasks.dueOn })
    .from(programmeTasks)
    .innerJoin(programmes, eq(programmes.id, programmeTasks.programmeId))
    .where(
      and(
        eq(programmeTasks.programmeId, programmeId),
        isNull(programmeTasks.doneAt),
        isNull(programmeTasks.deletedAt),
        sql`(${programmeTasks.phasePosition} = ${programmes.phasePosition}
             or (${programmeTasks.mandatory} and ${programmeTasks.phasePosition} < ${programmes.phasePosition}))`,
      ),
    )
    .orderBy(
      sql`${programmeTasks.dueOn} asc nulls last`,
      asc(programmeTasks.phasePosition),
      asc(programmeTasks.position),
    )
    .limit(1);
  await tx
    .update(programmes)
    .set({ nextStep: next?.title ?? null, nextDueOn: next?.dueOn ?? null })
    .where(eq(programmes.id, programmeId));
}
