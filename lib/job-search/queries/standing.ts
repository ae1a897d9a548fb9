import "server-only";
import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { opportunities, outreach } from "@/db/schema/job-search";
import { people } from "@/db/schema/people";
import { programmes } from "@/db/schema/programmes";
import { assertReaches, todayOf, openPromises } from "@/lib/job-search/reach";
import { openStages, type Stage } from "@/lib/job-search/rules/stages";
import { PersonOfSearch } from "@/lib/job-search/schemas";
import { personIdOf, scopesOf } from "@/lib/platform/actor";
import { query } from "@/lib/platform/operation";

/** How the search of a person stands, for homes and the head of its pages: what is open, and what is due by today. */
export const searchStanding = query({
  name: "job-search.standing",
  permission: "job-search:read",
  input: PersonOfSearch,
  example: ({ executiveId }) => ({ personId: executiveId }),
  async run(context, { personId }) {
    await assertReaches(context, "job-search:read", personId);
    const { tx, actor } = context;
    const today = await todayOf(context, personId);
    const [person] = await tx.select({ name: people.name }).from(people).where(eq(people.id, personId));
    const [programme] = await tx
      .select({ id: programmes.id })
      .from(programmes)
      .where(and(eq(programmes.executiveId, personId), isNull(programmes.deletedAt)))
      .orderBy(desc(programmes.invitedAt))
      .limit(1);
    const going = and(
      eq(opportunities.personId, personId),
      isNull(opportunities.deletedAt),
      inArray(opportunities.stage, [...openStages]),
    );
    const rows = await tx
      .select({ stage: opportunities.stage, count: sql<number>`count(*)::int` })
      .from(opportunities)
      .where(going)
      .groupBy(opportunities.stage);
    const [next] = await tx
      .select({
        id: opportunities.id,
        nextAction: opportunities.nextAction,
        nextActionOn: opportunities.nextActionOn,
        companyName: opportunities.companyName,
      })
      .from(opportunities)
      .where(and(going, sql`${opportunities.nextActionOn} is not null`))
      .orderBy(asc(opportunities.nextActionOn), asc(opportunities.id))
      .limit(1);
    const followUps = await tx.$count(
      outreach,
      and(eq(outreach.personId, personId), sql`${outreach.followUpOn} <= ${today}`, openPromises(actor)),
    );
    const mine = personId === personIdOf(actor);
    return {
      today,
      name: person?.name ?? "",
      mine,
      writes: mine && scopesOf(actor, "job-search:write").has("own"),
      programmeId: programme?.id ?? null,
      open: Object.fromEntries(rows.map(({ stage, count }) => [stage, count])) as Partial<Record<Stage, number>>,
      next: next ?? null,
      followUps,
    };
  },
});
