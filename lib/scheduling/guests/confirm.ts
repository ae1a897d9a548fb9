import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { bookingLinks, sessionGuests } from "@/db/schema/booking-pages";
import { sessionHosts } from "@/db/schema/scheduling";
import { command, type CommandContext } from "@/lib/platform/operation";
import { Refusal } from "@/lib/platform/refusal";
import { insertSession, placeAt } from "../book";
import { confirmHold, expireHold } from "../holds";
import type { SessionRow } from "../load";
import { lockHosts } from "../lock-hosts";
import { tellVisitBooked } from "../tell";
import { forGuest } from "./for-guests";
import { guestTold, visitAt, type Visit } from "./guest-load";
import { ConfirmVisitInput } from "./guest-schemas";
import { typeOfLink } from "./open-links";

/**
 * A guest says by the link in their mail that it is them: the time that was kept becomes a session. Where the half hour is over, or another time is chosen, it is booked like
 * any other if it is free. Looked at again behind the lock, whoever asked when.
 */
export const confirmVisit = command({
  name: "scheduling.confirmVisit",
  permission: "sessions:write",
  input: ConfirmVisitInput,
  example: ({ guestTokenHash }) => ({ tokenHash: guestTokenHash }),
  async run(context, { tokenHash, startsAt: other }): Promise<{ startsAt: string }> {
    const { tx, now, record } = context;
    const { hostId } = await visitAt(context, tokenHash);
    await lockHosts(context, [{ personId: hostId }]);
    const visit = await visitAt(context, tokenHash);
    const { guest, session } = visit;
    const startsAt = other ?? session.startsAt;
    if (guest.confirmedAt) {
      if (session.state === "cancelled") throw new Refusal("state", "This session was cancelled.");
      // Pressed twice.
      record("session-guest", guestTold(guest), guestTold(guest));
      return { startsAt: session.startsAt.toISOString() };
    }
    if (startsAt <= now) throw new Refusal("state", "This time has passed. Please choose another on the booking page.");
    const isHeld = session.state === "held" && startsAt.getTime() === session.startsAt.getTime();
    const booked = isHeld ? await bookHeld(context, visit) : await bookAnew(context, visit, startsAt);
    const [after] = await tx
      .update(sessionGuests)
      .set({ sessionId: booked.id, confirmedAt: now, dueAt: null, version: guest.version + 1, updatedAt: now })
      .where(eq(sessionGuests.id, guest.id))
      .returning();
    record("session-guest", guestTold(guest), guestTold(after!));
    await tellVisitBooked(context, booked);
    context.emit("scheduling.booked", { sessionId: booked.id });
    return { startsAt: booked.startsAt.toISOString() };
  },
});

/** The time is still kept: how long before one books was looked at when it was asked for. */
async function bookHeld(context: CommandContext, { session, hostId, type }: Visit): Promise<SessionRow> {
  const wanted = {
    ...{ type, hosts: [{ personId: hostId, weight: 1 }], attendeeId: null, startsAt: session.startsAt },
    ...{ anyway: false, farAhead: true, except: session.id },
  };
  const found = await forGuest(() => placeAt(context, wanted));
  return confirmHold(context, session, found.hostIds);
}

/** Another time, or the same after it was given back: as anybody would book it, as long as the page offers it. */
async function bookAnew(context: CommandContext, { session, hostId }: Visit, startsAt: Date): Promise<SessionRow> {
  const [link] = await context.tx
    .select()
    .from(bookingLinks)
    .where(and(eq(bookingLinks.personId, hostId), eq(bookingLinks.isOn, true), isNull(bookingLinks.deletedAt)));
  if (!link) throw new Refusal("state", "Nothing can be booked here any more.");
  const type = await typeOfLink(context, link, session.typeId);
  if (session.state === "held") await expireHold(context, session.id);
  const wanted = { type, hosts: [{ personId: hostId, weight: 1 }], attendeeId: null, startsAt, anyway: false };
  const found = await forGuest(() => placeAt(context, wanted));
  await context.tx.update(sessionHosts).set({ takes: false }).where(eq(sessionHosts.sessionId, session.id));
  return insertSession(context, type, { startsAt, ...found }, { personId: null, heldUntil: null });
}
