import "server-only";
import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { fromIdentity } from "@/db/across";
import type { Transaction } from "@/db/client";
import { memberships } from "@/db/schema/identity";
import { organisations } from "@/db/schema/organisations";
import { people, roleAssignments, roles, teamMembers } from "@/db/schema/people";
import type { PersonActor } from "@/lib/platform/actor";
import { env } from "@/lib/platform/env";
import { organisationColumns, type OrganisationFacts } from "@/lib/platform/organisation";
import { combineGrants } from "@/lib/platform/permissions";
import { notFound } from "@/lib/platform/refusal";

/** In a demo everybody plays every part, and mail stays in the mailbox: all may look into it and answer. */
const inDemo = { "mailbox:read": ["all"], "mailbox:write": ["all"] };

/** Where somebody is asked for of whom no session is at work. */
export const noSession = "00000000-0000-0000-0000-000000000000";

/** Which person an account is in an organisation. */
export interface Membership {
  organisation: OrganisationFacts;
  personId: string;
}

/**
 * Who a signed-in account is in an organisation, with what they may do, resolved per request. No membership, an ended one
 * or a deactivated person looks like an organisation that does not exist.
 */
export async function personActor(session: { id: string; userId: string }, slug: string): Promise<PersonActor> {
  return fromIdentity(
    async (tx) => {
      const [membership] = await tx
        .select({ organisation: organisationColumns, personId: memberships.personId })
        .from(memberships)
        .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
        .where(and(eq(organisations.slug, slug), eq(memberships.userId, session.userId), isNull(memberships.endedAt)));
      if (!membership) throw notFound("this organisation");
      const organisation = membership.organisation as OrganisationFacts;
      return { organisation, personId: membership.personId, organisationId: organisation.id, userId: session.userId };
    },
    (tx, membership) => actorWithin(tx, session, membership),
  );
}

/** The same in a transaction that is the organisation's already, for a membership that counts. One statement. */
export async function actorWithin(
  tx: Transaction,
  session: { id: string; userId: string },
  { organisation, personId }: Membership,
): Promise<PersonActor> {
  const [person] = await tx
    // Names are spelt out in the parts: with one table the query builder leaves a column's table out.
    .select({
      name: people.name,
      status: people.status,
      deletedAt: people.deletedAt,
      locale: people.locale,
      timeZone: people.timeZone,
      photoFileId: people.photoFileId,
      held: sql<Array<{ name: string; grants: Record<string, string[]> }>>`(
        select coalesce(json_agg(json_build_object('name', held.name, 'grants', held.grants) order by held.name), '[]')
        from ${roleAssignments} given join ${roles} held on held.id = given.role_id
        where given.person_id = ${people}.id and held.deleted_at is null and given.deleted_at is null)`,
      teams: sql<string[]>`(
        select coalesce(json_agg(member.team_id), '[]')
        from ${teamMembers} member where member.person_id = ${people}.id and member.deleted_at is null)`,
    })
    .from(people)
    .where(eq(people.id, personId));
  if (!person || person.status === "deactivated" || person.deletedAt) throw notFound("this organisation");
  return {
    kind: "person",
    organisation,
    personId,
    userId: session.userId,
    sessionId: session.id,
    name: person.name,
    photoFileId: person.photoFileId,
    roleNames: person.held.map(({ name }) => name),
    grants: combineGrants([
      ...person.held.map(({ grants }) => grants),
      ...(organisation.demo && env.MAIL_TRANSPORT === "mailbox" ? [inDemo] : []),
    ]),
    teamIds: person.teams,
    locale: person.locale ?? organisation.locale,
    timeZone: person.timeZone ?? organisation.timeZone,
  };
}

/** Somebody as a reader of what is told in the background, with what they may see now; null where they have no account or left. */
export async function readerWithin(
  tx: Transaction,
  { organisation, personId }: Membership,
): Promise<PersonActor | null> {
  const [reader] = await tx
    .select({ userId: people.userId })
    .from(people)
    .where(and(eq(people.id, personId), isNull(people.deletedAt), ne(people.status, "deactivated")));
  return reader?.userId ? actorWithin(tx, { id: noSession, userId: reader.userId }, { organisation, personId }) : null;
}
