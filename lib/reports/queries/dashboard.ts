import "server-only";
import { query, type QueryContext } from "@/lib/platform/operation";
import { whole, type Asked } from "@/lib/reports/breakdown";
import { figureByDay } from "@/lib/reports/by-day";
import { landingRate, payReplacement, satisfaction, timeFromActivation } from "@/lib/reports/definitions/landing";
import { measureEach, ofSurvival, survivalEach, type Measured, type Units } from "@/lib/reports/measure";
import type { Period } from "@/lib/reports/period";
import { figureWith, periodOf, told, type Figure } from "@/lib/reports/queries/figure";
import { DashboardInput, type FigureScope } from "@/lib/reports/schemas";

/** Landing rate and time to landing of a consultant, package, sponsor or industry in which programmes ended. */
export interface UnitFigures {
  unit: string;
  rate: Measured;
  time: Measured | null;
}

/** Those with the most programmes that ended, and how many there are. */
export interface TopUnits {
  all: number;
  shown: UnitFigures[];
}

const units = ["consultant", "package", "sponsor", "industry"] as const;
const mostUnits = 10;

/** What came of it: who lands, how soon, how well paid and how content; by month, consultant, package, sponsor and industry. */
export const dashboard = query({
  name: "reports.dashboard",
  permission: "reports:read",
  input: DashboardInput,
  example: () => ({}),
  async run(context, { period: text, compare, scope = {} }) {
    const period = periodOf(context, text, compare);
    const rate = await figureByDay(context, landingRate, period, scope);
    const began = await figureByDay(context, timeFromActivation, period, scope);
    const content = await figureByDay(context, satisfaction, period, scope);
    const pay = await figureWith(context, payReplacement, period, scope);
    const rates = await measureEach(
      context,
      landingRate,
      scope,
      units.map((by): Asked => ({ range: period, by })),
    );
    const tops = rates.map((each) =>
      [...each].sort(([, one], [, other]) => other.counted - one.counted).slice(0, mostUnits),
    );
    const time = await curves(
      ...([context, period, scope] as const),
      units.map((by, at) => ({ range: period, by, only: tops[at]!.map(([unit]) => unit) })),
    );
    const by = (at: number): TopUnits => ({
      all: rates[at]!.size,
      shown: tops[at]!.map(([unit, measured]) => ({ unit, rate: measured, time: time.more[at]!.get(unit) ?? null })),
    });
    return {
      ...{ period, curve: time.curve, curveBefore: time.curveBefore },
      figures: [rate.figure, time.figure, content.figure, pay.figure],
      months: [began.months, rate.months, content.months],
      ...{ consultants: by(0), packages: by(1), sponsors: by(2), industries: by(3) },
    };
  },
});

/** The time to landing with its curve, of a period and of what it is compared with, and what else is asked of it. */
async function curves(context: QueryContext, period: Period, scope: FigureScope, more: readonly Asked[]) {
  const [now, before, ...others] = await survivalEach(context, timeFromActivation, scope, [
    { range: period },
    { range: period.before },
    ...more,
  ]);
  const curve = now!.get(whole)!;
  const curveBefore = before!.get(whole)!;
  const figure: Figure = { ...told(timeFromActivation), now: ofSurvival(curve), before: ofSurvival(curveBefore) };
  const measured = others.map(
    (each): Units<Measured> => new Map([...each].map(([unit, one]) => [unit, ofSurvival(one)])),
  );
  return { curve, curveBefore, figure, more: measured };
}
