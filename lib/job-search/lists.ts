import "server-only";
import { and, inArray, isNull, sql } from "drizzle-orm";
import { opportunities, searchCompanies, searchContacts } from "@/db/schema/job-search";
import { personFilter } from "@/lib/job-search/person-filter";
import { reachesSearch, visibleContacts } from "@/lib/job-search/reach";
import { stages } from "@/lib/job-search/rules/stages";
import { readChoice } from "@/lib/platform/filter-values";
import { list } from "@/lib/platform/list";

/** All opportunities of a search. */
export const opportunityList = list({
  name: "job-search.opportunities",
  permission: "job-search:read",
  key: sql`${opportunities.id}`,
  defaultSort: { column: "stageSince", descending: true },
  columns: [
    {
      key: "title",
      kind: "text",
      sortable: true,
      second: "company",
      value: sql`${opportunities.title}`,
      sort: { by: sql`${opportunities.titleKey}` },
    },
    {
      key: "company",
      kind: "text",
      sortable: true,
      defaultVisible: false,
      value: sql`${opportunities.companyName}`,
      sort: { by: sql`${opportunities.companyKey}` },
    },
    { key: "stage", kind: "status", value: sql`${opportunities.stage}` },
    { key: "nextAction", kind: "text", value: sql`${opportunities.nextAction}` },
    {
      key: "nextActionOn",
      kind: "date",
      sortable: true,
      value: sql`${opportunities.nextActionOn}`,
      sort: { nullable: true },
    },
    { key: "place", kind: "text", defaultVisible: false, value: sql`${opportunities.place}` },
    { key: "source", kind: "text", defaultVisible: false, value: sql`${opportunities.source}` },
    { key: "link", kind: "text", defaultVisible: false, value: sql`${opportunities.link}` },
    { key: "endReason", kind: "text", defaultVisible: false, value: sql`${opportunities.endReason}` },
    { key: "stageSince", kind: "datetime", sortable: true, value: sql`${opportunities.stageSince}` },
  ],
  text: [sql`${opportunities.titleKey}`, sql`${opportunities.companyKey}`],
  filters: [
    personFilter(opportunities.personId),
    {
      key: "stage",
      kind: "choice",
      options: stages,
      condition: (value) => inArray(opportunities.stage, readChoice(value)),
    },
  ],
  source: ({ actor }) => ({
    from: sql`${opportunities}`,
    where: and(isNull(opportunities.deletedAt), reachesSearch(actor, opportunities.personId))!,
  }),
  href: (id) => `/job-search/opportunity/${id}`,
});

/** All contacts of a search. */
export const contactList = list({
  name: "job-search.contacts",
  permission: "job-search:read",
  key: sql`${searchContacts.id}`,
  defaultSort: { column: "name", descending: false },
  columns: [
    {
      key: "name",
      kind: "text",
      sortable: true,
      second: "role",
      value: sql`${searchContacts.name}`,
      sort: { by: sql`${searchContacts.nameKey}` },
    },
    { key: "role", kind: "text", defaultVisible: false, value: sql`${searchContacts.role}` },
    {
      key: "company",
      kind: "text",
      sortable: true,
      value: sql`${searchContacts.companyName}`,
      sort: { by: sql`${searchContacts.companyKey}` },
    },
    { key: "strength", kind: "status", value: sql`${searchContacts.strength}::text` },
    {
      key: "lastContactOn",
      kind: "date",
      sortable: true,
      value: sql`${searchContacts.lastContactOn}`,
      sort: { nullable: true },
    },
    { key: "followUpOn", kind: "date", value: sql`${searchContacts.followUpOn}` },
    { key: "email", kind: "text", defaultVisible: false, value: sql`${searchContacts.email}` },
    { key: "phone", kind: "text", defaultVisible: false, value: sql`${searchContacts.phone}` },
    { key: "relation", kind: "text", defaultVisible: false, value: sql`${searchContacts.relation}` },
    { key: "private", kind: "boolean", defaultVisible: false, value: sql`${searchContacts.private}` },
    { key: "connectedOn", kind: "date", defaultVisible: false, value: sql`${searchContacts.connectedOn}` },
  ],
  text: [sql`${searchContacts.nameKey}`, sql`${searchContacts.companyKey}`],
  filters: [
    personFilter(searchContacts.personId),
    {
      key: "strength",
      kind: "choice",
      options: ["1", "2", "3"],
      condition: (value) => inArray(sql`${searchContacts.strength}::text`, readChoice(value)),
    },
    {
      key: "target",
      kind: "boolean",
      condition: (value) => {
        const target = sql`exists (select 1 from ${searchCompanies}
          where ${searchCompanies.personId} = ${searchContacts.personId} and ${searchCompanies.deletedAt} is null
            and ${searchCompanies.nameKey} = ${searchContacts.companyKey})`;
        return value === "yes" ? target : value === "no" ? sql`not ${target}` : undefined;
      },
    },
    {
      key: "promised",
      kind: "boolean",
      condition: (value) =>
        value === "yes"
          ? sql`${searchContacts.followUpOn} is not null`
          : value === "no"
            ? sql`${searchContacts.followUpOn} is null`
            : undefined,
    },
  ],
  source: ({ actor }) => ({ from: sql`${searchContacts}`, where: visibleContacts(actor) }),
  href: (id) => `/job-search/contact/${id}`,
});

/** The companies that a person has in view. */
export const companyList = list({
  name: "job-search.companies",
  permission: "job-search:read",
  key: sql`${searchCompanies.id}`,
  defaultSort: { column: "name", descending: false },
  columns: [
    {
      key: "name",
      kind: "text",
      sortable: true,
      second: "place",
      value: sql`${searchCompanies.name}`,
      sort: { by: sql`${searchCompanies.nameKey}` },
    },
    { key: "place", kind: "text", defaultVisible: false, value: sql`${searchCompanies.place}` },
    { key: "fit", kind: "status", value: sql`${searchCompanies.fit}::text` },
    {
      key: "contacts",
      kind: "number",
      align: "end",
      value: sql`(select count(*)::int from ${searchContacts} where ${searchContacts.personId} = ${searchCompanies.personId}
        and ${searchContacts.companyKey} = ${searchCompanies.nameKey} and ${searchContacts.deletedAt} is null
        and not ${searchContacts.private})`,
    },
    {
      key: "opportunities",
      kind: "number",
      align: "end",
      value: sql`(select count(*)::int from ${opportunities} where ${opportunities.personId} = ${searchCompanies.personId}
        and ${opportunities.companyKey} = ${searchCompanies.nameKey} and ${opportunities.deletedAt} is null)`,
    },
    { key: "notes", kind: "text", value: sql`${searchCompanies.notes}` },
    { key: "website", kind: "text", defaultVisible: false, value: sql`${searchCompanies.website}` },
  ],
  text: [sql`${searchCompanies.nameKey}`],
  filters: [
    personFilter(searchCompanies.personId),
    {
      key: "fit",
      kind: "choice",
      options: ["3", "2", "1", "0"],
      condition: (value) => inArray(sql`${searchCompanies.fit}::text`, readChoice(value)),
    },
  ],
  source: ({ actor }) => ({
    from: sql`${searchCompanies}`,
    where: and(isNull(searchCompanies.deletedAt), reachesSearch(actor, searchCompanies.personId))!,
  }),
  href: (id) => `/job-search/company/${id}`,
});
