"use client";

import type { ChartSeries } from "./chart-data";
import { toneColour } from "./chart-data";

export interface PlotTooltipProps {
  series: ChartSeries[];
  say: (value: number | null | undefined) => string;
  /** Both are put in by recharts. */
  label?: string | number;
  payload?: readonly { dataKey?: unknown; value?: unknown }[];
}

/** What the pointer is on, in words. Keyboard and screen readers have the table. */
export function PlotTooltip({ series, say, label, payload = [] }: PlotTooltipProps) {
  return (
    <div className="rounded-lg border border-border-strong bg-popover px-3 py-2 text-sm shadow-float">
      <p className="font-semibold">{label}</p>
      {series.map((one) => {
        const value = payload.find((entry) => entry.dataKey === one.key)?.value;
        return typeof value === "number" ? (
          <p key={one.key} className="flex items-center gap-2">
            <span className="h-0.5 w-3" style={{ background: toneColour[one.tone] }} />
            {one.label} <b className="ms-auto tabular-nums">{say(value)}</b>
          </p>
        ) : null;
      })}
    </div>
  );
}
