import "server-only";
import { and, asc, eq, isNull, sql, type SQL } from "drizzle-orm";
import { z } from "zod";
import { people } from "@/db/schema/people";
import { programmes, programmeTasks, taskEvidence, taskSignOffs } from "@/db/schema/programmes";
import { personIdOf } from "@/lib/platform/actor";
import { query } from "@/lib/platform/operation";
import type { Side } from "@/lib/programmes/sign-off";

/** That a task, in a statement that reads from `programme_tasks`, is done and lacks a signature that it asks for: of a side, or of any. */
export function waitsForSignature(side?: Side): SQL {
  const missing = (of: Side) => sql`(${programmeTasks.signOff} in (${of}, 'both') and not exists (
    select 1 from ${taskSignOffs} where ${taskSignOffs.taskId} = ${programmeTasks.id} and ${taskSignOffs.side} = ${of}
      and ${taskSignOffs.outcome} = 'signed' and ${taskSignOffs.withdrawnAt} is null))`;
  return sql`(${programmeTasks.doneAt} is not null and ${side ? missing(side) : sql`(${missing("consultant")} or ${missing("executive")})`})`;
}

/**
 * What waits for the actor's own signature, the longest first: tasks of the caseload that executives ticked off, or, for an executive, the
 * consultant's. With how much evidence there is. At most fifty.
 */
export const signaturesWaiting = query({
  name: "programmes.signaturesWaiting",
  permission: "programmes:work",
  input: z.strictObject({}),
  example: () => ({}),
  async run({ tx, actor }) {
    const personId = personIdOf(actor);
    if (!personId) return [];
    return tx
      .select({
        taskId: programmeTasks.id,
        programmeId: programmes.id,
        title: programmeTasks.title,
        name: people.name,
        doneAt: sql<Date>`${programmeTasks.doneAt}`.mapWith(programmeTasks.doneAt),
        evidence: sql<number>`(select count(*) from ${taskEvidence} where ${taskEvidence.taskId} = ${programmeTasks.id}
          and ${taskEvidence.deletedAt} is null)`.mapWith(Number),
      })
      .from(programmes)
      .innerJoin(programmeTasks, eq(programmeTasks.programmeId, programmes.id))
      .innerJoin(people, eq(people.id, programmes.executiveId))
      .where(
        and(
          isNull(programmes.deletedAt),
          isNull(programmeTasks.deletedAt),
          sql`${programmes.state} in ('intake', 'active', 'paused')`,
          sql`((${programmes.consultantId} = ${personId} and ${waitsForSignature("consultant")})
            or (${programmes.executiveId} = ${personId} and ${waitsForSignature("executive")}))`,
        ),
      )
      .orderBy(asc(programmeTasks.doneAt))
      .limit(50);
  },
});
