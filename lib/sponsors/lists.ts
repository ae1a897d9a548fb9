import "server-only";
import { inArray, sql, type SQL } from "drizzle-orm";
import { packages } from "@/db/schema/packages";
import { programmes } from "@/db/schema/programmes";
import { separationPeople } from "@/db/schema/seats";
import { engagements, separationEvents, sponsors } from "@/db/schema/sponsors";
import { readChoice, readRange } from "@/lib/platform/filter-values";
import { list } from "@/lib/platform/list";
import { reservesSeat, usesSeat } from "@/lib/sponsors/seats";
import { visibleSponsors } from "@/lib/sponsors/visibility";

export const engagementStates = ["upcoming", "open", "full", "over"] as const;
const sponsorStates = ["active", "archived"] as const;

/** How many programmes of an engagement meet a condition. */
const ofEngagement = (condition: SQL) => sql`(select count(*)::int from ${programmes}
  where ${programmes.engagementId} = ${engagements.id} and ${programmes.deletedAt} is null and ${condition})`;
const used = ofEngagement(usesSeat);
const reserved = ofEngagement(reservesSeat);
const left = sql`greatest(${engagements.seats} - ${ofEngagement(sql`(${usesSeat} or ${reservesSeat})`)}, 0)`;

/** The organisation's day now; the list joins it, because a column cannot ask what time it is. */
const today = sql`${sql.identifier("clock")}.today`;

const engagementState = sql`case when ${engagements.fromOn} > ${today} then 'upcoming'
  when ${engagements.toOn} < ${today} then 'over' when ${left} = 0 then 'full' else 'open' end`;

/** The sum of an expression over the contracts of a sponsor. */
const overEngagements = (of: SQL) => sql`(select coalesce(sum(${of}), 0)::int from ${engagements}
  where ${engagements.sponsorId} = ${sponsors.id} and ${engagements.deletedAt} is null)`;

const sponsorState = sql`case when ${sponsors.archivedAt} is null then 'active' else 'archived' end`;

/** All companies, by name, with their seats. */
export const sponsorList = list({
  name: "sponsors.list",
  permission: "sponsors:read",
  key: sql`${sponsors.id}`,
  defaultSort: { column: "name", descending: false },
  columns: [
    {
      ...{ key: "name", kind: "text", sortable: true, second: "industry", value: sql`${sponsors.name}` },
      sort: { by: sql`${sponsors.nameKey}` },
    },
    { key: "industry", kind: "text", defaultVisible: false, value: sql`nullif(${sponsors.industry}, '')` },
    { key: "place", kind: "text", value: sql`nullif(${sponsors.place}, '')` },
    { key: "bought", kind: "number", align: "end", value: overEngagements(sql`${engagements.seats}`) },
    { key: "used", kind: "number", align: "end", value: overEngagements(used) },
    { key: "reserved", kind: "number", align: "end", value: overEngagements(reserved) },
    { key: "left", kind: "number", align: "end", value: overEngagements(left) },
    {
      ...{ key: "programmes", kind: "number", align: "end", defaultVisible: false },
      value: sql`(select count(*)::int from ${programmes}
        where ${programmes.sponsorId} = ${sponsors.id} and ${programmes.deletedAt} is null)`,
    },
    { key: "state", kind: "status", defaultVisible: false, value: sponsorState },
  ],
  filters: [
    {
      ...{ key: "state", kind: "choice", options: sponsorStates },
      condition: (value) => inArray(sponsorState, readChoice(value)),
    },
    {
      ...{ key: "industry", kind: "text" },
      condition: (value) => sql`position(lower(${value}) in lower(${sponsors.industry})) > 0`,
    },
  ],
  text: [sql`${sponsors.nameKey}`],
  source: ({ actor }) => ({
    from: sql`${sponsors}`,
    where: sql`${sponsors.deletedAt} is null and ${visibleSponsors(actor, "sponsors:read", sql`${sponsors.id}`)}`,
  }),
  href: (id) => `/sponsors/${id}`,
});

