import Link from "next/link";
import { getFormatter, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { PageHead } from "@/components/frame/page-head";
import { SectionHead } from "@/components/frame/section-head";
import { calledName, partOfDay, type HomeProps } from "@/components/homes/home";
import { PhaseLoad } from "@/components/homes/phase-load";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { Moment } from "@/components/ui/moment";
import { Person } from "@/components/ui/person";
import { Row, Rows } from "@/components/ui/rows";
import { Status } from "@/components/ui/status";
import type { messageInbox } from "@/lib/messages/queries";
import type { consultantDay } from "@/lib/programmes/queries/homes";

type Day = Awaited<ReturnType<(typeof consultantDay)["run"]>>;
type Threads = Awaited<ReturnType<(typeof messageInbox)["run"]>>;

/** A consultant's day: what is due, who waits, who is quiet, who stalls, the caseload by phase. */
export async function ConsultantHome({
  organisation,
  person,
  at,
  day,
  threads,
  firstSteps,
}: HomeProps & { day: Day; threads: Threads }) {
  const t = await getTranslations("programmes.home");
  const caseload = await getTranslations("programmes.caseload");
  const format = await getFormatter();
  const short = (moment: Date) =>
    format.dateTime(moment, { day: "numeric", month: "short", timeZone: person.timeZone });
  const page = (id: string) => `/${organisation}/programmes/${id}`;
  const list = `/${organisation}/programmes`;
  return (
    <>
      <PageHead
        title={t(partOfDay(at, person.timeZone), { name: calledName(person.name) })}
        lede={t.rich("consultantLede", {
          date: format.dateTime(at, { weekday: "long", day: "numeric", month: "long", timeZone: person.timeZone }),
          due: day.due.length,
          unread: threads.length,
          b: (words) => <b>{words}</b>,
        })}
        actions={
          <LinkButton variant="primary" href={`${list}/new`} icon="user-plus">
            {caseload("invite")}
          </LinkButton>
        }
      />
      {firstSteps}
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-6 gap-y-8 beside:grid-cols-2">
        <div className="grid gap-y-8">
          <section>
            <SectionHead
              title={t("waiting")}
              count={threads.length}
              more={<Link href={`/${organisation}/messages`}>{t("waitingAll")}</Link>}
            />
            <List none={t("waitingNone")} empty={threads.length === 0}>
              {threads.slice(0, 6).map((thread, index) => (
                <Row key={thread.programmeId} className="flex items-center gap-4">
                  <Person
                    className="min-w-0 flex-1"
                    name={thread.other}
                    href={`${page(thread.programmeId)}/messages`}
                    sub={<span className="line-clamp-1">{thread.last}</span>}
                  />
                  <span className="flex-none text-sm text-muted-foreground phone:hidden">
                    <Moment value={thread.lastAt} timeZone={person.timeZone} />
                  </span>
                  <LinkButton variant={index === 0 ? "tint" : "outline"} href={`${page(thread.programmeId)}/messages`}>
                    {t("answer")}
                  </LinkButton>
                </Row>
              ))}
            </List>
          </section>
          <section>
            <SectionHead title={t("due")} count={day.due.length} />
            <List none={t("dueNone")} empty={day.due.length === 0}>
              {day.due.slice(0, 6).map((task) => (
                <Row key={task.id} className="flex items-center gap-4">
                  <Person
                    className="min-w-0 flex-1"
                    name={task.name}
                    href={`${page(task.programmeId)}/tasks`}
                    sub={task.title}
                  />
                  <Status icon={task.lateDays > 0 ? "calendar-x" : "clock"} tone="warn">
                    {task.lateDays > 0 ? t("late", { days: task.lateDays }) : t("today")}
                  </Status>
                </Row>
              ))}
            </List>
          </section>
        </div>
        <div className="grid gap-y-8">
          <section>
            <SectionHead
              title={t("quiet")}
              count={day.quiet.length}
              more={<Link href={`${list}?f.quiet=yes`}>{t("quietAll")}</Link>}
            />
            <List none={t("quietNone")} empty={day.quiet.length === 0}>
              {day.quiet.slice(0, 4).map((programme) => (
                <Aside
                  key={programme.id}
                  name={programme.name}
                  sub={programme.nextStep ?? programme.lastRole}
                  href={page(programme.id)}
                  status={
                    <Status icon="phone-missed" tone="warn">
                      {t("quietDays", { days: programme.quietDays })}
                    </Status>
                  }
                  note={t("since", {
                    date: short(programme.lastContactAt ?? programme.activatedAt ?? programme.invitedAt),
                  })}
                />
              ))}
            </List>
          </section>
          <section>
            <SectionHead title={t("stalled")} count={day.stalled.length} />
            <List none={t("stalledNone")} empty={day.stalled.length === 0}>
              {day.stalled.slice(0, 4).map((programme) => (
                <Aside
                  key={programme.id}
                  name={programme.name}
                  sub={programme.phase ?? ""}
                  href={page(programme.id)}
                  status={
                    <Status icon="hourglass" tone="warn">
                      {t("quietDays", { days: programme.phaseDays })}
                    </Status>
                  }
                  note={t("usual", { days: programme.usualDays })}
                />
              ))}
            </List>
          </section>
          {day.invited.length > 0 ? (
            <section>
              <SectionHead title={t("invited")} count={day.invited.length} />
              <List none={t("invitedNone")} empty={false}>
                {day.invited.slice(0, 4).map((programme) => (
                  <Aside
                    key={programme.id}
                    name={programme.name}
                    sub={programme.lastRole}
                    href={page(programme.id)}
                    status={<Status icon="mail">{t("invitedSince", { date: short(programme.invitedAt) })}</Status>}
                  />
                ))}
              </List>
            </section>
          ) : null}
        </div>
      </div>
      <section className="mt-8">
        <SectionHead
          title={t("load")}
          count={t("loadCount", { count: day.total })}
          more={<Link href={list}>{t("loadOpen")}</Link>}
        />
        <PhaseLoad list={list} units={day.byPhase} />
      </section>
    </>
  );
}

function List({ none, empty, children }: { none: string; empty: boolean; children: ReactNode }) {
  return (
    <Card>
      {empty ? <p className="px-5 py-4 text-muted-foreground phone:px-4">{none}</p> : <Rows>{children}</Rows>}
    </Card>
  );
}

function Aside(props: { name: string; sub: string; href: string; status: ReactNode; note?: string }) {
  return (
    <Row className="flex items-start gap-3">
      <Person className="min-w-0 flex-1 items-start" name={props.name} href={props.href} sub={props.sub} />
      <span className="grid flex-none justify-items-end">
        {props.status}
        {props.note ? <span className="text-xs text-muted-foreground">{props.note}</span> : null}
      </span>
    </Row>
  );
}
