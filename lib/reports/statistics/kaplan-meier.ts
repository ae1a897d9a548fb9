/** What is known at one time: how many met the event then, and how many were last seen then without it. */
export interface LifeTableRow {
  /** Time since the clock started, 0 or more, in whatever unit. */
  time: number;
  events: number;
  /** Left the count or still going: known to have lasted this long, and no more. */
  censored: number;
}

export interface SurvivalPoint {
  time: number;
  /** How many were still in the count just before. */
  atRisk: number;
  events: number;
  censored: number;
  /** Share that has not met the event by then, from 1 down to 0. */
  survival: number;
  /** Greenwood's standard error of `survival`; null once nobody is left, where it is not defined. */
  standardError: number | null;
  /** 95 % limits of `survival`, by log(−log); null where they are not defined (everybody had the event). */
  low: number | null;
  high: number | null;
}

export interface MedianTime {
  /** When half had the event; null while fewer than half have. */
  time: number | null;
  /** Its 95 % interval after Brookmeyer and Crowley; null where the curve does not tell. */
  low: number | null;
  high: number | null;
}

export interface Survival {
  /** How many were counted, and how many of them had the event. */
  counted: number;
  events: number;
  /** One point per time at which somebody had the event or left, in the order of time. */
  points: SurvivalPoint[];
  median: MedianTime;
}

/** 97.5 % point of the normal distribution: limits at 95 %. */
const normal975 = 1.959963984540054;
/** Sums of fractions miss a half by a hair. */
const hair = 1e-12;

/**
 * The product-limit estimate of Kaplan and Meier (1958): at each time, the share of those still in the count who get past it,
 * multiplied up. Who leaves at a time at which others have the event was still in the count then. The order of the rows does
 * not matter, and rows of the same time add up. Refuses negative times and counts.
 */
export function kaplanMeier(rows: readonly LifeTableRow[]): Survival {
  const table = gathered(rows);
  const counted = table.reduce((sum, { events, censored }) => sum + events + censored, 0);
  const points: SurvivalPoint[] = [];
  let atRisk = counted;
  let survival = 1;
  let greenwood = 0;
  for (const { time, events, censored } of table) {
    survival *= (atRisk - events) / atRisk;
    if (events > 0) greenwood += events / (atRisk * (atRisk - events));
    const defined = survival > 0;
    points.push({
      ...{ time, atRisk, events, censored, survival },
      standardError: defined ? survival * Math.sqrt(greenwood) : null,
      ...(defined ? limits(survival, greenwood) : { low: null, high: null }),
    });
    atRisk -= events + censored;
  }
  return { counted, events: points.reduce((sum, { events }) => sum + events, 0), points, median: medianOf(points) };
}

/** The share that has not met the event by a time: 1 before the first, and what the last point says after it. */
export function survivalAt({ points }: Pick<Survival, "points">, time: number): number {
  return points.findLast((point) => point.time <= time)?.survival ?? 1;
}

/** How many are still in the count just before a time. */
export function atRiskAt({ counted, points }: Pick<Survival, "counted" | "points">, time: number): number {
  return points.reduce((left, point) => (point.time < time ? left - point.events - point.censored : left), counted);
}

function gathered(rows: readonly LifeTableRow[]): LifeTableRow[] {
  const byTime = new Map<number, LifeTableRow>();
  for (const { time, events, censored } of rows) {
    if (!(time >= 0) || !(events >= 0) || !(censored >= 0))
      throw new RangeError(`Times and counts are 0 or more, not ${time}, ${events}, ${censored}.`);
    if (events + censored === 0) continue;
    const known = byTime.get(time) ?? { time, events: 0, censored: 0 };
    byTime.set(time, { time, events: known.events + events, censored: known.censored + censored });
  }
  return [...byTime.values()].sort((one, other) => one.time - other.time);
}

/** Limits on the scale log(−log S), which keeps them between 0 and 1; at 1 there is nothing to vary. */
function limits(survival: number, greenwood: number): { low: number; high: number } {
  if (survival === 1) return { low: 1, high: 1 };
  const spread = (normal975 * Math.sqrt(greenwood)) / -Math.log(survival);
  return { low: survival ** Math.exp(spread), high: survival ** Math.exp(-spread) };
}

/** The first times at which the curve and its limits are at a half or below. */
function medianOf(points: readonly SurvivalPoint[]): MedianTime {
  const firstTime = (reaches: (point: SurvivalPoint) => boolean): number | null => points.find(reaches)?.time ?? null;
  const half = (share: number | null): boolean => share === null || share <= 0.5 + hair;
  return {
    time: firstTime(({ survival }) => half(survival)),
    low: firstTime(({ low }) => half(low)),
    high: firstTime(({ high }) => high !== null && half(high)),
  };
}
