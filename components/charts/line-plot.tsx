"use client";

import { CartesianGrid, Line, LineChart as Chart, ReferenceLine, Tooltip, XAxis, YAxis } from "recharts";
import { niceScale, spread, toneColour } from "./chart-data";
import type { ChartSeries, LineRow } from "./chart-data";
import { PlotTooltip } from "./plot-tooltip";

export interface LinePlotProps {
  width: number;
  height: number;
  narrow: boolean;
  series: ChartSeries[];
  rows: LineRow[];
  unit?: string;
  target?: { value: number; label: string };
  say: (value: number | null | undefined) => string;
}

/** The picture of LineChart; arrives with recharts. */
export function LinePlot({ width, height, narrow, series, rows, unit, target, say }: LinePlotProps) {
  const axisWidth = unit ? 20 + 6.5 * (unit.length + 2) : 44;
  const all = rows.flatMap((row) => series.map((one) => row.values[one.key] ?? 0));
  const { top, ticks } = niceScale(Math.max(...all, target?.value ?? 0));
  const margin = { top: narrow ? 20 + series.length * 18 : 12, right: narrow ? 12 : 132, bottom: 4, left: 0 };
  const plotHeight = height - margin.top - margin.bottom - 30;
  const ends = series.map((one) => lastOf(rows, one.key));
  const labelsAt = spread(
    ends.map((end) => margin.top + plotHeight * (1 - (end?.value ?? 0) / top)),
    17,
  );
  return (
    <div className="relative">
      <Chart
        width={width}
        height={height}
        margin={margin}
        data={rows.map((row) => ({ label: row.label, ...row.values }))}
        accessibilityLayer={false}
      >
        <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
        <XAxis
          dataKey="label"
          tickLine={false}
          axisLine={{ stroke: "var(--input)" }}
          tickMargin={8}
          interval={narrow ? "equidistantPreserveStart" : "preserveStartEnd"}
        />
        <YAxis
          width={axisWidth}
          domain={[0, top]}
          ticks={ticks}
          tickLine={false}
          axisLine={false}
          tickFormatter={(value: number) =>
            value === top && unit ? say(value).replaceAll(" ", "\u00a0") : String(value)
          }
        />
        {target ? (
          <ReferenceLine
            y={target.value}
            stroke="var(--foreground)"
            strokeDasharray="3 3"
            label={{ value: target.label, position: "insideTopLeft", dy: -18 }}
          />
        ) : null}
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: "var(--border-strong)" }}
          content={<PlotTooltip series={series} say={say} />}
        />
        {series.map((one) => (
          <Line
            key={one.key}
            dataKey={one.key}
            type="linear"
            stroke={toneColour[one.tone]}
            strokeWidth={one.tone === "before" ? 1.5 : 2.25}
            strokeDasharray={one.tone === "before" ? "5 3" : undefined}
            dot={false}
            activeDot={{ r: 4, strokeWidth: 0 }}
            isAnimationActive={false}
          />
        ))}
      </Chart>
      {series.map((one, index) => (
        <span
          key={one.key}
          className="absolute -translate-y-1/2 font-semibold whitespace-nowrap"
          style={{
            color: toneColour[one.tone],
            ...(narrow
              ? { insetInlineStart: axisWidth, top: 10 + index * 18 }
              : { insetInlineStart: width - margin.right + 8, top: labelsAt[index] }),
          }}
        >
          {one.label}
          {ends[index] ? <span className="font-normal">, {say(ends[index].value)}</span> : null}
        </span>
      ))}
    </div>
  );
}

function lastOf(rows: LineRow[], key: string): { value: number } | null {
  const value = rows.findLast((row) => typeof row.values[key] === "number")?.values[key];
  return typeof value === "number" ? { value } : null;
}
