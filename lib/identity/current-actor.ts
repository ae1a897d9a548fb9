import "server-only";
import { and, asc, eq, isNull } from "drizzle-orm";
import { redirect } from "next/navigation";
import { after } from "next/server";
import { cache } from "react";
import { fromIdentity, type Owner } from "@/db/across";
import { transaction, type Transaction } from "@/db/client";
import { memberships, sessions, users } from "@/db/schema/identity";
import { organisations } from "@/db/schema/organisations";
import { namedSession, type NamedSession } from "@/lib/identity/named-session";
import { actorWithin, type Membership } from "@/lib/identity/person-actor";
import { liveSession, sessionColumns, touchSession, type CurrentSession } from "@/lib/identity/read-session";
import { isWorthTouching } from "@/lib/identity/session-rules";
import type { PersonActor } from "@/lib/platform/actor";
import { now as clock } from "@/lib/platform/clock";
import { organisationColumns, type OrganisationFacts } from "@/lib/platform/organisation";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { taking } from "@/lib/platform/turns";

/** Whoever opened a page of an organisation, and the one read-only transaction in which the page and its frame read. */
export interface Visit {
  actor: PersonActor;
  session: CurrentSession;
  /** The organisations that the account may enter, by name. */
  organisations: OrganisationFacts[];
  tx: Transaction;
}

/**
 * Reads in the organisation of an address, as the signed-in person. Everybody who asks during one request takes turns in one
 * transaction: it finds who this is, and goes on as the organisation's. Nobody signed in leads to the sign-in page; no membership
 * looks like an organisation that does not exist.
 */
export async function visiting<Output>(slug: string, work: (visit: Visit) => Promise<Output>): Promise<Output> {
  try {
    return await visitOf(slug)(work);
  } catch (error) {
    if (error instanceof NobodySignedIn) redirect(`/sign-in?next=/${encodeURIComponent(slug)}`);
    throw error;
  }
}

/** The signed-in person as an actor of the organisation in the address. */
export const currentActor = cache((slug: string): Promise<PersonActor> =>
  visiting(slug, ({ actor }) => Promise.resolve(actor)),
);

/** The same where it may be anybody: null when nobody is signed in, or not as somebody of this organisation. */
export async function actorIfAny(slug: string): Promise<PersonActor | null> {
  try {
    return await visitOf(slug)(({ actor }) => Promise.resolve(actor));
  } catch (error) {
    if (error instanceof NobodySignedIn || error instanceof Refusal) return null;
    throw error;
  }
}

class NobodySignedIn extends Error {}

const visitOf = cache((slug: string) => {
  let known: Omit<Visit, "tx"> | undefined;
  return taking<Visit>(async (work) => {
    const visitor = known;
    if (visitor) {
      const { organisation, userId } = visitor.actor;
      const settings = { organisationId: organisation.id, userId, readOnly: true };
      return transaction(settings, (tx) => work({ ...visitor, tx }));
    }
    const named = await namedSession();
    if (!named) throw new NobodySignedIn();
    return fromIdentity(
      (tx) => entering(tx, named, slug),
      async (tx, { session, membership, own }) => {
        known = { actor: await actorWithin(tx, session, membership), session, organisations: own };
        await work({ ...known, tx });
      },
    );
  });
});

interface Entering extends Owner {
  session: CurrentSession;
  membership: Membership;
  own: OrganisationFacts[];
}

/** Session, account and memberships in one statement, in the identity role. */
async function entering(tx: Transaction, { sessionId, userId }: NamedSession, slug: string): Promise<Entering> {
  const now = clock();
  const rows = await tx
    .select({ ...sessionColumns, organisation: organisationColumns, personId: memberships.personId })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .leftJoin(memberships, and(eq(memberships.userId, users.id), isNull(memberships.endedAt)))
    .leftJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(eq(sessions.id, sessionId))
    .orderBy(asc(organisations.name), asc(organisations.id));
  const [first] = rows;
  const session = liveSession(first, userId, now);
  if (!first || !session) throw new NobodySignedIn();
  if (isWorthTouching(first.session, now)) after(() => touchSession(sessionId, now));
  const own = rows.flatMap(({ organisation, personId }) =>
    organisation && personId ? [{ organisation: organisation as OrganisationFacts, personId }] : [],
  );
  const membership = own.find(({ organisation }) => organisation.slug === slug);
  if (!membership) throw notFound("this organisation");
  return {
    organisationId: membership.organisation.id,
    userId,
    session,
    membership,
    own: own.map(({ organisation }) => organisation),
  };
}
