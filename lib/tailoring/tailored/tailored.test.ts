import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeAll, expect, test, vi } from "vitest";
import { transaction } from "@/db/client";
import { auditPayloads } from "@/db/schema/audit";
import { libraryPoints } from "@/db/schema/tailoring";
import { organisations } from "@/db/schema/organisations";
import { notifications, outbox } from "@/db/schema/platform";
import { tailoredVersions, tailoringBatches } from "@/db/schema/tailored";
import { readBytes } from "@/lib/files/open-file";
import { openResume, readResume } from "@/lib/resumes/read";
import { refusalOf, testWorld } from "@/lib/platform/testing/world";
import { english } from "@/lib/tailoring/english";
import { moveSubmission, putForward, takeBackSubmission } from "@/lib/tailoring/submissions/commands";
import { oneSubmission } from "@/lib/tailoring/submissions/queries";
import { retryBatch, startBatch, stopBatch } from "@/lib/tailoring/tailored/batch-commands";
import { oneTailoringBatch, pointChoices } from "@/lib/tailoring/tailored/batch-queries";
import { documentBytes } from "@/lib/tailoring/tailored/document-bytes";
import { beginTailoring, changeDraft, putBackDraft } from "@/lib/tailoring/tailored/draft-commands";
import { makePdf } from "@/lib/tailoring/tailored/make-pdf";
import { makeVersion } from "@/lib/tailoring/tailored/make-version";
import { forgetRoles, markRoles } from "@/lib/tailoring/tailored/mark-commands";
import { tailoringView } from "@/lib/tailoring/tailored/queries";
import { tailoringInWords } from "@/lib/tailoring/tailored/tailoring-in-words";
import type { TailoringFacts } from "@/lib/tailoring/tailored/tailoring-view";
import { applyTailoring, askPdf, restoreVersion } from "@/lib/tailoring/tailored/version-commands";

// The first file that is stored loads the manifests of all modules.
vi.setConfig({ testTimeout: 60_000 });

const world = testWorld();
const inNorth = <T>(work: Parameters<typeof transaction<T>>[1]) =>
  transaction({ organisationId: world.north.organisationId }, work);

async function viewOf(submissionId: string): Promise<TailoringFacts> {
  const view = await world.north.ask(tailoringView, "recruiter", { submissionId });
  if ("none" in view) throw new Error(view.none);
  return view;
}

const make = (versionId: string) => makeVersion(world.north.organisationId, versionId);

async function applied(submissionId: string): Promise<string> {
  const { version } = await viewOf(submissionId);
  const { versionId } = await world.north.execute(applyTailoring, "recruiter", {
    submissionId,
    expectedVersion: version,
  });
  expect(await make(versionId)).toEqual({ status: "done" });
  return versionId;
}

beforeAll(async () => {
  await world.north.execute(beginTailoring, "recruiter", { submissionId: world.north.submissionId });
});

test("a tailoring begins with points of the library for what is asked for, and says where each goes and why", async () => {
  const view = await viewOf(world.north.submissionId);
  expect(view.points.map(({ technology, libraryPointId }) => [technology, libraryPointId !== null])).toEqual([
    ["Kubernetes", true],
    ["Go", true],
  ]);
  expect(view.roles.map(({ employer }) => employer)).toEqual(["Castellmar Payments", "Nordhavn Freight"]);
  expect(view.plan!.placed[0]).toMatchObject({ point: view.points[0]!.id, role: 0, because: { byHand: false } });
  expect(tailoringInWords(english, view).plan!.placed[0]!.reason).toContain("The job asks for it");
  expect(view.score!.after).toBeGreaterThanOrEqual(view.score!.before);
  // The point about Go does not name it, so nobody who reads the resume finds it there.
  expect(view.score!.skills.map(({ technology, points }) => [technology, points.length])).toEqual([
    ["Kubernetes", 1],
    ["Go", 0],
  ]);
  expect(view.length!.after).toBeGreaterThanOrEqual(view.length!.before);
});

