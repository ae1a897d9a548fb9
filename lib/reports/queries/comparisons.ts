import "server-only";
import { query } from "@/lib/platform/operation";
import { periodOf } from "@/lib/platform/period";
import type { Asked } from "@/lib/reports/breakdown";
import { landingRate, timeFromActivation } from "@/lib/reports/definitions/landing";
import { measureEach, type Measured } from "@/lib/reports/measure";

import { DashboardInput } from "@/lib/reports/schemas";

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

/** Who lands, and how soon, beside one another: by consultant, package, sponsor and industry. */
export const comparisons = query({
  name: "reports.comparisons",
  permission: "reports:read",
  input: DashboardInput,
  example: () => ({}),
  async run(context, { period: text, compare, scope = {} }) {
    const range = periodOf(context, text, compare);
    const rates = await measureEach(
      context,
      landingRate,
      scope,
      units.map((by): Asked => ({ range, by })),
    );
    const tops = rates.map((each) =>
      [...each].sort(([, one], [, other]) => other.counted - one.counted).slice(0, mostUnits),
    );
    const times = await measureEach(
      context,
      timeFromActivation,
      scope,
      units.map((by, at): Asked => ({ range, by, only: tops[at]!.map(([unit]) => unit) })),
    );
    const [consultants, packages, sponsors, industries] = tops.map((top, at): TopUnits => ({
      all: rates[at]!.size,
      shown: top.map(([unit, rate]) => ({ unit, rate, time: times[at]!.get(unit) ?? null })),
    }));
    return { consultants: consultants!, packages: packages!, sponsors: sponsors!, industries: industries! };
  },
});
