import "server-only";
import { and, asc, gt, isNull, sql } from "drizzle-orm";
import { opportunities, searchCompanies, searchContacts } from "@/db/schema/job-search";
import { reachesSearch, visibleContacts } from "@/lib/job-search/reach";
import type { Searchable } from "@/lib/platform/module";

const atOnce = 500;

/** What search finds of a person's search, for who sees it. */
export const searchKinds: readonly Searchable[] = [
  {
    entity: "opportunity",
    permission: "job-search:read",
    visible: (actor, id) =>
      sql`exists (select 1 from ${opportunities} where ${opportunities.id} = ${id} and ${opportunities.deletedAt} is null
          and ${reachesSearch(actor, opportunities.personId)})`,
    about: (id) => sql`(select ${opportunities.personId} from ${opportunities} where ${opportunities.id} = ${id})`,
    path: (id) => `/job-search/opportunity/${id}`,
    icon: "target",
    async documents(tx, after) {
      const rows = await tx
        .select()
        .from(opportunities)
        .where(and(isNull(opportunities.deletedAt), after ? gt(opportunities.id, after) : undefined))
        .orderBy(asc(opportunities.id))
        .limit(atOnce);
      return rows.map(({ id, title, companyName, place }) => ({
        entityId: id,
        title: `${title}, ${companyName}`,
        body: place,
      }));
    },
  },
  {
    entity: "search_contact",
    permission: "job-search:read",
    visible: (actor, id) =>
      sql`exists (select 1 from ${searchContacts} where ${searchContacts.id} = ${id} and ${visibleContacts(actor)})`,
    about: (id) => sql`(select ${searchContacts.personId} from ${searchContacts} where ${searchContacts.id} = ${id})`,
    path: (id) => `/job-search/contact/${id}`,
    icon: "user-round",
    async documents(tx, after) {
      const rows = await tx
        .select()
        .from(searchContacts)
        .where(and(isNull(searchContacts.deletedAt), after ? gt(searchContacts.id, after) : undefined))
        .orderBy(asc(searchContacts.id))
        .limit(atOnce);
      return rows.map(({ id, name, role, companyName }) => ({
        entityId: id,
        title: name,
        body: `${role} ${companyName}`,
      }));
    },
  },
  {
    entity: "search_company",
    permission: "job-search:read",
    visible: (actor, id) =>
      sql`exists (select 1 from ${searchCompanies} where ${searchCompanies.id} = ${id} and ${searchCompanies.deletedAt} is null
          and ${reachesSearch(actor, searchCompanies.personId)})`,
    about: (id) =>
      sql`(select ${searchCompanies.personId} from ${searchCompanies} where ${searchCompanies.id} = ${id})`,
    path: (id) => `/job-search/company/${id}`,
    icon: "building-2",
    async documents(tx, after) {
      const rows = await tx
        .select()
        .from(searchCompanies)
        .where(and(isNull(searchCompanies.deletedAt), after ? gt(searchCompanies.id, after) : undefined))
        .orderBy(asc(searchCompanies.id))
        .limit(atOnce);
      return rows.map(({ id, name, place }) => ({ entityId: id, title: name, body: place }));
    },
  },
];
