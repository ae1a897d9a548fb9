import type { Transaction } from "@/db/client";
import { people } from "@/db/schema/people";
import { resumes } from "@/db/schema/resumes";
import {
  candidates,
  candidateSkills,
  libraryPoints,
  ownTechnologies,
  requirements,
  requirementSkills,
  submissionMoves,
  submissions,
} from "@/db/schema/tailoring";
import { resumeDocument, type ToldResume } from "@/db/seed/resume-document";
import { storeWorldFile } from "@/db/seed/world-files";
import { worldId, worldMoment, type WorldSlug } from "@/db/seed/world-ids";
import { nameKey } from "@/lib/platform/keys";
import { organisationOfTransaction } from "@/lib/platform/organisation";
import { dataKeyOf, sealText } from "@/lib/platform/secrets";
import { columnsOf } from "@/lib/tailoring/own-technologies/store";
import { descriptionPlace } from "@/lib/tailoring/requirements/load";
import { technologyKey } from "@/lib/tailoring/technology-key";
import type { World } from "@/lib/platform/world";

/** Requirements of the recruiter, one with two skills, points of the library, and a candidate who is put forward. */
export async function seedTailoringWorld(tx: Transaction, slug: WorldSlug, ids: World): Promise<void> {
  const key = dataKeyOf(await organisationOfTransaction(tx));
  const id = ids.requirementId;
  const requirement = (title: string, client: string) => ({
    ...{ title, titleKey: nameKey(title), clientName: client, clientKey: nameKey(client) },
    ...{ statusSince: worldMoment, createdAt: worldMoment, ownerPersonId: worldId(slug, "person/recruiter") },
  });
  await tx.insert(requirements).values([
    {
      ...{ id, ...requirement("Staff platform engineer", "Brenholm Bank"), candidatesBy: "2026-11-10" },
      descriptionEncrypted: sealText(key, "Three years of Kubernetes in production.", descriptionPlace(id)),
    },
    { id: ids.otherRequirementId, ...requirement("Data engineer", "Tavola Retail") },
  ]);
  await tx.insert(requirementSkills).values(
    [
      { name: "Kubernetes", need: "must", years: 3 },
      { name: "Go", need: "nice", years: null },
    ].map((skill, place) => ({
      ...{ ...skill, requirementId: id, technologyKey: technologyKey(skill.name), position: place + 1 },
    })),
  );
  const point = (id: string, technology: string, text: string) => ({
    ...{ id, technology, technologyKey: technologyKey(technology), text, textKey: nameKey(text), textHash: id },
    createdAt: worldMoment,
  });
  await tx.insert(libraryPoints).values([
    point(ids.pointId, "Kubernetes", "Moved 63 services to Kubernetes with blue-green releases."),
    {
      ...point(worldId(slug, "point/used"), "Go", "Rebuilt the fraud rules engine."),
      useCount: 3,
      lastUsedAt: worldMoment,
    },
  ]);
  const ledgerline = { name: "Ledgerline", aliases: ["LL Core"], since: 2012, builtIn: false };
  await tx.insert(ownTechnologies).values({ id: ids.ownTechnologyId, ...columnsOf(ledgerline) });
  const name = "Daniela Ferreira";
  const personId = ids.candidateId;
  await tx.insert(people).values({ id: personId, name, nameKey: nameKey(name), status: "known" });
  await tx.insert(candidates).values({ personId, ownerPersonId: worldId(slug, "person/recruiter") });
  const resumeId = ids.candidateResumeId;
  const fileId = ids.resumeFileId;
  await storeWorldFile(tx, {
    ...{ id: fileId, contentId: worldId(slug, "file-content/candidate"), name: "Daniela.docx" },
    ...{ content: await resumeDocument(daniela), uploadedByPersonId: worldId(slug, "person/recruiter") },
    on: { entity: "resume", entityId: resumeId },
  });
  await tx.insert(resumes).values({
    ...{ id: resumeId, personId, fileId, fileName: "Daniela.docx", status: "read", format: "docx" },
    readAt: worldMoment,
  });
  await tx.insert(candidateSkills).values({
    ...{ personId, resumeId, name: "Kubernetes", technologyKey: technologyKey("Kubernetes") },
    ...{ lastUsed: "9999-12", months: 40 },
  });
  const ownerPersonId = worldId(slug, "person/recruiter");
  const otherId = worldId(slug, "person/other-candidate");
  const otherName = "Tobias Wennergren";
  await tx.insert(people).values({ id: otherId, name: otherName, nameKey: nameKey(otherName), status: "known" });
  await tx.insert(candidates).values({ personId: otherId, ownerPersonId });
  const forward = (submissionId: string, person: string, stage: string) => ({
    ...{ id: submissionId, requirementId: id, personId: person, stage, stageSince: worldMoment, ownerPersonId },
  });
  await tx
    .insert(submissions)
    .values([
      forward(ids.submissionId, personId, "draft"),
      { ...forward(worldId(slug, "submission/other"), otherId, "sent"), interviewAt: worldMoment },
    ]);
  await tx.insert(submissionMoves).values({
    ...{ submissionId: ids.submissionId, personId, toStage: "draft", at: worldMoment, byPersonId: ownerPersonId },
  });
}

/** Of whom the candidate's resume tells. */
export const daniela: ToldResume = {
  ...{ name: "Daniela Ferreira", place: "Lisbon, Portugal", phone: "+351 555 0142" },
  summary: "Platform engineer with ten years in payments and logistics.",
  positions: [
    {
      ...{ title: "Principal Engineer", employer: "Castellmar Payments", dates: "Mar 2021 - Present" },
      bullets: ["Own the settlement platform in eleven countries.", "Lead nine engineers in two time zones."],
      environment: "Kubernetes, PostgreSQL",
    },
    {
      ...{ title: "Senior Engineer", employer: "Nordhavn Freight", dates: "Aug 2016 - Feb 2021" },
      bullets: ["Designed the booking service for 140 terminals.", "Replaced a nightly batch with streaming."],
      environment: "Java, Kafka",
    },
  ],
  skills: "Kubernetes, PostgreSQL, Java, Kafka",
};
