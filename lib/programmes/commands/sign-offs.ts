import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { people } from "@/db/schema/people";
import { taskSignOffs } from "@/db/schema/programmes";
import { notify } from "@/lib/notifications/notify";
import type { SignOff } from "@/lib/packages/schemas";
import { personIdOf } from "@/lib/platform/actor";
import { command, type CommandContext } from "@/lib/platform/operation";
import { notFound, Refusal } from "@/lib/platform/refusal";
import type { Programme } from "@/lib/programmes/load";
import { changeTask, taskToChange, type Task } from "@/lib/programmes/load-task";
import { ReturnTaskInput, TaskId, WithdrawSignOffInput } from "@/lib/programmes/schemas";
import { sidesOf, type Side } from "@/lib/programmes/sign-off";

/** Signs that a task was done well enough. Only a side that the task asks for signs it, once, after it was ticked off. */
export const signOffTask = command({
  name: "programmes.signOff",
  permission: "programmes:work",
  input: TaskId,
  example: ({ signableTaskId }) => ({ id: signableTaskId }),
  undo: (_input, { signOffId }: { signOffId: string }) => ({
    operation: "programmes.withdrawSignOff",
    input: { signOffId, reason: "Taken back at once." },
  }),
  async run(context, { id }) {
    const { task, programme, side, personId } = await toJudge(context, id);
    const standing = await standingOf(context, id, side);
    if (standing) return { id, signOffId: standing.id };
    const [row] = await context.tx
      .insert(taskSignOffs)
      .values({ taskId: id, side, outcome: "signed", personId, at: context.now })
      .returning();
    context.record("sign-off", null, row!);
    context.remember({
      ...{ entity: "programme", entityId: programme.id, kind: "programmes.signed-off", data: { title: task.title } },
    });
    context.emit("programmes.signed-off", { programmeId: programme.id, taskId: id });
    return { id, signOffId: row!.id };
  },
});

/** Gives a task back with what is missing: it is open again, and its owner is told. */
export const returnTask = command({
  name: "programmes.returnTask",
  permission: "programmes:work",
  input: ReturnTaskInput,
  example: ({ signableTaskId }) => ({ id: signableTaskId, words: "The figures of the second year are missing." }),
  async run(context, { id, words }) {
    const { task, programme, side, personId } = await toJudge(context, id);
    if (await standingOf(context, id, side))
      throw new Refusal("state", "You signed this task off. Withdraw that first, then give it back.");
    const [row] = await context.tx
      .insert(taskSignOffs)
      .values({ taskId: id, side, outcome: "returned", words, personId, at: context.now })
      .returning();
    context.record("sign-off", null, row!);
    await changeTask(context, task, { doneAt: null, donePersonId: null, remindedOn: null, overdueToldOn: null });
    const owner = task.owner === "executive" ? programme.executiveId : programme.consultantId;
    await notify(context, {
      personIds: owner === personId ? [] : [owner],
      kind: "programmes.task-returned",
      data: { title: task.title },
      href: `/programmes/${programme.id}/tasks`,
      dedupeKey: `task-returned/${row!.id}`,
      about: { entity: "programme", id: programme.id },
    });
    context.emit("programmes.task-returned", { programmeId: programme.id, taskId: id });
    return { id };
  },
});

/** Takes a signature back, with the reason; it stays to be read. Only who gave it does. */
export const withdrawSignOff = command({
  name: "programmes.withdrawSignOff",
  permission: "programmes:work",
  input: WithdrawSignOffInput,
  example: ({ signOffId }) => ({ signOffId, reason: "The figures turned out to be last year’s." }),
  async run(context, { signOffId, reason }) {
    const [row] = await context.tx.select().from(taskSignOffs).where(eq(taskSignOffs.id, signOffId)).for("update");
    if (!row || row.outcome !== "signed") throw notFound("this signature");
    const { programme } = await taskToChange(context, row.taskId, "programmes:work").catch((error: unknown) => {
      throw error instanceof Refusal && error.code === "state" ? error : notFound("this signature");
    });
    const personId = personIdOf(context.actor);
    if (personId && row.personId !== personId)
      throw new Refusal("forbidden", "A signature is withdrawn by who gave it.");
    if (row.withdrawnAt) throw new Refusal("state", "This signature is withdrawn already.");
    const [after] = await context.tx
      .update(taskSignOffs)
      .set({ withdrawnAt: context.now, withdrawnReason: reason, version: row.version + 1, updatedAt: context.now })
      .where(eq(taskSignOffs.id, signOffId))
      .returning();
    context.record("sign-off", row, after!);
    context.emit("programmes.sign-off-withdrawn", { programmeId: programme.id, taskId: row.taskId });
    return { id: row.taskId };
  },
});

/** Tells the other side that a task that was just ticked off waits for their signature. */
export async function tellWhoSigns(context: CommandContext, programme: Programme, task: Task): Promise<void> {
  const personId = personIdOf(context.actor);
  const sides = sidesOf(task.signOff as SignOff);
  const ids = sides.map((side) => (side === "executive" ? programme.executiveId : programme.consultantId));
  const others = ids.filter((id) => id !== personId);
  if (others.length === 0) return;
  const [executive] = await context.tx
    .select({ name: people.name })
    .from(people)
    .where(eq(people.id, programme.executiveId));
  await notify(context, {
    personIds: others,
    kind: "programmes.sign-off-waits",
    data: { title: task.title, executive: executive!.name },
    href: `/programmes/${programme.id}/tasks`,
    dedupeKey: `sign-off-waits/${task.id}/${context.now.toISOString()}`,
    about: { entity: "programme", id: programme.id },
  });
}

/** Refuses to open a task again over somebody's standing signature. */
export async function assertUnsigned({ tx }: CommandContext, taskId: string): Promise<void> {
  const [standing] = await tx
    .select({ id: taskSignOffs.id })
    .from(taskSignOffs)
    .where(and(eq(taskSignOffs.taskId, taskId), eq(taskSignOffs.outcome, "signed"), isNull(taskSignOffs.withdrawnAt)))
    .limit(1);
  if (standing)
    throw new Refusal("state", "This task is signed off. Withdraw the signature first, then open it again.");
}

/** A task that the actor may sign, or give back, now. */
async function toJudge(context: CommandContext, id: string) {
  const { task, programme } = await taskToChange(context, id, "programmes:work");
  const personId = personIdOf(context.actor);
  if (!personId) throw new Refusal("forbidden", "Only a person signs.");
  const side: Side = personId === programme.executiveId ? "executive" : "consultant";
  if (!sidesOf(task.signOff as SignOff).includes(side))
    throw new Refusal("state", "This task does not ask for your signature.");
  if (!task.doneAt) throw new Refusal("state", "This task is not done yet, so there is nothing to sign.");
  return { task, programme, side, personId };
}

async function standingOf({ tx }: CommandContext, taskId: string, side: Side) {
  const [row] = await tx
    .select()
    .from(taskSignOffs)
    .where(
      and(
        eq(taskSignOffs.taskId, taskId),
        eq(taskSignOffs.side, side),
        eq(taskSignOffs.outcome, "signed"),
        isNull(taskSignOffs.withdrawnAt),
      ),
    );
  return row;
}
