import { getFormatter, getTranslations } from "next-intl/server";
import { BarList } from "@/components/charts/bar-list";
import { inMonths } from "@/lib/reports/curve";
import type { UnitFigures } from "@/lib/reports/queries/comparisons";

export interface UnitRate extends UnitFigures {
  name: string;
}

/** Units with less than this many lines are no comparison. */
const atLeast = 2;

/** Landing rate and time to landing of each consultant, package or sponsor, those with the most programmes that ended first. */
export async function UnitRates({
  by,
  units,
  all,
}: {
  by: "consultant" | "package" | "sponsor" | "industry";
  units: readonly UnitRate[];
  /** How many there are, those that are not shown too. */
  all: number;
}) {
  const t = await getTranslations("reports.byUnit");
  const format = await getFormatter();
  if (units.length < atLeast) return null;
  return (
    <BarList
      title={t(`${by}.title`)}
      method={all > units.length ? t("methodMost", { most: units.length, all }) : t("method")}
      axis={t(`${by}.axis`)}
      measure={t("measure")}
      unit="%"
      top={100}
      rows={units.map(({ name, rate, time }) => ({
        label: name || t("none"),
        sub:
          time?.value === null || time?.value === undefined
            ? t("halfOpen", { counted: time?.counted ?? 0 })
            : t("half", {
                months: format.number(inMonths(time.value), { maximumFractionDigits: 1 }),
                counted: time.counted,
              }),
        value: Math.round((rate.value ?? 0) * 100),
        note: (
          <span className="w-18 text-end text-xs font-normal text-muted-foreground">
            {t("of", { met: rate.met ?? 0, counted: rate.counted })}
          </span>
        ),
      }))}
    />
  );
}
