import "server-only";
import { currentSession } from "@/lib/identity/current-session";
import { personActor } from "@/lib/identity/person-actor";
import type { PersonActor } from "@/lib/platform/actor";
import { Refusal } from "@/lib/platform/refusal";

/** The signed-in person for a route handler: refused where a page would lead to the sign-in, because a program reads the answer. */
export async function apiActor(slug: string): Promise<PersonActor> {
  const session = await currentSession();
  if (!session) throw new Refusal("unauthenticated", "Your session has ended. Sign in again, then repeat this.");
  return personActor(session, slug);
}
