import "server-only";
import { and, desc, eq, isNull } from "drizzle-orm";
import { people } from "@/db/schema/people";
import { resumes } from "@/db/schema/resumes";
import { candidates, candidateSkills } from "@/db/schema/tailoring";
import { attachFile } from "@/lib/files/commands";
import { fileCard } from "@/lib/files/queries";
import { insertPerson, lockPerson, updatePerson } from "@/lib/people/load";
import { personIdOf } from "@/lib/platform/actor";
import { nameKey } from "@/lib/platform/keys";
import { command, type CommandContext } from "@/lib/platform/operation";
import { notFound } from "@/lib/platform/refusal";
import { assertVersion } from "@/lib/platform/two-editors";
import { uploadResume } from "@/lib/resumes/commands";
import { nameOfFile } from "@/lib/tailoring/candidates/name-of-file";
import {
  AddCandidateInput,
  AddCandidateResumeInput,
  CandidateId,
  DescribeCandidateInput,
  EditCandidateInput,
} from "@/lib/tailoring/candidates/schemas";
import { changeableCandidate } from "@/lib/tailoring/candidates/visible";
import { ownTechnologies } from "@/lib/tailoring/own-technologies/own-technologies";
import { assertOwnTeam, reachesOwned } from "@/lib/tailoring/reach";
import { technologyKey } from "@/lib/tailoring/technology-key";

type Candidate = typeof candidates.$inferSelect;

/** Somebody whose resume a recruiter brings. They are called as the file until the resume was read. */
export const addCandidate = command({
  name: "tailoring.addCandidate",
  permission: "tailoring:write",
  input: AddCandidateInput,
  example: ({ resumeFileId }) => ({ fileId: resumeFileId }),
  undo: (_input, { id }: { id: string }) => ({
    operation: "tailoring.removeCandidate",
    input: { id },
  }),
  async run(context, { fileId, teamId }): Promise<{ id: string }> {
    const file = await context.ask(fileCard, { fileId });
    const person = await insertPerson(context, { name: nameOfFile(file.name) });
    const [made] = await context.tx
      .insert(candidates)
      .values({
        ...{
          personId: person.id,
          ownerPersonId: personIdOf(context.actor),
          nameFromFile: true,
        },
        teamId: assertOwnTeam(context.actor, "tailoring:write", teamId),
        createdAt: context.now,
      })
      .returning();
    context.record("candidate", null, made!);
    context.remember({
      entity: "candidate",
      entityId: person.id,
      kind: "tailoring.candidate-added",
    });
    await bringResume(context, person.id, fileId);
    return { id: person.id };
  },
});

/** A newer resume of a candidate; the ones before stay. */
export const addCandidateResume = command({
  name: "tailoring.addCandidateResume",
  permission: "tailoring:write",
  input: AddCandidateResumeInput,
  example: ({ candidateId, resumeFileId }) => ({ id: candidateId, fileId: resumeFileId }),
  async run(context, { id, fileId }) {
    await candidateToChange(context, id);
    await context.ask(fileCard, { fileId });
    await bringResume(context, id, fileId);
    context.remember({
      entity: "candidate",
      entityId: id,
      kind: "tailoring.candidate-resume",
    });
    return { id };
  },
});

/** Name, headline, phone and place of a candidate whom a recruiter brought. Their mail address stays in the resume. */
export const editCandidate = command({
  name: "tailoring.editCandidate",
  permission: "tailoring:write",
  input: EditCandidateInput,
  example: ({ candidateId }) => ({
    ...{
      id: candidateId,
      expectedVersion: 1,
      name: "Daniela Ferreira",
      headline: "Principal engineer",
    },
    ...{ phone: "", location: "Lisbon" },
  }),
  async run(context, { id, expectedVersion, ...fields }) {
    const candidate = await candidateToChange(context, id);
    const before = await lockPerson(context.tx, id);
    assertVersion(before, expectedVersion, "this candidate");
    await updatePerson(context, before, {
      ...fields,
      nameKey: nameKey(fields.name),
    });
    if (candidate.nameFromFile) await update(context, candidate, { nameFromFile: false });
    return { id };
  },
});

