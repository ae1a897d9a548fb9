import "server-only";
import { and, asc, eq, gte, isNull, sql } from "drizzle-orm";
import { opportunityMoves, opportunities, outreach, searchWeeks } from "@/db/schema/job-search";
import { logWhere } from "@/lib/job-search/queries/opportunities";
import { assertReaches, zoneOf } from "@/lib/job-search/reach";
import { doneIn, mondayOf, weeksOn, type WeekFigures } from "@/lib/job-search/rules/weeks";
import { WeekInput } from "@/lib/job-search/schemas";
import { query, type QueryContext } from "@/lib/platform/operation";
import { civilDate } from "@/lib/platform/civil-dates";

/** How many weeks back are shown, this one included. */
const weeksShown = 8;

export interface WeekRow {
  monday: string;
  /** Null where nothing was planned. */
  planned: WeekFigures | null;
  done: WeekFigures;
}

/** The person's weeks, this one first: what was planned, and what was done, counted from the log. */
export const searchWeeksOf = query({
  name: "job-search.weeks",
  permission: "job-search:read",
  input: WeekInput,
  example: ({ executiveId }) => ({ personId: executiveId }),
  async run(context, { personId }) {
    await assertReaches(context, "job-search:read", personId);
    const zone = await zoneOf(context.tx, context.organisation, personId);
    const today = civilDate(context.now, zone);
    const weeks = await weeksFrom(context, personId, zone, weeksOn(mondayOf(today), 1 - weeksShown));
    return { today, weeks, log: await logWhere(context, { personId }, 30) };
  },
});

/** The weeks from a Monday to now, the latest first; of a person who is known to be visible. */
export async function weeksFrom(
  { tx, now }: Pick<QueryContext, "tx" | "now">,
  personId: string,
  zone: string,
  first: string,
): Promise<WeekRow[]> {
  const planned = await tx
    .select()
    .from(searchWeeks)
    .where(and(eq(searchWeeks.personId, personId), gte(searchWeeks.monday, first)));
  const reached = await tx
    .select({ id: outreach.id, on: outreach.on, kind: outreach.kind, contactId: outreach.contactId })
    .from(outreach)
    .where(and(eq(outreach.personId, personId), gte(outreach.on, first), isNull(outreach.deletedAt)))
    .orderBy(asc(outreach.on));
  const applied = await tx
    // Moved there and back and there again is one application: the first counts, however long ago.
    .select({ at: sql<Date>`min(${opportunityMoves.at})`.mapWith(opportunityMoves.at) })
    .from(opportunityMoves)
    .innerJoin(opportunities, eq(opportunities.id, opportunityMoves.opportunityId))
    .where(
      and(
        eq(opportunityMoves.personId, personId),
        eq(opportunityMoves.toStage, "applied"),
        isNull(opportunities.deletedAt),
      ),
    )
    .groupBy(opportunityMoves.opportunityId)
    .having(sql`min(${opportunityMoves.at}) >= ${first}::date - 1`);
  const appliedOn = applied.map(({ at }) => civilDate(at, zone));
  const weeks: WeekRow[] = [];
  for (let monday = mondayOf(civilDate(now, zone)); monday >= first; monday = weeksOn(monday, -1)) {
    const plan = planned.find((week) => week.monday === monday);
    weeks.push({
      monday,
      planned: plan
        ? { contacts: plan.contacts, applications: plan.applications, conversations: plan.conversations }
        : null,
      done: doneIn(monday, reached, appliedOn),
    });
  }
  return weeks;
}
