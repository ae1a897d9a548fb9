import "server-only";
import { and, desc, eq, isNull, ne, sql, type SQL } from "drizzle-orm";
import { people } from "@/db/schema/people";
import { resumes } from "@/db/schema/resumes";
import { tailoredVersions, tailorings } from "@/db/schema/tailored";
import { requirements, submissions } from "@/db/schema/tailoring";
import type { OrganisationActor } from "@/lib/platform/actor";
import type { CommandContext, QueryContext } from "@/lib/platform/operation";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { changeableCandidate } from "@/lib/tailoring/candidates/visible";
import { reachesSubmissions, submissionToChange } from "@/lib/tailoring/submissions/load";

export type Tailoring = typeof tailorings.$inferSelect;
export type TailoredVersion = typeof tailoredVersions.$inferSelect;

/** The tailoring of a submission, locked for a change by who may. */
export async function tailoringToChange(context: CommandContext, submissionId: string): Promise<Tailoring> {
  await submissionToChange(context, submissionId);
  const [row] = await context.tx
    .select()
    .from(tailorings)
    .where(eq(tailorings.submissionId, submissionId))
    .for("update");
  if (!row) throw new Refusal("state", "Nothing was begun for this resume yet. Open its tailoring first.");
  return row;
}

/** A version whose submission the actor may change, locked. */
export async function versionToChange(context: CommandContext, id: string): Promise<TailoredVersion> {
  const { tx } = context;
  const [row] = await tx.select().from(tailoredVersions).where(eq(tailoredVersions.id, id)).for("update");
  if (!row) throw notFound("this version");
  await submissionToChange(context, row.submissionId);
  return row;
}

/** A submission that the actor sees, with the names of what it is about. */
export async function submissionSeen({ tx, actor }: QueryContext, id: string) {
  const [found] = await tx
    .select({
      ...{ id: submissions.id, requirementId: requirements.id, title: requirements.title },
      ...{ client: requirements.clientName, personId: submissions.personId, name: people.name },
      ...{ stage: submissions.stage, changeable: sql<boolean>`${changeableCandidate(actor, submissions.personId)}` },
    })
    .from(submissions)
    .innerJoin(requirements, eq(requirements.id, submissions.requirementId))
    .innerJoin(people, eq(people.id, submissions.personId))
    .where(and(eq(submissions.id, id), reachesSubmissions(actor)));
  if (!found) throw notFound("this submission");
  return found;
}

/** The resumes of a person that were read, the newest first. Whether the actor sees the person is asked before. */
export const readResumesOf = ({ tx }: Pick<QueryContext, "tx">, personId: string) =>
  tx
    .select({
      ...{ id: resumes.id, fileId: resumes.fileId, fileName: resumes.fileName, uploadedAt: resumes.createdAt },
      status: sql<"waiting" | "read" | "unreadable">`${resumes.status}`,
    })
    .from(resumes)
    .where(and(eq(resumes.personId, personId), isNull(resumes.deletedAt), ne(resumes.status, "unreadable")))
    .orderBy(desc(resumes.createdAt), desc(resumes.id))
    .limit(20);

/** Whether an actor sees a version, by its id: they see its submission. */
export const visibleVersion = (actor: OrganisationActor, id: SQL): SQL =>
  sql`exists (select 1 from ${tailoredVersions} join ${submissions} on ${submissions.id} = ${tailoredVersions.submissionId}
      join ${requirements} on ${requirements.id} = ${submissions.requirementId}
      join ${people} on ${people.id} = ${submissions.personId}
      where ${tailoredVersions.id} = ${id} and ${reachesSubmissions(actor)})`;
