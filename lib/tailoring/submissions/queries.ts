import "server-only";
import { and, asc, desc, eq, inArray, sql, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { z } from "zod";
import { people } from "@/db/schema/people";
import { requirements, submissionMoves, submissions } from "@/db/schema/tailoring";
import { query, type QueryContext } from "@/lib/platform/operation";
import { notFound } from "@/lib/platform/refusal";
import { CandidateId } from "@/lib/tailoring/candidates/schemas";
import { RequirementId } from "@/lib/tailoring/requirements/schemas";
import { openNote, openReason, reachesSubmissions } from "@/lib/tailoring/submissions/load";
import { SubmissionId } from "@/lib/tailoring/submissions/schemas";
import { openSubmissionStages, type SubmissionStage } from "@/lib/tailoring/submissions/stages";

const owners = alias(people, "owners");

const shown = {
  id: submissions.id,
  requirementId: submissions.requirementId,
  title: requirements.title,
  client: requirements.clientName,
  personId: submissions.personId,
  name: people.name,
  headline: people.headline,
  stage: sql<SubmissionStage>`${submissions.stage}`,
  stageSince: submissions.stageSince,
  interviewAt: submissions.interviewAt,
} as const;

/** Submissions that the actor sees and that meet a condition, in an order. */
export const submissionsWhere = ({ tx, actor }: QueryContext, condition: SQL, order: SQL[], most: number) =>
  tx
    .select(shown)
    .from(submissions)
    .innerJoin(requirements, eq(requirements.id, submissions.requirementId))
    .innerJoin(people, eq(people.id, submissions.personId))
    .where(and(condition, reachesSubmissions(actor)))
    .orderBy(...order, asc(submissions.id))
    .limit(most);

const furthestFirst = sql`array_position(array['offer', 'interview', 'sent', 'tailored', 'draft', 'placed'], ${submissions.stage})`;

/** Who is put forward for a requirement, who is furthest first. */
export const submissionsFor = query({
  name: "tailoring.submissionsFor",
  permission: "tailoring:read",
  input: RequirementId,
  example: ({ requirementId }) => ({ id: requirementId }),
  run: (context, { id }) => submissionsWhere(context, eq(submissions.requirementId, id), [furthestFirst], 200),
});

/** For what a candidate is put forward, the latest first. */
export const submissionsOf = query({
  name: "tailoring.submissionsOf",
  permission: "tailoring:read",
  input: CandidateId,
  example: ({ candidateId }) => ({ id: candidateId }),
  run: (context, { id }) =>
    submissionsWhere(context, eq(submissions.personId, id), [desc(submissions.stageSince)], 100),
});

/** One submission with its moves: who, when, why. */
export const oneSubmission = query({
  name: "tailoring.submission",
  permission: "tailoring:read",
  input: SubmissionId,
  example: ({ submissionId }) => ({ id: submissionId }),
  async run(context, { id }) {
    const { tx, actor } = context;
    const [found] = await tx
      .select({ ...shown, version: submissions.version, noteEncrypted: submissions.noteEncrypted, owner: owners.name })
      .from(submissions)
      .innerJoin(requirements, eq(requirements.id, submissions.requirementId))
      .innerJoin(people, eq(people.id, submissions.personId))
      .leftJoin(owners, eq(owners.id, submissions.ownerPersonId))
      .where(and(eq(submissions.id, id), reachesSubmissions(actor)));
    if (!found) throw notFound("this submission");
    const moves = await tx
      .select({
        ...{ id: submissionMoves.id, at: submissionMoves.at, reason: submissionMoves.reasonEncrypted },
        ...{ toStage: sql<SubmissionStage>`${submissionMoves.toStage}`, by: people.name },
      })
      .from(submissionMoves)
      .leftJoin(people, eq(people.id, submissionMoves.byPersonId))
      .where(eq(submissionMoves.submissionId, id))
      .orderBy(desc(submissionMoves.at), desc(submissionMoves.id));
    const { noteEncrypted, ...rest } = found;
    return {
      ...{ ...rest, note: openNote(context, id, noteEncrypted) },
      moves: moves.map((move) => ({ ...move, reason: openReason(context, move.id, move.reason) })),
    };
  },
});

/** How many a column of the board shows; the list has them all. */
const mostOnBoard = 30;

/** The board: what is open, by stage, what moved last first, and how many each stage has. */
export const submissionBoard = query({
  name: "tailoring.submissionBoard",
  permission: "tailoring:read",
  input: z.strictObject({}),
  example: () => ({}),
  async run(context) {
    const { tx, actor } = context;
    const counted = await tx
      .select({ stage: submissions.stage, count: sql<number>`count(*)::int` })
      .from(submissions)
      .innerJoin(requirements, eq(requirements.id, submissions.requirementId))
      .innerJoin(people, eq(people.id, submissions.personId))
      .where(and(inArray(submissions.stage, [...openSubmissionStages]), reachesSubmissions(actor)))
      .groupBy(submissions.stage);
    const columns = [];
    for (const stage of openSubmissionStages)
      columns.push({
        stage,
        count: counted.find((row) => row.stage === stage)?.count ?? 0,
        cards: await submissionsWhere(
          context,
          eq(submissions.stage, stage),
          [desc(submissions.stageSince)],
          mostOnBoard,
        ),
      });
    return columns;
  },
});
