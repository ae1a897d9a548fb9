"use client";

import dynamic from "next/dynamic";
import { useFormatter } from "next-intl";
import type { ColumnRow } from "./chart-data";
import { ChartFrame } from "./chart-frame";
import type { ChartFrameProps } from "./chart-frame";
import { PlotBox, PlotLoading } from "./plot-box";

const height = 200;
const ColumnPlot = dynamic(() => import("./column-plot").then((module) => module.ColumnPlot), {
  ssr: false,
  loading: () => <PlotLoading height={height} />,
});

export interface ColumnChartProps extends Omit<ChartFrameProps, "children" | "table"> {
  axis: string;
  /** Name of what is counted, for the table. */
  measure: string;
  rows: ColumnRow[];
  unit?: string;
  target?: { value: number; label: string };
}

/** How much in each period, from zero. The period that the title speaks of is green, the others grey. */
export function ColumnChart({ axis, measure, rows, unit, target, ...frame }: ColumnChartProps) {
  const format = useFormatter();
  const say = (value: number) => `${format.number(value)}${unit ? ` ${unit}` : ""}`;
  return (
    <ChartFrame {...frame} table={{ head: [axis, measure], rows: rows.map((row) => [row.label, say(row.value)]) }}>
      <PlotBox height={height}>
        {(box) => <ColumnPlot {...box} height={height} rows={rows} target={target} say={say} />}
      </PlotBox>
    </ChartFrame>
  );
}
