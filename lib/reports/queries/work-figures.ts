import "server-only";
import { sql } from "drizzle-orm";
import { programmeFacts } from "@/db/schema/figures";
import { programmePhases } from "@/db/schema/programmes";
import { query, type QueryContext } from "@/lib/platform/operation";
import { figureByDay } from "@/lib/reports/by-day";
import { countedIn } from "@/lib/reports/counted";
import { daysSinceContact, engagement, load, timeToFirstContact } from "@/lib/reports/definitions/contact";
import { promoters, timeFromNotice } from "@/lib/reports/definitions/landing";
import { interviewsPerOffer } from "@/lib/reports/definitions/search";
import type { Definition } from "@/lib/reports/definitions/definition";
import { activityCompletion, phaseDwell, sessionAttendance, sessionRating } from "@/lib/reports/definitions/work";
import { readLeanly } from "@/lib/reports/measure";
import { periodOf, type Period } from "@/lib/platform/period";
import { figureWith, type Figure } from "@/lib/reports/queries/figure";
import { DashboardInput, type FigureScope } from "@/lib/reports/schemas";
import { figureSource, row } from "@/lib/reports/sources";

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

/** What is done: activities, and who is active. */
export const workFigures = query({
  name: "reports.work",
  permission: "reports:read",
  input: DashboardInput,
  example: () => ({}),
  async run(context, { period: text, compare, scope = {} }) {
    const period = periodOf(context, text, compare);
    const activities = await figureByDay(context, activityCompletion, period, scope);
    const others = await figuresOf(context, [sessionAttendance, sessionRating, engagement], period, scope);
    return { period, figures: [activities.figure, ...others], months: activities.months };
  },
});

/** How close consultants are, and what else is said of the programmes themselves. */
export const contactFigures = query({
  name: "reports.contact",
  permission: "reports:read",
  input: DashboardInput,
  example: () => ({}),
  async run(context, { period: text, compare, scope = {} }) {
    const period = periodOf(context, text, compare);
    const asked = [load, daysSinceContact, timeToFirstContact, timeFromNotice, promoters];
    return { period, figures: await figuresOf(context, asked, period, scope) };
  },
});

/** How many interviews an offer takes, and how long phases took. */
export const courseFigures = query({
  name: "reports.course",
  permission: "reports:read",
  input: DashboardInput,
  example: () => ({}),
  async run(context, { period: text, compare, scope = {} }) {
    const period = periodOf(context, text, compare);
    const figures = await figuresOf(context, [interviewsPerOffer], period, scope);
    return { period, figures, phases: await phasesOf(context, period, scope) };
  },
});

async function figuresOf(
  context: QueryContext,
  asked: readonly Definition[],
  period: Period,
  scope: FigureScope,
): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const definition of asked) figures.push((await figureWith(context, definition, period, scope)).figure);
  return figures;
}

async function phasesOf(context: QueryContext, period: Period, scope: FigureScope): Promise<PhaseDwell[]> {
  const { measure: how, subject } = phaseDwell;
  if (how.kind !== "median") throw new Error("Phase dwell is a median.");
  await readLeanly(context);
  // A phase is called as it is in the package of which most completed it, and so are its usual days.
  const { rows } = (await context.tx.execute(sql`
    with stayed as materialized (
      select ${programmeFacts.id} as programme_id, ${programmeFacts.packageId} as package_id, ${row.position} as position, ${how.value} as days
      from ${figureSource(context, { subject, range: period, scope, units: ["phase", "package"] })} where ${countedIn(phaseDwell, period, context)}),
    of_package as (
      select position, package_id, any_value(programme_id) as programme_id, count(*) as many from stayed group by 1, 2),
    called as (
      select distinct on (position) position, phase.name, phase.usual_days
      from of_package join ${programmePhases} as phase using (programme_id, position)
      order by position, many desc, package_id)
    select position, called.name, count(*)::int as completed, (percentile_cont(0.5) within group (order by days))::float8 as days,
           called.usual_days as "usualDays"
    from stayed join called using (position) group by 1, 2, 5 order by 1`)) as unknown as { rows: PhaseDwell[] };
  return rows;
}
