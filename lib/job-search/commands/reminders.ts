import "server-only";
import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { opportunities, outreach, searchContacts } from "@/db/schema/job-search";
import { people } from "@/db/schema/people";
import { programmes } from "@/db/schema/programmes";
import { openPromises } from "@/lib/job-search/reach";
import { openStages } from "@/lib/job-search/rules/stages";
import { doneIn, weeksOn, type WeekFigures } from "@/lib/job-search/rules/weeks";
import { weeksFrom } from "@/lib/job-search/queries/weeks";
import { notify } from "@/lib/notifications/notify";
import { command, type CommandContext } from "@/lib/platform/operation";
import { civilDate } from "@/lib/platform/civil-dates";

const atOnce = 200;

/** The hour of a person's own Monday at which the week's mail goes out. */
const digestHour = 8;

const nothing = z.strictObject({});
const running = sql`exists (select 1 from ${programmes} where ${programmes.executiveId} = ${people.id}
  and ${programmes.state} in ('intake', 'active') and ${programmes.deletedAt} is null)`;

/** Brings to mind what people promised for today or before, and the next actions of their opportunities; each once. */
export const remindOfSearch = command({
  name: "job-search.remind",
  permission: "job-search:write",
  input: nothing,
  example: () => ({}),
  async run(context) {
    const promises = await remindOfPromises(context);
    const actions = await remindOfActions(context);
    return { reminded: promises + actions, more: promises === atOnce || actions === atOnce };
  },
});

/**
 * The week's mail: next step, what is due this week, what was done last week. For each executive whose own Monday morning it
 * is; once a week; nothing to those of whom there is nothing to say.
 */
export const sendWeekly = command({
  name: "job-search.sendWeekly",
  permission: "job-search:write",
  audit: { none: "Changes nothing of a search; the notification and the mail have ledgers of their own." },
  input: nothing,
  example: () => ({}),
  async run(context) {
    const { tx, now, organisation } = context;
    const local = sql`(${now.toISOString()}::timestamptz at time zone coalesce(${people.timeZone}, ${organisation.timeZone}))`;
    const readers = await tx
      .select({
        id: people.id,
        timeZone: people.timeZone,
        nextStep: programmes.nextStep,
      })
      .from(programmes)
      .innerJoin(people, eq(people.id, programmes.executiveId))
      .where(
        and(
          inArray(programmes.state, ["intake", "active"]),
          isNull(programmes.deletedAt),
          sql`extract(isodow from ${local}) = 1 and extract(hour from ${local}) = ${digestHour}`,
        ),
      )
      .orderBy(asc(people.id));
    let told = 0;
    for (const { id, timeZone, nextStep } of readers) {
      const zone = timeZone ?? organisation.timeZone;
      const monday = civilDate(now, zone);
      const sunday = weeksOn(monday, 1);
      const followUps = await tx.$count(
        outreach,
        and(eq(outreach.personId, id), sql`${outreach.followUpOn} < ${sunday}`, openPromises(context.actor)),
      );
      const actions = await tx.$count(
        opportunities,
        and(
          eq(opportunities.personId, id),
          isNull(opportunities.deletedAt),
          inArray(opportunities.stage, [...openStages]),
          sql`${opportunities.nextActionOn} < ${sunday}`,
        ),
      );
      const last = (await weeksFrom(context, id, zone, weeksOn(monday, -1))).at(-1)?.done ?? doneIn(monday, [], []);
      if (!nextStep && followUps + actions + doneSum(last) === 0) continue;
      const figures = { ...last, followUps, actions };
      await notify(context, {
        personIds: [id],
        kind: "job-search.weekly",
        data: { step: nextStep ?? "", ...figures },
        href: `/job-search/${id}/week`,
        dedupeKey: `weekly/${id}/${monday}`,
        mail: () => ({
          template: "weekly",
          variables: { step: nextStep ?? "", ...figures, href: `/${organisation.slug}/job-search/${id}/week` },
        }),
      });
      told += 1;
    }
    return { told };
  },
});

const doneSum = ({ contacts, applications, conversations }: WeekFigures): number =>
  contacts + applications + conversations;

const localToday = ({ now, organisation }: CommandContext) =>
  sql`(${now.toISOString()}::timestamptz at time zone coalesce(${people.timeZone}, ${organisation.timeZone}))::date`;

async function remindOfPromises(context: CommandContext): Promise<number> {
  const { tx, record } = context;
  const due = await tx
    .select({
      entry: outreach,
      name: sql<string>`coalesce(${searchContacts.name}, ${opportunities.companyName}, '')`,
      today: sql<string>`${localToday(context)}::text`,
    })
    .from(outreach)
    .innerJoin(people, eq(people.id, outreach.personId))
    .leftJoin(searchContacts, eq(searchContacts.id, outreach.contactId))
    .leftJoin(opportunities, eq(opportunities.id, outreach.opportunityId))
    .where(
      and(
        openPromises(context.actor),
        isNull(outreach.remindedOn),
        sql`${outreach.followUpOn} <= ${localToday(context)}`,
        running,
      ),
    )
    .orderBy(asc(outreach.followUpOn), asc(outreach.id))
    .limit(atOnce)
    .for("update", { of: outreach, skipLocked: true });
  for (const { entry, name, today } of due) {
    await notify(context, {
      personIds: [entry.personId],
      kind: "job-search.follow-up",
      data: { name },
      href: entry.contactId
        ? `/job-search/contact/${entry.contactId}`
        : `/job-search/opportunity/${entry.opportunityId}`,
      dedupeKey: `follow-up/${entry.id}/${entry.followUpOn}`,
    });
    await tx.update(outreach).set({ remindedOn: today }).where(eq(outreach.id, entry.id));
    record("outreach", entry, { ...entry, remindedOn: today });
  }
  return due.length;
}

async function remindOfActions(context: CommandContext): Promise<number> {
  const { tx, record } = context;
  const due = await tx
    .select({ opportunity: opportunities, today: sql<string>`${localToday(context)}::text` })
    .from(opportunities)
    .innerJoin(people, eq(people.id, opportunities.personId))
    .where(
      and(
        isNull(opportunities.deletedAt),
        isNull(opportunities.remindedOn),
        inArray(opportunities.stage, [...openStages]),
        sql`${opportunities.nextActionOn} <= ${localToday(context)}`,
        running,
      ),
    )
    .orderBy(asc(opportunities.nextActionOn), asc(opportunities.id))
    .limit(atOnce)
    .for("update", { of: opportunities, skipLocked: true });
  for (const { opportunity, today } of due) {
    await notify(context, {
      personIds: [opportunity.personId],
      kind: "job-search.next-action",
      data: { action: opportunity.nextAction, company: opportunity.companyName },
      href: `/job-search/opportunity/${opportunity.id}`,
      dedupeKey: `next-action/${opportunity.id}/${opportunity.nextActionOn}`,
    });
    await tx.update(opportunities).set({ remindedOn: today }).where(eq(opportunities.id, opportunity.id));
    record("opportunity", opportunity, { ...opportunity, remindedOn: today });
  }
  return due.length;
}
