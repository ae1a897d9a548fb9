import "server-only";
import { and, asc, desc, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import { opportunities, searchCompanies, searchContacts } from "@/db/schema/job-search";
import { logWhere } from "@/lib/job-search/queries/opportunities";
import { assertReaches, openContacts, reachesSearch, todayOf, visibleContacts } from "@/lib/job-search/reach";
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
    const targets = tx
      .select({ key: opportunities.companyKey })
      .from(opportunities)
      .where(
        and(
          eq(opportunities.personId, personId),
          isNull(opportunities.deletedAt),
          inArray(opportunities.stage, [...openStages]),
          ne(opportunities.companyKey, ""),
        ),
      );
    // All contacts, but only what the rules look at: somebody may know ten thousand people.
    const rows = await tx
      .select({
        id: searchContacts.id,
        nameKey: searchContacts.nameKey,
        strength: searchContacts.strength,
        lastContactOn: searchContacts.lastContactOn,
        followUpOn: searchContacts.followUpOn,
        fit: sql<number>`coalesce(${searchCompanies.fit}, 0)`,
        opportunity: sql<boolean>`${searchContacts.companyKey} in (${targets})`,
      })
      .from(searchContacts)
      .leftJoin(
        searchCompanies,
        and(
          eq(searchCompanies.personId, searchContacts.personId),
          isNull(searchCompanies.deletedAt),
          eq(searchCompanies.nameKey, searchContacts.companyKey),
        ),
      )
      .where(and(eq(searchContacts.personId, personId), openContacts(actor)));
    const best = whoNext(rows, today).slice(0, suggestedAtOnce);
    if (best.length === 0) return [];
    const known = await tx
      .select({
        id: searchContacts.id,
        name: searchContacts.name,
        role: searchContacts.role,
        companyName: searchContacts.companyName,
        email: searchContacts.email,
        phone: searchContacts.phone,
      })
      .from(searchContacts)
      .where(
        inArray(
          searchContacts.id,
          best.map(({ id }) => id),
        ),
      );
    return best.map(({ id, reasons }) => ({ ...known.find((one) => one.id === id)!, reasons }));
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

/** As many as one still finds somebody in. */
const mostChoices = 200;

/**
 * Contacts to choose from where an entry is written, by name: of many those to whom one promised to come back, spoke lately, added
 * just now or knows best. An entry about anybody else is written on their own page.
 */
export const contactChoices = query({
  name: "job-search.contactChoices",
  permission: "job-search:read",
  input: PersonOfSearch,
  example: ({ executiveId }) => ({ personId: executiveId }),
  async run(context, { personId }) {
    await assertReaches(context, "job-search:read", personId);
    const chosen = context.tx
      .select({
        id: searchContacts.id,
        name: searchContacts.name,
        nameKey: searchContacts.nameKey,
        companyName: searchContacts.companyName,
      })
      .from(searchContacts)
      .where(and(eq(searchContacts.personId, personId), openContacts(context.actor)))
      .orderBy(
        sql`${searchContacts.followUpOn} is null`,
        // Not those that a network's file brought all at once.
        sql`greatest(${searchContacts.lastContactOn}, case when ${searchContacts.connectedOn} is null
          then ${searchContacts.createdAt}::date end) desc nulls last`,
        desc(searchContacts.strength),
        asc(searchContacts.id),
      )
      .limit(mostChoices)
      .as("chosen");
    return context.tx
      .select({ id: chosen.id, name: chosen.name, companyName: chosen.companyName })
      .from(chosen)
      .orderBy(asc(chosen.nameKey));
  },
});
