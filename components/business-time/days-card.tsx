import { useFormatter, useTranslations } from "next-intl";
import { DoButton } from "@/components/forms/do-button";
import type { Undo } from "@/components/forms/run-undo";
import { Empty } from "@/components/states/empty";
import { Card, CardFooter, CardHeader, CardTitle } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { Row, Rows } from "@/components/ui/rows";
import { Status } from "@/components/ui/status";
import type { HoursText } from "@/lib/business-time/hours-text";
import { civilDay } from "@/lib/platform/i18n/civil-day";
import type { ActionResult } from "@/lib/platform/result";
import { hoursInRow } from "./clock-time";

export interface ShownDay {
  id: string;
  kind: string;
  name: string;
  fromOn: string;
  toOn: string;
  hours: HoursText[];
}

export interface DaysCardProps {
  organisation: string;
  calendarId: string;
  days: readonly ShownDay[];
  today: string;
  writes: boolean;
  remove: (organisation: string, input: { id: string }) => Promise<ActionResult<unknown>>;
  undo: (organisation: string, undo: Undo) => Promise<ActionResult<unknown>>;
}

/** Days that are closed or worked by exception, the next first. Those that have passed are counted, and stand in the year. */
export function DaysCard({ organisation, calendarId, days, today, writes, remove, undo }: DaysCardProps) {
  const t = useTranslations("business-time");
  const ahead = days.filter(({ toOn }) => toOn >= today);
  const passed = days.length - ahead.length;
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("calendar.days")}</CardTitle>
        {writes ? (
          <LinkButton
            size="small"
            className="ms-auto"
            href={`/${organisation}/settings/calendars/${calendarId}/days/new`}
            icon="calendar-plus"
          >
            {t("calendar.addDay")}
          </LinkButton>
        ) : null}
      </CardHeader>
      {ahead.length === 0 ? (
        <Empty icon="calendar-days" title={t("calendar.noDays.title")}>
          {t("calendar.noDays.text")}
        </Empty>
      ) : (
        <Rows>
          {ahead.map((day) => (
            <Row key={day.id} className="flex items-start gap-2">
              <DayWords day={day} />
              {writes ? (
                <span className="ms-auto flex">
                  <LinkButton
                    size="icon"
                    variant="quiet"
                    href={`/${organisation}/settings/calendars/${calendarId}/days/${day.id}`}
                    aria-label={t("calendar.editDay", { name: day.name })}
                  >
                    <Icon name="pencil" />
                  </LinkButton>
                  <DoButton
                    organisation={organisation}
                    act={remove}
                    input={{ id: day.id }}
                    done={t("calendar.dayRemoved", { name: day.name })}
                    undo={undo}
                    size="icon"
                    variant="quiet"
                    label={t("calendar.removeDay", { name: day.name })}
                  >
                    <Icon name="trash-2" />
                  </DoButton>
                </span>
              ) : null}
            </Row>
          ))}
        </Rows>
      )}
      {passed > 0 ? <CardFooter>{t("calendar.passed", { count: passed })}</CardFooter> : null}
    </Card>
  );
}

function DayWords({ day }: { day: ShownDay }) {
  const t = useTranslations("business-time");
  const format = useFormatter();
  const { kind, name, fromOn, toOn, hours } = day;
  const look = { weekday: "short", day: "numeric", month: "short", year: "numeric" } as const;
  const last = toOn === fromOn ? "" : ` – ${civilDay(format, toOn, look)}`;
  return (
    <span className="min-w-0">
      <span translate="no" className="block font-medium break-words">
        {name}
      </span>
      <span className="block text-sm text-muted-foreground">
        {civilDay(format, fromOn, look)}
        {last}
      </span>
      <span className="block text-sm">
        <Status tone={kind === "open" ? "ok" : "neutral"} icon={kind === "open" ? "calendar-check" : "calendar-x"}>
          {t(kind === "open" ? "calendar.extra" : "calendar.closed")}
          {hours.length > 0 ? ` ${hoursInRow(format, hours)}` : ""}
        </Status>
      </span>
    </span>
  );
}
