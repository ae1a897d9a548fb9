"use client";

import { useFormatter } from "next-intl";
import type { ReactNode } from "react";
import { ChartFrame } from "./chart-frame";
import type { ChartFrameProps } from "./chart-frame";
import { niceScale } from "./chart-data";

export interface BarListRow {
  label: string;
  /** Second line: method, promise. */
  sub?: string;
  value: number;
  /** Denominator and state at the end of the line. */
  note?: ReactNode;
}

export interface BarListProps extends Omit<ChartFrameProps, "children" | "table"> {
  axis: string;
  measure: string;
  rows: BarListRow[];
  unit?: string;
  /** Where the bars end: 100 for shares. */
  top?: number;
  /** A thin line over all bars, with its number in the method. */
  target?: number;
}

/** Things compared by length, from zero, each with its number. Drawn without a library. */
export function BarList({ axis, measure, rows, unit, top, target, ...frame }: BarListProps) {
  const format = useFormatter();
  const say = (value: number) => `${format.number(value)}${unit ? ` ${unit}` : ""}`;
  const end = top ?? niceScale(Math.max(...rows.map((row) => row.value), target ?? 0)).top;
  return (
    <ChartFrame
      small
      {...frame}
      table={{ head: [axis, measure], rows: rows.map((row) => [row.label, say(row.value)]) }}
    >
      {/* One grid for all rows: bars of different lengths must stand on the same scale. */}
      <ul className="grid grid-cols-[minmax(0,36%)_minmax(0,1fr)_auto] gap-x-3 divide-y divide-border phone:grid-cols-[minmax(0,1fr)_auto]">
        {rows.map((row) => (
          <li key={row.label} className="col-span-full grid grid-cols-subgrid items-center py-[9px]">
            <span className="leading-[1.2rem] font-medium phone:col-span-2">
              {row.label}
              {row.sub ? <span className="block text-xs font-normal text-muted-foreground">{row.sub}</span> : null}
            </span>
            <span className="relative block h-2.5 bg-muted phone:my-1.5">
              <span
                className="absolute inset-y-0 start-0 bg-chart-1"
                style={{ width: `${Math.min(100, (row.value / end) * 100)}%` }}
              />
              {target === undefined ? null : (
                <span
                  className="absolute -inset-y-[3px] w-px bg-foreground"
                  style={{ insetInlineStart: `${(target / end) * 100}%` }}
                />
              )}
            </span>
            <span className="flex min-w-14 items-center justify-end gap-3 text-end font-semibold tabular-nums">
              {say(row.value)}
              {row.note}
            </span>
          </li>
        ))}
      </ul>
    </ChartFrame>
  );
}