test("what a person decides goes before the plan, is refused over what somebody else saved, and can be taken back", async () => {
  const { submissionId } = world.north;
  const { points, version, roles } = await viewOf(submissionId);
  const [first, second] = points.map(({ id }) => id);
  const bullet = roles[1]!.bullets[0]!;
  const decided = { [first!]: { role: 1, after: bullet }, [second!]: null };
  await world.north.execute(changeDraft, "recruiter", { submissionId, expectedVersion: version, decided });
  const moved = await viewOf(submissionId);
  expect(moved.plan!.placed).toMatchObject([{ point: first, role: 1, after: bullet, because: { byHand: true } }]);
  expect(moved.plan!.leftOut).toMatchObject([{ point: second, because: { code: "by-hand" } }]);
  const stale = { submissionId, expectedVersion: version, pages: 1 };
  const refusal = await refusalOf(world.north.execute(changeDraft, "recruiter", stale));
  expect(refusal.code).toBe("conflict");
  await world.north.execute(putBackDraft, "recruiter", { submissionId, expectedVersion: moved.version });
  expect((await viewOf(submissionId)).plan!.placed.map(({ because }) => because.byHand)).toEqual([false, false]);
});

test("a version is the owner's own document with the points in it, clean and tracked; made again nothing changes", async () => {
  const { submissionId, organisationId } = world.north;
  const seen = await documentBytes(await world.north.as("recruiter"), submissionId, "draft");
  const versionId = await applied(submissionId);
  const [version] = (await viewOf(submissionId)).versions;
  expect(version).toMatchObject({ id: versionId, number: 1, status: "done", placed: 2, leftOut: 0 });
  const system = { kind: "system", organisationId, cause: "test" } as const;
  const clean = await readBytes(system, version!.files.clean!);
  expect(clean.name).toBe("Daniela.docx");
  expect(Buffer.compare(clean.bytes, seen.bytes)).toBe(0);
  const { paragraphs } = await readResume(clean.bytes, clean.name);
  for (const { text, paragraphs: numbers } of version!.report!.placed) {
    expect(numbers).toHaveLength(1);
    expect(paragraphs[numbers[0]!]!.text).toBe(text);
  }
  const tracked = await readBytes(system, version!.files.tracked!);
  expect(tracked.name).toBe("Daniela (tracked).docx");
  expect((await openResume(tracked.bytes, tracked.name)).docx!.open.main.source).toContain("<w:ins ");
  expect((await world.north.ask(oneSubmission, "recruiter", { id: submissionId })).stage).toBe("tailored");
  expect(await make(versionId)).toEqual({ status: "done" });
  const used = await inNorth((tx) => tx.select().from(libraryPoints).where(eq(libraryPoints.id, world.north.pointId)));
  expect(used[0]).toMatchObject({ useCount: 1 });
});

test("a point is counted once a resume, an earlier version is taken up again, and pressed twice it is one version", async () => {
  const { submissionId } = world.north;
  const { versions, points, version } = await viewOf(submissionId);
  await world.north.execute(changeDraft, "recruiter", {
    ...{ submissionId, expectedVersion: version, points: [{ ...points[0]!, text: "Ran Kubernetes in four regions." }] },
  });
  const ask = async () =>
    (
      await world.north.execute(applyTailoring, "recruiter", {
        submissionId,
        expectedVersion: (await viewOf(submissionId)).version,
      })
    ).versionId;
  const [one, other] = [await ask(), await ask()];
  expect(one).toBe(other);
  const restore = async (expectedVersion?: number) =>
    world.north.execute(restoreVersion, "recruiter", {
      ...{ versionId: versions[0]!.id, expectedVersion: expectedVersion ?? (await viewOf(submissionId)).version },
    });
  expect((await refusalOf(restore())).message).toContain("A version is being made");
  await make(one);
  const draft = await viewOf(submissionId);
  expect((await refusalOf(restore(draft.version - 1))).code).toBe("conflict");
  const restored = await restore();
  await make(restored.versionId);
  const now = await viewOf(submissionId);
  expect(now.versions.map(({ number, restoresNumber }) => [number, restoresNumber])).toEqual([
    [3, 1],
    [2, null],
    [1, null],
  ]);
  expect(now.points).toEqual(points);
  expect(now.versions[0]!.report!.placed.map(({ text }) => text)).toEqual(
    versions[0]!.report!.placed.map(({ text }) => text),
  );
  const putBack = async () =>
    world.north.execute(putBackDraft, "recruiter", {
      ...{ submissionId, expectedVersion: (await viewOf(submissionId)).version },
    });
  await putBack();
  expect(await viewOf(submissionId)).toMatchObject({ points: draft.points, resume: draft.resume });
  await putBack();
  expect((await viewOf(submissionId)).points).toEqual(points);
});

