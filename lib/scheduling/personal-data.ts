import "server-only";
import { eq, inArray } from "drizzle-orm";
import { bookingLinks } from "@/db/schema/booking-pages";
import {
  hostDays,
  hostHours,
  scheduledSessions,
  sessionAttendees,
  sessionHosts,
  sessionTypeHosts,
} from "@/db/schema/scheduling";
import type { PersonalData } from "@/lib/platform/module";
import { organisationOfTransaction } from "@/lib/platform/organisation";
import { dataKeyOf, openText } from "@/lib/platform/secrets";
import { eraseGuests, guestsNamed } from "./guests/guest-data";
import { outsidePersonalData } from "./outside/personal-data";

/** All about one person in the calendar: what they took part in and answered, what they held, when they can be booked. */
export const schedulingPersonalData: PersonalData = {
  tables: [
    ...["booking_links", "host_days", "host_hours"],
    ...["session_attendees", "session_guests", "session_hosts", "session_type_hosts"],
    ...outsidePersonalData.tables,
  ],
  async export(tx, personId) {
    const key = dataKeyOf(await organisationOfTransaction(tx));
    const attended = await tx
      .select({
        place: sessionAttendees,
        title: scheduledSessions.title,
        startsAt: scheduledSessions.startsAt,
        cancelReason: scheduledSessions.cancelReason,
      })
      .from(sessionAttendees)
      .innerJoin(scheduledSessions, eq(scheduledSessions.id, sessionAttendees.sessionId))
      .where(eq(sessionAttendees.personId, personId));
    return {
      ...(await outsidePersonalData.export(tx, personId)),
      session_attendees: attended.map(({ place: { answersEncrypted, ...place }, ...session }) => ({
        ...{ ...place, ...session },
        answers:
          answersEncrypted && place.programmeId
            ? (JSON.parse(openText(key, answersEncrypted, `session-answers:${place.programmeId}`)) as unknown)
            : null,
      })),
      session_hosts: await tx.select().from(sessionHosts).where(eq(sessionHosts.personId, personId)),
      session_type_hosts: await tx.select().from(sessionTypeHosts).where(eq(sessionTypeHosts.personId, personId)),
      host_hours: await tx.select().from(hostHours).where(eq(hostHours.personId, personId)),
      booking_links: (await tx.select().from(bookingLinks).where(eq(bookingLinks.personId, personId))).map(
        ({ tokenHash: _, tokenEncrypted: __, ...link }) => link,
      ),
      session_guests: await guestsNamed(tx, personId),
      host_days: await tx.select().from(hostDays).where(eq(hostDays.personId, personId)),
    };
  },
  async erase(tx, personId) {
    // That a session was held stays in the firm's books; what the person said at booking goes.
    await tx.update(sessionAttendees).set({ answersEncrypted: null }).where(eq(sessionAttendees.personId, personId));
    const mine = tx
      .select({ id: sessionAttendees.sessionId })
      .from(sessionAttendees)
      .where(eq(sessionAttendees.personId, personId));
    await tx.update(scheduledSessions).set({ cancelReason: "" }).where(inArray(scheduledSessions.id, mine));
    await outsidePersonalData.erase(tx, personId);
    await eraseGuests(tx, personId);
    await tx.delete(bookingLinks).where(eq(bookingLinks.personId, personId));
    await tx.update(hostDays).set({ name: "" }).where(eq(hostDays.personId, personId));
  },
};
