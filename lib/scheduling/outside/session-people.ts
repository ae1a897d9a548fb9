import "server-only";
import { eq } from "drizzle-orm";
import { sessionGuests } from "@/db/schema/booking-pages";
import { people } from "@/db/schema/people";
import { sessionAttendees, sessionHosts, sessionTypes } from "@/db/schema/scheduling";
import type { QueryContext } from "@/lib/platform/operation";
import type { SessionRow } from "../load";

interface Contact {
  id: string;
  name: string;
  email: string | null;
}

interface Place extends Contact {
  programmeId: string | null;
  state: string;
  version: number;
}

/** A session with who is in it and what is brought to mind, for the mails about it. */
export interface SessionPeople {
  session: SessionRow;
  hosts: readonly Contact[];
  places: readonly Place[];
  /** Who booked it on a booking page, and is nobody's executive. */
  guest: typeof sessionGuests.$inferSelect | null;
  /** Minutes before. */
  reminders: readonly number[];
}

/** Who is in a session, as it stands now. */
export async function sessionPeople({ tx }: Pick<QueryContext, "tx">, session: SessionRow): Promise<SessionPeople> {
  const contact = { id: people.id, name: people.name, email: people.email };
  const hosts = await tx
    .select(contact)
    .from(sessionHosts)
    .innerJoin(people, eq(people.id, sessionHosts.personId))
    .where(eq(sessionHosts.sessionId, session.id))
    .orderBy(people.nameKey, people.id);
  const places = await tx
    .select({
      ...contact,
      ...{
        programmeId: sessionAttendees.programmeId,
        state: sessionAttendees.state,
        version: sessionAttendees.version,
      },
    })
    .from(sessionAttendees)
    .innerJoin(people, eq(people.id, sessionAttendees.personId))
    .where(eq(sessionAttendees.sessionId, session.id))
    .orderBy(people.nameKey, people.id);
  const [guest] = await tx.select().from(sessionGuests).where(eq(sessionGuests.sessionId, session.id));
  const [type] = await tx
    .select({ reminders: sessionTypes.reminders })
    .from(sessionTypes)
    .where(eq(sessionTypes.id, session.typeId));
  return { session, hosts, places, guest: guest ?? null, reminders: type?.reminders ?? [] };
}

/** The page of a session that a person may open: who takes part by their programme, who holds it by itself; who does so no more sees their others. */
export function hrefFor({ session, hosts, places }: SessionPeople, personId: string): string {
  const programmeId = places.find(({ id }) => id === personId)?.programmeId;
  if (programmeId) return `/programmes/${programmeId}/sessions/${session.id}`;
  return hosts.some(({ id }) => id === personId) ? `/sessions/${session.id}` : "/sessions";
}

/**
 * Which version of the invitation somebody has: it rises with each change of the session, and where they leave and come back. Calendars take nothing that is
 * older than what they have.
 */
export const sequenceFor = ({ session, places }: Pick<SessionPeople, "session" | "places">, personId: string): number =>
  session.sequence + (places.find(({ id }) => id === personId)?.version ?? 1) - 1;
