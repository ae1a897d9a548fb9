import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { transaction } from "@/db/client";
import { people } from "@/db/schema/people";
import { resumes } from "@/db/schema/resumes";
import { candidateSkills } from "@/db/schema/tailoring";
import { storeFile } from "@/lib/files/store-file";
import { filesOf } from "@/lib/files/queries";
import { execute, askTogether } from "@/lib/platform/execute";
import { readList } from "@/lib/platform/list";
import { refusalOf, testWorld } from "@/lib/platform/testing/world";
import { giveConsent, withdrawConsent } from "@/lib/programmes/commands/consents";
import { timelineOf } from "@/lib/records/queries/timeline";
import { recordReading } from "@/lib/resumes/commands";
import { sampleResume } from "@/lib/resumes/fixtures/sample-resume";
import { offersOf } from "@/lib/resumes/offers";
import { readResume } from "@/lib/resumes/read";
import {
  addCandidate,
  addCandidateResume,
  describeCandidate,
  editCandidate,
  removeCandidate,
  restoreCandidate,
} from "@/lib/tailoring/candidates/commands";
import { descriptionOf } from "@/lib/tailoring/candidates/description-of";
import { candidateList } from "@/lib/tailoring/candidates/list";
import { oneCandidate, suggestCandidates } from "@/lib/tailoring/candidates/queries";
import { candidatesToTailor } from "@/lib/tailoring/candidates/to-tailor";

const world = testWorld();
const system = () => ({
  kind: "system" as const,
  organisationId: world.north.organisationId,
  cause: "test",
});

const listed = async () =>
  askTogether(await world.north.as("recruiter"), (context) => readList(context, candidateList, {}));

async function brought() {
  const recruiter = await world.north.as("recruiter");
  const content = new Uint8Array(await sampleResume());
  const { fileId } = await storeFile(recruiter, {
    name: "M_Oduya_resume.docx",
    content,
    trustedKind: "docx",
  });
  const { id } = await world.north.execute(addCandidate, "recruiter", {
    fileId,
  });
  return { id, fileId, content };
}

test("a resume that a recruiter brings makes a candidate, who is named once it was read", async () => {
  const { id, content } = await brought();
  expect(await world.north.ask(oneCandidate, "recruiter", { id })).toMatchObject({
    ...{ name: "M Oduya", nameFromFile: true, changeable: true, skills: [] },
    resumes: [{ status: "waiting" }],
  });
  const [resume] = await transaction({ organisationId: world.north.organisationId }, (tx) =>
    tx.select().from(resumes).where(eq(resumes.personId, id)),
  );
  const reading = await readResume(content, "resume.docx");
  const outcome = {
    status: "read" as const,
    format: reading.format,
    warnings: [],
    offers: offersOf(reading),
  };
  await execute(recordReading, system(), { id: resume!.id, outcome });
  await execute(describeCandidate, system(), {
    resumeId: resume!.id,
    ...descriptionOf(reading, new Date("2026-11-02"), []),
  });
  const shown = await world.north.ask(oneCandidate, "recruiter", { id });
  expect(shown).toMatchObject({
    ...{
      name: "Marlene Oduya",
      headline: "Head of Logistics",
      email: "marlene.oduya@example.com",
      nameFromFile: false,
    },
    positions: [
      { employer: "Corvane Packaging" },
      { employer: "Brantholm Foods" },
      { employer: "Lindqvarn Logistics" },
    ],
  });
  expect(
    await world.north.ask(filesOf, "recruiter", {
      entity: "candidate",
      entityId: id,
    }),
  ).toHaveLength(1);
  await world.north.execute(editCandidate, "recruiter", {
    ...{
      id,
      expectedVersion: shown.version,
      name: "Marlene A. Oduya",
      headline: "Head",
      phone: "",
      location: "Delft",
    },
  });
  expect((await listed()).rows.map(({ cells }) => cells.name)).toContain("Marlene A. Oduya");
});

test("who was taken away is gone, and comes back", async () => {
  const { id } = await brought();
  await world.north.execute(removeCandidate, "recruiter", { id });
  expect((await refusalOf(world.north.ask(oneCandidate, "recruiter", { id }))).code).toBe("not_found");
  await world.north.execute(restoreCandidate, "recruiter", { id });
  expect((await world.north.ask(oneCandidate, "recruiter", { id })).id).toBe(id);
});

