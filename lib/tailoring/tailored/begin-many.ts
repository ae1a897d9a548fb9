import "server-only";
import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import { people } from "@/db/schema/people";
import { resumes } from "@/db/schema/resumes";
import { tailoredVersions, tailorings } from "@/db/schema/tailored";
import { requirements, submissions } from "@/db/schema/tailoring";
import { newId } from "@/db/tenant-table";
import { personIdOf } from "@/lib/platform/actor";
import type { CommandContext } from "@/lib/platform/operation";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { reachesSubmissions, type Submission } from "@/lib/tailoring/submissions/load";
import { putAllForward, submissionsOfPairs, type Forward } from "@/lib/tailoring/submissions/put-forward";
import { openDraft, sealDraft, sealVersionDraft } from "./draft";
import { noResume, recorded as recordedDraft, stillRead } from "./draft-commands";
import type { Draft } from "./draft-schema";
import type { Tailoring } from "./load";
import { pickPoints } from "./pick-points";
import { askedSkills } from "./source";
import { recorded as recordedVersion } from "./version-commands";

export interface NotBegun {
  candidateId: string;
  refusal: Refusal;
}

/** A tailoring that is locked, and what stands in its draft. */
export interface Begun {
  tailoring: Tailoring;
  draft: Draft;
}

/**
 * The drafts of many pairs, made where there are none, with the submissions that they need: in as many statements for a hundred as for one, because
 * somebody waits for it. What cannot begin is told and holds up none of the others.
 */
export async function begunMany(
  context: CommandContext,
  pairs: readonly Forward[],
): Promise<{ begun: Begun[]; notBegun: NotBegun[] }> {
  const known = await submissionsOfPairs(context, pairs);
  const isKnown = ({ candidateId, requirementId }: Forward) =>
    known.find((one) => one.personId === candidateId && one.requirementId === requirementId);
  const reached = await lockSubmissions(
    context,
    known.map(({ id }) => id),
  );
  const put = await putAllForward(
    context,
    pairs.filter((pair) => !isKnown(pair)),
  );
  const notBegun: NotBegun[] = put.refused.map(({ pair, refusal }) => ({ candidateId: pair.candidateId, refusal }));
  for (const { id, personId } of known)
    if (!reached.some((one) => one.id === id))
      notBegun.push({ candidateId: personId, refusal: notFound("this submission") });
  const drafts = await draftsFor(context, [...reached, ...put.made], notBegun);
  // As they were chosen, not as they were found.
  const order = new Map(pairs.map(({ candidateId, requirementId }, at) => [`${candidateId} ${requirementId}`, at]));
  const placeOf = new Map(
    [...reached, ...put.made].map((one) => [one.id, order.get(`${one.personId} ${one.requirementId}`) ?? 0]),
  );
  const at = ({ tailoring }: Begun) => placeOf.get(tailoring.submissionId) ?? 0;
  return { begun: drafts.sort((one, other) => at(one) - at(other)), notBegun };
}

async function lockSubmissions({ tx, actor }: CommandContext, ids: readonly string[]): Promise<Submission[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .select({ row: submissions })
    .from(submissions)
    .innerJoin(requirements, eq(requirements.id, submissions.requirementId))
    .innerJoin(people, eq(people.id, submissions.personId))
    .where(and(inArray(submissions.id, [...ids]), reachesSubmissions(actor, "tailoring:write")))
    .orderBy(submissions.id)
    .for("update", { of: submissions });
  return rows.map(({ row }) => row);
}

