import "server-only";
import { eq } from "drizzle-orm";
import { sessionGuests } from "@/db/schema/booking-pages";
import { scheduledSessions } from "@/db/schema/scheduling";
import { command } from "@/lib/platform/operation";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { runsSession } from "../commands/changes";
import { hostIdsOf, loadSession } from "../load";
import { deleteGuests } from "./guest-data";
import { guestTold } from "./guest-load";
import { GuestOf } from "./guest-schemas";

/** Forgets who a guest was: name, address, answers and the mails to them. That there was a session stays. Not before it is over: they come and must be reached. */
export const forgetGuest = command({
  name: "scheduling.forgetGuest",
  permission: "sessions:write",
  input: GuestOf,
  example: ({ pastGuestSessionId }) => ({ sessionId: pastGuestSessionId }),
  async run(context, { sessionId }): Promise<{ sessionId: string }> {
    const { tx, now, record } = context;
    const session = await loadSession(context, sessionId, "sessions:write", true);
    if (!runsSession(context, session, await hostIdsOf(context, sessionId), []))
      throw new Refusal("forbidden", "Who holds a session sees to its guest.");
    const [guest] = await tx.select().from(sessionGuests).where(eq(sessionGuests.sessionId, sessionId)).for("update");
    if (!guest) throw notFound("this guest");
    if (session.state === "booked" && session.endsAt > now)
      throw new Refusal("state", "The session is still to come. Cancel it first, so that your guest hears of it.");
    await deleteGuests(tx, [guest.id]);
    // Why it was cancelled may be in the guest's own words.
    await tx.update(scheduledSessions).set({ cancelReason: "" }).where(eq(scheduledSessions.id, sessionId));
    record("session-guest", guestTold(guest), null);
    return { sessionId };
  },
});
