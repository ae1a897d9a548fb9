"use client";

import dynamic from "next/dynamic";
import { useFormatter, useTranslations } from "next-intl";
import type { ChartSeries, LineRow } from "./chart-data";
import { ChartFrame } from "./chart-frame";
import type { ChartFrameProps } from "./chart-frame";
import { PlotBox, PlotLoading } from "./plot-box";

const height = 280;
const LinePlot = dynamic(() => import("./line-plot").then((module) => module.LinePlot), {
  ssr: false,
  loading: () => <PlotLoading height={height} />,
});

export interface LineChartProps extends Omit<ChartFrameProps, "children" | "table"> {
  /** Name of the horizontal axis, for the table: "Month". */
  axis: string;
  series: ChartSeries[];
  rows: LineRow[];
  /** Said after a value: "months", "%". */
  unit?: string;
  target?: { value: number; label: string };
}

/** Something over time. Each line is named at its end; the period before is dashed. */
export function LineChart({ axis, series, rows, unit, target, ...frame }: LineChartProps) {
  const format = useFormatter();
  const t = useTranslations("ui");
  const say = (value: number | null | undefined) =>
    value === null || value === undefined ? t("missing") : `${format.number(value)}${unit ? ` ${unit}` : ""}`;
  return (
    <ChartFrame
      {...frame}
      table={{
        head: [axis, ...series.map((one) => one.label)],
        rows: rows.map((row) => [row.label, ...series.map((one) => say(row.values[one.key]))]),
      }}
    >
      <PlotBox height={height}>
        {(box) => (
          <LinePlot {...box} height={height} series={series} rows={rows} unit={unit} target={target} say={say} />
        )}
      </PlotBox>
    </ChartFrame>
  );
}
