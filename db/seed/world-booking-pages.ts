import type { Transaction } from "@/db/client";
import { bookingLinks, sessionGuests } from "@/db/schema/booking-pages";
import { scheduledSessions, sessionHosts } from "@/db/schema/scheduling";
import { worldMoment } from "@/db/seed/world-ids";
import { newId } from "@/db/tenant-table";
import { organisationOfTransaction } from "@/lib/platform/organisation";
import { hashToken } from "@/lib/platform/secrets";
import type { World } from "@/lib/platform/world";
import { newSecret, sealAnswers } from "@/lib/scheduling/guests/sealed-guests";

const hour = 3_600_000;

/** The consultant's booking page is open and offers coaching, the other's is off; guests of whom one holds, one has asked, one comes and one was here. */
export async function seedBookingPageWorld(tx: Transaction, ids: World): Promise<void> {
  const organisation = await organisationOfTransaction(tx);
  const link = (personId: string, slug: string, isOn: boolean) => {
    const id = newId();
    return { id, personId, slug, isOn, typeIds: [ids.sessionTypeId], ...newSecret(organisation, "booking-link", id) };
  };
  await tx
    .insert(bookingLinks)
    .values([link(ids.consultantId, ids.bookingSlug, true), link(ids.otherConsultantId, "other-consultant", false)]);
  const heldUntil = new Date("2027-03-01T09:00:00Z");
  const session = (id: string, at: string, isHeld = false) => {
    const startsAt = new Date(at);
    return {
      ...{ id, typeId: ids.sessionTypeId, kind: "coaching", title: "Coaching", placeKind: "video", startsAt },
      ...{ endsAt: new Date(startsAt.getTime() + hour), state: isHeld ? "held" : "booked" },
      ...(isHeld ? { heldUntil } : { bookedAt: worldMoment }),
    };
  };
  const askedId = newId();
  const sessions = [
    session(ids.guestHoldId, "2027-03-12T09:00:00Z", true),
    session(askedId, "2027-03-12T13:00:00Z", true),
    session(ids.guestSessionId, "2027-03-15T09:00:00Z"),
    session(ids.pastGuestSessionId, "2026-11-03T09:00:00Z"),
  ];
  for (const one of sessions) await tx.insert(scheduledSessions).values(one);
  await tx.insert(sessionHosts).values(
    sessions.map(({ id, startsAt, endsAt }) => ({
      ...{ sessionId: id, personId: ids.consultantId, takesFrom: startsAt, takesTo: endsAt },
    })),
  );
  const guest = (sessionId: string, name: string, tokenHash: string, isConfirmed: boolean) => {
    const id = newId();
    return {
      ...{ id, sessionId, name, email: `${name.toLowerCase()}@elsewhere.example`, timeZone: "Europe/Lisbon" },
      ...newSecret(organisation, "session-guest", id),
      ...{
        tokenHash,
        askedAt: worldMoment,
        answersEncrypted: sealAnswers(organisation, id, { answers: {}, note: "" }),
      },
      ...(isConfirmed ? { confirmedAt: worldMoment } : { dueAt: heldUntil }),
    };
  };
  await tx
    .insert(sessionGuests)
    .values([
      guest(askedId, "Asks", ids.guestTokenHash, false),
      guest(ids.guestSessionId, "Comes", ids.bookedGuestTokenHash, true),
      guest(ids.pastGuestSessionId, "Came", hashToken(ids.pastGuestSessionId), true),
    ]);
}