test("of an executive nothing is seen without the consent, and nothing any more once it is withdrawn", async () => {
  const { executiveId, programmeId, requirementId, resumeId, fileId } = world.north;
  await transaction({ organisationId: world.north.organisationId }, async (tx) => {
    await tx.insert(candidateSkills).values({
      ...{
        personId: executiveId,
        resumeId,
        name: "Kubernetes",
        technologyKey: "kubernetes",
        lastUsed: "9999-12",
      },
    });
  });
  const [executive] = await transaction({ organisationId: world.north.organisationId, readOnly: true }, (tx) =>
    tx.select({ name: people.name }).from(people).where(eq(people.id, executiveId)),
  );
  const seen = async () => ({
    listed: (await listed()).rows.some(({ id }) => id === executiveId),
    suggested: (
      await world.north.ask(suggestCandidates, "recruiter", {
        id: requirementId,
      })
    ).some(({ personId }) => personId === executiveId),
    opened: await world.north.ask(oneCandidate, "recruiter", { id: executiveId }).then(
      ({ name }) => name === executive!.name,
      () => false,
    ),
    history: await world.north
      .ask(timelineOf, "recruiter", {
        entity: "candidate",
        entityId: executiveId,
      })
      .then(
        () => true,
        () => false,
      ),
  });
  const nothing = {
    listed: false,
    suggested: false,
    opened: false,
    history: false,
  };
  const all = { listed: true, suggested: true, opened: true, history: true };
  await world.north.execute(withdrawConsent, "executive", { programmeId, kind: "resume" }).catch(() => undefined);
  expect(await seen()).toEqual(nothing);
  await world.north.execute(giveConsent, "executive", {
    programmeId,
    kind: "resume",
  });
  expect(await seen()).toEqual(all);
  // What is theirs stays theirs: a recruiter reads, and changes nothing.
  const change = refusalOf(
    world.north.execute(addCandidateResume, "recruiter", {
      id: executiveId,
      fileId,
    }),
  );
  expect((await change).code).toBe("not_found");
  expect((await refusalOf(world.north.execute(removeCandidate, "recruiter", { id: executiveId }))).code).toBe(
    "not_found",
  );
  await world.north.execute(withdrawConsent, "executive", {
    programmeId,
    kind: "resume",
  });
  expect(await seen()).toEqual(nothing);
});

test("what is no document makes no candidate", async () => {
  const before = (await listed()).rows.length;
  const content = new TextEncoder().encode("Terms under which this may be used.");
  const { fileId } = await storeFile(await world.north.as("recruiter"), { name: "LICENSE", content });
  const refused = await refusalOf(world.north.execute(addCandidate, "recruiter", { fileId }));
  expect(refused.code).toBe("invalid");
  expect((await listed()).rows).toHaveLength(before);
});

test("suggestions begin with who has more of what is needed, and say why", async () => {
  const { candidateId, requirementId } = world.north;
  const [first] = await world.north.ask(suggestCandidates, "recruiter", {
    id: requirementId,
  });
  expect(first).toMatchObject({
    personId: candidateId,
    match: {
      ...{ must: { covered: 1, of: 1 }, nice: { covered: 0, of: 1 } },
      reasons: [
        { name: "Kubernetes", use: "now", short: false },
        { name: "Go", use: "missing" },
      ],
    },
  });
});

test("who may be tailored besides: everybody seen whose resume was read, and nobody without one", async () => {
  const { candidateId } = world.north;
  const all = await world.north.ask(candidatesToTailor, "recruiter", {});
  expect(all.map(({ personId }) => personId)).toContain(candidateId);
  expect(new Set(all.map(({ personId }) => personId)).size).toBe(all.length);
  await world.north.execute(removeCandidate, "recruiter", { id: candidateId });
  const left = await world.north.ask(candidatesToTailor, "recruiter", {});
  expect(left.map(({ personId }) => personId)).not.toContain(candidateId);
});

test("nobody describes a candidate but the product itself", async () => {
  const described = {
    resumeId: world.north.resumeId,
    skills: [],
    name: null,
    headline: null,
    phone: null,
    location: null,
  };
  expect((await refusalOf(world.north.execute(describeCandidate, "recruiter", described))).code).toBe("not_found");
});
