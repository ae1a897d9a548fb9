import { getTranslations } from "next-intl/server";
import { SectionHead } from "@/components/frame/section-head";
import { calledName, partOfDay, type HomeProps } from "@/components/homes/home";
import type { CalendarItem } from "@/components/calendar/model";
import { NextSession } from "@/components/homes/next-session";
import { LeadingStep } from "@/components/homes/leading-step";
import type { NextStep, StepKind } from "@/components/homes/next-steps";
import { SearchGlance, type SearchAtHome } from "@/components/homes/search-glance";
import { stepWords, type StepWords } from "@/components/homes/step-words";
import { WaySoFar } from "@/components/homes/way-so-far";
import type { Undo } from "@/components/forms/run-undo";
import { AcceptCard } from "@/components/programmes/accept-card";
import { PromiseLine } from "@/components/programmes/promise-line";
import type { ProgrammeRecord } from "@/components/programmes/record";
import type { TaskActions } from "@/components/programmes/task-item";
import { TaskList } from "@/components/programmes/task-list";
import { Avatar } from "@/components/ui/avatar";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { Moment } from "@/components/ui/moment";
import { Row, Rows } from "@/components/ui/rows";
import type { messageInbox } from "@/lib/messages/queries";
import type { planProgress } from "@/lib/plans/queries";
import type { ActionResult } from "@/lib/platform/result";
import { civilDate } from "@/lib/platform/civil-dates";
import type { tasksOf } from "@/lib/programmes/queries/record";

type Tasks = Awaited<ReturnType<typeof tasksOf>>;
type Threads = Awaited<ReturnType<(typeof messageInbox)["run"]>>;

export interface ExecutiveHomeProps extends HomeProps {
  programme: ProgrammeRecord;
  tasks: Tasks;
  threads: Threads;
  /** By when somebody of the firm turns to them. */
  promise: { by: Date; name: string } | null;
  /** The session that comes next. */
  session: CalendarItem | null;
  /** What could be done next, the leading one first. */
  steps: readonly NextStep[];
  plan: Awaited<ReturnType<(typeof planProgress)["run"]>>;
  search: SearchAtHome | null;
  accept: (organisation: string, input: { id: string }) => Promise<ActionResult<unknown>>;
  actions: TaskActions;
  undo: (organisation: string, undo: Undo) => Promise<ActionResult<unknown>>;
}

/** Those that stand elsewhere on the page: tasks in their list, the search in its card. */
const shownElsewhere: ReadonlySet<StepKind> = new Set<StepKind>(["task", "offer", "action", "follow-up"]);

/** An executive's home: the one next step first, then what waits, then where they are. */
export async function ExecutiveHome(props: ExecutiveHomeProps) {
  const { organisation, person, at, programme, tasks, threads, steps, plan, search } = props;
  const t = await getTranslations("programmes.home");
  const say = await stepWords(civilDate(at, person.timeZone));
  const here = `/${organisation}/programmes/${programme.id}`;
  const invited = programme.state === "invited";
  const running = programme.state === "intake" || programme.state === "active";
  const [leading = null, ...after] = steps;
  const others = after.filter(({ kind }) => !shownElsewhere.has(kind)).slice(0, 3);
  const later = after
    .filter(({ kind }) => kind === "task")
    .flatMap(({ key }) => tasks.find(({ id }) => id === key) ?? []);
  const thread = threads.find(({ programmeId, lastMine }) => programmeId === programme.id && !lastMine);
  return (
    <div className="mx-auto max-w-[68rem]">
      <header className="mb-6 phone:mb-4">
        <h1 className="font-title text-3xl font-normal phone:text-[1.875rem] phone:leading-9">
          {t(partOfDay(at, person.timeZone), { name: calledName(person.name) })}
        </h1>
        <Lede programme={programme} offers={search?.open.offer ?? 0} />
        {props.promise ? <PromiseLine promise={props.promise} timeZone={person.timeZone} /> : null}
      </header>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-8 beside:grid-cols-[minmax(0,5fr)_minmax(0,3fr)]">
        <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
          {invited ? (
            <AcceptCard organisation={organisation} programme={programme} accept={props.accept} />
          ) : running ? (
            <LeadingStep
              organisation={organisation}
              step={leading}
              say={say}
              consultant={programme.consultant.name}
              messagesHref={`${here}/messages`}
            />
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
              <LinkButton className="mt-3" href={`${here}/messages`}>
                {t("reply")}
              </LinkButton>
            </Card>
          ) : null}
          {others.length > 0 ? <OtherSteps organisation={organisation} steps={others} say={say} /> : null}
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
        </div>
        {invited ? null : (
          <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
            <NextSession
              {...{ organisation, person, session: props.session }}
              bookHref={running ? `${here}/sessions/book` : null}
            />
            <WaySoFar
              programme={programme}
              done={tasks.filter(({ doneAt }) => doneAt).length}
              plan={plan}
              here={here}
            />
            {search ? (
              <SearchGlance organisation={organisation} personId={programme.executiveId} search={search} />
            ) : null}
            <Card pad>
              <h2 className="font-title text-[1.25rem] leading-[1.625rem]">{t("profile")}</h2>
              <p className="mt-1 mb-3 text-muted-foreground">{t("profileText")}</p>
              <LinkButton href={`${here}/profile`}>{t("profileOpen")}</LinkButton>
            </Card>
          </div>
        )}
      </div>
    </div>
  );
}

/** Where they are, in one line. */
async function Lede({ programme, offers }: { programme: ProgrammeRecord; offers: number }) {
  const t = await getTranslations("programmes.home");
  const { state, phases, phasePosition } = programme;
  const said = () => {
    switch (state) {
      case "invited":
        return null;
      case "intake":
      case "active":
        return t.rich("executiveLede", {
          ...{ phase: phases.find(({ position }) => position === phasePosition)?.name ?? "", offers },
          ...{ position: phasePosition, total: phases.length },
          b: (words) => <b className="text-foreground">{words}</b>,
        });
      case "paused":
        return t("executivePaused");
      case "landed":
        return t("executiveLanded");
      default:
        return t("executiveEnded");
    }
  };
  return <p className="mt-1 text-md text-muted-foreground">{said()}</p>;
}

/** What else waits, in one line each. */
async function OtherSteps(props: { organisation: string; steps: readonly NextStep[]; say: StepWords }) {
  const { organisation, steps, say } = props;
  const t = await getTranslations("programmes.home");
  return (
    <section>
      <SectionHead serif title={t("alsoWaits")} />
      <Card>
        <Rows>
          {steps.map((step) => {
            const { title, day } = say(step);
            return (
              <Row key={step.key} className="flex items-center gap-3.5">
                <span className="min-w-0 flex-1">
                  <Link
                    data-row-link
                    href={`/${organisation}${step.path}`}
                    className="block font-semibold break-words text-foreground no-underline hover:underline"
                  >
                    {title}
                  </Link>
                  {day ? <span className="text-sm text-muted-foreground">{day}</span> : null}
                </span>
                <Icon name="arrow-right" size="small" className="text-muted-foreground" />
              </Row>
            );
          })}
        </Rows>
      </Card>
    </section>
  );
}
