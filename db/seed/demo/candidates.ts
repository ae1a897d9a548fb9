import { and, eq } from "drizzle-orm";
import { transaction } from "@/db/client";
import { people } from "@/db/schema/people";
import { resumes } from "@/db/schema/resumes";
import { demoCandidates, type DemoCandidate } from "@/db/seed/demo/candidates-words";
import type { DemoFirm } from "@/db/seed/demo/records";
import { teller } from "@/db/seed/demo/teller";
import { resumeDocument } from "@/db/seed/resume-document";
import { storeFile } from "@/lib/files/store-file";
import type { PersonActor } from "@/lib/platform/actor";
import { execute } from "@/lib/platform/execute";
import { recordReading } from "@/lib/resumes/commands";
import { offersOf } from "@/lib/resumes/offers";
import { readResume } from "@/lib/resumes/read";
import { ownTechnologies } from "@/lib/tailoring/own-technologies/own-technologies";
import { addCandidate, describeCandidate } from "@/lib/tailoring/candidates/commands";
import { descriptionOf } from "@/lib/tailoring/candidates/description-of";

const day = 86_400_000;

/** The candidates whom the recruiter brought, each with a resume that was read. Returns their ids by name. */
export async function tellCandidates(firm: DemoFirm, recruiter: PersonActor): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const candidate of demoCandidates) ids.set(candidate.name, await tellCandidate(firm, recruiter, candidate));
  return ids;
}

async function tellCandidate(firm: DemoFirm, recruiter: PersonActor, told: DemoCandidate): Promise<string> {
  const { organisationId, now } = firm;
  const moment = new Date(now.getTime() - told.ago * day - 3 * 3_600_000);
  const name = `${told.name.replaceAll(" ", "_")}_resume.docx`;
  const content = new Uint8Array(await resumeDocument(told));
  const { fileId } = await storeFile(recruiter, { name, content, trustedKind: "docx" }, { now: moment });
  const { id } = (await execute(addCandidate, recruiter, { fileId }, { now: moment })).output;
  const resume = await transaction({ organisationId }, async (tx) => {
    await tx.update(people).set({ createdAt: moment }).where(eq(people.id, id));
    const [row] = await tx
      .update(resumes)
      .set({ createdAt: moment })
      .where(and(eq(resumes.personId, id), eq(resumes.fileId, fileId)))
      .returning({ id: resumes.id });
    return row!;
  });
  const reading = await readResume(content, name);
  const own = await transaction({ organisationId, readOnly: true }, (tx) => ownTechnologies({ tx }));
  const tell = teller(organisationId, moment);
  await tell(recordReading, {
    id: resume.id,
    outcome: { status: "read", format: reading.format, warnings: [], offers: offersOf(reading) },
  });
  await tell(describeCandidate, { resumeId: resume.id, ...descriptionOf(reading, now, own) });
  return id;
}
