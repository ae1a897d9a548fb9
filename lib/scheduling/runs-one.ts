import { personIdOf, scopesOf } from "@/lib/platform/actor";
import type { QueryContext } from "@/lib/platform/operation";

interface Held {
  capacity: number;
  hosts: readonly { id: string }[];
  attendees: readonly { id: string }[];
}

/**
 * Whether the actor runs a session that they see rather than takes part in it: who holds it, who looks after the one executive of a conversation, or who looks
 * after all there is. The commands ask for themselves.
 */
export function runsOne({ actor }: Pick<QueryContext, "actor">, { capacity, hosts, attendees }: Held): boolean {
  const self = personIdOf(actor);
  const scopes = scopesOf(actor, "sessions:write");
  if (scopes.size === 0 || attendees.some(({ id }) => id === self)) return false;
  return scopes.has("all") || hosts.some(({ id }) => id === self) || (capacity === 1 && scopes.has("caseload"));
}
