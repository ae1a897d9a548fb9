import "server-only";
import { and, asc, desc, eq, gt, inArray, isNull, or, sql } from "drizzle-orm";
import { opportunities, searchCompanies, searchContacts } from "@/db/schema/job-search";
import { logWhere } from "@/lib/job-search/queries/opportunities";
import { assertReaches, reachesSearch, todayOf, visibleContacts } from "@/lib/job-search/reach";
import { openStages, type Stage } from "@/lib/job-search/rules/stages";
import { whoNext } from "@/lib/job-search/rules/who-next";
import { PersonOfSearch, RecordId } from "@/lib/job-search/schemas";
import { query } from "@/lib/platform/operation";
import { notFound } from "@/lib/platform/refusal";

/** How many are suggested at once: what one can do in a few days. */
const suggestedAtOnce = 6;

/** One contact with what is known and what was said. */
export const oneContact = query({
  name: "job-search.contact",
  permission: "job-search:read",
  input: RecordId,
  example: ({ searchContactId }) => ({ id: searchContactId }),
  async run(context, { id }) {
    const { tx, actor } = context;
    const [contact] = await tx
      .select()
      .from(searchContacts)
      .where(and(eq(searchContacts.id, id), visibleContacts(actor)));
    if (!contact) throw notFound("this contact");
    const there = await tx
      .select({ id: opportunities.id, title: opportunities.title, stage: opportunities.stage })
      .from(opportunities)
      .where(
        and(
          eq(opportunities.personId, contact.personId),
          eq(opportunities.companyKey, contact.companyKey),
          isNull(opportunities.deletedAt),
        ),
      )
      .orderBy(desc(opportunities.stageSince))
      .limit(20);
    return {
      ...contact,
      today: await todayOf(context, contact.personId),
      opportunities: contact.companyKey ? there.map((one) => ({ ...one, stage: one.stage as Stage })) : [],
      log: await logWhere(context, { contactId: id }),
    };
  },
});

/** Named outright: in the fields of a select from one table, columns lose their table, and an inner one would be meant. */
const outer = sql.identifier("search_contacts");

/** Whom to turn to next, each with the reasons. */
export const suggestContacts = query({
  name: "job-search.whoNext",
  permission: "job-search:read",
  input: PersonOfSearch,
  example: ({ executiveId }) => ({ personId: executiveId }),
  async run(context, { personId }) {
    await assertReaches(context, "job-search:read", personId);
    const { tx, actor } = context;
    const today = await todayOf(context, personId);
    const rows = await tx
      .select({
        id: searchContacts.id,
        name: searchContacts.name,
        nameKey: searchContacts.nameKey,
        role: searchContacts.role,
        companyName: searchContacts.companyName,
        email: searchContacts.email,
        phone: searchContacts.phone,
        strength: searchContacts.strength,
        lastContactOn: searchContacts.lastContactOn,
        followUpOn: searchContacts.followUpOn,
        fit: sql<number>`coalesce((select max(${searchCompanies.fit}) from ${searchCompanies}
            where ${searchCompanies.personId} = ${outer}.person_id and ${searchCompanies.deletedAt} is null
              and ${searchCompanies.nameKey} = ${outer}.company_key and ${outer}.company_key <> ''), 0)`,
        opportunity: sql<boolean>`exists (select 1 from ${opportunities}
            where ${opportunities.personId} = ${outer}.person_id and ${opportunities.deletedAt} is null
              and ${inArray(opportunities.stage, [...openStages])}
              and ${opportunities.companyKey} = ${outer}.company_key and ${outer}.company_key <> '')`,
      })
      .from(searchContacts)
      .where(and(eq(searchContacts.personId, personId), visibleContacts(actor)));
    const byId = new Map(rows.map((row) => [row.id, row]));
    return whoNext(rows, today)
      .slice(0, suggestedAtOnce)
      .map(({ id, reasons }) => {
        const { name, role, companyName, email, phone } = byId.get(id)!;
        return { id, name, role, companyName, email, phone, reasons };
      });
  },
});

/** One company in view, with whom one knows there and what one goes for there. */
export const oneCompany = query({
  name: "job-search.company",
  permission: "job-search:read",
  input: RecordId,
  example: ({ searchCompanyId }) => ({ id: searchCompanyId }),
  async run({ tx, actor }, { id }) {
    const [company] = await tx
      .select()
      .from(searchCompanies)
      .where(
        and(
          eq(searchCompanies.id, id),
          isNull(searchCompanies.deletedAt),
          reachesSearch(actor, searchCompanies.personId),
        ),
      );
    if (!company) throw notFound("this company");
    const contacts = await tx
      .select({
        id: searchContacts.id,
        name: searchContacts.name,
        role: searchContacts.role,
        strength: searchContacts.strength,
        lastContactOn: searchContacts.lastContactOn,
      })
      .from(searchContacts)
      .where(
        and(
          eq(searchContacts.personId, company.personId),
          eq(searchContacts.companyKey, company.nameKey),
          visibleContacts(actor),
        ),
      )
      .orderBy(desc(searchContacts.strength), asc(searchContacts.nameKey))
      .limit(200);
    const there = await tx
      .select({ id: opportunities.id, title: opportunities.title, stage: opportunities.stage })
      .from(opportunities)
      .where(
        and(
          eq(opportunities.personId, company.personId),
          eq(opportunities.companyKey, company.nameKey),
          isNull(opportunities.deletedAt),
        ),
      )
      .orderBy(desc(opportunities.stageSince));
    return { ...company, contacts, opportunities: there.map((one) => ({ ...one, stage: one.stage as Stage })) };
  },
});

/** Contacts to choose from where an entry is written: those one is in touch with first. */
export const contactChoices = query({
  name: "job-search.contactChoices",
  permission: "job-search:read",
  input: PersonOfSearch,
  example: ({ executiveId }) => ({ personId: executiveId }),
  async run(context, { personId }) {
    await assertReaches(context, "job-search:read", personId);
    return context.tx
      .select({ id: searchContacts.id, name: searchContacts.name, companyName: searchContacts.companyName })
      .from(searchContacts)
      .where(
        and(
          eq(searchContacts.personId, personId),
          visibleContacts(context.actor),
          or(gt(searchContacts.strength, 1), sql`${searchContacts.lastContactOn} is not null`),
        ),
      )
      .orderBy(asc(searchContacts.nameKey))
      .limit(200);
  },
});
