import Link from "next/link";
import { getFormatter, getTranslations } from "next-intl/server";
import { SectionHead } from "@/components/frame/section-head";
import { calledName, partOfDay, type HomeProps } from "@/components/homes/home";
import { AcceptCard } from "@/components/programmes/accept-card";
import { phaseSteps, type ProgrammeRecord } from "@/components/programmes/record";
import type { TaskActions } from "@/components/programmes/task-item";
import { TaskList } from "@/components/programmes/task-list";
import type { Undo } from "@/components/forms/run-undo";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { Moment } from "@/components/ui/moment";
import { PhaseRail } from "@/components/ui/phases";
import type { messageInbox } from "@/lib/messages/queries";
import { civilDay } from "@/lib/platform/i18n/civil-day";
import type { ActionResult } from "@/lib/platform/result";
import type { tasksOf } from "@/lib/programmes/queries/record";

type Tasks = Awaited<ReturnType<typeof tasksOf>>;
type Threads = Awaited<ReturnType<(typeof messageInbox)["run"]>>;

export interface ExecutiveHomeProps extends HomeProps {
  programme: ProgrammeRecord;
  tasks: Tasks;
  threads: Threads;
  accept: (organisation: string, input: { id: string }) => Promise<ActionResult<unknown>>;
  actions: TaskActions;
  undo: (organisation: string, undo: Undo) => Promise<ActionResult<unknown>>;
}

/** An executive's home: the one next step first, then what waits, then where they are. */
export async function ExecutiveHome(props: ExecutiveHomeProps) {
  const { organisation, person, at, programme, tasks, threads } = props;
  const t = await getTranslations("programmes.home");
  const format = await getFormatter();
  const day = (civil: string) => civilDay(format, civil, { weekday: "long", day: "numeric", month: "long" });
  const here = `/${organisation}/programmes/${programme.id}`;
  const running = programme.state === "intake" || programme.state === "active";
  const open = running
    ? tasks.filter(
        (task) =>
          task.owner === "executive" &&
          !task.doneAt &&
          (task.phasePosition === programme.phasePosition ||
            (task.mandatory && task.phasePosition < programme.phasePosition)),
      )
    : [];
  open.sort((left, right) => (left.dueOn ?? "9999").localeCompare(right.dueOn ?? "9999"));
  const [next, ...later] = open;
  const phase = programme.phases.find(({ position }) => position === programme.phasePosition);
  const done = tasks.filter((task) => task.doneAt).length;
  const thread = threads.find(({ lastMine }) => !lastMine);
  const b = (words: React.ReactNode) => <b className="text-foreground">{words}</b>;
  return (
    <div className="mx-auto max-w-3xl">
      <header className="mb-6">
        <h1 className="font-title text-3xl font-normal phone:text-[1.875rem] phone:leading-9">
          {t(partOfDay(at, person.timeZone), { name: calledName(person.name) })}
        </h1>
        <p className="mt-1 text-md text-muted-foreground">
          {running
            ? t.rich("executiveLede", {
                phase: phase?.name ?? "",
                position: programme.phasePosition,
                total: programme.phases.length,
                b,
              })
            : programme.state === "paused"
              ? t("executivePaused")
              : programme.state === "landed"
                ? t("executiveLanded")
                : programme.state === "invited"
                  ? null
                  : t("executiveEnded")}
        </p>
      </header>
      <div className="grid gap-8">
        {programme.state === "invited" ? (
          <AcceptCard organisation={organisation} programme={programme} accept={props.accept} />
        ) : running ? (
          <Card pad className="border-t-[3px] border-t-primary phone:-mx-4 phone:rounded-none phone:border-x-0">
            <p className="text-sm font-semibold text-primary">{t("yourNextStep")}</p>
            <h2 className="mt-1.5 font-title text-xl">{next ? next.title : t("nextNone")}</h2>
            {next?.dueOn ? (
              <p className="mt-1 text-sm text-muted-foreground">{t("dueBy", { date: day(next.dueOn) })}</p>
            ) : null}
            <p className="mt-2 max-w-[60ch] text-md empty:hidden">
              {next ? next.details || (next.mandatory ? "" : t("optional")) : t("nextNoneText")}
            </p>
            <div className="mt-4 flex flex-wrap items-center gap-2">
              <Button asChild variant="primary" size="large">
                <Link href={next ? `${here}/tasks` : `${here}/messages`}>
                  <Icon name={next ? "arrow-right" : "message-square"} />
                  {next ? t("doIt") : t("write", { name: calledName(programme.consultant.name) })}
                </Link>
              </Button>
              {next ? (
                <LinkButton variant="quiet" size="large" href={`${here}/messages`}>
                  {t("write", { name: calledName(programme.consultant.name) })}
                </LinkButton>
              ) : null}
            </div>
          </Card>
        ) : null}
        {thread ? (
          <Card pad>
            <div className="flex items-center gap-2.5">
              <Avatar name={thread.other} />
              <p>
                <b>{t("messageFrom", { name: calledName(thread.other) })}</b>
                <span className="block text-sm text-muted-foreground">
                  <Moment value={thread.lastAt} timeZone={person.timeZone} />
                </span>
              </p>
            </div>
            <p className="mt-3 line-clamp-4 text-md whitespace-pre-line">{thread.last}</p>
            <LinkButton size="small" className="mt-3" href={`${here}/messages`}>
              {t("reply")}
            </LinkButton>
          </Card>
        ) : null}
        {later.length > 0 ? (
          <section>
            <SectionHead
              serif
              title={t("theseWeeks")}
              count={later.length}
              more={<Link href={`${here}/tasks`}>{t("allTasks")}</Link>}
            />
            <Card>
              <TaskList
                organisation={organisation}
                tasks={later.slice(0, 4)}
                mine
                writes={false}
                works
                actions={props.actions}
                undo={props.undo}
              />
            </Card>
          </section>
        ) : null}
        {programme.state === "invited" ? null : (
          <section>
            <SectionHead serif title={t("progress")} />
            <Card pad>
              <PhaseRail label={t("progress")} steps={phaseSteps(programme)} />
              <p className="mt-3 text-muted-foreground">{t("progressText", { done })}</p>
            </Card>
          </section>
        )}
        <Card pad className="flex flex-wrap items-center gap-4">
          <div className="min-w-0 flex-1 basis-64">
            <h2 className="font-title text-[1.25rem] leading-[1.625rem]">{t("profile")}</h2>
            <p className="mt-1 text-muted-foreground">{t("profileText")}</p>
          </div>
          <LinkButton href={`${here}/profile`}>{t("profileOpen")}</LinkButton>
        </Card>
      </div>
    </div>
  );
}
