import "server-only";
import { and, asc, desc, eq, inArray, isNull } from "drizzle-orm";
import { people } from "@/db/schema/people";
import {
  closures,
  landings,
  packages,
  programmePauses,
  programmePhases,
  programmeTasks,
  taskEvidence,
} from "@/db/schema/programmes";
import { personIdOf, scopesOf } from "@/lib/platform/actor";
import { query, type QueryContext } from "@/lib/platform/operation";
import { attentionOf } from "@/lib/programmes/attention";
import { possibleMoves, type ProgrammeState } from "@/lib/programmes/lifecycle";
import { loadProgramme } from "@/lib/programmes/load";
import { ProgrammeId } from "@/lib/programmes/schemas";

/** A programme from header to facts: what its page, the panel beside the list and the executive's own pages show. */
export const oneProgramme = query({
  name: "programmes.one",
  permission: "programmes:read",
  input: ProgrammeId,
  example: ({ programmeId }) => ({ id: programmeId }),
  async run(context, { id }) {
    const programme = await loadProgramme(context, id);
    const { tx, now, organisation, actor } = context;
    const involved = await tx
      .select({
        id: people.id,
        name: people.name,
        email: people.email,
        timeZone: people.timeZone,
        status: people.status,
      })
      .from(people)
      .where(inArray(people.id, [programme.executiveId, programme.consultantId]));
    const [chosen] = await tx
      .select({ name: packages.name, months: packages.months })
      .from(packages)
      .where(eq(packages.id, programme.packageId));
    const phases = await tx
      .select()
      .from(programmePhases)
      .where(eq(programmePhases.programmeId, id))
      .orderBy(asc(programmePhases.position));
    const [pause] = await tx
      .select()
      .from(programmePauses)
      .where(and(eq(programmePauses.programmeId, id), isNull(programmePauses.endedAt)));
    const [landing] = await tx
      .select()
      .from(landings)
      .where(and(eq(landings.programmeId, id), isNull(landings.fellThroughAt)));
    const [closure] = await tx
      .select()
      .from(closures)
      .where(and(eq(closures.programmeId, id), isNull(closures.reopenedAt)));
    const state = programme.state as ProgrammeState;
    const present = phases.find(({ position }) => position === programme.phasePosition);
    const writes = scopesOf(actor, "programmes:write").size > 0;
    return {
      ...programme,
      state,
      executive: involved.find((person) => person.id === programme.executiveId)!,
      consultant: involved.find((person) => person.id === programme.consultantId)!,
      package: chosen!,
      phases,
      pause: pause ?? null,
      landing: landing ?? null,
      closure: closure ?? null,
      attention: attentionOf({ ...programme, state, usualDays: present?.usualDays ?? 30 }, now, organisation.timeZone),
      mine: programme.executiveId === personIdOf(actor),
      moves: writes ? possibleMoves(state) : state === "invited" ? (["accept"] as const) : [],
    };
  },
});

/** The tasks of a programme with their evidence, phase by phase. */
export const programmeTaskList = query({
  name: "programmes.tasks",
  permission: "programmes:read",
  input: ProgrammeId,
  example: ({ programmeId }) => ({ id: programmeId }),
  async run(context, { id }) {
    await loadProgramme(context, id);
    return tasksOf(context, id);
  },
});

/** Tasks with their evidence, of a programme that is known to be visible. */
export async function tasksOf({ tx }: QueryContext, programmeId: string) {
  const tasks = await tx
    .select()
    .from(programmeTasks)
    .where(and(eq(programmeTasks.programmeId, programmeId), isNull(programmeTasks.deletedAt)))
    .orderBy(asc(programmeTasks.phasePosition), asc(programmeTasks.position));
  if (tasks.length === 0) return [];
  const evidence = await tx
    .select({
      id: taskEvidence.id,
      taskId: taskEvidence.taskId,
      note: taskEvidence.note,
      fileId: taskEvidence.fileId,
      fileName: taskEvidence.fileName,
      at: taskEvidence.createdAt,
      author: people.name,
    })
    .from(taskEvidence)
    .innerJoin(people, eq(people.id, taskEvidence.authorPersonId))
    .where(
      and(
        inArray(
          taskEvidence.taskId,
          tasks.map((task) => task.id),
        ),
        isNull(taskEvidence.deletedAt),
      ),
    )
    .orderBy(desc(taskEvidence.createdAt));
  return tasks.map((task) => ({
    ...task,
    owner: task.owner as "executive" | "consultant",
    evidence: task.evidence as "none" | "text" | "file",
    given: evidence.filter(({ taskId }) => taskId === task.id),
  }));
}
