import "server-only";
import { sql } from "drizzle-orm";
import { programmePhases, programmes } from "@/db/schema/programmes";
import { query, type QueryContext } from "@/lib/platform/operation";
import { definitions } from "@/lib/reports/definitions/all";
import { landingRate, timeFromActivation } from "@/lib/reports/definitions/landing";
import { phaseDwell } from "@/lib/reports/definitions/work";
import { countedIn, measure, ofSurvival, survivalOf, whole, type Measured } from "@/lib/reports/measure";
import { monthsOf, type Period } from "@/lib/reports/period";
import { figureOf, periodOf, type Figure } from "@/lib/reports/queries/figure";
import { DashboardInput, type FigureScope } from "@/lib/reports/schemas";
import { figureSource, industry, scoped, sponsorName, visibleFigures } from "@/lib/reports/sources";

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

export interface MonthFigure {
  key: string;
  months: ({ month: string } & Measured)[];
}

/** Figures that say something month by month. */
const byMonth = ["landing-rate", "time-to-landing", "activity-completion", "satisfaction"] as const;

/** Everything that the page of figures shows, of a period and a scope. */
export const dashboard = query({
  name: "reports.dashboard",
  permission: "reports:read",
  input: DashboardInput,
  example: () => ({}),
  async run(context, { period: text, scope = {} }) {
    const period = periodOf(context, text);
    const curve = (await survivalOf(context, timeFromActivation, period, scope)).get(whole)!;
    const curveBefore = (await survivalOf(context, timeFromActivation, period.before, scope)).get(whole)!;
    const figures: Figure[] = [];
    for (const definition of definitions) {
      if (definition === phaseDwell) continue;
      const { key, version, unit, better } = definition;
      figures.push(
        definition === timeFromActivation
          ? { ...{ key, version, unit, better }, now: ofSurvival(curve), before: ofSurvival(curveBefore) }
          : await figureOf(context, definition, period, scope),
      );
    }
    return {
      ...{ period, figures, curve, curveBefore },
      phases: await phasesOf(context, period, scope),
      months: await monthsFigures(context, period, scope),
      consultants: await unitsOf(context, period, scope, "consultant"),
      packages: await unitsOf(context, period, scope, "package"),
      sponsors: await unitsOf(context, period, scope, "sponsor"),
      industries: await unitsOf(context, period, scope, "industry"),
    };
  },
});

/** Landing rate and time to landing of each consultant, package or sponsor who has any. */
async function unitsOf(
  context: QueryContext,
  period: Period,
  scope: FigureScope,
  by: "consultant" | "package" | "sponsor" | "industry",
) {
  const rate = await measure(context, landingRate, period, scope, by);
  const time = await measure(context, timeFromActivation, period, scope, by);
  return [...new Set([...rate.keys(), ...time.keys()])].map((unit) => ({
    ...{ unit, rate: rate.get(unit) ?? null, time: time.get(unit) ?? null },
  }));
}

async function monthsFigures(context: QueryContext, period: Period, scope: FigureScope): Promise<MonthFigure[]> {
  const months = monthsOf(period, 12);
  const range = { from: months[0] ?? period.from, to: period.to };
  const found: MonthFigure[] = [];
  for (const definition of definitions) {
    if (!byMonth.some((key) => key === definition.key)) continue;
    const units = await measure(context, definition, range, scope, "month");
    found.push({
      key: definition.key,
      months: months.map((month) => ({ month, ...(units.get(month) ?? { counted: 0, met: 0, value: null }) })),
    });
  }
  return found;
}

async function phasesOf(context: QueryContext, period: Period, scope: FigureScope): Promise<PhaseDwell[]> {
  const { measure: how, subject } = phaseDwell;
  if (how.kind !== "median") throw new Error("Phase dwell is a median.");
  const { rows } = (await context.tx.execute(sql`
    select ${programmePhases.position} as position, mode() within group (order by ${programmePhases.name}) as name,
           count(*)::int as completed, (percentile_cont(0.5) within group (order by ${how.value}))::float8 as days,
           (percentile_cont(0.5) within group (order by ${programmePhases.usualDays}))::float8 as "usualDays"
    from ${figureSource(context, subject)}
    where ${visibleFigures(context)} and (${countedIn(phaseDwell, period, context)}) and ${scoped(scope)}
    group by 1 order by 1`)) as unknown as { rows: PhaseDwell[] };
  return rows;
}

/** Consultants, sponsors and packages of the programmes that the actor sees: what figures can be narrowed to. */
export const figureChoices = query({
  name: "reports.choices",
  permission: "reports:read",
  input: DashboardInput.pick({}),
  example: () => ({}),
  async run(context) {
    const distinct = async (column: typeof programmes.consultantId | typeof programmes.packageId, table: string) =>
      (
        (await context.tx.execute(sql`
          select named.id, named.name from ${sql.identifier(table)} named
          where named.id in (select ${column} from ${programmes} where ${visibleFigures(context)})
          order by lower(named.name), named.id limit 500`)) as unknown as { rows: { id: string; name: string }[] }
      ).rows;
    const named = (await context.tx.execute(sql`
      select distinct ${sponsorName} as sponsor, ${industry} as industry from ${figureSource(context, "programmes")}
      where ${visibleFigures(context)} order by 1 limit 500`)) as unknown as {
      rows: { sponsor: string; industry: string }[];
    };
    const known = (key: "sponsor" | "industry") =>
      [...new Set(named.rows.map((row) => row[key]).filter((name) => name !== ""))].sort();
    return {
      consultants: await distinct(programmes.consultantId, "people"),
      packages: await distinct(programmes.packageId, "packages"),
      sponsors: known("sponsor"),
      industries: known("industry"),
    };
  },
});
