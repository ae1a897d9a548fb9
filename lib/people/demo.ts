import "server-only";
import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import { z } from "zod";
import { acrossIdentity } from "@/db/across";
import { transaction } from "@/db/client";
import { memberships } from "@/db/schema/identity";
import { organisations } from "@/db/schema/organisations";
import { people, roleAssignments, roles } from "@/db/schema/people";
import type { SignedIn } from "@/lib/identity/commands/sign-in";
import { openSession } from "@/lib/identity/sessions";
import { env } from "@/lib/platform/env";
import { installationCommand } from "@/lib/platform/operation";
import { notFound } from "@/lib/platform/refusal";

export interface DemoDesk {
  personId: string;
  name: string;
  roleKey: string;
  roleName: string;
}

export interface DemoOrganisation {
  slug: string;
  name: string;
  desks: DemoDesk[];
}

/** The demo organisations with one desk for each role: the person made first for it. Empty outside of demo mode. */
export async function demoOrganisations(): Promise<DemoOrganisation[]> {
  if (!env.LANDFALL_DEMO) return [];
  const demos = await acrossIdentity((tx) =>
    tx
      .select({ id: organisations.id, slug: organisations.slug, name: organisations.name })
      .from(organisations)
      .where(and(eq(organisations.demo, true), isNull(organisations.suspendedAt)))
      .orderBy(asc(organisations.createdAt), asc(organisations.id)),
  );
  return Promise.all(demos.map(async ({ id, slug, name }) => ({ slug, name, desks: await desksOf(id) })));
}

function desksOf(organisationId: string): Promise<DemoDesk[]> {
  return transaction({ organisationId, readOnly: true }, async (tx) => {
    const rows = await tx
      .selectDistinctOn([roles.key], {
        personId: people.id,
        name: people.name,
        roleKey: roles.key,
        roleName: roles.name,
      })
      .from(roleAssignments)
      .innerJoin(roles, eq(roles.id, roleAssignments.roleId))
      .innerJoin(people, eq(people.id, roleAssignments.personId))
      .where(and(eq(people.status, "active"), isNotNull(people.userId), isNull(people.deletedAt)))
      .orderBy(asc(roles.key), asc(people.createdAt), asc(people.id));
    return rows;
  });
}

/** Signs in as somebody of a demo organisation, without a password. Exists in demo mode only. */
export const signInAsDemo = installationCommand({
  name: "people.signInAsDemo",
  permission: "anyone",
  input: z.strictObject({ personId: z.uuid(), userAgent: z.string().max(1000) }),
  async run({ tx, now, address, record }, { personId, userAgent }): Promise<SignedIn & { slug: string }> {
    if (!env.LANDFALL_DEMO) throw notFound("this page");
    const [desk] = await tx
      .select({ userId: memberships.userId, slug: organisations.slug })
      .from(memberships)
      .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
      .where(and(eq(memberships.personId, personId), isNull(memberships.endedAt), eq(organisations.demo, true)));
    if (!desk) throw notFound("this desk");
    const session = await openSession(tx, { userId: desk.userId, userAgent, address }, now);
    record("session", null, session);
    return { userId: desk.userId, sessionId: session.id, slug: desk.slug };
  },
});
