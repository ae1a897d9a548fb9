import "server-only";
import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { z } from "zod";
import { people } from "@/db/schema/people";
import { tailoredVersions, tailoringBatches } from "@/db/schema/tailored";
import { libraryPoints, requirements, submissions } from "@/db/schema/tailoring";
import { personIdOf, scopesOf } from "@/lib/platform/actor";
import { nameKey } from "@/lib/platform/keys";
import { query, type QueryContext } from "@/lib/platform/operation";
import { notFound } from "@/lib/platform/refusal";
import { reachesPoints } from "@/lib/tailoring/library/store";
import { ownTechnologies } from "@/lib/tailoring/own-technologies/own-technologies";
import { reachesSubmissions } from "@/lib/tailoring/submissions/load";
import { technologyKey } from "@/lib/tailoring/technology-key";
import { submissionSeen } from "./load";
import { BatchId, PointChoicesInput } from "./schemas";
import { askedSkills } from "./source";
import type { BatchView, VersionView } from "./tailoring-view";

const starters = alias(people, "starters");
const asked = alias(requirements, "asked");

/** One batch with what came of each resume, in the order in which they were asked for. Of candidates whom the actor no longer sees nothing is told. */
export const oneTailoringBatch = query({
  name: "tailoring.batch",
  permission: "tailoring:read",
  input: BatchId,
  example: ({ tailoringBatchId }) => ({ id: tailoringBatchId }),
  async run(context, { id }): Promise<BatchView> {
    const { tx, actor } = context;
    const [found] = await tx
      .select({ batch: tailoringBatches, by: starters.name, title: asked.title })
      .from(tailoringBatches)
      .leftJoin(starters, eq(starters.id, tailoringBatches.personId))
      .leftJoin(asked, eq(asked.id, tailoringBatches.requirementId))
      .where(eq(tailoringBatches.id, id));
    const own = found?.batch.personId === personIdOf(actor);
    if (!found || !(own || scopesOf(actor, "tailoring:read").has("all"))) throw notFound("this batch");
    const { batch, by, title } = found;
    const rows = await tx
      .select({
        ...{ versionId: tailoredVersions.id, submissionId: tailoredVersions.submissionId, name: people.name },
        ...{ personId: people.id, requirementId: requirements.id, title: requirements.title },
        client: requirements.clientName,
        status: sql<VersionView["status"]>`${tailoredVersions.status}`,
        ...{ refusalCode: tailoredVersions.refusalCode, refusalMessage: tailoredVersions.refusalMessage },
        ...{ placed: tailoredVersions.placedCount, leftOut: tailoredVersions.leftOutCount },
        ...{ scoreBefore: tailoredVersions.scoreBefore, scoreAfter: tailoredVersions.scoreAfter },
        ...{ cleanFileId: tailoredVersions.cleanFileId, stage: submissions.stage },
      })
      .from(tailoredVersions)
      .innerJoin(submissions, eq(submissions.id, tailoredVersions.submissionId))
      .innerJoin(requirements, eq(requirements.id, submissions.requirementId))
      .innerJoin(people, eq(people.id, submissions.personId))
      .where(and(eq(tailoredVersions.batchId, id), reachesSubmissions(actor)))
      // What is tried again is a new version, and stays in its place.
      .orderBy(asc(tailoredVersions.tailoringId), asc(tailoredVersions.id))
      .limit(1_000);
    const count = (status: VersionView["status"]) => rows.filter((row) => row.status === status).length;
    return {
      ...{ id, by, total: batch.total, startedAt: batch.createdAt, finishedAt: batch.finishedAt },
      ...{ stoppedAt: batch.stoppedAt, version: batch.version },
      requirement: batch.requirementId && title ? { id: batch.requirementId, title } : null,
      counts: {
        ...{ waiting: count("waiting"), done: count("done") },
        ...{ refused: count("refused"), stopped: count("stopped") },
      },
      rows,
    };
  },
});

/** The batches that a person started, or all for who looks after all, the newest first. */
export const tailoringBatchesOf = query({
  name: "tailoring.batches",
  permission: "tailoring:read",
  input: z.strictObject({}),
  example: () => ({}),
  run: ({ tx, actor }) =>
    tx
      .select({
        ...{ id: tailoringBatches.id, total: tailoringBatches.total, startedAt: tailoringBatches.createdAt },
        ...{ finishedAt: tailoringBatches.finishedAt, by: starters.name, title: asked.title },
      })
      .from(tailoringBatches)
      .leftJoin(starters, eq(starters.id, tailoringBatches.personId))
      .leftJoin(asked, eq(asked.id, tailoringBatches.requirementId))
      .where(
        scopesOf(actor, "tailoring:read").has("all")
          ? undefined
          : eq(tailoringBatches.personId, personIdOf(actor) ?? "00000000-0000-0000-0000-000000000000"),
      )
      .orderBy(desc(tailoringBatches.createdAt), desc(tailoringBatches.id))
      .limit(50),
});

/** Points of the library that could go into a resume: with words that are looked for, else those for what the requirement asks for, the most used first. */
export const pointChoices = query({
  name: "tailoring.pointChoices",
  permission: "tailoring:read",
  input: PointChoicesInput,
  example: ({ submissionId }) => ({ submissionId }),
  async run(context, { submissionId, search = "" }) {
    const { tx, actor } = context;
    const { requirementId } = await submissionSeen(context, submissionId);
    const condition = search.trim() === "" ? await forSkills(context, requirementId) : await saying(context, search);
    if (!condition) return [];
    return tx
      .select({ id: libraryPoints.id, technology: libraryPoints.technology, text: libraryPoints.text })
      .from(libraryPoints)
      .where(and(condition, isNull(libraryPoints.retiredAt), reachesPoints(actor)))
      .orderBy(desc(libraryPoints.useCount), asc(libraryPoints.technologyKey), asc(libraryPoints.id))
      .limit(60);
  },
});

async function forSkills(context: QueryContext, requirementId: string) {
  const own = await ownTechnologies(context);
  const keys = (await askedSkills(context, requirementId)).map(({ name }) => technologyKey(name, own));
  return keys.length > 0 ? inArray(libraryPoints.technologyKey, keys) : null;
}

const saying = async (context: QueryContext, search: string) =>
  sql`(${libraryPoints.technologyKey} = ${technologyKey(search, await ownTechnologies(context))} or position(${nameKey(search)} in ${libraryPoints.textKey}) > 0)`;
