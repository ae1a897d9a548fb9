import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { people } from "@/db/schema/people";
import { requirements, submissions } from "@/db/schema/tailoring";
import type { OrganisationActor } from "@/lib/platform/actor";
import type { CommandContext, QueryContext } from "@/lib/platform/operation";
import type { Permission } from "@/lib/platform/permissions";
import { notFound } from "@/lib/platform/refusal";
import { dataKeyOf, openText, sealText } from "@/lib/platform/secrets";
import { visibleCandidate } from "@/lib/tailoring/candidates/visible";
import { reachesRequirements } from "@/lib/tailoring/requirements/load";

export type Submission = typeof submissions.$inferSelect;

/** Submissions whose requirement the actor reaches and whose candidate they see; for a statement that joins both with `submissions`. */
export const reachesSubmissions = (actor: OrganisationActor, permission: Permission = "tailoring:read") =>
  and(
    isNull(submissions.deletedAt),
    isNull(people.deletedAt),
    reachesRequirements(actor, permission),
    visibleCandidate(actor, submissions.personId),
  )!;

/** A submission, locked for a change by who may. */
export async function submissionToChange({ tx, actor }: CommandContext, id: string): Promise<Submission> {
  const [found] = await tx
    .select({ row: submissions })
    .from(submissions)
    .innerJoin(requirements, eq(requirements.id, submissions.requirementId))
    .innerJoin(people, eq(people.id, submissions.personId))
    .where(and(eq(submissions.id, id), reachesSubmissions(actor, "tailoring:write")))
    .for("update", { of: submissions });
  if (!found) throw notFound("this submission");
  return found.row;
}

/* Notes and reasons are about a person: sealed, each for its own place. */
const notePlace = (id: string): string => `submission:${id}:note`;
const reasonPlace = (id: string): string => `submission-move:${id}:reason`;

type Keyed = Pick<QueryContext, "organisation">;

export const sealNote = ({ organisation }: Keyed, id: string, note: string): string | null =>
  note ? sealText(dataKeyOf(organisation), note, notePlace(id)) : null;
export const openNote = ({ organisation }: Keyed, id: string, sealed: string | null): string =>
  sealed ? openText(dataKeyOf(organisation), sealed, notePlace(id)) : "";
export const sealReason = ({ organisation }: Keyed, id: string, reason: string): string | null =>
  reason ? sealText(dataKeyOf(organisation), reason, reasonPlace(id)) : null;
export const openReason = ({ organisation }: Keyed, id: string, sealed: string | null): string =>
  sealed ? openText(dataKeyOf(organisation), sealed, reasonPlace(id)) : "";
