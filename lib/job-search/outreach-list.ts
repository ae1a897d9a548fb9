import "server-only";
import { and, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { opportunities, outreach, searchContacts } from "@/db/schema/job-search";
import { personFilter } from "@/lib/job-search/person-filter";
import { openContacts, reachesSearch } from "@/lib/job-search/reach";
import { outreachKinds } from "@/lib/job-search/rules/outreach-kinds";
import { readChoice } from "@/lib/platform/filter-values";
import { list } from "@/lib/platform/list";

const promiseOpen = sql`${outreach.followUpOn} is not null and ${outreach.followUpDoneAt} is null`;

/** Everything that was logged in a search: with whom, what came of it, what is promised. */
export const outreachList = list({
  name: "job-search.outreach",
  permission: "job-search:read",
  key: sql`${outreach.id}`,
  target: sql`case when ${outreach.contactId} is not null then 'contact/' || ${outreach.contactId}::text
    when ${outreach.opportunityId} is not null then 'opportunity/' || ${outreach.opportunityId}::text end`,
  defaultSort: { column: "on", descending: true },
  columns: [
    {
      key: "with",
      kind: "text",
      second: "company",
      value: sql`coalesce(${searchContacts.name}, ${opportunities.title}, '')`,
    },
    {
      key: "company",
      kind: "text",
      defaultVisible: false,
      value: sql`coalesce(nullif(${searchContacts.companyName}, ''), ${opportunities.companyName}, '')`,
    },
    { key: "kind", kind: "status", value: sql`${outreach.kind}` },
    { key: "note", kind: "text", value: sql`${outreach.note}` },
    { key: "opportunity", kind: "text", defaultVisible: false, value: sql`coalesce(${opportunities.title}, '')` },
    { key: "followUpOn", kind: "date", value: sql`${outreach.followUpOn}` },
    { key: "promised", kind: "boolean", defaultVisible: false, value: promiseOpen },
    { key: "on", kind: "date", sortable: true, value: sql`${outreach.on}` },
  ],
  text: [sql`${searchContacts.nameKey}`, sql`${searchContacts.companyKey}`, sql`lower(${outreach.note})`],
  filters: [
    personFilter(outreach.personId),
    {
      key: "kind",
      kind: "choice",
      options: outreachKinds,
      condition: (value) => inArray(outreach.kind, readChoice(value)),
    },
    {
      key: "promised",
      kind: "boolean",
      condition: (value) => (value === "yes" ? promiseOpen : value === "no" ? sql`not (${promiseOpen})` : undefined),
    },
  ],
  source: ({ actor }) => ({
    from: sql`${outreach}
      left join ${searchContacts} on ${eq(searchContacts.id, outreach.contactId)}
      left join ${opportunities} on ${eq(opportunities.id, outreach.opportunityId)}`,
    where: and(
      isNull(outreach.deletedAt),
      reachesSearch(actor, outreach.personId),
      // As `visibleEntries` says it, of the contact that is joined anyway.
      or(isNull(outreach.contactId), and(eq(searchContacts.personId, outreach.personId), openContacts(actor))),
    )!,
  }),
  href: (place) => `/job-search/${place}`,
});
