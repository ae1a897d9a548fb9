import "server-only";
import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { people } from "@/db/schema/people";
import { landings } from "@/db/schema/landings";
import { closures, programmePauses } from "@/db/schema/lifecycle";
import { packages } from "@/db/schema/packages";
import { programmePhases, programmes, programmeTasks, taskEvidence, taskSignOffs } from "@/db/schema/programmes";
import { engagements } from "@/db/schema/sponsors";
import type { SignOff } from "@/lib/packages/schemas";
import { personIdOf, scopesOf } from "@/lib/platform/actor";
import { query, type QueryContext } from "@/lib/platform/operation";
import { quietAfterDaysOf } from "@/lib/platform/quiet-after-days";
import { notFound } from "@/lib/platform/refusal";
import { attentionOf, usualDaysUnknown } from "@/lib/programmes/attention";
import { isOver, possibleMoves, type ProgrammeState } from "@/lib/programmes/lifecycle";
import { loadProgramme } from "@/lib/programmes/load";
import { payerName } from "@/lib/programmes/payer";
import { ProgrammeId } from "@/lib/programmes/schemas";
import { civilDate, daysSince } from "@/lib/platform/civil-dates";
import { silentDays } from "@/lib/programmes/silence";
import type { Side } from "@/lib/programmes/sign-off";
import { visibleProgrammes } from "@/lib/programmes/visibility";

const executives = alias(people, "executives");
const consultants = alias(people, "consultants");

const involved = ({ id, name, email, timeZone, status }: typeof executives | typeof consultants) => ({
  id,
  name,
  email,
  timeZone,
  status,
});

/** A programme from header to facts: what its page, the panel beside the list and the executive's own pages show. */
export const oneProgramme = query({
  name: "programmes.one",
  permission: "programmes:read",
  input: ProgrammeId,
  example: ({ programmeId }) => ({ id: programmeId }),
  async run(context, { id }) {
    const { tx, now, organisation, actor } = context;
    const [found] = await tx
      .select({
        programme: programmes,
        payer: payerName,
        engagement: { id: engagements.id, reference: engagements.reference },
        executive: involved(executives),
        consultant: involved(consultants),
        package: { name: packages.name, months: packages.months },
        pause: programmePauses,
        /** Whether it landed at some time, though that may have fallen through. */
        landedOnce: sql<boolean>`exists (select 1 from ${landings} where ${landings.programmeId} = ${programmes.id})`,
        // What it pays, and against what, is told where it is asked who may read it.
        landing: {
          ...{ id: landings.id, kind: landings.kind, employer: landings.employer, title: landings.title },
          ...{ acceptedOn: landings.acceptedOn, startsOn: landings.startsOn },
        },
        closure: closures,
      })
      .from(programmes)
      .innerJoin(executives, eq(executives.id, programmes.executiveId))
      .innerJoin(consultants, eq(consultants.id, programmes.consultantId))
      .innerJoin(packages, eq(packages.id, programmes.packageId))
      .leftJoin(engagements, eq(engagements.id, programmes.engagementId))
      .leftJoin(programmePauses, and(eq(programmePauses.programmeId, programmes.id), isNull(programmePauses.endedAt)))
      .leftJoin(landings, and(eq(landings.programmeId, programmes.id), isNull(landings.fellThroughAt)))
      .leftJoin(closures, and(eq(closures.programmeId, programmes.id), isNull(closures.reopenedAt)))
      .where(and(eq(programmes.id, id), isNull(programmes.deletedAt), visibleProgrammes(actor)));
    if (!found) throw notFound("this programme");
    const phases = await tx
      .select()
      .from(programmePhases)
      .where(eq(programmePhases.programmeId, id))
      .orderBy(asc(programmePhases.position));
    const { programme: whole, payer, ...along } = found;
    const { lastPayEncrypted: _sealed, ...programme } = whole;
    const state = programme.state as ProgrammeState;
    const present = phases.find(({ position }) => position === programme.phasePosition);
    const writes = scopesOf(actor, "programmes:write").size > 0;
    const over = isOver(programme.endsOn, civilDate(now, organisation.timeZone));
    const offered = possibleMoves(state).filter((move) => move !== "expire" || over);
    const silent = silentDays(programme, now, organisation.timeZone);
    return {
      ...programme,
      // As the company is called now, where one is linked.
      sponsorName: payer,
      state,
      ...along,
      phases,
      attention: attentionOf(
        {
          ...{ ...programme, state, usualDays: present?.usualDays ?? usualDaysUnknown },
          silentDays: silent,
          quietAfterDays: quietAfterDaysOf(organisation),
        },
        now,
        organisation.timeZone,
      ),
      /** For how many days nobody was heard of; null before it was accepted. */
      silentDays: silent,
      /** For how many days it is in its phase. */
      phaseDays: daysSince(programme.phaseSince, now, organisation.timeZone),
      mine: programme.executiveId === personIdOf(actor),
      moves: writes ? offered : state === "invited" ? (["accept"] as const) : [],
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
  const signatures = await tx
    .select({
      id: taskSignOffs.id,
      taskId: taskSignOffs.taskId,
      side: sql<Side>`${taskSignOffs.side}`,
      outcome: sql<"signed" | "returned">`${taskSignOffs.outcome}`,
      words: taskSignOffs.words,
      personId: taskSignOffs.personId,
      at: taskSignOffs.at,
      withdrawnAt: taskSignOffs.withdrawnAt,
      withdrawnReason: taskSignOffs.withdrawnReason,
      name: people.name,
    })
    .from(taskSignOffs)
    .innerJoin(people, eq(people.id, taskSignOffs.personId))
    .where(
      inArray(
        taskSignOffs.taskId,
        tasks.map((task) => task.id),
      ),
    )
    .orderBy(desc(taskSignOffs.at));
  return tasks.map((task) => ({
    ...task,
    signOff: task.signOff as SignOff,
    signatures: signatures.filter(({ taskId }) => taskId === task.id),
    owner: task.owner as "executive" | "consultant",
    evidence: task.evidence as "none" | "text" | "file",
    given: evidence.filter(({ taskId }) => taskId === task.id),
  }));
}
