import "server-only";
import { eq } from "drizzle-orm";
import { transaction } from "@/db/client";
import { people } from "@/db/schema/people";
import { noSession, personActor } from "@/lib/identity/person-actor";
import type { PersonActor } from "@/lib/platform/actor";
import { organisationOfTransaction } from "@/lib/platform/organisation";
import { notFound } from "@/lib/platform/refusal";

/**
 * The person for whom a file is made in the background, with what they may see now, not what they might when they asked.
 * Refused when they have left meanwhile.
 */
export async function readerOf(organisationId: string, personId: string): Promise<PersonActor> {
  const { slug, userId } = await transaction({ organisationId, readOnly: true }, async (tx) => {
    const [person] = await tx.select({ userId: people.userId }).from(people).where(eq(people.id, personId));
    return { slug: (await organisationOfTransaction(tx)).slug, userId: person?.userId };
  });
  if (!userId) throw notFound("this person");
  return personActor({ id: noSession, userId }, slug);
}
