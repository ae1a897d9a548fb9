import "server-only";
import { and, eq, inArray, isNotNull, isNull, not, or, sql, type SQL } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { people } from "@/db/schema/people";
import { slaClocks, slaPolicies } from "@/db/schema/sla";
import { sponsors } from "@/db/schema/sponsors";
import { readChoice, readRange } from "@/lib/platform/filter-values";
import { list } from "@/lib/platform/list";
import { metricKeys } from "./metric-keys";
import { decidedIn } from "./kept";
import { visibleClocks } from "./visibility";
import { warned } from "./warned";

/** How a clock stands, in the order in which it presses. */
export const standings = ["late", "at-risk", "running", "paused", "kept", "missed", "excluded", "cancelled"] as const;
type Standing = (typeof standings)[number];

const open = isNull(slaClocks.stoppedAt);
const is = (state: string) => eq(slaClocks.state, state);

/** What makes a clock stand so. Open ones say that they are: a filter finds them among a hundred thousand that are over. */
const standsSo: Record<Standing, SQL> = {
  late: and(open, is("breached"))!,
  "at-risk": and(open, is("running"), warned)!,
  running: and(open, is("running"), not(warned))!,
  paused: and(open, is("paused"))!,
  kept: is("met"),
  missed: and(isNotNull(slaClocks.stoppedAt), is("breached"))!,
  excluded: is("excluded"),
  cancelled: is("cancelled"),
};

const standing = sql`case ${sql.join(
  standings.map((one) => sql`when ${standsSo[one]} then ${one}`),
  sql` `,
)} end`;

/** Clocks that stand in one of some ways. */
const standsAs = (value: string): SQL => {
  const asked = new Set(readChoice(value));
  return or(...standings.filter((one) => asked.has(one)).map((one) => standsSo[one])) ?? sql`false`;
};

const responsible = sql.identifier("responsible");
const waiting = sql.identifier("waiting");

/** One of some ids, or none at all: that is said with `none`. */
const isOneOf = (column: AnyPgColumn, value: string) =>
  inArray(sql`coalesce(${column}::text, 'none')`, readChoice(value));

/** All clocks, or those for which one answers: the ones that began last first. */
export const clockList = list({
  name: "sla.clocks",
  permission: "sla:read",
  key: sql`${slaClocks.id}`,
  defaultSort: { column: "startedAt", descending: true },
  columns: [
    {
      key: "who",
      kind: "person",
      sortable: true,
      second: "policy",
      value: sql`coalesce(${waiting}.name, '')`,
      sort: { by: sql`coalesce(${waiting}.name_key, '')` },
    },
    { key: "policy", kind: "text", defaultVisible: false, value: sql`${slaPolicies.name}` },
    { key: "metric", kind: "status", value: sql`${slaClocks.metric}` },
    { key: "standing", kind: "status", value: standing },
    { key: "dueAt", kind: "datetime", sortable: true, value: sql`${slaClocks.dueAt}`, sort: { nullable: true } },
    { key: "responsible", kind: "person", value: sql`${responsible}.name` },
    { key: "sponsor", kind: "text", defaultVisible: false, value: sql`${sponsors.name}` },
    { key: "startedAt", kind: "datetime", sortable: true, value: sql`${slaClocks.startedAt}` },
    { key: "stoppedAt", kind: "datetime", defaultVisible: false, value: sql`${slaClocks.stoppedAt}` },
    { key: "decidedAt", kind: "datetime", defaultVisible: false, value: sql`${slaClocks.decidedAt}` },
  ],
  filters: [
    { key: "standing", kind: "choice", options: standings, condition: standsAs },
    {
      key: "metric",
      kind: "choice",
      options: metricKeys,
      condition: (value) => inArray(slaClocks.metric, readChoice(value)),
    },
    { key: "policy", kind: "choice", condition: (value) => isOneOf(slaClocks.policyId, value) },
    { key: "responsible", kind: "choice", condition: (value) => isOneOf(slaClocks.responsibleId, value) },
    { key: "sponsor", kind: "choice", condition: (value) => isOneOf(slaClocks.sponsorId, value) },
    {
      ...{ key: "decided", kind: "dateRange" },
      condition(value, context) {
        const { from = "1970-01-01", to = "9998-12-31" } = readRange(value);
        return decidedIn({ from, to }, context);
      },
    },
  ],
  text: [sql`coalesce(${waiting}.name_key, '')`, sql`coalesce(${responsible}.name_key, '')`],
  source: ({ actor }) => ({
    from: sql`${slaClocks} join ${slaPolicies} on ${slaPolicies.id} = ${slaClocks.policyId}
      left join ${people} ${responsible} on ${responsible}.id = ${slaClocks.responsibleId}
      left join ${people} ${waiting} on ${waiting}.id = ${slaClocks.personId}
      left join ${sponsors} on ${sponsors.id} = ${slaClocks.sponsorId}`,
    where: visibleClocks(actor),
  }),
  href: (id) => `/clocks/${id}`,
});
