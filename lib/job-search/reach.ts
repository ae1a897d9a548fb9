import "server-only";
import { and, eq, isNull, or, sql, type SQL } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { Transaction } from "@/db/client";
import { opportunities, outreach, searchContacts } from "@/db/schema/job-search";
import { people } from "@/db/schema/people";
import { personIdOf, type OrganisationActor } from "@/lib/platform/actor";
import type { QueryContext } from "@/lib/platform/operation";
import type { OrganisationFacts } from "@/lib/platform/organisation";
import type { Permission } from "@/lib/platform/permissions";
import { notFound } from "@/lib/platform/refusal";
import { civilDate } from "@/lib/platform/civil-dates";
import { mayReach, reachesPerson } from "@/lib/resumes/visibility";

/** Whose search an actor sees: the own one, and those of the executives whom the actor looks after. Never a sponsor. */
export const reachesSearch = (
  actor: OrganisationActor,
  personId: AnyPgColumn | SQL,
  permission: Permission = "job-search:read",
): SQL => reachesPerson(actor, permission, personId);

/** Contacts that the actor sees: a private one is the person's alone. */
export const visibleContacts = (actor: OrganisationActor): SQL =>
  and(reachesSearch(actor, searchContacts.personId), openContacts(actor))!;

/** Contacts of a search that the actor is known to see: all but those that are kept from them. */
export function openContacts(actor: OrganisationActor): SQL {
  const own = personIdOf(actor);
  const open = or(
    eq(searchContacts.private, false),
    own ? eq(searchContacts.personId, own) : actor.kind === "system" ? sql`true` : undefined,
  );
  return and(open, isNull(searchContacts.deletedAt))!;
}

/**
 * Entries that the actor sees of the log of a search that they are known to see: what was said with a private contact is as private.
 * Looked up by the contact's id, so that it costs the same with ten contacts and with ten thousand.
 */
export const visibleEntries = (actor: OrganisationActor): SQL =>
  sql`(${outreach.contactId} is null or exists (select 1 from ${searchContacts}
      where ${searchContacts.id} = ${outreach.contactId} and ${searchContacts.personId} = ${outreach.personId}
        and ${openContacts(actor)}))`;

/**
 * Promises of a search that are open and that the actor sees. One about somebody, or about an opportunity, that was taken away asks
 * nothing any more.
 */
export const openPromises = (actor: OrganisationActor): SQL =>
  and(
    isNull(outreach.deletedAt),
    isNull(outreach.followUpDoneAt),
    visibleEntries(actor),
    sql`(${outreach.contactId} is not null or exists (select 1 from ${opportunities}
      where ${opportunities.id} = ${outreach.opportunityId} and ${opportunities.deletedAt} is null))`,
  )!;

/** Refuses as not found what is not this actor's to see or to change. */
export async function assertReaches(
  { tx, actor }: Pick<QueryContext, "tx" | "actor">,
  permission: Permission,
  personId: string,
  what = "this search",
): Promise<void> {
  const [person] = await tx.select({ id: people.id }).from(people).where(eq(people.id, personId));
  if (!person || !(await mayReach(tx, actor, permission, personId))) throw notFound(what);
}

/** The zone in which a person's days begin. */
export async function zoneOf(tx: Transaction, organisation: OrganisationFacts, personId: string): Promise<string> {
  const [person] = await tx.select({ timeZone: people.timeZone }).from(people).where(eq(people.id, personId));
  return person?.timeZone ?? organisation.timeZone;
}

/** The person's own today. */
export const todayOf = async ({ tx, organisation, now }: QueryContext, personId: string): Promise<string> =>
  civilDate(now, await zoneOf(tx, organisation, personId));
