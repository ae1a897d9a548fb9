import { eq } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { transaction } from "@/db/client";
import { outbox } from "@/db/schema/platform";
import { tailoredVersions } from "@/db/schema/tailored";
import { readBytes } from "@/lib/files/open-file";
import { storeFile } from "@/lib/files/store-file";
import { setClock } from "@/lib/platform/clock";
import { execute } from "@/lib/platform/execute";
import { refusalOf, testWorld } from "@/lib/platform/testing/world";
import { readResume } from "@/lib/resumes/read";
import { versionsMade } from "@/lib/tailoring/testing/versions-made";
import { askAgain } from "./ask-again";
import { retryBatch, startBatch, stopBatch } from "./batch-commands";
import { oneTailoringBatch } from "./batch-queries";
import { documentBytes } from "./document-bytes";
import { changeDraft } from "./draft-commands";
import { makeVersion } from "./make-version";
import { tailoringView } from "./queries";
import { applyTailoring } from "./version-commands";

vi.setConfig({ testTimeout: 60_000 });

const world = testWorld();
const system = () => ({ kind: "system", organisationId: world.north.organisationId, cause: "test" }) as const;
const inNorth = <T>(work: Parameters<typeof transaction<T>>[1]) =>
  transaction({ organisationId: world.north.organisationId }, work);
const make = (versionId: string) => makeVersion(world.north.organisationId, versionId);

async function viewOf(submissionId: string) {
  const view = await world.north.ask(tailoringView, "recruiter", { submissionId });
  if ("none" in view) throw new Error(view.none);
  return view;
}

async function batchOf() {
  const { candidateId, requirementId, otherRequirementId } = world.north;
  const requirementIds = [requirementId, otherRequirementId];
  const { batchId } = await world.north.execute(startBatch, "recruiter", { candidateId, requirementIds });
  const rows = async () => (await world.north.ask(oneTailoringBatch, "recruiter", { id: batchId })).rows;
  return { batchId, rows };
}

async function wordsOf(fileId: string): Promise<string> {
  const { paragraphs } = await readResume((await readBytes(system(), fileId)).bytes, "resume.docx");
  return paragraphs.map(({ text }) => text).join("\n");
}

test("a version tried again holds the draft as it is by then, also where files of the former one were stored already", async () => {
  const { batchId, rows } = await batchOf();
  const [row] = await rows();
  const { submissionId, versionId } = row!;
  // Both files of the first draft were stored, and nothing of that was recorded when it was stopped.
  const former = await documentBytes(await world.north.as("recruiter"), submissionId, "draft");
  await storeFile(system(), {
    ...{ name: former.name, content: Buffer.from(former.bytes), trustedKind: "docx" },
    attachTo: { entity: "tailored-version", entityId: versionId },
  });
  await world.north.execute(stopBatch, "recruiter", { id: batchId });
  const { points, version } = await viewOf(submissionId);
  const words = "Ran Kubernetes on ninety-nine ships.";
  await world.north.execute(changeDraft, "recruiter", {
    ...{ submissionId, expectedVersion: version, points: [{ ...points[0]!, text: words }, ...points.slice(1)] },
  });
  await world.north.execute(retryBatch, "recruiter", { id: batchId });
  const again = (await rows()).find((one) => one.submissionId === submissionId)!;
  for (const one of await rows()) await make(one.versionId);
  const [made] = await inNorth((tx) =>
    tx.select().from(tailoredVersions).where(eq(tailoredVersions.id, again.versionId)),
  );
  expect(await wordsOf(made!.cleanFileId!)).toContain(words);
  expect((await rows()).map((one) => one.submissionId).sort()).toEqual(
    [...new Set((await rows()).map((one) => one.submissionId))].sort(),
  );
});

test("what was stored before and would come out otherwise by now is let go", async () => {
  const { submissionId } = world.north;
  const { version } = await viewOf(submissionId);
  const asked = { submissionId, expectedVersion: version };
  const { versionId } = await world.north.execute(applyTailoring, "recruiter", asked);
  const original = await documentBytes(await world.north.as("recruiter"), submissionId, "original");
  const { fileId: stale } = await storeFile(system(), {
    ...{ name: original.name, content: Buffer.from(original.bytes), trustedKind: "docx" },
    attachTo: { entity: "tailored-version", entityId: versionId },
  });
  expect(await make(versionId)).toEqual({ status: "done" });
  expect(await make(versionId)).toEqual({ status: "done" });
  const [made] = await inNorth((tx) => tx.select().from(tailoredVersions).where(eq(tailoredVersions.id, versionId)));
  expect([made!.cleanFileId, made!.trackedFileId]).not.toContain(stale);
  expect(await versionsMade(world.north.organisationId, [versionId])).toMatchObject([{ files: 2, named: 2 }]);
});

test("a resume that was made apart from its batch meanwhile is not made again with it", async () => {
  const { batchId, rows } = await batchOf();
  await world.north.execute(stopBatch, "recruiter", { id: batchId });
  const { submissionId } = world.north;
  const { version } = await viewOf(submissionId);
  const asked = { submissionId, expectedVersion: version };
  await make((await world.north.execute(applyTailoring, "recruiter", asked)).versionId);
  expect(await world.north.execute(retryBatch, "recruiter", { id: batchId })).toEqual({ again: 1 });
  const after = await rows();
  expect(after.find((row) => row.submissionId === submissionId)!.status).toBe("stopped");
  expect(after.find((row) => row.submissionId !== submissionId)!.status).toBe("waiting");
});

test("what waits long is asked for again, and what does not is left alone", async () => {
  const { submissionId } = world.north;
  const { version } = await viewOf(submissionId);
  const asked = { submissionId, expectedVersion: version };
  const { versionId } = await world.north.execute(applyTailoring, "recruiter", asked);
  const events = async () =>
    (await inNorth((tx) => tx.select().from(outbox).where(eq(outbox.name, "tailoring.version-asked")))).filter(
      ({ data }) => (data as { versionId: string }).versionId === versionId,
    ).length;
  const before = await events();
  expect((await execute(askAgain, system(), {})).output).toEqual({ again: 0 });
  setClock(new Date(Date.now() + 16 * 60_000));
  expect((await execute(askAgain, system(), {})).output.again).toBeGreaterThan(0);
  setClock(null);
  expect(await events()).toBe(before + 1);
  await make(versionId);
});

test("a document of a tailoring is refused where the module is off, and to other organisations", async () => {
  const { submissionId } = world.north;
  const recruiter = await world.north.as("recruiter");
  const off = { ...recruiter, organisation: { ...recruiter.organisation, modules: [] } };
  expect((await refusalOf(documentBytes(off, submissionId, "original"))).code).toBe("off");
  expect((await refusalOf(documentBytes(await world.south.as("recruiter"), submissionId, "original"))).code).toBe(
    "not_found",
  );
});
