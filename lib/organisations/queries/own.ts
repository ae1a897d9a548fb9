import "server-only";
import { and, asc, eq, isNull } from "drizzle-orm";
import { cache } from "react";
import { acrossIdentity } from "@/db/across";
import { memberships } from "@/db/schema/identity";
import { organisations } from "@/db/schema/organisations";

export interface OwnOrganisation {
  id: string;
  slug: string;
  name: string;
}

/** The organisations that an account may enter, by name. */
export const ownOrganisations = cache((userId: string): Promise<OwnOrganisation[]> =>
  acrossIdentity((tx) =>
    tx
      .select({ id: organisations.id, slug: organisations.slug, name: organisations.name })
      .from(memberships)
      .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
      .where(and(eq(memberships.userId, userId), isNull(memberships.endedAt)))
      .orderBy(asc(organisations.name), asc(organisations.id)),
  ),
);
