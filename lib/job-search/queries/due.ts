import "server-only";
import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { opportunities, outreach, searchContacts } from "@/db/schema/job-search";
import { assertReaches, openPromises, todayOf } from "@/lib/job-search/reach";
import { openStages, type Stage } from "@/lib/job-search/rules/stages";
import { PersonOfSearch } from "@/lib/job-search/schemas";
import { query } from "@/lib/platform/operation";

/** How many of each a home needs at most: it shows one, and a few below it. */
const atMost = 5;

/**
 * What of a search has a day: offers on the table, next actions (at most five, the earliest first), and promises to write again whose day
 * has come. An offer is none of the actions, whatever day it bears.
 */
export const searchDue = query({
  name: "job-search.due",
  permission: "job-search:read",
  input: PersonOfSearch,
  example: ({ executiveId }) => ({ personId: executiveId }),
  async run(context, { personId }) {
    await assertReaches(context, "job-search:read", personId);
    const { tx, actor } = context;
    const today = await todayOf(context, personId);
    const dated = (stages: readonly Stage[], withDay: boolean) =>
      tx
        .select({
          id: opportunities.id,
          title: opportunities.title,
          companyName: opportunities.companyName,
          nextAction: opportunities.nextAction,
          nextActionOn: opportunities.nextActionOn,
        })
        .from(opportunities)
        .where(
          and(
            eq(opportunities.personId, personId),
            isNull(opportunities.deletedAt),
            inArray(opportunities.stage, [...stages]),
            withDay ? sql`${opportunities.nextActionOn} is not null` : undefined,
          ),
        )
        .orderBy(sql`${opportunities.nextActionOn} asc nulls last`, asc(opportunities.id))
        .limit(atMost);
    return {
      today,
      offers: await dated(["offer"], false),
      actions: await dated(
        openStages.filter((stage) => stage !== "offer"),
        true,
      ),
      followUps: await tx
        .select({
          id: outreach.id,
          on: sql<string>`${outreach.followUpOn}`,
          name: sql<string>`coalesce(${searchContacts.name}, ${opportunities.companyName})`,
          /** Below the search: where it is answered. */
          place: sql<string>`case when ${outreach.contactId} is not null then 'contact/' || ${outreach.contactId}::text
            else 'opportunity/' || ${outreach.opportunityId}::text end`,
        })
        .from(outreach)
        .leftJoin(searchContacts, eq(searchContacts.id, outreach.contactId))
        .leftJoin(opportunities, eq(opportunities.id, outreach.opportunityId))
        .where(and(eq(outreach.personId, personId), sql`${outreach.followUpOn} <= ${today}`, openPromises(actor)))
        .orderBy(asc(outreach.followUpOn), asc(outreach.id))
        .limit(atMost),
    };
  },
});
