import { getFormatter } from "next-intl/server";
import { SurvivalChart } from "@/components/charts/survival-chart";
import { figureWords } from "@/components/reports/figure-words";
import { Notice } from "@/components/ui/notice";
import { inMonths, landedBy, landedCurve, openAt } from "@/lib/reports/curve";
import type { Period } from "@/lib/platform/period";
import type { Survival } from "@/lib/reports/statistics/kaplan-meier";

export interface LandingCurveProps {
  curve: Survival;
  before: Survival;
  period: Period;
  /** The version of the definition, and since when it holds. */
  version: number;
  since: string;
}

/** The share that landed by months since activation, beside the period before; its title says when half had. */
export async function LandingCurve({ curve, before, period, version, since }: LandingCurveProps) {
  const { t, number } = await figureWords();
  const format = await getFormatter();
  const date = (day: string) =>
    format.dateTime(new Date(`${day}T12:00Z`), { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
  if (curve.counted === 0)
    return (
      <Notice icon="chart-line" className="my-4">
        <b>{t("curve.nobody")}</b> {t("curve.nobodyText")}
      </Notice>
    );
  const months = (days: number) => format.number(inMonths(days), { maximumFractionDigits: 1 });
  const { time, low, high } = curve.median;
  const longest = Math.max(curve.points.at(-1)?.time ?? 0, before.points.at(-1)?.time ?? 0);
  // Beyond twice the followed time of the present the period before would only squeeze it.
  const shown = Math.min(longest, Math.max((curve.points.at(-1)?.time ?? 0) * 1.5, 61));
  const { until, open } = openAt(curve, shown);
  const drawn = landedCurve(before);
  const beforeCurve = { ...drawn, steps: drawn.steps.filter((step) => step.time <= until) };
  const at = Math.min(6, until);
  return (
    <SurvivalChart
      className="my-4"
      title={
        time === null
          ? t("curve.titleOpen", { share: number("share", 1 - (curve.points.at(-1)?.survival ?? 1)) })
          : t("curve.title", { months: months(time) })
      }
      method={t("curve.method", {
        ...{ counted: curve.counted, from: date(period.from), to: date(period.to) },
        interval: time === null ? "none" : low !== null && high !== null ? "both" : low !== null ? "low" : "none",
        low: low === null ? "" : months(low),
        high: high === null ? "" : months(high),
      })}
      note={t("curve.note", {
        ...{ version, since: date(since), months: at, share: number("share", landedBy(curve, at)) },
      })}
      label={t("curve.now")}
      curve={landedCurve(curve)}
      {...(before.counted > 0
        ? {
            before: {
              ...beforeCurve,
              label:
                before.median.time === null
                  ? t("curve.beforeOpen")
                  : t("curve.before", { months: months(before.median.time) }),
            },
          }
        : {})}
      unit={t("units.months", { count: until })}
      until={until}
      open={open}
      {...(time === null ? {} : { halfLabel: t("curve.half", { months: months(time) }) })}
    />
  );
}
