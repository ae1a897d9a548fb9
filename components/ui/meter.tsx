import { cn } from "./cn";

const fills = {
  neutral: "bg-chart-6",
  act: "bg-primary",
  ok: "bg-success",
  warn: "bg-warning",
  bad: "bg-destructive",
} as const;

export interface MeterProps {
  /** Share from 0 to 1. */
  value: number;
  /** Where the warning begins, from 0 to 1: a tick. */
  tick?: number;
  tone?: keyof typeof fills;
  /** What is measured, for those who do not see it: "Time used". */
  label: string;
  /** The figure in words: "6 h 20 min left". */
  valueText?: string;
  className?: string;
}

/** How much is used. Grey, amber past the tick, red when over. The words beside it carry the meaning. */
export function Meter({ value, tick, tone = "neutral", label, valueText, className }: MeterProps) {
  const share = Math.min(1, Math.max(0, value));
  return (
    <span
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(share * 100)}
      aria-valuetext={valueText}
      data-slot="meter"
      className={cn("relative block h-1 bg-border", className)}
    >
      <span className={cn("absolute inset-y-0 start-0", fills[tone])} style={{ width: `${share * 100}%` }} />
      {tick === undefined ? null : (
        <span className="absolute -inset-y-0.5 w-px bg-input" style={{ insetInlineStart: `${tick * 100}%` }} />
      )}
    </span>
  );
}
