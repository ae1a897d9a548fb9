import "server-only";
import { sql } from "drizzle-orm";
import { programmePhases } from "@/db/schema/programmes";
import { query, type QueryContext } from "@/lib/platform/operation";
import { figureByDay } from "@/lib/reports/by-day";
import { countedIn } from "@/lib/reports/counted";
import { daysSinceContact, engagement, load, timeToFirstContact } from "@/lib/reports/definitions/contact";
import { promoters, timeFromNotice } from "@/lib/reports/definitions/landing";
import { interviewsPerOffer } from "@/lib/reports/definitions/search";
import { activityCompletion, phaseDwell } from "@/lib/reports/definitions/work";
import { readLeanly } from "@/lib/reports/measure";
import type { Period } from "@/lib/reports/period";
import { figureWith, periodOf, type Figure } from "@/lib/reports/queries/figure";
import { DashboardInput, type FigureScope } from "@/lib/reports/schemas";
import { figureSource, scoped, visibleFigures } from "@/lib/reports/sources";

/** How long executives stayed in a phase. */
export interface PhaseDwell {
  position: number;
  name: string;
  /** How many completed it in the period, and the middle one of their days. */
  completed: number;
  days: number;
  /** What the packages call usual, in days. */
  usualDays: number;
}

const others = [
  ...[engagement, load, daysSinceContact, timeToFirstContact, interviewsPerOffer, timeFromNotice, promoters],
];

/** How the work goes: engagement, activities, load, contact, and how long phases take. */
export const workFigures = query({
  name: "reports.work",
  permission: "reports:read",
  input: DashboardInput,
  example: () => ({}),
  async run(context, { period: text, compare, scope = {} }) {
    const period = periodOf(context, text, compare);
    const activities = await figureByDay(context, activityCompletion, period, scope);
    const figures: Figure[] = [activities.figure];
    for (const definition of others) figures.push((await figureWith(context, definition, period, scope)).figure);
    return {
      ...{ period, figures, phases: await phasesOf(context, period, scope) },
      months: activities.months,
    };
  },
});

async function phasesOf(context: QueryContext, period: Period, scope: FigureScope): Promise<PhaseDwell[]> {
  const { measure: how, subject } = phaseDwell;
  if (how.kind !== "median") throw new Error("Phase dwell is a median.");
  await readLeanly(context);
  const { rows } = (await context.tx.execute(sql`
    select ${programmePhases.position} as position, mode() within group (order by ${programmePhases.name}) as name,
           count(*)::int as completed, (percentile_cont(0.5) within group (order by ${how.value}))::float8 as days,
           (percentile_cont(0.5) within group (order by ${programmePhases.usualDays}))::float8 as "usualDays"
    from ${figureSource(context, subject)}
    where ${visibleFigures(context)} and (${countedIn(phaseDwell, period, context)}) and ${scoped(scope)}
    group by 1 order by 1`)) as unknown as { rows: PhaseDwell[] };
  return rows;
}
