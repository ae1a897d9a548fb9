import { getFormatter } from "next-intl/server";
import { SectionHead } from "@/components/frame/section-head";
import { figureWords } from "@/components/reports/figure-words";
import { MonthColumns } from "@/components/reports/month-columns";
import type { MonthFigure } from "@/lib/reports/by-day";
import type { Measured } from "@/lib/reports/measure";

interface Shown {
  key: string;
  /** The figure of which it is a side. */
  figure: string;
  value(month: Measured): number | null;
  unit: "count" | "share" | "score";
  top?: number;
}

const shown: readonly Shown[] = [
  { key: "activated", figure: "time-to-landing", value: ({ counted }) => counted, unit: "count" },
  { key: "landings", figure: "landing-rate", value: ({ met }) => met ?? 0, unit: "count" },
  { key: "activities", figure: "activity-completion", value: ({ value }) => value, unit: "share", top: 1 },
  { key: "satisfaction", figure: "satisfaction", value: ({ value }) => value, unit: "score", top: 10 },
];

/** Four figures month by month, each with its own small columns; those of which there is nothing are left out. */
export async function MonthByMonth({ months }: { months: readonly MonthFigure[] }) {
  const { t, number } = await figureWords();
  const format = await getFormatter();
  const cards = shown.flatMap((one) => {
    const found = months.find(({ key }) => key === one.figure);
    return found && found.months.length > 1 && found.months.some(({ counted }) => counted > 0)
      ? [{ ...one, ...found, key: one.key }]
      : [];
  });
  if (cards.length === 0) return null;
  const say = (unit: Shown["unit"], value: number | null) =>
    value === null ? "–" : unit === "share" ? number("share", value) : number("score", value);
  return (
    <section className="mt-8">
      <SectionHead title={t("months.title")} count={t("months.zero")} />
      <div className="grid grid-cols-4 gap-4 narrow:grid-cols-2 phone:gap-2">
        {cards.map(({ key, unit, top, value, months: all }) => {
          const points = all.map((month) => {
            const moment = new Date(`${month.month}T12:00Z`);
            return {
              label: format.dateTime(moment, { month: "short", timeZone: "UTC" }),
              long: format.dateTime(moment, { month: "long", timeZone: "UTC" }),
              value: value(month),
              said: say(unit, value(month)),
              counted: month.counted,
            };
          });
          const last = points.at(-1);
          const total = points.reduce((sum, point) => sum + (unit === "count" ? (point.value ?? 0) : point.counted), 0);
          return (
            <MonthColumns
              key={key}
              title={t(`months.${key}.title`)}
              value={last?.said ?? "–"}
              of={t(`months.${key}.of`, { month: last?.long ?? "", counted: last?.counted ?? 0 })}
              months={points}
              {...(top === undefined ? {} : { top })}
              foot={t(`months.${key}.foot`, { total })}
              head={[t("months.month"), t(`months.${key}.title`)]}
            />
          );
        })}
      </div>
    </section>
  );
}