async function draftsFor(context: CommandContext, all: readonly Submission[], notBegun: NotBegun[]): Promise<Begun[]> {
  if (all.length === 0) return [];
  const { tx, now } = context;
  const before = await tx
    .select()
    .from(tailorings)
    .where(
      inArray(
        tailorings.submissionId,
        all.map(({ id }) => id),
      ),
    )
    .orderBy(tailorings.id)
    .for("update");
  const begun: Begun[] = before.map((tailoring) => ({ tailoring, draft: openDraft(context, tailoring) }));
  const fresh = all.filter(({ id }) => !before.some(({ submissionId }) => submissionId === id));
  const newest = await newestResumes(
    context,
    fresh.map(({ personId }) => personId),
  );
  const pointsOf = new Map<string, Draft["points"]>();
  for (const requirementId of new Set(fresh.map((one) => one.requirementId)))
    pointsOf.set(requirementId, await pickPoints(context, await askedSkills(context, requirementId)));
  const drafts = new Map<string, Draft>();
  const values = fresh.flatMap(({ id: submissionId, personId, requirementId }) => {
    const resumeId = newest.get(personId);
    if (!resumeId) {
      const refusal = new Refusal("state", newest.has(personId) ? stillRead : noResume);
      notBegun.push({ candidateId: personId, refusal });
      return [];
    }
    const id = newId();
    const points = pointsOf.get(requirementId)!.map((point) => ({ ...point, id: newId() }));
    const draft: Draft = { points, ...{ decided: {}, held: {}, pages: null } };
    drafts.set(id, draft);
    return [{ id, submissionId, personId, resumeId, createdAt: now, draftEncrypted: sealDraft(context, id, draft) }];
  });
  const made = values.length > 0 ? await tx.insert(tailorings).values(values).returning() : [];
  for (const tailoring of made) {
    const draft = drafts.get(tailoring.id)!;
    context.record("tailoring", null, recordedDraft(tailoring, draft));
    begun.push({ tailoring, draft });
  }
  return begun;
}

/** The newest resume that was read of each person; null where there is only one that is being read. */
async function newestResumes(
  { tx }: CommandContext,
  personIds: readonly string[],
): Promise<Map<string, string | null>> {
  if (personIds.length === 0) return new Map();
  const rows = await tx
    .select({ id: resumes.id, personId: resumes.personId, status: resumes.status })
    .from(resumes)
    .where(
      and(
        inArray(resumes.personId, [...personIds]),
        isNull(resumes.deletedAt),
        inArray(resumes.status, ["waiting", "read"]),
      ),
    )
    .orderBy(desc(resumes.createdAt), desc(resumes.id));
  const newest = new Map<string, string | null>();
  for (const { id, personId, status } of rows)
    if (!newest.get(personId)) newest.set(personId, status === "read" ? id : null);
  return newest;
}

/** A version of each draft, to be made in the background; none of one that is being made. That there is room for them was asked. */
export async function askVersions(
  context: CommandContext,
  begun: readonly Begun[],
  batchId: string,
): Promise<{ asked: number; busy: Begun[] }> {
  const { tx, now, actor } = context;
  const before = await tx
    .select({
      tailoringId: tailoredVersions.tailoringId,
      ...{ number: tailoredVersions.number, status: tailoredVersions.status },
    })
    .from(tailoredVersions)
    .where(
      inArray(
        tailoredVersions.tailoringId,
        begun.map(({ tailoring }) => tailoring.id),
      ),
    );
  const waiting = new Set(before.flatMap(({ tailoringId, status }) => (status === "waiting" ? [tailoringId] : [])));
  const free = begun.filter(({ tailoring }) => !waiting.has(tailoring.id));
  const values = free.map(({ tailoring, draft }) => {
    const id = newId();
    const numbers = before.flatMap((one) => (one.tailoringId === tailoring.id ? [one.number] : []));
    return {
      ...{ id, tailoringId: tailoring.id, submissionId: tailoring.submissionId, personId: tailoring.personId },
      ...{ resumeId: tailoring.resumeId, number: Math.max(0, ...numbers) + 1, batchId, createdAt: now },
      ...{ draftEncrypted: sealVersionDraft(context, id, draft), madeByPersonId: personIdOf(actor) },
    };
  });
  const made = values.length > 0 ? await tx.insert(tailoredVersions).values(values).returning() : [];
  for (const version of made) {
    context.record("tailored-version", null, recordedVersion(version));
    context.emit("tailoring.version-asked", { versionId: version.id });
  }
  return { asked: made.length, busy: begun.filter(({ tailoring }) => waiting.has(tailoring.id)) };
}