test("where nothing makes a PDF, that is said, and the document stays", async () => {
  const { tailoredVersionId: versionId, organisationId, tailoredSubmissionId } = world.north;
  expect(await world.north.execute(askPdf, "recruiter", { versionId })).toEqual({ status: "waiting" });
  expect(await makePdf(organisationId, versionId, null)).toEqual({ status: "failed" });
  const [version] = (await viewOf(tailoredSubmissionId)).versions;
  expect(version!.pdf).toEqual({ status: "failed", problem: "no-converter" });
});

test("clicked roles hold instead of those that were read, and are forgotten again", async () => {
  const { tailoredSubmissionId: submissionId } = world.north;
  const before = await viewOf(submissionId);
  const headers = [before.roles[1]!.header[0]!];
  const version = async () => (await viewOf(submissionId)).version;
  const rolesNow = async () => (await viewOf(submissionId)).roles.map(({ employer }) => employer);
  const end = Math.max(...before.roles[1]!.bullets) + 1;
  await world.north.execute(markRoles, "recruiter", { submissionId, expectedVersion: await version(), headers, end });
  const marked = await viewOf(submissionId);
  // What was clicked stands there when one looks at it again.
  expect([before.historyEnd, marked.historyEnd]).toEqual([null, end]);
  expect([marked.rolesMarked, marked.roles.map(({ employer }) => employer)]).toEqual([true, ["Nordhavn Freight"]]);
  expect(new Set(marked.plan!.placed.map(({ role }) => role))).toEqual(new Set([0]));
  const stale = { submissionId, expectedVersion: before.version, headers };
  expect((await refusalOf(world.north.execute(markRoles, "recruiter", stale))).code).toBe("conflict");
  await world.north.execute(forgetRoles, "recruiter", { submissionId, expectedVersion: await version() });
  expect((await viewOf(submissionId)).roles).toEqual(before.roles);
  const putBack = async () =>
    world.north.execute(putBackDraft, "recruiter", { submissionId, expectedVersion: await version() });
  await putBack();
  expect(await rolesNow()).toEqual(["Nordhavn Freight"]);
  const first = { submissionId, expectedVersion: await version(), headers: [before.roles[0]!.header[0]!] };
  await world.north.execute(markRoles, "recruiter", first);
  expect(await rolesNow()).toEqual(["Castellmar Payments"]);
  await putBack();
  expect(await rolesNow()).toEqual(["Nordhavn Freight"]);
  await world.north.execute(forgetRoles, "recruiter", { submissionId, expectedVersion: await version() });
  const nothing = { submissionId, expectedVersion: await version() };
  expect(await world.north.execute(forgetRoles, "recruiter", nothing)).toEqual({ forgotten: false });
  expect(await version()).toBe(nothing.expectedVersion);
});

test("a draft is taken back with what was begun of its resume, and not once a resume is being made or made", async () => {
  const { candidateId, otherRequirementId: requirementId } = world.north;
  const put = () => world.north.execute(putForward, "recruiter", { requirementId, candidateId });
  const { id: submissionId } = await put();
  await world.north.execute(beginTailoring, "recruiter", { submissionId });
  await world.north.execute(takeBackSubmission, "recruiter", { id: submissionId });
  const { id } = await put();
  expect(await world.north.ask(tailoringView, "recruiter", { submissionId: id })).toMatchObject({ none: "no-draft" });
  await world.north.execute(beginTailoring, "recruiter", { submissionId: id });
  const { version } = await viewOf(id);
  const asked = await world.north.execute(applyTailoring, "recruiter", { submissionId: id, expectedVersion: version });
  const takeBack = (of: string) => world.north.execute(takeBackSubmission, "recruiter", { id: of });
  expect((await refusalOf(takeBack(id))).message).toContain("is being made");
  expect(await make(asked.versionId)).toEqual({ status: "refused" });
  expect(await takeBack(id)).toEqual({ id });
  const { submissionId: tailored } = world.north;
  const moved = (stage: "draft" | "tailored") =>
    world.north.execute(moveSubmission, "recruiter", { id: tailored, stage });
  await moved("draft");
  expect((await refusalOf(takeBack(tailored))).message).toContain("was tailored for this already");
  await moved("tailored");
});

