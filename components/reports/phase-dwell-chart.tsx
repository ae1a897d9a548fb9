import { getFormatter, getTranslations } from "next-intl/server";
import { BarList } from "@/components/charts/bar-list";
import type { PhaseDwell } from "@/lib/reports/queries/work-figures";

/** How long executives stayed in each phase, beside what is usual; the title names the one that takes longest against it. */
export async function PhaseDwellChart({ phases }: { phases: readonly PhaseDwell[] }) {
  const t = await getTranslations("reports.phases");
  const format = await getFormatter();
  const whole = (days: number) => format.number(days, { maximumFractionDigits: 0 });
  const [slowest] = [...phases].sort((one, other) => other.days / other.usualDays - one.days / one.usualDays);
  if (!slowest) return null;
  return (
    <BarList
      title={
        slowest.days > slowest.usualDays
          ? t("slow", { name: slowest.name, days: whole(slowest.days), usual: whole(slowest.usualDays) })
          : t("within")
      }
      method={t("method")}
      axis={t("axis")}
      measure={t("measure")}
      unit={t("unit")}
      rows={phases.map(({ name, completed, days, usualDays }) => ({
        label: name,
        sub: t("completed", { completed }),
        value: Math.round(days),
        note: (
          <span className="w-18 text-end text-xs font-normal text-muted-foreground">
            {t("usual", { usual: whole(usualDays) })}
          </span>
        ),
      }))}
    />
  );
}