/** All contracts, the last to end first. A sponsor sees those of the own company. */
export const engagementList = list({
  name: "engagements.list",
  permission: "engagements:read",
  key: sql`${engagements.id}`,
  defaultSort: { column: "toOn", descending: true },
  columns: [
    {
      ...{ key: "reference", kind: "text", sortable: true, second: "sponsor", value: sql`${engagements.reference}` },
      sort: { by: sql`${engagements.referenceKey}` },
    },
    { key: "sponsor", kind: "text", defaultVisible: false, value: sql`${sponsors.name}` },
    { key: "package", kind: "text", value: sql`${packages.name}` },
    { key: "bought", kind: "number", align: "end", value: sql`${engagements.seats}` },
    { key: "used", kind: "number", align: "end", value: used },
    { key: "reserved", kind: "number", align: "end", value: reserved },
    { key: "left", kind: "number", align: "end", value: left },
    { key: "fromOn", kind: "date", defaultVisible: false, value: sql`${engagements.fromOn}` },
    { key: "toOn", kind: "date", sortable: true, value: sql`${engagements.toOn}` },
    {
      ...{ key: "state", kind: "status", value: engagementState },
    },
  ],
  filters: [
    {
      ...{ key: "state", kind: "choice", options: engagementStates },
      condition: (value) => inArray(engagementState, readChoice(value)),
    },
    {
      ...{ key: "endsWithin", kind: "number" },
      condition: (value) => {
        const days = Math.min(Math.max(Math.trunc(Number(readRange(value).to)), 0), 3650);
        return Number.isFinite(days)
          ? sql`${engagements.toOn} between ${today} and ${today} + ${days}::int`
          : undefined;
      },
    },
    {
      ...{ key: "sponsor", kind: "choice" },
      condition: (value) => inArray(sql`${engagements.sponsorId}::text`, readChoice(value)),
    },
  ],
  text: [sql`${engagements.referenceKey}`, sql`${sponsors.nameKey}`],
  source: ({ actor, now, organisation }) => ({
    from: sql`${engagements} join ${sponsors} on ${sponsors.id} = ${engagements.sponsorId}
      join ${packages} on ${packages.id} = ${engagements.packageId}
      cross join (select (${now.toISOString()}::timestamptz at time zone ${organisation.timeZone})::date as today) as clock`,
    where: sql`${engagements.deletedAt} is null
      and ${visibleSponsors(actor, "engagements:read", sql`${engagements.sponsorId}`)}`,
  }),
  href: (id) => `/engagements/${id}`,
});

/** All separation events, the latest day first. */
export const separationList = list({
  name: "separations.list",
  permission: "separations:read",
  key: sql`${separationEvents.id}`,
  defaultSort: { column: "handOverOn", descending: true },
  columns: [
    {
      ...{ key: "name", kind: "text", sortable: true, second: "sponsor", value: sql`${separationEvents.name}` },
      sort: { by: sql`${separationEvents.nameKey}` },
    },
    { key: "sponsor", kind: "text", defaultVisible: false, value: sql`${sponsors.name}` },
    { key: "handOverOn", kind: "date", sortable: true, value: sql`${separationEvents.handOverOn}` },
    { key: "place", kind: "text", value: sql`nullif(${separationEvents.place}, '')` },
    { key: "onSite", kind: "boolean", value: sql`${separationEvents.onSite}` },
    {
      ...{ key: "waiting", kind: "number", align: "end" },
      value: sql`(select count(*)::int from ${separationPeople}
        where ${separationPeople.separationEventId} = ${separationEvents.id} and ${separationPeople.programmeId} is null)`,
    },
    {
      ...{ key: "invited", kind: "number", align: "end" },
      value: sql`(select count(*)::int from ${programmes}
        where ${programmes.separationEventId} = ${separationEvents.id} and ${programmes.deletedAt} is null)`,
    },
  ],
  filters: [
    {
      ...{ key: "sponsor", kind: "choice" },
      condition: (value) => inArray(sql`${separationEvents.sponsorId}::text`, readChoice(value)),
    },
  ],
  text: [sql`${separationEvents.nameKey}`, sql`${sponsors.nameKey}`],
  source: ({ actor }) => ({
    from: sql`${separationEvents} join ${sponsors} on ${sponsors.id} = ${separationEvents.sponsorId}`,
    where: sql`${separationEvents.deletedAt} is null
      and ${visibleSponsors(actor, "separations:read", sql`${separationEvents.sponsorId}`)}`,
  }),
  href: (id) => `/separations/${id}`,
});
