import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Moment } from "@/components/ui/moment";
import { Status } from "@/components/ui/status";
import type { ShownClock } from "@/lib/sla/clocks-with-time-left";
import { isMetricKey } from "@/lib/sla/metric-keys";
import { standingLooks } from "./standing-looks";
import { TimeLeft } from "./time-left";

interface Brief {
  id: string;
  metric: string;
  state: string;
  decidedAt: Date | null;
}

/** Beside a record, what was promised to the person: each leads to why it is due then. */
export async function PromisesBeside(props: {
  organisation: string;
  clocks: { running: readonly ShownClock[]; paused: readonly Brief[]; decided: readonly Brief[] };
  timeZone: string;
}) {
  const { organisation, clocks, timeZone } = props;
  const { running, paused, decided } = clocks;
  const t = await getTranslations("sla.beside");
  const metrics = await getTranslations("sla.metric");
  const standing = await getTranslations("sla.list.filters.standing.options");
  if (running.length + paused.length + decided.length === 0) return null;
  const link = ({ id, metric }: { id: string; metric: string }) => (
    <Link href={`/${organisation}/clocks/${id}`} className="font-medium">
      {isMetricKey(metric) ? metrics(metric) : metric}
    </Link>
  );
  const over = (state: string) => (state === "met" ? "kept" : state === "paused" ? "paused" : "missed");
  return (
    <Card pad>
      <h3 className="mb-2 text-base font-semibold">{t("title")}</h3>
      <ul className="grid gap-2 text-sm tap-links">
        {running.map((clock) => (
          <li key={clock.id}>
            {link(clock)}
            <span className="flex flex-wrap items-baseline justify-between gap-x-3">
              <Status {...standingLooks[clock.late ? "late" : "running"]}>
                <TimeLeft left={clock.left} isWork={clock.isWork} />
              </Status>
              <span className="text-muted-foreground">
                <Moment value={clock.dueAt} show="time" timeZone={timeZone} />
              </span>
            </span>
          </li>
        ))}
        {[...paused, ...decided].map((clock) => (
          <li key={clock.id} className="flex flex-wrap items-baseline justify-between gap-x-3">
            {link(clock)}
            <span className="flex items-baseline gap-2">
              <Status {...standingLooks[over(clock.state)]}>{standing(over(clock.state))}</Status>
              {clock.decidedAt ? (
                <span className="text-muted-foreground">
                  <Moment value={clock.decidedAt} show="day" timeZone={timeZone} />
                </span>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
