import { getTranslations } from "next-intl/server";
import { withMessages } from "@/components/frame/with-messages";
import { AddTaskForm } from "@/components/programmes/add-task-form";
import { TaskList } from "@/components/programmes/task-list";
import { SectionHead } from "@/components/frame/section-head";
import { Card } from "@/components/ui/card";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { programmeTaskList } from "@/lib/programmes/queries/record";
import { undoAction } from "../../../undo-action";
import { add, giveEvidence, open, remove, tickOff, giveBack, signOff, unsign } from "../../actions";
import { programmeOfPage } from "../programme-of-page";

/** All tasks of a programme, phase by phase; the present one first. */
async function TasksPage({ params }: WorkspaceProps<{ id: string }>) {
  const { organisation, id } = await params;
  const t = await getTranslations("programmes.tasks");
  const { programme, sees } = await programmeOfPage(organisation, id);
  const tasks = await readPage(organisation, ({ ask }) => ask(programmeTaskList, { id }));
  const present = programme.phases.filter(({ position }) => position === programme.phasePosition);
  const others = programme.phases.filter(({ position }) => position !== programme.phasePosition);
  return (
    <div className="grid max-w-4xl grid-cols-[minmax(0,1fr)] gap-8">
      {sees.writes ? <AddTaskForm organisation={organisation} programmeId={id} add={add} undo={undoAction} /> : null}
      {[...present, ...others].map((phase) => {
        const own = tasks.filter((task) => task.phasePosition === phase.position);
        return (
          <section key={phase.id}>
            <SectionHead
              title={t("phase", { position: phase.position, name: phase.name })}
              count={t("counts", {
                open: own.filter(({ doneAt }) => !doneAt).length,
                done: own.filter(({ doneAt }) => doneAt).length,
              })}
            />
            <Card>
              {own.length === 0 ? (
                <p className="px-5 py-4 text-muted-foreground phone:px-4">{t("empty")}</p>
              ) : (
                <TaskList
                  organisation={organisation}
                  tasks={own}
                  mine={programme.mine}
                  writes={sees.writes}
                  works={sees.works}
                  actions={{ tickOff, open, remove, giveEvidence, signOff, giveBack, unsign }}
                  undo={undoAction}
                />
              )}
            </Card>
          </section>
        );
      })}
    </div>
  );
}

export default withMessages("(workspace)/[organisation]/programmes/[id]/tasks/page", TasksPage);
