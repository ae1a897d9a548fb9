import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { acrossIdentity } from "@/db/across";
import { transaction } from "@/db/client";
import { memberships } from "@/db/schema/identity";
import { people, roleAssignments, roles, teamMembers } from "@/db/schema/people";
import type { PersonActor } from "@/lib/platform/actor";
import { env } from "@/lib/platform/env";
import { organisationBySlug } from "@/lib/platform/organisation";
import { combineGrants } from "@/lib/platform/permissions";
import { notFound } from "@/lib/platform/refusal";

/** In a demo everybody plays every part, and mail stays in the mailbox: all may look into it and answer. */
const inDemo = { "mailbox:read": ["all"], "mailbox:write": ["all"] };

/**
 * Who a signed-in account is in an organisation, with what they may do, resolved per request. No membership, an ended one
 * or a deactivated person looks like an organisation that does not exist.
 */
export async function personActor(session: { id: string; userId: string }, slug: string): Promise<PersonActor> {
  const entry = await acrossIdentity(async (tx) => {
    const organisation = await organisationBySlug(tx, slug);
    if (!organisation) return null;
    const [membership] = await tx
      .select({ personId: memberships.personId })
      .from(memberships)
      .where(
        and(
          eq(memberships.organisationId, organisation.id),
          eq(memberships.userId, session.userId),
          isNull(memberships.endedAt),
        ),
      );
    return membership ? { organisation, personId: membership.personId } : null;
  });
  if (!entry) throw notFound("this organisation");
  const { organisation, personId } = entry;
  return transaction({ organisationId: organisation.id, userId: session.userId, readOnly: true }, async (tx) => {
    const [person] = await tx.select().from(people).where(eq(people.id, personId));
    if (!person || person.status === "deactivated" || person.deletedAt) throw notFound("this organisation");
    const held = await tx
      .select({ grants: roles.grants })
      .from(roleAssignments)
      .innerJoin(roles, eq(roles.id, roleAssignments.roleId))
      .where(and(eq(roleAssignments.personId, personId), isNull(roles.deletedAt), isNull(roleAssignments.deletedAt)));
    const teams = await tx
      .select({ teamId: teamMembers.teamId })
      .from(teamMembers)
      .where(and(eq(teamMembers.personId, personId), isNull(teamMembers.deletedAt)));
    return {
      kind: "person",
      organisation,
      personId,
      userId: session.userId,
      sessionId: session.id,
      name: person.name,
      grants: combineGrants([
        ...held.map(({ grants }) => grants),
        ...(organisation.demo && env.MAIL_TRANSPORT === "mailbox" ? [inDemo] : []),
      ]),
      teamIds: teams.map(({ teamId }) => teamId),
      locale: person.locale ?? organisation.locale,
      timeZone: person.timeZone ?? organisation.timeZone,
    };
  });
}
