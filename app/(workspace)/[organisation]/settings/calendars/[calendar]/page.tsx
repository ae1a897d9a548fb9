import { getTranslations } from "next-intl/server";
import { undoAction } from "../../../undo-action";
import { dropDay, makeMain, remove, rename, takeBack } from "../actions";
import { CalendarNameForm } from "@/components/business-time/calendar-name-form";
import { DaysCard } from "@/components/business-time/days-card";
import { HistoryCard } from "@/components/business-time/history-card";
import { YearGrid } from "@/components/business-time/year-grid";
import { DoButton } from "@/components/forms/do-button";
import { PageHead } from "@/components/frame/page-head";
import { RecordColumns } from "@/components/frame/record-columns";
import { withMessages } from "@/components/frame/with-messages";
import { Badge } from "@/components/ui/badge";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { placeName } from "@/lib/business-time/holidays";
import { oneCalendar } from "@/lib/business-time/queries";
import { readPage, type WorkspaceProps } from "@/lib/entry/page";
import { may } from "@/lib/platform/actor";
import { formatsLocale } from "@/lib/platform/i18n/formats-locale";

/** The year that comes by a calendar, its single days, and what holds from when. */
async function CalendarPage({ params }: WorkspaceProps<{ calendar: string }>) {
  const { organisation, calendar: id } = await params;
  const t = await getTranslations("business-time");
  const { calendar, actor } = await readPage(organisation, async ({ ask, actor: reader }) => ({
    calendar: await ask(oneCalendar, { id }),
    actor: reader,
  }));
  const { name, isDefault, version, today, now, hours, days, year } = calendar;
  const writes = may(actor, "calendars:write");
  const here = `/${organisation}/settings/calendars`;
  const held = hours.find((one) => one.id === now)!;
  const locale = formatsLocale(actor.locale);
  const places = Object.fromEntries(
    await Promise.all(hours.map(async (one) => [one.id, await placeName(one, locale)] as const)),
  );
  const zone = held.timeZone.replaceAll("_", " ");
  return (
    <>
      <PageHead
        title={<span translate="no">{name}</span>}
        lede={[zone, places[now] ? t("calendars.place", { place: places[now] }) : t("calendars.noHolidays")].join(
          " · ",
        )}
        crumbs={[
          { label: t("calendars.settings"), href: `/${organisation}/settings` },
          { label: t("calendars.title"), href: here },
          { label: name },
        ]}
        actions={
          writes ? (
            <LinkButton variant="primary" href={`${here}/${id}/hours`} icon="pencil">
              {t("calendar.change")}
            </LinkButton>
          ) : undefined
        }
      />
      <RecordColumns
        facts={
          <>
            <DaysCard {...{ organisation, calendarId: id, days, today, writes }} remove={dropDay} undo={undoAction} />
            <HistoryCard
              {...{ organisation, calendarId: id, hours, now, today, places, writes }}
              takeBack={takeBack}
              undo={undoAction}
            />
            {isDefault ? (
              <Card pad>
                <Badge tone="act" icon="check">
                  {t("calendars.main")}
                </Badge>
                <p className="mt-2 text-muted-foreground">{t("calendars.mainHint")}</p>
              </Card>
            ) : null}
            {writes ? (
              <Card pad className="grid gap-4">
                <CalendarNameForm organisation={organisation} calendar={{ id, name, version }} rename={rename} />
                {isDefault ? null : (
                  <div className="flex flex-wrap gap-2 border-t border-border pt-4">
                    <DoButton
                      organisation={organisation}
                      act={makeMain}
                      input={{ id }}
                      done={t("calendars.madeMain")}
                      undo={undoAction}
                    >
                      {t("calendars.makeMain")}
                    </DoButton>
                    <DoButton
                      organisation={organisation}
                      act={remove}
                      input={{ id }}
                      done={t("calendars.removed")}
                      undo={undoAction}
                      then={here}
                      variant="quiet"
                    >
                      {t("calendars.remove")}
                    </DoButton>
                  </div>
                )}
              </Card>
            ) : null}
          </>
        }
      >
        <Card>
          <CardHeader>
            <CardTitle>{t("calendar.year")}</CardTitle>
          </CardHeader>
          <YearGrid days={year} today={today} />
        </Card>
      </RecordColumns>
    </>
  );
}

export default withMessages("(workspace)/[organisation]/settings/calendars/[calendar]/page", CalendarPage);
