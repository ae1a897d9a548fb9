"use client";

import { Bar, BarChart, LabelList, Rectangle, ReferenceLine, XAxis, YAxis } from "recharts";
import type { BarShapeProps } from "recharts";
import { niceScale } from "./chart-data";
import type { ColumnRow } from "./chart-data";

export interface ColumnPlotProps {
  width: number;
  height: number;
  narrow: boolean;
  rows: ColumnRow[];
  target?: { value: number; label: string };
  say: (value: number) => string;
}

/** The picture of ColumnChart; arrives with recharts. Each column carries its number, so there is no vertical axis. */
export function ColumnPlot({ width, height, narrow, rows, target, say }: ColumnPlotProps) {
  const { top } = niceScale(Math.max(...rows.map((row) => row.value), target?.value ?? 0));
  const crowded = width / Math.max(1, rows.length) < 34;
  const data = rows.map((row) => ({ ...row, shown: crowded && !row.now ? "" : say(row.value) }));
  return (
    <BarChart
      width={width}
      height={height}
      data={data}
      margin={{ top: 22, right: 4, bottom: 4, left: 4 }}
      barCategoryGap={narrow ? "18%" : "28%"}
      accessibilityLayer={false}
    >
      <XAxis
        dataKey="label"
        tickLine={false}
        axisLine={{ stroke: "var(--input)" }}
        tickMargin={6}
        interval={crowded ? "equidistantPreserveStart" : 0}
      />
      <YAxis hide domain={[0, top]} />
      <Bar
        dataKey="value"
        isAnimationActive={false}
        shape={(props: BarShapeProps) => (
          <Rectangle
            {...props}
            fill={(props.payload as ColumnRow | undefined)?.now ? "var(--chart-1)" : "var(--chart-6)"}
          />
        )}
      >
        <LabelList dataKey="shown" position="top" offset={6} />
      </Bar>
      {target ? (
        <ReferenceLine
          y={target.value}
          stroke="var(--foreground)"
          strokeDasharray="3 3"
          label={{ value: target.label, position: "insideTopLeft", dy: -18 }}
        />
      ) : null}
    </BarChart>
  );
}
