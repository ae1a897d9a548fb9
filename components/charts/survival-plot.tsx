"use client";

import { Area, CartesianGrid, ComposedChart, Line, ReferenceDot, ReferenceLine, XAxis, YAxis } from "recharts";
import { cn } from "@/components/ui/cn";
import { halfAt, spread, survivalRows } from "./chart-data";
import type { SurvivalCurve } from "./chart-data";

export interface SurvivalPlotProps {
  width: number;
  height: number;
  narrow: boolean;
  label: string;
  curve: SurvivalCurve;
  before?: SurvivalCurve & { label: string };
  unit: string;
  until: number;
  open: { time: number; count: number }[];
  openLabel: string;
  halfLabel?: string;
  percent: (share: number) => string;
}

const left = 44;
const foot = 26;

/** The picture of SurvivalChart; arrives with recharts. */
export function SurvivalPlot({
  width,
  height,
  narrow,
  label,
  curve,
  before,
  unit,
  until,
  open,
  openLabel,
  halfLabel,
  percent,
}: SurvivalPlotProps) {
  const rows = survivalRows(curve, before);
  const right = narrow ? 8 : 116;
  const top = 10;
  const plotWidth = width - left - right;
  const plotHeight = height - top - foot - 30;
  const half = halfAt(curve.steps);
  const x = (time: number) => left + (time / until) * plotWidth;
  const y = (share: number) => top + plotHeight * (1 - share);
  // Beside the line where there is room before the point, else below it, where the curve leaves some.
  const fits = half !== null && x(half) - left > 16 + 7 * (halfLabel?.length ?? 0);
  const ends = [curve, ...(before ? [before] : [])].map((one) => one.steps.at(-1) ?? { time: 0, share: 0 });
  const endsAt = spread(
    ends.map((end) => y(end.share)),
    17,
  );
  const ticks = open.map((one) => one.time).filter((_, index) => !narrow || index % 2 === 0);
  const endLabel = (index: number, text: string, colour: string) => {
    const end = ends[index];
    if (!end) return null;
    return narrow ? (
      <span
        className="absolute font-semibold"
        style={{ color: colour, insetInlineEnd: right + 4, bottom: foot + 44 + (ends.length - 1 - index) * 18 }}
      >
        {text}
      </span>
    ) : (
      <span
        className="absolute -translate-y-1/2 font-semibold whitespace-nowrap"
        style={{ color: colour, insetInlineStart: Math.min(x(end.time) + 8, width - right + 8), top: endsAt[index] }}
      >
        {text}
      </span>
    );
  };
  return (
    <div className="relative" style={{ height }}>
      <ComposedChart
        width={width}
        height={height - foot}
        data={rows}
        margin={{ top, right, bottom: 0, left: 0 }}
        accessibilityLayer={false}
      >
        <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
        <XAxis
          dataKey="time"
          type="number"
          domain={[0, until]}
          ticks={ticks}
          interval={0}
          tickLine={false}
          axisLine={{ stroke: "var(--input)" }}
          tickMargin={8}
          tickFormatter={(value: number) => (value === ticks.at(-1) && !narrow ? `${value} ${unit}` : String(value))}
        />
        <YAxis
          width={left}
          domain={[0, 1]}
          ticks={[0, 0.25, 0.5, 0.75, 1]}
          tickLine={false}
          axisLine={false}
          tickFormatter={(value: number) => (value === 1 ? percent(1) : String(value * 100))}
        />
        <Area
          dataKey="band"
          type="stepAfter"
          stroke="none"
          fill="var(--chart-band)"
          fillOpacity={1}
          isAnimationActive={false}
          connectNulls={false}
          activeDot={false}
        />
        {before ? (
          <Line
            dataKey="before"
            type="stepAfter"
            stroke="var(--chart-6)"
            strokeWidth={1.5}
            strokeDasharray="5 3"
            dot={false}
            activeDot={false}
            isAnimationActive={false}
          />
        ) : null}
        <Line
          dataKey="share"
          type="stepAfter"
          stroke="var(--chart-1)"
          strokeWidth={2.25}
          dot={false}
          activeDot={false}
          isAnimationActive={false}
        />
        <Line dataKey="tick" stroke="none" dot={<CensorTick />} activeDot={false} isAnimationActive={false} />
        {half === null ? null : (
          <>
            <ReferenceLine
              segment={[
                { x: 0, y: 0.5 },
                { x: half, y: 0.5 },
              ]}
              stroke="var(--foreground)"
              strokeDasharray="2 3"
            />
            <ReferenceLine
              segment={[
                { x: half, y: 0 },
                { x: half, y: 0.5 },
              ]}
              stroke="var(--foreground)"
              strokeDasharray="2 3"
            />
            <ReferenceDot x={half} y={0.5} r={4} fill="var(--foreground)" stroke="none" />
          </>
        )}
      </ComposedChart>
      {half !== null && halfLabel ? (
        <span
          className={cn("absolute font-semibold", fits ? "-translate-y-full pb-1" : "pt-1")}
          style={{ insetInlineStart: fits ? left + 6 : x(half) + 8, top: y(0.5) }}
        >
          {halfLabel}
        </span>
      ) : null}
      {endLabel(0, label, "var(--chart-1)")}
      {before ? endLabel(1, before.label, "var(--chart-6)") : null}
      <div className="absolute inset-x-0 bottom-0 h-5 text-muted-foreground">
        <span className="absolute start-0">{openLabel}</span>
        {open
          .filter((one) => ticks.includes(one.time))
          .map((one) => (
            <span
              key={one.time}
              className="absolute -translate-x-1/2"
              style={{ insetInlineStart: one.time === 0 ? left + 4 : x(one.time) }}
            >
              {one.count}
            </span>
          ))}
      </div>
    </div>
  );
}

function CensorTick({ cx, cy, value }: { cx?: number; cy?: number; value?: unknown }) {
  if (cx === undefined || cy === undefined || value === null || value === undefined) return null;
  return <line x1={cx} x2={cx} y1={cy - 4} y2={cy + 4} stroke="var(--chart-1)" strokeWidth={1.25} />;
}
