import type { Host, HostSession, Question } from "./question";

/** A group session that stands already, with those of the hosts who hold it. */
export interface Joinable {
  session: HostSession;
  hosts: Host[];
  placesLeft: number;
}

/**
 * The group sessions of the type that begin from one moment until another. Where all hosts are asked for, all of them hold it. One that somebody only holds
 * may yet not take place, so nobody joins it.
 */
export function joinablesOf({ hosts, type, mode }: Question, from: number, to: number): Joinable[] {
  const found = new Map<string, Joinable>();
  for (const host of hosts)
    for (const session of host.sessions) {
      if (session.typeId !== type.id || session.capacity < 2 || session.heldUntil != null) continue;
      const at = session.startsAt.getTime();
      if (at < from || at >= to) continue;
      const known = found.get(session.id);
      if (known) known.hosts.push(host);
      else found.set(session.id, { session, hosts: [host], placesLeft: Math.max(0, session.capacity - session.taken) });
    }
  return [...found.values()].filter((joinable) => mode === "any" || joinable.hosts.length === hosts.length);
}
