import "server-only";
import { and, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { people } from "@/db/schema/people";
import { slaClocks, slaPolicies } from "@/db/schema/sla";
import { sponsors } from "@/db/schema/sponsors";
import { scopesOf } from "@/lib/platform/actor";
import { query, type QueryContext } from "@/lib/platform/operation";
import { momentsOf, periodOf } from "@/lib/platform/period";
import { counts, decidedWithin, dimensions, keyOf, type Dimension } from "../kept";
import { monthsCounted } from "../kept-months";
import { complianceOf, together, type Compliance, type Counts } from "../rules/compliance";
import { visibleClocks } from "../visibility";

export interface ComplianceRow extends Compliance {
  /** A metric, the id of a policy, person or sponsor, the first day of a month; "none" for clocks without. */
  key: string;
  name: string;
}

/** Most groups that are told apart, those with the most promises. */
const most = 200;

/** How many promises were kept in a period, in all and by one dimension. Each number is that of the rows of `sla.clocks` with the same filters. */
export const promisesKept = query({
  name: "sla.compliance",
  permission: "sla:read",
  input: z.strictObject({ period: z.string().max(40).optional(), by: z.enum(dimensions).default("metric") }),
  example: () => ({}),
  async run(context, { period: text, by }) {
    const { tx, actor, organisation } = context;
    const period = periodOf(context, text);
    // One's own promises are few; those of all are added up from months that stand counted, and the days around them.
    const { sums, left } = scopesOf(actor, "sla:read").has("all")
      ? await monthsCounted(context, period, by)
      : { sums: [], left: [momentsOf(period, organisation.timeZone)] };
    const found = await tx
      .select({ key: sql<string>`${keyOf[by](organisation.timeZone)}`, ...counts })
      .from(slaClocks)
      .where(and(decidedWithin(left), visibleClocks(actor)))
      .groupBy(sql`1`);
    const groups = addedUp([...sums, ...found])
      .map(({ key, ...counted }) => ({ key, ...complianceOf(counted) }))
      .sort((one, other) => decided(other) - decided(one) || one.key.localeCompare(other.key));
    const names = await namesFor(context, by, groups.slice(0, most));
    return {
      period,
      by,
      all: together(groups),
      groups: groups.length,
      rows: ordered(
        by,
        groups.slice(0, most).map((group): ComplianceRow => ({ ...group, name: names.get(group.key) ?? "" })),
      ),
    };
  },
});

const decided = ({ met, breached, excluded }: Counts) => met + breached + excluded;

/** One group for each key. */
function addedUp(parts: readonly (Counts & { key: string })[]): (Counts & { key: string })[] {
  const groups = new Map<string, Counts & { key: string }>();
  for (const part of parts) {
    const { key } = part;
    const { met, breached, excluded } = groups.get(key) ?? { met: 0, breached: 0, excluded: 0 };
    const all = { met: met + part.met, breached: breached + part.breached, excluded: excluded + part.excluded };
    groups.set(key, { key, ...all });
  }
  return [...groups.values()].filter((group) => decided(group) > 0);
}

/** Months as they passed, the last one first; all else with the most missed first. */
const ordered = (by: Dimension, rows: ComplianceRow[]): ComplianceRow[] =>
  rows.sort((one, other) =>
    by === "month" ? other.key.localeCompare(one.key) : other.breached - one.breached || other.met - one.met,
  );

async function namesFor({ tx }: QueryContext, by: Dimension, groups: readonly { key: string }[]) {
  const ids = groups.map(({ key }) => key).filter((key) => key !== "none");
  if (by === "metric" || by === "month" || ids.length === 0) return new Map<string, string>();
  const table = { policy: slaPolicies, responsible: people, sponsor: sponsors }[by];
  const rows = await tx.select({ id: table.id, name: table.name }).from(table).where(inArray(table.id, ids));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
