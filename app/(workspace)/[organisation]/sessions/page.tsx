import { getFormatter, getTranslations } from "next-intl/server";
import { undoAction } from "../undo-action";
import { move } from "./actions";
import { hrefOf, daysOf, readAddress, type CalendarAddress } from "@/components/calendar/address";
import { AgendaList } from "@/components/calendar/agenda-list";
import { CalendarBar } from "@/components/calendar/calendar-bar";
import { addDays, cityOf, datesFrom } from "@/components/calendar/civil-days";
import { columnsOf, dayColumns } from "@/components/calendar/columns-of";
import { DayStrip } from "@/components/calendar/day-strip";
import { itemsOf } from "@/components/calendar/items-of";
import { KeysHint } from "@/components/calendar/keys-hint";
import type { CalendarItem } from "@/components/calendar/model";
import { MonthGrid } from "@/components/calendar/month-grid";
import { TimeGrid } from "@/components/calendar/time-grid";
import { PageHead } from "@/components/frame/page-head";
import { withMessages } from "@/components/frame/with-messages";
import { Empty } from "@/components/states/empty";
import { Card } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { may, scopesOf } from "@/lib/platform/actor";
import { civilDate } from "@/lib/platform/civil-dates";
import { calendar, calendarHosts, mostInCalendar } from "@/lib/scheduling/calendar-query";

export async function generateMetadata() {
  return { title: (await getTranslations("calendar"))("title") };
}