test("a batch tailors each by itself; stopped and tried again, everybody is tailored once and told once", async () => {
  const { candidateId, requirementId, otherRequirementId } = world.north;
  const { batchId, total } = await world.north.execute(startBatch, "recruiter", {
    candidateId,
    requirementIds: [requirementId, otherRequirementId],
  });
  expect(total).toBe(2);
  const batch = () => world.north.ask(oneTailoringBatch, "recruiter", { id: batchId });
  const [first, second] = (await batch()).rows;
  await make(first!.versionId);
  expect(await world.north.execute(stopBatch, "recruiter", { id: batchId })).toEqual({ stopped: 1 });
  expect(await make(second!.versionId)).toEqual({ status: "stopped" });
  expect((await batch()).counts).toEqual({ waiting: 0, done: 1, refused: 0, stopped: 1 });
  expect(await world.north.execute(retryBatch, "recruiter", { id: batchId })).toEqual({ again: 1 });
  const again = (await batch()).rows.find(({ submissionId }) => submissionId === second!.submissionId)!;
  expect(again.versionId).not.toBe(second!.versionId);
  await make(again.versionId);
  await make(again.versionId);
  const over = await batch();
  expect(over.counts.done + over.counts.refused).toBe(2);
  expect(over.finishedAt).not.toBeNull();
  const told = await inNorth((tx) =>
    tx.select().from(notifications).where(eq(notifications.kind, "tailoring.batch-finished")),
  );
  expect(told).toHaveLength(1);
});

test("who cannot be tailored is told and holds up none of the others", async () => {
  const { candidateId, requirementId } = world.north;
  const nobody = randomUUID();
  const { batchId, total, leftOut } = await world.north.execute(startBatch, "recruiter", {
    requirementId,
    candidateIds: [nobody, candidateId],
  });
  expect([total, leftOut]).toEqual([1, [{ personId: nobody, why: expect.stringContaining("candidate") }]]);
  const again = refusalOf(world.north.execute(startBatch, "recruiter", { requirementId, candidateIds: [candidateId] }));
  expect((await again).message).toBe("All of these are being tailored at this moment.");
  expect(await world.north.execute(stopBatch, "recruiter", { id: batchId })).toEqual({ stopped: 1 });
});

test("a plan's room for resumes a month is kept, and more of the same resume needs no more of it", async () => {
  const { organisationId, submissionId, otherRequirementId, candidateId } = world.north;
  const [before] = await inNorth((tx) => tx.select().from(organisations).where(eq(organisations.id, organisationId)));
  const limits = (resumesPerMonth: number) =>
    inNorth((tx) =>
      tx
        .update(organisations)
        .set({ limits: { ...before!.limits, resumesPerMonth } })
        .where(eq(organisations.id, organisationId)),
    );
  await limits(1);
  const start = { candidateId, requirementIds: [otherRequirementId, world.north.requirementId] };
  const refusal = await refusalOf(world.north.execute(startBatch, "recruiter", start));
  expect(refusal).toMatchObject({ code: "limit" });
  expect(refusal.message).toContain("1 tailored resumes a month");
  await limits(50);
  await applied(submissionId);
  await inNorth((tx) =>
    tx.update(organisations).set({ limits: before!.limits }).where(eq(organisations.id, organisationId)),
  );
});

test("nobody of another organisation or without the right sees a tailoring, and no words stand in trail, events or rows", async () => {
  const { submissionId } = world.north;
  expect((await refusalOf(world.south.ask(tailoringView, "recruiter", { submissionId }))).code).toBe("not_found");
  const executive = await world.north.as("executive");
  expect((await refusalOf(documentBytes(executive, submissionId, "original"))).code).toBe("forbidden");
  expect(await world.north.ask(pointChoices, "recruiter", { submissionId, search: "blue-green" })).toHaveLength(1);
  const stored = await inNorth(async (tx) =>
    JSON.stringify([
      await tx.select().from(tailoredVersions),
      await tx.select().from(tailoringBatches),
      await tx.select().from(auditPayloads),
      await tx.select().from(outbox),
    ]),
  );
  for (const words of ["blue-green", "four regions", "Castellmar"]) expect(stored).not.toContain(words);
});
