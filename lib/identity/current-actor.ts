import "server-only";
import { redirect } from "next/navigation";
import { cache } from "react";
import { currentSession } from "@/lib/identity/current-session";
import { personActor } from "@/lib/identity/person-actor";
import type { PersonActor } from "@/lib/platform/actor";

/**
 * The signed-in person as an actor of the organisation in the address. Nobody signed in leads to the sign-in page; no
 * membership looks like an organisation that does not exist.
 */
export const currentActor = cache(async (slug: string): Promise<PersonActor> => {
  const session = await currentSession();
  if (!session) redirect(`/sign-in?next=/${encodeURIComponent(slug)}`);
  return personActor(session, slug);
});
