import { getFormatter, getTranslations } from "next-intl/server";
import { PageHead } from "@/components/frame/page-head";
import { SectionHead } from "@/components/frame/section-head";
import { AsideSection } from "@/components/homes/aside-section";
import { calledName, partOfDay, type HomeProps } from "@/components/homes/home";
import type { CalendarItem } from "@/components/calendar/model";
import { SessionsToday } from "@/components/homes/sessions-today";
import { PhaseLoad } from "@/components/homes/phase-load";
import type { Waiting } from "@/components/homes/waiting";
import { WaitingList } from "@/components/homes/waiting-list";
import { PressingClocks, type PressingClocksProps } from "@/components/sla/pressing-clocks";
import { Empty } from "@/components/states/empty";
import { Card } from "@/components/ui/card";
import type { IconName } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
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
  sessions,
  pressing,
  firstSteps,
}: HomeProps & {
  day: Day;
  waiting: readonly Waiting[];
  sessions: { today: readonly CalendarItem[]; next: CalendarItem | null };
  pressing: PressingClocksProps["pressing"] | null;
}) {
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
            {pressing && pressing.clocks.length > 0 ? (
              <PressingClocks {...{ organisation, pressing, timeZone: person.timeZone, ofAll: false }} />
            ) : null}
            <section>
              <SectionHead
                title={t("waiting")}
                count={waiting.length}
                more={<Link href={`/${organisation}/messages`}>{t("waitingAll")}</Link>}
              />
              <WaitingList organisation={organisation} waiting={waiting} timeZone={person.timeZone} />
            </section>
            <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-6 gap-y-8 beside:grid-cols-2">
              <AsideSection
                title={t("quiet")}
                none={t("quietNone")}
                all={`${list}?f.quiet=yes`}
                shown={4}
                rows={day.quiet.map(({ id, name, nextStep, lastRole, quietDays, quietSince }) => ({
                  ...{ key: id, name, sub: nextStep ?? lastRole, href: `${page(id)}/messages` },
                  status: warn("phone-missed", t("quietDays", { days: quietDays })),
                  note: quietSince ? t("since", { date: short(quietSince) }) : undefined,
                }))}
              />
              <AsideSection
                title={t("stalled")}
                none={t("stalledNone")}
                all={`${list}?f.stalled=yes`}
                shown={4}
                rows={day.stalled.map(({ id, name, phase, phaseDays, usualDays }) => ({
                  ...{ key: id, name, sub: phase ?? "", href: `${page(id)}/tasks` },
                  status: warn("hourglass", t("quietDays", { days: phaseDays })),
                  note: t("usual", { days: usualDays }),
                }))}
              />
            </div>
          </div>
          <div className="grid grid-cols-[minmax(0,1fr)] gap-y-8">
            <SessionsToday {...{ organisation, person, at }} {...sessions} />
            <AsideSection
              title={t("due")}
              none={t("dueNone")}
              shown={6}
              rows={day.due.map(({ id, programmeId, name, title, lateDays }) => ({
                ...{ key: id, name, sub: title, href: `${page(programmeId)}/tasks#task-${id}` },
                status: lateDays > 0 ? warn("calendar-x", t("late", { days: lateDays })) : warn("clock", t("today")),
              }))}
            />
            <AsideSection
              title={t("ending")}
              all={`${list}?f.endsWithin=..30`}
              shown={3}
              rows={day.ending.map(({ id, name, phase, endsOn }) => ({
                ...{ key: id, name, sub: phase ?? "", href: page(id) },
                status: (
                  <Status icon="calendar">{civilDay(format, endsOn!, { day: "numeric", month: "short" })}</Status>
                ),
              }))}
            />
            <AsideSection
              title={t("invited")}
              all={`${list}?f.state=invited`}
              shown={3}
              rows={day.invited.map(({ id, name, lastRole, invitedAt }) => ({
                ...{ key: id, name, sub: lastRole, href: page(id) },
                status: <Status icon="mail">{t("invitedSince", { date: short(invitedAt) })}</Status>,
              }))}
            />
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

const warn = (icon: IconName, said: string) => (
  <Status icon={icon} tone="warn">
    {said}
  </Status>
);
