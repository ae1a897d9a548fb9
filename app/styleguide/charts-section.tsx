"use client";

import { useTranslations } from "next-intl";
import { BarList } from "@/components/charts/bar-list";
import { ColumnChart } from "@/components/charts/column-chart";
import { KeyFigures } from "@/components/charts/key-figures";
import { LineChart } from "@/components/charts/line-chart";
import { SurvivalChart } from "@/components/charts/survival-chart";
import { Status } from "@/components/ui/status";
import { curveBefore, landingCurve } from "./samples";

const months = ["Dec", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov"];

/** One message each; the rows behind it one key away. */
export function ChartsSection() {
  const t = useTranslations("styleguide");
  return (
    <section id="charts" className="min-w-0">
      <h2 className="mb-4 font-title text-xl">{t("charts")}</h2>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <KeyFigures
          figures={[
            {
              label: t("landingRate"),
              value: "87 %",
              of: t("landedOf"),
              compare: t("fiveAbove"),
              rows: <a href="#table">{t("showRows")}</a>,
            },
            {
              label: t("medianTime"),
              value: "4.1",
              unit: t("months"),
              of: t("fromActivation"),
              compare: t("shorter"),
              rows: <a href="#table">{t("showRows")}</a>,
            },
            {
              label: t("promises"),
              value: "94.2 %",
              of: t("clocks"),
              compare: (
                <Status icon="triangle-alert" tone="warn" className="text-xs">
                  {t("short")}
                </Status>
              ),
              rows: <a href="#table">{t("showRows")}</a>,
            },
            {
              label: t("payAgainst"),
              value: "97 %",
              of: t("medianPay"),
              compare: t("same"),
              rows: <a href="#table">{t("showRows")}</a>,
            },
          ]}
        />
        <SurvivalChart
          title={t("survivalTitle")}
          method={t("survivalMethod")}
          note={t("definition")}
          label={t("thisYear")}
          curve={landingCurve}
          before={{ ...curveBefore, label: t("yearBefore") }}
          unit={t("months")}
          until={12}
          halfLabel={t("half")}
          open={[
            { time: 0, count: 62 },
            { time: 2, count: 37 },
            { time: 4, count: 24 },
            { time: 6, count: 6 },
            { time: 8, count: 4 },
            { time: 10, count: 1 },
            { time: 12, count: 0 },
          ]}
        />
        <div className="grid grid-cols-2 gap-4 narrow:grid-cols-1">
          <BarList
            title={t("barTitle")}
            method={t("barMethod")}
            axis={t("promise")}
            measure={t("kept")}
            unit="%"
            top={100}
            target={95}
            rows={[
              { label: t("firstContact"), sub: t("twoDays"), value: 98 },
              { label: t("answerMessage"), sub: t("eightHours"), value: 93 },
              { label: t("notes"), sub: t("oneDay"), value: 88 },
            ]}
          />
          <ColumnChart
            small
            title={t("columnTitle")}
            method={t("columnMethod")}
            axis={t("month")}
            measure={t("landings")}
            target={{ value: 4, label: t("target") }}
            rows={months.map((label, index) => ({
              label,
              value: [2, 3, 1, 4, 5, 3, 2, 4, 3, 5, 4, 7][index] ?? 0,
              now: index === 11,
            }))}
          />
        </div>
        <LineChart
          title={t("lineTitle")}
          method={t("lineMethod")}
          axis={t("month")}
          unit={t("days")}
          series={[
            { key: "now", label: t("thisYear"), tone: 1 },
            { key: "before", label: t("yearBeforeShort"), tone: "before" },
          ]}
          rows={months.map((label, index) => ({
            label,
            values: {
              now: [7, 6, 8, 6, 5, 5, 6, 4, 5, 4, 4, 3][index] ?? null,
              before: [8, 9, 7, 8, 9, 7, 6, 8, 7, 7, 6, 7][index] ?? null,
            },
          }))}
          target={{ value: 5, label: t("target5") }}
        />
      </div>
    </section>
  );
}
