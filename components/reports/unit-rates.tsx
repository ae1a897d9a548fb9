import { getFormatter, getTranslations } from "next-intl/server";
import { BarList } from "@/components/charts/bar-list";
import { inMonths } from "@/lib/reports/curve";
import type { Measured } from "@/lib/reports/measure";

export interface UnitRate {
  unit: string;
  name: string;
  rate: Measured | null;
  time: Measured | null;
}

/** Units with less than this many lines are no comparison. */
const atLeast = 2;
const most = 10;

/** Landing rate and time to landing of each consultant, package or sponsor, those with the most programmes first. */
export async function UnitRates({
  by,
  units,
}: {
  by: "consultant" | "package" | "sponsor" | "industry";
  units: readonly UnitRate[];
}) {
  const t = await getTranslations("reports.byUnit");
  const format = await getFormatter();
  const ended = units.filter(({ rate }) => rate !== null && rate.counted > 0);
  if (ended.length < atLeast) return null;
  const size = ({ rate, time }: UnitRate) => (rate?.counted ?? 0) + (time?.counted ?? 0);
  const shown = [...ended].sort((one, other) => size(other) - size(one)).slice(0, most);
  return (
    <BarList
      title={t(`${by}.title`)}
      method={ended.length > most ? t("methodMost", { most, all: ended.length }) : t("method")}
      axis={t(`${by}.axis`)}
      measure={t("measure")}
      unit="%"
      top={100}
      rows={shown.map(({ name, rate, time }) => ({
        label: name || t("none"),
        sub:
          time?.value === null || time?.value === undefined
            ? t("halfOpen", { counted: time?.counted ?? 0 })
            : t("half", {
                months: format.number(inMonths(time.value), { maximumFractionDigits: 1 }),
                counted: time.counted,
              }),
        value: Math.round((rate?.value ?? 0) * 100),
        note: (
          <span className="w-18 text-end text-xs font-normal text-muted-foreground">
            {t("of", { met: rate?.met ?? 0, counted: rate?.counted ?? 0 })}
          </span>
        ),
      }))}
    />
  );
}
