import { useFormatter, useTranslations } from "next-intl";
import { hoursInRow } from "@/components/business-time/clock-time";
import { DoButton } from "@/components/forms/do-button";
import type { Undo } from "@/components/forms/run-undo";
import { Icon } from "@/components/ui/icon";
import { Row, Rows } from "@/components/ui/rows";
import { Status } from "@/components/ui/status";
import type { HoursText } from "@/lib/business-time/hours-text";
import { civilDay } from "@/lib/platform/i18n/civil-day";
import type { ActionResult } from "@/lib/platform/result";

export interface HostDaysProps {
  organisation: string;
  days: readonly { id: string; name: string; fromOn: string; toOn: string; hours: HoursText[] }[];
  writes: boolean;
  remove: (organisation: string, input: { id: string }) => Promise<ActionResult<unknown>>;
  undo: (organisation: string, undo: Undo) => Promise<ActionResult<unknown>>;
}

/** Days off and days with other hours, the next first. */
export function HostDays({ organisation, days, writes, remove, undo }: HostDaysProps) {
  const t = useTranslations("availability");
  const format = useFormatter();
  const look = { weekday: "short", day: "numeric", month: "short", year: "numeric" } as const;
  if (days.length === 0) return <p className="px-5 py-4 text-muted-foreground phone:px-4">{t("noDays")}</p>;
  return (
    <Rows>
      {days.map(({ id, name, fromOn, toOn, hours }) => (
        <Row key={id} className="flex items-start gap-2">
          <span className="min-w-0">
            <span translate="no" className="block font-medium break-words">
              {name || t("off")}
            </span>
            <span className="block text-sm text-muted-foreground">
              {civilDay(format, fromOn, look)}
              {toOn === fromOn ? "" : ` – ${civilDay(format, toOn, look)}`}
            </span>
            <Status tone={hours.length > 0 ? "ok" : "neutral"} icon={hours.length > 0 ? "clock" : "calendar-x"}>
              {hours.length > 0 ? hoursInRow(format, hours) : t("off")}
            </Status>
          </span>
          {writes ? (
            <DoButton
              organisation={organisation}
              act={remove}
              input={{ id }}
              done={t("dayRemoved")}
              undo={undo}
              size="icon"
              variant="quiet"
              label={t("removeDay", { name: name || t("off") })}
            >
              <Icon name="trash-2" />
            </DoButton>
          ) : null}
        </Row>
      ))}
    </Rows>
  );
}
