import "server-only";
import { and, desc, eq, isNull } from "drizzle-orm";
import { programmeTasks, taskEvidence } from "@/db/schema/programmes";
import { attachFile } from "@/lib/files/commands";
import { personIdOf } from "@/lib/platform/actor";
import { command, type CommandContext } from "@/lib/platform/operation";
import { Refusal } from "@/lib/platform/refusal";
import { assertVersion } from "@/lib/platform/two-editors";
import { assertUnsigned, tellWhoSigns } from "@/lib/programmes/commands/sign-offs";
import { assertGoingOn, lockProgramme, updateProgramme, type Programme } from "@/lib/programmes/load";
import { changeTask, taskToChange, type Task } from "@/lib/programmes/load-task";
import { refreshNextStep } from "@/lib/programmes/next-step";
import { AddTaskInput, EditTaskInput, EvidenceInput, TaskId } from "@/lib/programmes/schemas";

/** A further task in the present phase, for the executive or the consultant. */
export const addTask = command({
  name: "programmes.addTask",
  permission: "programmes:write",
  input: AddTaskInput,
  example: ({ programmeId }) => ({ programmeId, title: "Call two references", owner: "executive" as const }),
  undo: (_input, { id }) => ({ operation: "programmes.removeTask", input: { id } }),
  async run(context, { programmeId, ...fields }) {
    const programme = await lockProgramme(context, programmeId, "programmes:write");
    assertGoingOn(programme);
    const { tx, record } = context;
    const [last] = await tx
      .select({ position: programmeTasks.position })
      .from(programmeTasks)
      .where(
        and(
          eq(programmeTasks.programmeId, programmeId),
          eq(programmeTasks.phasePosition, programme.phasePosition),
          isNull(programmeTasks.deletedAt),
        ),
      )
      .orderBy(desc(programmeTasks.position))
      .limit(1);
    const [task] = await tx
      .insert(programmeTasks)
      .values({
        programmeId,
        phasePosition: programme.phasePosition,
        position: (last?.position ?? 0) + 1,
        mandatory: false,
        ...fields,
        dueOn: fields.dueOn || null,
      })
      .returning();
    record("task", null, task!);
    await refreshNextStep(context, programmeId);
    context.emit("programmes.task-added", { programmeId, taskId: task!.id });
    return { id: task!.id };
  },
});

export const editTask = command({
  name: "programmes.editTask",
  permission: "programmes:write",
  input: EditTaskInput,
  example: ({ taskId }) => ({
    id: taskId,
    expectedVersion: 1,
    title: "Write down five achievements",
    owner: "executive" as const,
    dueOn: "2026-11-12",
  }),
  async run(context, { id, expectedVersion, ...fields }) {
    const { task } = await taskToChange(context, id, "programmes:write");
    assertVersion(task, expectedVersion, "this task");
    await changeTask(context, task, { ...fields, dueOn: fields.dueOn || null, remindedOn: null, overdueToldOn: null });
    return { id };
  },
});

/** The task is done. One that asks for evidence is refused until there is some. */
export const completeTask = command({
  name: "programmes.completeTask",
  permission: "programmes:work",
  input: TaskId,
  example: ({ taskId }) => ({ id: taskId }),
  undo: ({ id }) => ({ operation: "programmes.reopenTask", input: { id } }),
  async run(context, { id }) {
    const { task, programme } = await taskToChange(context, id, "programmes:work");
    if (task.doneAt) return { id };
    assertOwner(context, programme, task);
    if (task.evidence !== "none") await assertEvidence(context, task);
    await changeTask(context, task, { doneAt: context.now, donePersonId: personIdOf(context.actor) });
    await touched(context, programme);
    await tellWhoSigns(context, programme, task);
    context.remember({
      entity: "programme",
      entityId: programme.id,
      kind: "programmes.task-done",
      data: { title: task.title },
    });
    context.emit("programmes.task-done", { programmeId: programme.id, taskId: id });
    return { id };
  },
});

export const reopenTask = command({
  name: "programmes.reopenTask",
  permission: "programmes:work",
  input: TaskId,
  example: ({ doneTaskId }) => ({ id: doneTaskId }),
  undo: ({ id }) => ({ operation: "programmes.completeTask", input: { id } }),
  async run(context, { id }) {
    const { task, programme } = await taskToChange(context, id, "programmes:work");
    assertOwner(context, programme, task);
    await assertUnsigned(context, id);
    await changeTask(context, task, { doneAt: null, donePersonId: null });
    return { id };
  },
});

export const removeTask = command({
  name: "programmes.removeTask",
  permission: "programmes:write",
  input: TaskId,
  example: ({ taskId }) => ({ id: taskId }),
  undo: ({ id }) => ({ operation: "programmes.restoreTask", input: { id } }),
  async run(context, { id }) {
    const { task } = await taskToChange(context, id, "programmes:write");
    await changeTask(context, task, { deletedAt: context.now });
    return { id };
  },
});

/** Takes a removal back. */
export const restoreTask = command({
  name: "programmes.restoreTask",
  permission: "programmes:write",
  input: TaskId,
  example: ({ doneTaskId }) => ({ id: doneTaskId }),
  async run(context, { id }) {
    const { task } = await taskToChange(context, id, "programmes:write", true);
    await changeTask(context, task, { deletedAt: null });
    return { id };
  },
});

/** What shows that a task was done: a sentence, or a file that was uploaded before. */
export const addEvidence = command({
  name: "programmes.addEvidence",
  permission: "programmes:work",
  input: EvidenceInput,
  example: ({ taskId }) => ({ taskId, note: "Led the move of 400 people without a day lost." }),
  async run(context, { taskId, note, fileId, fileName }) {
    const { programme } = await taskToChange(context, taskId, "programmes:work");
    const authorPersonId = personIdOf(context.actor) ?? programme.executiveId;
    const [row] = await context.tx
      .insert(taskEvidence)
      .values({ taskId, authorPersonId, note: note ?? "", fileId: fileId || null, fileName: fileName ?? null })
      .returning();
    context.record("evidence", null, row!);
    if (fileId) await context.call(attachFile, { fileId, entity: "task", entityId: taskId });
    await touched(context, programme);
    context.emit("programmes.evidence-added", { programmeId: programme.id, taskId });
    return { id: row!.id };
  },
});

/** An executive works through the own tasks; who writes the programme may tick off any. */
function assertOwner({ actor }: CommandContext, programme: Programme, task: Task): void {
  const isExecutive = actor.kind === "person" && actor.personId === programme.executiveId;
  if (isExecutive && task.owner !== "executive")
    throw new Refusal("state", "This task is your consultant’s to tick off.");
}

async function assertEvidence({ tx }: CommandContext, task: Task): Promise<void> {
  const given = await tx
    .select({ fileId: taskEvidence.fileId })
    .from(taskEvidence)
    .where(and(eq(taskEvidence.taskId, task.id), isNull(taskEvidence.deletedAt)));
  if (task.evidence === "file" && !given.some(({ fileId }) => fileId))
    throw new Refusal("state", "This task asks for a file. Add it first, then tick the task off.");
  if (given.length === 0)
    throw new Refusal("state", "This task asks for a sentence on what came of it. Add it first, then tick it off.");
}

/** The executive gave a sign of life. */
async function touched(context: CommandContext, programme: Programme): Promise<void> {
  if (personIdOf(context.actor) !== programme.executiveId) return;
  await updateProgramme(context, programme, { lastContactAt: context.now });
}
