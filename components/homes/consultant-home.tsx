import Link from "next/link";
import { getFormatter, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { PageHead } from "@/components/frame/page-head";
import { SectionHead } from "@/components/frame/section-head";
import { calledName, partOfDay, type HomeProps } from "@/components/homes/home";
import { MoreRows } from "@/components/homes/more-rows";
import { PhaseLoad } from "@/components/homes/phase-load";
import type { Waiting } from "@/components/homes/waiting";
import { WaitingList } from "@/components/homes/waiting-list";
import { Empty } from "@/components/states/empty";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { Person } from "@/components/ui/person";
import { Row } from "@/components/ui/rows";
import { Status } from "@/components/ui/status";
import { civilDay } from "@/lib/platform/i18n/civil-day";
import type { consultantDay } from "@/lib/programmes/queries/homes";

type Day = Awaited<ReturnType<(typeof consultantDay)["run"]>>;

/** A consultant's day: who waits, what is due, who is quiet, who stalls, who comes and goes, the caseload by phase. */
export async function ConsultantHome({
  organisation,
  person,
  at,
  day,
  waiting,
  firstSteps,
}: HomeProps & { day: Day; waiting: readonly Waiting[] }) {
  const t = await getTranslations("programmes.home");
  const caseload = await getTranslations("programmes.caseload");
  const format = await getFormatter();
  const short = (moment: Date) =>
    format.dateTime(moment, { day: "numeric", month: "short", timeZone: person.timeZone });
  const page = (id: string) => `/${organisation}/programmes/${id}`;
  const list = `/${organisation}/programmes`;
  const invite = (
    <LinkButton variant="primary" href={`${list}/new`} icon="user-plus">
      {caseload("invite")}
    </LinkButton>
  );
  const nobody = day.total === 0 && waiting.length === 0;
  return (
    <>
      <PageHead
        title={t(partOfDay(at, person.timeZone), { name: calledName(person.name) })}
        lede={t.rich("consultantLede", {
          date: format.dateTime(at, { weekday: "long", day: "numeric", month: "long", timeZone: person.timeZone }),
          due: day.due.length,
          waiting: new Set(waiting.map(({ programmeId }) => programmeId)).size,
          b: (words) => <b>{words}</b>,
        })}
        actions={nobody ? undefined : invite}
      />
      {firstSteps}
      {nobody ? (
        <Card>
          <Empty icon="users-round" title={caseload("empty.title")} action={invite}>
            {caseload("empty.text")}
          </Empty>
        </Card>
      ) : (
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-6 gap-y-8 beside:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
          <div className="grid grid-cols-[minmax(0,1fr)] gap-y-8">
            <section>
              <SectionHead
                title={t("waiting")}
                count={waiting.length}
                more={<Link href={`/${organisation}/messages`}>{t("waitingAll")}</Link>}
              />
              <WaitingList organisation={organisation} waiting={waiting} timeZone={person.timeZone} />
            </section>
            <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-6 gap-y-8 beside:grid-cols-2">
              <section>
                <SectionHead
                  title={t("quiet")}
                  count={day.quiet.length}
                  more={day.quiet.length > 0 ? <Link href={`${list}?f.quiet=yes`}>{t("quietAll")}</Link> : undefined}
                />
                <MoreRows none={t("quietNone")} shown={4}>
                  {day.quiet.map((programme) => (
                    <Aside
                      key={programme.id}
                      name={programme.name}
                      sub={programme.nextStep ?? programme.lastRole}
                      href={`${page(programme.id)}/messages`}
                      status={
                        <Status icon="phone-missed" tone="warn">
                          {t("quietDays", { days: programme.quietDays })}
                        </Status>
                      }
                      note={programme.quietSince ? t("since", { date: short(programme.quietSince) }) : undefined}
                    />
                  ))}
                </MoreRows>
              </section>
              <section>
                <SectionHead
                  title={t("stalled")}
                  count={day.stalled.length}
                  more={
                    day.stalled.length > 0 ? <Link href={`${list}?f.stalled=yes`}>{t("quietAll")}</Link> : undefined
                  }
                />
                <MoreRows none={t("stalledNone")} shown={4}>
                  {day.stalled.map((programme) => (
                    <Aside
                      key={programme.id}
                      name={programme.name}
                      sub={programme.phase ?? ""}
                      href={`${page(programme.id)}/tasks`}
                      status={
                        <Status icon="hourglass" tone="warn">
                          {t("quietDays", { days: programme.phaseDays })}
                        </Status>
                      }
                      note={t("usual", { days: programme.usualDays })}
                    />
                  ))}
                </MoreRows>
              </section>
            </div>
          </div>
          <div className="grid grid-cols-[minmax(0,1fr)] gap-y-8">
            <section>
              <SectionHead title={t("due")} count={day.due.length} />
              <MoreRows none={t("dueNone")} shown={6}>
                {day.due.map((task) => (
                  <Aside
                    key={task.id}
                    name={task.name}
                    sub={task.title}
                    href={`${page(task.programmeId)}/tasks#task-${task.id}`}
                    status={
                      <Status icon={task.lateDays > 0 ? "calendar-x" : "clock"} tone="warn">
                        {task.lateDays > 0 ? t("late", { days: task.lateDays }) : t("today")}
                      </Status>
                    }
                  />
                ))}
              </MoreRows>
            </section>
            {day.ending.length > 0 ? (
              <section>
                <SectionHead
                  title={t("ending")}
                  count={day.ending.length}
                  more={<Link href={`${list}?f.endsWithin=..30`}>{t("quietAll")}</Link>}
                />
                <MoreRows none="" shown={3}>
                  {day.ending.map((programme) => (
                    <Aside
                      key={programme.id}
                      name={programme.name}
                      sub={programme.phase ?? ""}
                      href={page(programme.id)}
                      status={
                        <Status icon="calendar">
                          {civilDay(format, programme.endsOn!, { day: "numeric", month: "short" })}
                        </Status>
                      }
                    />
                  ))}
                </MoreRows>
              </section>
            ) : null}
            {day.invited.length > 0 ? (
              <section>
                <SectionHead
                  title={t("invited")}
                  count={day.invited.length}
                  more={<Link href={`${list}?f.state=invited`}>{t("quietAll")}</Link>}
                />
                <MoreRows none="" shown={3}>
                  {day.invited.map((programme) => (
                    <Aside
                      key={programme.id}
                      name={programme.name}
                      sub={programme.lastRole}
                      href={page(programme.id)}
                      status={<Status icon="mail">{t("invitedSince", { date: short(programme.invitedAt) })}</Status>}
                    />
                  ))}
                </MoreRows>
              </section>
            ) : null}
          </div>
        </div>
      )}
      {day.byPhase.length > 0 ? (
        <section className="mt-8">
          <SectionHead
            title={t("load")}
            count={t("loadCount", { count: day.total, usual: day.usualLoad ?? 0 })}
            more={<Link href={list}>{t("loadOpen")}</Link>}
          />
          <PhaseLoad list={list} units={day.byPhase} />
        </section>
      ) : null}
    </>
  );
}

function Aside(props: { name: string; sub: string; href: string; status: ReactNode; note?: string }) {
  return (
    <Row className="flex items-start gap-3">
      <Person
        avatar={false}
        className="min-w-0 flex-1 items-start"
        name={props.name}
        href={props.href}
        sub={props.sub}
      />
      <span className="grid flex-none justify-items-end">
        {props.status}
        {props.note ? <span className="text-xs text-muted-foreground">{props.note}</span> : null}
      </span>
    </Row>
  );
}
