import "server-only";
import { query } from "@/lib/platform/operation";
import { periodOf } from "@/lib/platform/period";
import { whole } from "@/lib/reports/breakdown";
import { figureByDay } from "@/lib/reports/by-day";
import { landingRate, payReplacement, satisfaction, timeFromActivation } from "@/lib/reports/definitions/landing";
import { ofSurvival, survivalEach } from "@/lib/reports/measure";
import { figureWith, told, type Figure } from "@/lib/reports/queries/figure";
import { DashboardInput } from "@/lib/reports/schemas";

/** What came of it: who lands, how soon, how well paid and how content; and month by month. */
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
    const curves = await survivalEach(context, timeFromActivation, scope, [
      { range: period },
      { range: period.before },
    ]);
    const [curve, curveBefore] = [curves[0]!.get(whole)!, curves[1]!.get(whole)!];
    const time: Figure = { ...told(timeFromActivation), now: ofSurvival(curve), before: ofSurvival(curveBefore) };
    return {
      ...{ period, curve, curveBefore },
      figures: [rate.figure, time, content.figure, pay.figure],
      months: [began.months, rate.months, content.months],
    };
  },
});
