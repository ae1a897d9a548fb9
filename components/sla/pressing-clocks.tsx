import { getTranslations } from "next-intl/server";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Moment } from "@/components/ui/moment";
import { Row, Rows } from "@/components/ui/rows";
import { Status } from "@/components/ui/status";
import { isMetricKey } from "@/lib/sla/metric-keys";
import type { ShownClock } from "@/lib/sla/clocks-with-time-left";
import { TimeLeft } from "./time-left";

export interface PressingClocksProps {
  organisation: string;
  pressing: { late: number; atRisk: number; clocks: readonly ShownClock[] };
  timeZone: string;
  /** Whether more than one person answers for them. */
  ofAll: boolean;
}

/** Promises that are late or nearly so, with the time that is left; nothing where none presses. */
export async function PressingClocks({ organisation, pressing, timeZone, ofAll }: PressingClocksProps) {
  const { late, atRisk, clocks } = pressing;
  const t = await getTranslations("sla.pressing");
  const metrics = await getTranslations("sla.metric");
  if (clocks.length === 0) return null;
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("title")}</CardTitle>
        <span className="ms-auto text-sm text-muted-foreground">
          <Link href={`/${organisation}/clocks?f.standing=late,at-risk&sort=dueAt`}>
            {t("counts", { late, atRisk })}
          </Link>
        </span>
      </CardHeader>
      <Rows>
        {clocks.map(({ id, metric, title, responsible, dueAt, late: isLate, isWork, left }) => (
          <Row key={id} className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5">
            <span className="min-w-52 flex-1">
              <Link
                data-row-link
                href={`/${organisation}/clocks/${id}`}
                className="font-semibold break-words text-foreground no-underline hover:underline"
              >
                <span translate="no">{title}</span>
              </Link>
              <span className="block text-sm text-muted-foreground">
                {isMetricKey(metric) ? metrics(metric) : metric}
                {ofAll && responsible ? (
                  <>
                    {" · "}
                    <span translate="no">{responsible}</span>
                  </>
                ) : null}
              </span>
            </span>
            <Status icon={isLate ? "triangle-alert" : "hourglass"} tone={isLate ? "bad" : "warn"}>
              <TimeLeft left={left} isWork={isWork} />
            </Status>
            <span className="text-sm text-muted-foreground">
              <Moment value={dueAt} show="time" timeZone={timeZone} />
            </span>
          </Row>
        ))}
      </Rows>
    </Card>
  );
}
