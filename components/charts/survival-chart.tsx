"use client";

import dynamic from "next/dynamic";
import { useFormatter, useTranslations } from "next-intl";
import type { SurvivalCurve } from "./chart-data";
import { ChartFrame } from "./chart-frame";
import type { ChartFrameProps } from "./chart-frame";
import { PlotBox, PlotLoading } from "./plot-box";

const height = 340;
const SurvivalPlot = dynamic(() => import("./survival-plot").then((module) => module.SurvivalPlot), {
  ssr: false,
  loading: () => <PlotLoading height={height} />,
});

export interface SurvivalChartProps extends Omit<ChartFrameProps, "children" | "table"> {
  /** Name of the curve: "This year". */
  label: string;
  curve: SurvivalCurve;
  before?: SurvivalCurve & { label: string };
  /** "months" */
  unit: string;
  /** Where the axis ends, in the unit. */
  until: number;
  /** How many are still open at a time; stands below the axis. */
  open: { time: number; count: number }[];
  /** Said at the half: "half landed by month 4.1". */
  halfLabel?: string;
}

/** Share landed over time (Kaplan-Meier): steps, 95 % band, ticks for who still runs, how many are open below. */
export function SurvivalChart({ label, curve, before, unit, until, open, halfLabel, ...frame }: SurvivalChartProps) {
  const format = useFormatter();
  const t = useTranslations("ui.charts");
  const percent = (share: number) => format.number(share, { style: "percent", maximumFractionDigits: 0 });
  const banded = curve.steps.some((step) => step.low !== undefined);
  return (
    <ChartFrame
      {...frame}
      table={{
        head: [unit, label, ...(banded ? [t("interval")] : [])],
        rows: curve.steps.map((step) => [
          format.number(step.time),
          percent(step.share),
          ...(banded
            ? [
                step.low === undefined || step.high === undefined
                  ? ""
                  : t("range", { low: percent(step.low), high: percent(step.high) }),
              ]
            : []),
        ]),
      }}
    >
      <PlotBox height={height}>
        {(box) => (
          <SurvivalPlot
            {...box}
            height={height}
            label={label}
            curve={curve}
            before={before}
            unit={unit}
            until={until}
            open={open}
            openLabel={t("open")}
            halfLabel={halfLabel}
            percent={percent}
          />
        )}
      </PlotBox>
    </ChartFrame>
  );
}
