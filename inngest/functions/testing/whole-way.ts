import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { InngestTestEngine } from "@inngest/test";
import { strToU8, zipSync } from "fflate";
import { resumeDocument } from "@/db/seed/resume-document";
import { newId } from "@/db/tenant-table";
import { functions } from "@/inngest/functions";
import { storeFile } from "@/lib/files/store-file";
import { contentStore, useContentStore } from "@/lib/files/store/content-store";
import { DiskStore } from "@/lib/files/store/disk-store";
import { personActor } from "@/lib/identity/person-actor";
import { ask, execute } from "@/lib/platform/execute";
import { metrics } from "@/lib/platform/metrics";
import { addCandidate } from "@/lib/tailoring/candidates/commands";
import { oneCandidate } from "@/lib/tailoring/candidates/queries";
import { putForward } from "@/lib/tailoring/submissions/commands";
import { beginTailoring, changeDraft } from "@/lib/tailoring/tailored/draft-commands";
import { applyTailoring } from "@/lib/tailoring/tailored/version-commands";
import { tellingWords, wordyPoint, wordyResume } from "./telling-words";

/*
 * A process of a test: a resume goes its whole way, from the upload to the tailored file, beside one that cannot be read and one whose content is lost.
 * All that it logs, all results and errors of steps, and what Prometheus is told go to standard output.
 */
const [userId, slug, organisationId, requirementId] = process.argv.slice(2) as [string, string, string, string];
// A store of its own: what it loses below is nobody else's.
const folder = await mkdtemp(join(tmpdir(), "landfall-store-"));
useContentStore(new DiskStore(folder));
const recruiter = await personActor({ id: newId(), userId }, slug);

const good = await broughtBy(new Uint8Array(await resumeDocument(wordyResume)), "good.docx");
await broughtBy(brokenDocument(), "broken.docx");

const { id: submissionId } = (await execute(putForward, recruiter, { requirementId, candidateId: good })).output;
await execute(beginTailoring, recruiter, { submissionId });
const point = { id: "first", technology: "Kubernetes", text: wordyPoint, libraryPointId: null };
await execute(changeDraft, recruiter, { submissionId, expectedVersion: 1, points: [point] });
const apply = async (expectedVersion: number) => {
  const { versionId } = (await execute(applyTailoring, recruiter, { submissionId, expectedVersion })).output;
  await step("tailoring-apply", "tailoring.version-asked", { organisationId, versionId });
};
await apply(2);
for await (const { key } of contentStore().list(organisationId)) await contentStore().remove(key);
await apply(2);
await step("tailoring-apply", "tailoring.version-asked", { organisationId: newId(), versionId: newId() });
// What an operator sees of the metrics: the test reads all that this process says.
console.log(await metrics().registry.metrics());
await rm(folder, { recursive: true, force: true });

/** Uploads a resume and has it read, as the runner would. Gives the candidate's id. */
async function broughtBy(content: Uint8Array, name: string): Promise<string> {
  const { fileId } = await storeFile(recruiter, { name, content, trustedKind: "docx" });
  const { id } = (await execute(addCandidate, recruiter, { fileId })).output;
  const { resumes } = await ask(oneCandidate, recruiter, { id });
  const data = { organisationId, resumeId: resumes[0]!.id };
  await step("resumes-read", "resumes.uploaded", data);
  await step("tailoring-describe", "resumes.read", data);
  return id;
}

async function step(id: string, name: string, data: Record<string, string>): Promise<void> {
  const { result, error } = await new InngestTestEngine({
    function: functions.find((one) => one.id() === id)!,
    events: [{ name, data }],
  }).execute();
  // What the runner keeps of a step, and what it would log of a fault.
  console.log(JSON.stringify({ step: id, result, error }), error instanceof Error ? error.stack : "");
}

/** A package whose text breaks off in the middle of a tag. */
function brokenDocument(): Uint8Array {
  const types = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
  const relations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;
  const text = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${tellingWords.join(" ")}</w:t><${tellingWords[0]}`;
  return zipSync({
    "[Content_Types].xml": strToU8(types),
    "_rels/.rels": strToU8(relations),
    "word/document.xml": strToU8(text),
  });
}
