/** Which colour a series has. The same thing has the same colour everywhere: 1 is us and now, "before" the period before. */
export type SeriesTone = 1 | 2 | 3 | 4 | 5 | "before";

export interface ChartSeries {
  key: string;
  label: string;
  tone: SeriesTone;
}

export interface LineRow {
  /** On the horizontal axis: "Jan", "week 3". */
  label: string;
  values: Record<string, number | null>;
}

export interface ColumnRow {
  label: string;
  value: number;
  /** The one the title speaks of; the others are grey. */
  now?: boolean;
}

/** A step of a survival curve: from this time on the share is this. Shares from 0 to 1. */
export interface SurvivalStep {
  time: number;
  share: number;
  low?: number;
  high?: number;
}

export interface SurvivalCurve {
  steps: SurvivalStep[];
  /** Times at which somebody left the count without landing, or still runs: a tick on the curve. */
  censored?: number[];
}

export interface SurvivalRow {
  time: number;
  share: number | null;
  band: [number, number] | null;
  before: number | null;
  tick: number | null;
}

export const toneColour: Record<SeriesTone, string> = {
  1: "var(--chart-1)",
  2: "var(--chart-2)",
  3: "var(--chart-3)",
  4: "var(--chart-4)",
  5: "var(--chart-5)",
  before: "var(--chart-6)",
};

/** The share that holds at a time; null before the first step and after the last. */
export function shareAt(steps: readonly SurvivalStep[], time: number): SurvivalStep | null {
  const last = steps.at(-1);
  if (!last || time > last.time) return null;
  let held: SurvivalStep | null = null;
  for (const step of steps) {
    if (step.time > time) break;
    held = step;
  }
  return held;
}

/** Both curves over the union of their times, each value held until its next step, so that steps are drawn as steps. */
export function survivalRows(curve: SurvivalCurve, before?: SurvivalCurve): SurvivalRow[] {
  const times = new Set([
    ...curve.steps.map((step) => step.time),
    ...(curve.censored ?? []),
    ...(before?.steps ?? []).map((step) => step.time),
  ]);
  const censored = new Set(curve.censored);
  return [...times]
    .sort((a, b) => a - b)
    .map((time) => {
      const now = shareAt(curve.steps, time);
      const was = before ? shareAt(before.steps, time) : null;
      return {
        time,
        share: now?.share ?? null,
        band: now?.low !== undefined && now.high !== undefined ? [now.low, now.high] : null,
        before: was?.share ?? null,
        tick: censored.has(time) && now ? now.share : null,
      };
    });
}

/** When half have landed; null when the curve does not get there. */
export function halfAt(steps: readonly SurvivalStep[]): number | null {
  return steps.find((step) => step.share >= 0.5)?.time ?? null;
}

/** A round top of the axis that is not below the highest value, and the steps to it: at most five. */
export function niceScale(highest: number): { top: number; ticks: number[] } {
  if (!(highest > 0)) return { top: 1, ticks: [0, 1] };
  const power = 10 ** Math.floor(Math.log10(highest));
  const step =
    [0.1, 0.2, 0.25, 0.5, 1, 2, 2.5, 5]
      .map((factor) => factor * power)
      .find((size) => highest / size <= 5.0001 && (highest < 4 || Number.isInteger(size))) ?? power * 5;
  const count = Math.ceil(highest / step - 1e-9);
  const ticks = Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12)));
  return { top: ticks.at(-1) ?? highest, ticks };
}

/** Moves labels apart that would lie on one another: at least `gap` between two, as little as possible. Positions in px from the top. */
export function spread(positions: readonly number[], gap: number): number[] {
  const order = positions.map((at, index) => ({ at, index })).sort((a, b) => a.at - b.at);
  for (let i = 1; i < order.length; i += 1) {
    const above = order[i - 1];
    const here = order[i];
    if (above && here && here.at - above.at < gap) here.at = above.at + gap;
  }
  const placed = [...positions];
  for (const { at, index } of order) placed[index] = at;
  return placed;
}
