import { useFormatter, useTranslations } from "next-intl";
import { DoButton } from "@/components/forms/do-button";
import type { Undo } from "@/components/forms/run-undo";
import { Badge } from "@/components/ui/badge";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { Row, Rows } from "@/components/ui/rows";
import type { HoursText } from "@/lib/business-time/hours-text";
import { civilDay } from "@/lib/platform/i18n/civil-day";
import type { ActionResult } from "@/lib/platform/result";
import { WeekSummary } from "./week-summary";

export interface HeldHours {
  id: string;
  validFrom: string | null;
  timeZone: string;
  week: HoursText[][];
  workedHolidays: string[];
  ownHolidays: { name: string; on: string }[];
}

export interface HistoryCardProps {
  organisation: string;
  calendarId: string;
  hours: readonly HeldHours[];
  /** What holds today, by its id. */
  now: string;
  today: string;
  /** Whose public holidays are kept, by the id of what holds; null for none. */
  places: Readonly<Record<string, string | null>>;
  writes: boolean;
  takeBack: (organisation: string, input: { id: string }) => Promise<ActionResult<unknown>>;
  undo: (organisation: string, undo: Undo) => Promise<ActionResult<unknown>>;
}

/** What a calendar said, says and will say: each change with its day, the latest first. */
export function HistoryCard({ hours, ...shared }: HistoryCardProps) {
  const t = useTranslations("business-time.calendar");
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("history")}</CardTitle>
      </CardHeader>
      <Rows>
        {hours.toReversed().map((one) => (
          <Held key={one.id} held={one} {...shared} />
        ))}
      </Rows>
    </Card>
  );
}

function Held({
  held,
  organisation,
  calendarId,
  now,
  today,
  places,
  writes,
  takeBack,
  undo,
}: Omit<HistoryCardProps, "hours"> & { held: HeldHours }) {
  const t = useTranslations("business-time");
  const format = useFormatter();
  const { id, validFrom, timeZone, week, workedHolidays, ownHolidays } = held;
  const date = validFrom ? civilDay(format, validFrom) : "";
  const state = id === now ? "now" : validFrom && validFrom > today ? "later" : "former";
  const place = places[id];
  return (
    <Row className="grid gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <span className="font-medium">{validFrom ? t("calendar.from", { date }) : t("calendar.beginning")}</span>
        <Badge tone={state === "now" ? "act" : "neutral"}>{t(`calendar.${state}`)}</Badge>
        {writes ? (
          <span className="ms-auto flex">
            <LinkButton
              size="icon"
              variant="quiet"
              href={`/${organisation}/settings/calendars/${calendarId}/hours?from=${validFrom ?? "beginning"}`}
              aria-label={validFrom ? t("calendar.changeFrom", { date }) : t("calendar.changeBeginning")}
            >
              <Icon name="pencil" />
            </LinkButton>
            {validFrom ? (
              <DoButton
                organisation={organisation}
                act={takeBack}
                input={{ id }}
                done={t("calendar.tookBack")}
                undo={undo}
                size="icon"
                variant="quiet"
                label={t("calendar.takeBack", { date })}
              >
                <Icon name="trash-2" />
              </DoButton>
            ) : null}
          </span>
        ) : null}
      </div>
      <WeekSummary week={week} />
      <p className="text-sm text-muted-foreground">
        {timeZone.replaceAll("_", " ")}
        {" · "}
        {place ? t("calendars.place", { place }) : t("calendars.noHolidays")}
      </p>
      {workedHolidays.length > 0 ? (
        <p className="text-sm text-muted-foreground">
          {t("calendar.worksOn")}: <span translate="no">{workedHolidays.join(", ")}</span>
        </p>
      ) : null}
      {ownHolidays.length > 0 ? (
        <p className="text-sm text-muted-foreground">
          {t("calendar.own")}: <span translate="no">{ownHolidays.map(({ name }) => name).join(", ")}</span>
        </p>
      ) : null}
    </Row>
  );
}
