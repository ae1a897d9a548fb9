import type { Survival } from "@/lib/reports/statistics/kaplan-meier";
import { atRiskAt, survivalAt } from "@/lib/reports/statistics/kaplan-meier";

/** Days of a month, on average. */
export const monthDays = 30.44;

/** A step of the curve of those who landed: from this month on the share is this. Shares from 0 to 1. */
interface LandedStep {
  time: number;
  share: number;
  low?: number;
  high?: number;
}

export interface LandedCurve {
  steps: LandedStep[];
  /** Months at which somebody was last seen without a landing. */
  censored: number[];
}

/** More steps than this are drawn week by week: nobody sees the days, and the table behind the picture stays readable. */
const manySteps = 120;

/** A curve in days as the share that landed, in months, for drawing; it ends where nobody is followed any longer. */
export function landedCurve({ points }: Survival, thinAbove = manySteps): LandedCurve {
  const events = points.filter((point) => point.events > 0);
  const drawn =
    events.length > thinAbove
      ? events.filter((point, at) => weekOf(point.time) !== weekOf(events[at + 1]?.time))
      : events;
  const steps: LandedStep[] = drawn.map(({ time, survival, low, high }) => ({
    ...{ time: inMonths(time), share: 1 - survival },
    ...(low === null || high === null ? {} : { low: 1 - high, high: 1 - low }),
  }));
  const last = points.at(-1);
  const end = steps.at(-1);
  const begin: LandedStep[] = steps[0]?.time === 0 ? [] : [{ time: 0, share: 0 }];
  const tail: LandedStep[] =
    last && inMonths(last.time) > (end?.time ?? 0) ? [{ ...(end ?? { share: 0 }), time: inMonths(last.time) }] : [];
  const censored = [...new Set(points.filter((point) => point.censored > 0).map(({ time }) => inMonths(time)))];
  return { steps: [...begin, ...steps, ...tail], censored: censored.length > thinAbove ? [] : censored };
}

/** Where an axis of months ends that holds both curves, and how many are still followed at its ticks. */
export function openAt(curve: Survival, longest: number): { until: number; open: { time: number; count: number }[] } {
  const months = Math.max(2, Math.ceil(longest / monthDays));
  const step = [1, 2, 3, 6, 12].find((size) => months / size <= 8) ?? Math.ceil(months / 96) * 12;
  const until = Math.ceil(months / step) * step;
  const open = [];
  for (let time = 0; time <= until; time += step) open.push({ time, count: atRiskAt(curve, time * monthDays) });
  return { until, open };
}

/** The share that landed within some months. */
export const landedBy = (curve: Survival, months: number): number => 1 - survivalAt(curve, months * monthDays);

/** Days as months, to a hundredth. */
export const inMonths = (days: number): number => Math.round((days / monthDays) * 100) / 100;

const weekOf = (days: number | undefined): number => (days === undefined ? -1 : Math.floor(days / 7));
