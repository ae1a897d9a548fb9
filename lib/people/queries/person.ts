import "server-only";
import { and, asc, count, eq, isNull, or, sql } from "drizzle-orm";
import { identityWithin } from "@/db/across";
import { links } from "@/db/schema/identity";
import { people, roleAssignments, roles, teamMembers, teams } from "@/db/schema/people";
import { programmes } from "@/db/schema/programmes";
import { PersonId } from "@/lib/people/schemas";
import { hasOpenCheckIns, looksAfter } from "@/lib/people/looks-after";
import { visiblePeople } from "@/lib/people/visibility";
import { may } from "@/lib/platform/actor";
import { query } from "@/lib/platform/operation";
import { notFound } from "@/lib/platform/refusal";

export interface PersonRecord {
  id: string;
  version: number;
  name: string;
  calledName: string | null;
  pronouns: string | null;
  email: string | null;
  phone: string | null;
  headline: string | null;
  location: string | null;
  timeZone: string | null;
  photoFileId: string | null;
  status: string;
  createdAt: Date;
  deactivatedAt: Date | null;
  canSignIn: boolean;
  roles: Array<{ id: string; key: string; name: string }>;
  teams: Array<{ id: string; name: string; lead: boolean }>;
  /** Whether a role of theirs lets them look after programmes: what they work in matters for whom they are suggested. */
  accompanies: boolean;
  /** Two small letters each, ISO 639. */
  languages: string[];
  industries: string[];
  /** Programmes that are going on and that the person looks after. */
  caseload: number;
  /** When the open invitation ends; null when there is none, or for who does not invite. */
  invitedUntil: Date | null;
}

/** One person with their roles and teams, and what has to be handed over before they leave. */
export const onePerson = query({
  name: "people.get",
  permission: "people:read",
  input: PersonId,
  example: ({ consultantId }) => ({ personId: consultantId }),
  async run({ tx, actor, now }, { personId }): Promise<PersonRecord> {
    const [person] = await tx
      .select()
      .from(people)
      .where(and(eq(people.id, personId), isNull(people.deletedAt), visiblePeople(actor)));
    if (!person) throw notFound("this person");
    const held = await tx
      .select({ id: roles.id, key: roles.key, name: roles.name, grants: roles.grants })
      .from(roleAssignments)
      .innerJoin(roles, eq(roles.id, roleAssignments.roleId))
      .where(and(eq(roleAssignments.personId, personId), isNull(roleAssignments.deletedAt), isNull(roles.deletedAt)))
      .orderBy(asc(roles.name));
    const memberOf = await tx
      .select({ id: teams.id, name: teams.name, lead: teamMembers.lead })
      .from(teamMembers)
      .innerJoin(teams, eq(teams.id, teamMembers.teamId))
      .where(and(eq(teamMembers.personId, personId), isNull(teamMembers.deletedAt), isNull(teams.deletedAt)))
      .orderBy(asc(teams.nameKey));
    const [counted] = await tx
      .select({ caseload: count() })
      .from(programmes)
      .where(
        and(
          eq(programmes.consultantId, personId),
          isNull(programmes.deletedAt),
          or(isNull(programmes.endedAt), hasOpenCheckIns),
        ),
      );
    const invitation =
      person.status === "invited" && may(actor, "people:invite")
        ? await identityWithin(tx, () =>
            tx
              .select({ expiresAt: links.expiresAt })
              .from(links)
              .where(
                and(
                  eq(links.personId, personId),
                  eq(links.kind, "invitation"),
                  isNull(links.usedAt),
                  isNull(links.revokedAt),
                  sql`${links.expiresAt} > ${now.toISOString()}::timestamptz`,
                ),
              ),
          )
        : [];
    const { id, version, name, calledName, pronouns, email, phone, headline, location, timeZone, photoFileId } = person;
    return {
      ...{ id, version, name, calledName, pronouns, email, phone, headline, location, timeZone, photoFileId },
      status: person.status,
      createdAt: person.createdAt,
      deactivatedAt: person.deactivatedAt,
      canSignIn: person.userId !== null,
      roles: held.map(({ grants: _grants, ...role }) => role),
      accompanies: held.some(({ grants }) => looksAfter(grants)),
      ...{ languages: person.languages, industries: person.industries },
      teams: memberOf,
      caseload: counted?.caseload ?? 0,
      invitedUntil: invitation[0]?.expiresAt ?? null,
    };
  },
});
