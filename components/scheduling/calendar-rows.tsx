import { useTranslations } from "next-intl";
import { DoButton } from "@/components/forms/do-button";
import { Moment } from "@/components/ui/moment";
import { Row, Rows } from "@/components/ui/rows";

import { Status } from "@/components/ui/status";
import type { ActionResult } from "@/lib/platform/result";
import { RemoveCalendar } from "./remove-calendar";

export interface ShownCalendar {
  id: string;
  name: string;
  host: string;
  triedAt: Date | null;
  readAt: Date | null;
  nextReadAt: Date;
  errorCode: string | null;
  stretches: number;
  problems: readonly { code: string; count: number }[];
}

type Act = (organisation: string, input: { id: string }) => Promise<ActionResult<unknown>>;

/** Calendars elsewhere: when each was read last, why one could not be, and the way to try now. */
export function CalendarRows({
  calendars,
  organisation,
  ask,
  remove,
}: {
  calendars: readonly ShownCalendar[];
  organisation: string;
  ask: Act;
  remove: Act;
}) {
  const t = useTranslations("scheduling.calendars.busy");
  if (calendars.length === 0) return <p className="text-muted-foreground">{t("none")}</p>;
  return (
    <Rows>
      {calendars.map((calendar) => (
        <Row key={calendar.id} className="grid gap-2 px-0">
          <div className="flex flex-wrap items-start gap-x-4 gap-y-1">
            <span className="min-w-40 flex-1">
              <b className="block break-words" translate="no">
                {calendar.name}
              </b>
              <span className="block text-sm break-all text-muted-foreground" translate="no">
                {calendar.host}
              </span>
            </span>
            <Standing calendar={calendar} />
          </div>
          <Told calendar={calendar} />
          <div className="flex flex-wrap gap-2">
            <DoButton
              organisation={organisation}
              act={ask}
              input={{ id: calendar.id }}
              done={t("nowDone")}
              size="small"
              label={t("nowLabel", { name: calendar.name })}
            >
              {t("now")}
            </DoButton>
            <RemoveCalendar name={calendar.name} remove={remove.bind(null, organisation, { id: calendar.id })} />
          </div>
        </Row>
      ))}
    </Rows>
  );
}

function Standing({ calendar: { errorCode, readAt } }: { calendar: ShownCalendar }) {
  const t = useTranslations("scheduling.calendars.busy");
  if (errorCode)
    return (
      <Status icon="triangle-alert" tone="warn">
        {t("failed")}
      </Status>
    );
  return readAt ? (
    <Status icon="circle-check" tone="ok">
      {t("ok")}
    </Status>
  ) : (
    <Status icon="clock">{t("waits")}</Status>
  );
}

function Told({ calendar }: { calendar: ShownCalendar }) {
  const t = useTranslations("scheduling.calendars.busy");
  const { errorCode, readAt, triedAt, nextReadAt, stretches, problems } = calendar;
  const odd = problems.reduce((sum, { count }) => sum + count, 0);
  return (
    <div className="grid gap-1 text-sm">
      {errorCode ? (
        <p>
          {t(`errors.${errorCode as "server"}`)} {readAt ? t("stands") : null}
        </p>
      ) : null}
      <p className="text-muted-foreground">
        {readAt ? (
          <>
            {t("lastRead")} <Moment value={readAt} /> · {t("stretches", { count: stretches })}
          </>
        ) : (
          t("notRead")
        )}
        {errorCode && triedAt ? (
          <>
            {" "}
            · {t("tried")} <Moment value={triedAt} /> · {t("next")} <Moment value={nextReadAt} />
          </>
        ) : null}
      </p>
      {odd > 0 ? <p className="text-muted-foreground">{t("odd", { count: odd })}</p> : null}
    </div>
  );
}