/** The calendar: one's own sessions, or those of several who hold them, by month, week, day or as an agenda. */
async function CalendarPage({ params, searchParams }: WorkspaceProps) {
  const { organisation } = await params;
  const asked = await searchParams;
  const t = await getTranslations("calendar");
  const format = await getFormatter();
  const found = await readPage(organisation, async ({ ask, actor, now }) => {
    const usual = { today: civilDate(now, actor.timeZone), zone: actor.timeZone };
    const said = readAddress(asked, usual);
    const hosts = await ask(calendarHosts, {});
    const holds = scopesOf(actor, "sessions:hold").size > 0 && may(actor, "sessions:write");
    // Who holds none themselves looks at those who do.
    const chosen =
      said.people.length > 0 || hosts.length === 0 || holds ? said.people : hosts.slice(0, 3).map(({ id }) => id);
    // Several people side by side are looked at by the day first.
    const address = chosen.length > 1 ? { ...said, view: said.view ?? ("day" as const) } : said;
    const days = daysOf(address);
    const range = { first: days.first, last: days.last, timeZone: address.zone, cancelled: address.cancelled };
    return {
      ...{ address, usual, hosts, chosen, days, now: now.getTime() },
      data: await ask(calendar, { ...range, personIds: [...chosen] }),
      self: actor.personId,
      writes: may(actor, "sessions:write"),
      seesHours: may(actor, "availability:read"),
      executive: scopesOf(actor, "sessions:write").has("own") && !holds,
    };
  });
  const { address, usual, hosts, chosen, days, now, data, self, writes, seesHours, executive } = found;
  const { zone } = address;
  const here = `/${organisation}/sessions`;
  const hrefWith = (changes: Partial<CalendarAddress>) => hrefOf(here, { ...address, ...changes }, usual);
  const words = {
    with: (names: string) => t("with", { names }),
    places: (taken: number, capacity: number) => t("places", { taken, capacity }),
  };
  const view = address.view ?? "week";
  const several = data.people.length > 1;
  const items = itemsOf({ ...data, self, zone, writes, several, words });
  const today = civilDate(new Date(now), zone);
  const others = [...new Set(items.flatMap(({ otherZone }) => otherZone?.zone ?? []))];
  const second =
    address.and === "none"
      ? null
      : (address.and ?? (zone === usual.zone ? (executive ? (others[0] ?? null) : null) : usual.zone));
  const zones = [zone, ...(second && view !== "month" ? [second] : [])].map(cityOf).join(", ");
  const shownLast = view === "week" ? addDays(days.first, 6) : days.last;
  const shown = columnsOf({
    ...{ dates: datesFrom(days.first, shownLast), timeZone: zone, items, whole: address.whole },
    ...{ people: view === "month" ? dayColumns(data.people) : data.people },
    ...{ holidays: data.holidays, offWord: t("off") },
  });
  const itemsByDay = byDay(items, zone);
  const onDay = (date: string) => itemsByDay.get(date) ?? [];
  const noteOf = (date: string) => shown.columns.find((column) => column.date === date)?.note ?? "";
  const agendaFrom = address.view === null && days.first < address.date ? address.date : days.first;
  const agendaDates = datesFrom(agendaFrom, days.last).filter((date) => view !== "month" || date === address.date);
  const agenda = agendaDates
    .map((date) => ({ date, note: noteOf(date), items: onDay(date) }))
    .filter(({ items: of, date, note }) => of.length > 0 || note || date === address.date);
  const strip = (view === "month" ? datesFrom(days.first, days.last) : weekOf(address.date)).map((date) => ({
    ...{
      date,
      sessions: onDay(date).length,
      href: hrefWith({ date, view: view === "month" ? "month" : address.view }),
    },
  }));
  const isInView = (date: string) => (view === "month" ? date.startsWith(address.date.slice(0, 7)) : date <= shownLast);
  const inView = [...itemsByDay].reduce((sum, [date, of]) => sum + (isInView(date) ? of.length : 0), 0);
  const noon = (date: string) => new Date(`${date}T12:00Z`);
  const range =
    view === "month"
      ? format.dateTime(noon(address.date), { month: "long", year: "numeric", timeZone: "UTC" })
      : format.dateTimeRange(noon(days.first), noon(shownLast), {
          ...{ day: "numeric", month: "long", year: "numeric", timeZone: "UTC" },
        });
  const actions = { move, undo: undoAction };
  const list = <AgendaList {...{ organisation, days: agenda, zone, today, tomorrow: addDays(today, 1), now }} />;
  const grid = { organisation, items, zone, today, now, actions, columns: shown.columns };
  // More columns than one can read on a sheet are printed as a list.
  const tooWide = view === "week" && shown.columns.length > 14;
  const newHref = writes ? `${here}/new` : null;
  return (
    <>
      <style>{`@media print{@page{${view === "agenda" || tooWide ? "" : "size:landscape;"}margin:10mm}}`}</style>
      <PageHead
        title={t("title")}
        className="print:mb-3"
        lede={
          <>
            <span className={cn(!address.view && "phone:hidden print:inline!")}>
              {t("lede", { range, count: inView })}
            </span>
            <span translate="no" className="hidden text-foreground print:block">
              {t("paper", { names: data.people.map(({ name }) => name).join(", "), zones })}
            </span>
          </>
        }
        actions={
          <>
            {seesHours ? (
              <LinkButton href={`/${organisation}/availability`} icon="calendar-clock">
                {t("availability")}
              </LinkButton>
            ) : null}
            {newHref ? (
              <LinkButton variant="primary" href={newHref} icon="calendar-plus">
                {t("book")}
              </LinkButton>
            ) : null}
          </>
        }
      />
      <CalendarBar
        {...{ address, view, second, hosts, chosen, hrefWith, others }}
        {...{ before: days.before, after: days.after, today, ownZone: usual.zone }}
      />
      {data.isFull ? (
        <Notice icon="info" className="mb-3">
          {t("full", { count: mostInCalendar })}
        </Notice>
      ) : null}
      {data.people.length === 0 ? (
        <Card>
          <Empty icon="calendar-days" title={t("empty.nobody")}>
            {t("empty.nobodyText")}
          </Empty>
        </Card>
      ) : view === "agenda" ? (
        <>
          <div className="wide:hidden">
            <DayStrip days={strip} chosen={address.date} />
          </div>
          {list}
        </>
      ) : (
        <>
          <div className={cn(view !== "day" && "phone:hidden print:block!", tooWide && "print:hidden!")}>
            {view === "month" ? (
              <MonthGrid
                {...grid}
                items={items.map((item) => ({ ...item, personIds: [shown.columns[0]!.person.id] }))}
                month={address.date.slice(0, 7)}
                dayHrefs={Object.fromEntries(shown.columns.map(({ date }) => [date, hrefWith({ view: "day", date })]))}
              />
            ) : (
              <TimeGrid {...grid} axis={shown.axis} second={second} newHref={newHref} />
            )}
            <KeysHint keys={!writes ? "keysRead" : view === "month" ? "keysMonth" : "keys"} />
          </div>
          {view === "day" ? null : (
            <div className={cn("wide:hidden", tooWide ? "print:block!" : "print:hidden")}>
              <DayStrip
                days={strip}
                chosen={address.date}
                {...(view === "month" ? { month: address.date.slice(0, 7) } : {})}
              />
              {list}
            </div>
          )}
        </>
      )}
    </>
  );
}

/** Sessions by the day on which they begin, in a zone. */
function byDay(items: readonly CalendarItem[], zone: string): Map<string, CalendarItem[]> {
  const days = new Map<string, CalendarItem[]>();
  for (const item of items) {
    const date = civilDate(new Date(item.startsAt), zone);
    const day = days.get(date);
    if (day) day.push(item);
    else days.set(date, [item]);
  }
  return days;
}

function weekOf(date: string): string[] {
  const { first } = daysOf({ view: "week", date });
  return datesFrom(first, addDays(first, 6));
}

export default withMessages("(workspace)/[organisation]/sessions/page", CalendarPage);
