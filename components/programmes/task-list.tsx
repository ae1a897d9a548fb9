import { TaskItem, type TaskActions, type TaskShown } from "@/components/programmes/task-item";
import { useToday } from "@/components/programmes/use-today";
import { Rows } from "@/components/ui/rows";
import type { ActionResult } from "@/lib/platform/result";
import type { Undo } from "@/components/forms/run-undo";

/** Tasks as rows, each with its tick, due date and evidence. */
export function TaskList({
  organisation,
  tasks,
  mine,
  writes,
  works,
  actions,
  undo,
}: {
  organisation: string;
  tasks: readonly TaskShown[];
  /** Shown to the executive of the programme. */
  mine: boolean;
  writes: boolean;
  works: boolean;
  actions: TaskActions;
  undo: (organisation: string, undo: Undo) => Promise<ActionResult<unknown>>;
}) {
  const today = useToday();
  return (
    <Rows>
      {tasks.map((task) => (
        <TaskItem
          key={task.id}
          organisation={organisation}
          task={pick(task)}
          today={today}
          mine={mine}
          writes={writes}
          works={works && (!mine || task.owner === "executive")}
          signs={works}
          actions={actions}
          undo={undo}
        />
      ))}
    </Rows>
  );
}

/** Only what the browser needs. */
const pick = ({
  id,
  title,
  details,
  owner,
  dueOn,
  evidence,
  doneAt,
  mandatory,
  signOff,
  signatures,
  given,
}: TaskShown): TaskShown => ({
  id,
  title,
  details,
  owner,
  dueOn,
  evidence,
  doneAt,
  mandatory,
  signOff,
  signatures: signatures.map(({ id: signatureId, side, outcome, words, name, withdrawnAt }) => ({
    ...{ id: signatureId, side, outcome, words, name, withdrawnAt },
  })),
  given: given.map(({ id: evidenceId, note, fileId, fileName, author }) => ({
    id: evidenceId,
    note,
    fileId,
    fileName,
    author,
  })),
});