export const removeCandidate = command({
  name: "tailoring.removeCandidate",
  permission: "tailoring:write",
  input: CandidateId,
  example: ({ candidateId }) => ({ id: candidateId }),
  undo: ({ id }) => ({
    operation: "tailoring.restoreCandidate",
    input: { id },
  }),
  async run(context, { id }) {
    await update(context, await candidateToChange(context, id), {
      deletedAt: context.now,
    });
    return { id };
  },
});

export const restoreCandidate = command({
  name: "tailoring.restoreCandidate",
  permission: "tailoring:write",
  input: CandidateId,
  example: ({ candidateId }) => ({ id: candidateId }),
  async run(context, { id }) {
    const [row] = await context.tx
      .select()
      .from(candidates)
      .where(
        and(
          eq(candidates.personId, id),
          reachesOwned(context.actor, "tailoring:write", {
            ...{ owner: candidates.ownerPersonId, team: candidates.teamId },
          }),
        ),
      )
      .for("update");
    if (!row) throw notFound("this candidate");
    await update(context, row, { deletedAt: null });
    return { id };
  },
});

/** What the newest resume says: its technologies, and of a candidate who is still called as a file, who they are. The product itself asks. */
export const describeCandidate = command({
  name: "tailoring.describeCandidate",
  permission: "tailoring:write",
  audit: {
    none: "Technologies are found again in the resume itself, and what a resume says stands in no trail. A new name is written down as the person's.",
  },
  input: DescribeCandidateInput,
  example: ({ resumeId }) => ({
    ...{
      resumeId,
      skills: [{ name: "Kubernetes", lastUsed: "9999-12", months: 40 }],
    },
    ...{
      name: "Ewa Marsh",
      headline: "VP Operations",
      phone: null,
      location: null,
    },
  }),
  async run(context, { resumeId, skills, name, ...facts }) {
    const { tx, actor } = context;
    const [resume] = await tx.select().from(resumes).where(eq(resumes.id, resumeId));
    if (!resume || actor.kind !== "system") throw notFound("this resume");
    const { personId } = resume;
    const [newest] = await tx
      .select({ id: resumes.id })
      .from(resumes)
      .where(and(eq(resumes.personId, personId), eq(resumes.status, "read"), isNull(resumes.deletedAt)))
      .orderBy(desc(resumes.createdAt), desc(resumes.id))
      .limit(1);
    if (newest && newest.id !== resumeId) return { skills: 0 };
    await tx.delete(candidateSkills).where(eq(candidateSkills.personId, personId));
    const own = await ownTechnologies(context);
    const found = new Map(skills.map((skill) => [technologyKey(skill.name, own), skill]));
    if (found.size > 0)
      await tx.insert(candidateSkills).values(
        [...found].map(([key, skill]) => ({
          ...skill,
          personId,
          resumeId,
          technologyKey: key,
        })),
      );
    const [candidate] = await tx.select().from(candidates).where(eq(candidates.personId, personId)).for("update");
    if (candidate?.nameFromFile) {
      const before = await lockPerson(tx, personId);
      await updatePerson(context, before, {
        ...(name ? { name, nameKey: nameKey(name) } : {}),
        ...Object.fromEntries(Object.entries(facts).filter(([, value]) => value)),
      });
      if (name) await update(context, candidate, { nameFromFile: false });
    }
    return { skills: found.size };
  },
});

/** A resume for somebody whom the actor may change: read in the background, and the file seen by who sees the candidate. */
async function bringResume(context: CommandContext, personId: string, fileId: string): Promise<void> {
  await context.callAsSystem(uploadResume, { personId, fileId });
  await context.callAsSystem(attachFile, {
    fileId,
    entity: "candidate",
    entityId: personId,
  });
}

async function candidateToChange({ tx, actor }: CommandContext, id: string): Promise<Candidate> {
  const [row] = await tx
    .select({ candidate: candidates })
    .from(candidates)
    .innerJoin(people, eq(people.id, candidates.personId))
    .where(and(eq(candidates.personId, id), isNull(people.deletedAt), changeableCandidate(actor, candidates.personId)))
    .for("update", { of: candidates });
  if (!row) throw notFound("this candidate");
  return row.candidate;
}

async function update(
  { tx, now, record }: CommandContext,
  before: Candidate,
  changes: Partial<typeof candidates.$inferInsert>,
): Promise<void> {
  const [after] = await tx
    .update(candidates)
    .set({ ...changes, version: before.version + 1, updatedAt: now })
    .where(eq(candidates.id, before.id))
    .returning();
  record("candidate", before, after!);
}
