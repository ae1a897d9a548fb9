import "server-only";
import { and, eq, inArray, isNull } from "drizzle-orm";
import { people } from "@/db/schema/people";
import { submissionMoves, submissions } from "@/db/schema/tailoring";
import { newId } from "@/db/tenant-table";
import { personIdOf } from "@/lib/platform/actor";
import type { CommandContext } from "@/lib/platform/operation";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { visibleCandidate } from "@/lib/tailoring/candidates/visible";
import { requirementsToChange } from "@/lib/tailoring/requirements/load";
import { sealReason, type Submission } from "@/lib/tailoring/submissions/load";

export interface Forward {
  candidateId: string;
  requirementId: string;
}

/** Puts people forward for requirements, as drafts, in as many statements for many as for one; what cannot be is told and holds up none of the others. */
export async function putAllForward<Pair extends Forward>(
  context: CommandContext,
  pairs: readonly Pair[],
): Promise<{ made: Submission[]; refused: { pair: Pair; refusal: Refusal }[] }> {
  if (pairs.length === 0) return { made: [], refused: [] };
  const { tx, now, actor } = context;
  const wanted = await requirementsToChange(
    context,
    pairs.map(({ requirementId }) => requirementId),
  );
  const seen = await tx
    .select({ id: people.id })
    .from(people)
    .where(
      and(
        inArray(
          people.id,
          pairs.map(({ candidateId }) => candidateId),
        ),
        isNull(people.deletedAt),
        visibleCandidate(actor, people.id),
      ),
    );
  const candidates = new Set(seen.map(({ id }) => id));
  const refused: { pair: Pair; refusal: Refusal }[] = [];
  const open = pairs.filter((pair) => {
    const refusal = whyNot(wanted.get(pair.requirementId)?.status, candidates.has(pair.candidateId));
    if (refusal) refused.push({ pair, refusal });
    return !refusal;
  });
  if (open.length === 0) return { made: [], refused };
  const made = await tx
    .insert(submissions)
    .values(
      open.map(({ requirementId, candidateId }) => ({
        ...{ requirementId, personId: candidateId, stageSince: now, createdAt: now },
        ownerPersonId: personIdOf(actor),
      })),
    )
    .onConflictDoNothing()
    .returning();
  for (const pair of open)
    if (!made.some((one) => one.requirementId === pair.requirementId && one.personId === pair.candidateId))
      refused.push({ pair, refusal: new Refusal("conflict", alreadyThere, "candidateId") });
  if (made.length > 0) await keepBeginnings(context, made);
  return { made, refused };
}

const alreadyThere = "They are put forward for this requirement already.";

function whyNot(status: string | undefined, seen: boolean): Refusal | null {
  if (status === undefined) return notFound("this requirement");
  if (status === "filled" || status === "closed")
    return new Refusal("state", "Nobody is looked for here any more. Open the requirement again first.");
  return seen ? null : notFound("this candidate");
}

async function keepBeginnings(context: CommandContext, made: readonly Submission[]): Promise<void> {
  const moves = await context.tx
    .insert(submissionMoves)
    .values(
      made.map(({ id: submissionId, personId }) => {
        const id = newId();
        return {
          ...{ id, submissionId, personId, fromStage: null, toStage: "draft", at: context.now },
          ...{ byPersonId: personIdOf(context.actor), reasonEncrypted: sealReason(context, id, "") },
        };
      }),
    )
    .returning();
  for (const one of made) {
    context.record("submission", null, one);
    // Without a name: who sees the requirement may not see the candidate later on.
    context.remember({ entity: "requirement", entityId: one.requirementId, kind: "tailoring.put-forward" });
    context.remember({ entity: "candidate", entityId: one.personId, kind: "tailoring.put-forward" });
  }
  for (const move of moves) context.record("submission_move", null, move);
}

/** The submissions that there are of these pairs, reached or not. */
export async function submissionsOfPairs(
  { tx }: Pick<CommandContext, "tx">,
  pairs: readonly Forward[],
): Promise<{ id: string; requirementId: string; personId: string }[]> {
  const requirementIds = [...new Set(pairs.map(({ requirementId }) => requirementId))];
  const one = requirementIds.length === 1 ? eq(submissions.requirementId, requirementIds[0]!) : undefined;
  return tx
    .select({ id: submissions.id, requirementId: submissions.requirementId, personId: submissions.personId })
    .from(submissions)
    .where(
      and(
        one ?? inArray(submissions.requirementId, requirementIds),
        inArray(
          submissions.personId,
          pairs.map(({ candidateId }) => candidateId),
        ),
      ),
    );
}
