import "server-only";
import { asc, eq, lte } from "drizzle-orm";
import { z } from "zod";
import { sessionGuests } from "@/db/schema/booking-pages";
import { scheduledSessions } from "@/db/schema/scheduling";
import { command } from "@/lib/platform/operation";
import { expireHold } from "../holds";
import { deleteGuests } from "./guest-data";
import { guestTold } from "./guest-load";

const atOnce = 100;

/** So long after its time was given back a visit that nobody confirmed can still be looked at; then who asked for it is forgotten. */
const forgottenAfter = 24 * 3_600_000;

/** Gives back what visitors asked for and did not confirm, and a day later forgets who it was. A sweep calls it each minute. */
export const tidyVisits = command({
  name: "scheduling.tidyVisits",
  permission: "sessions:write",
  input: z.strictObject({}),
  example: () => ({}),
  async run(context): Promise<{ freed: number; forgotten: number; more: boolean }> {
    const { tx, now, record } = context;
    const due = await tx
      .select({ guest: sessionGuests, heldUntil: scheduledSessions.heldUntil })
      .from(sessionGuests)
      .innerJoin(scheduledSessions, eq(scheduledSessions.id, sessionGuests.sessionId))
      .where(lte(sessionGuests.dueAt, now))
      .orderBy(asc(sessionGuests.dueAt), asc(sessionGuests.id))
      .limit(atOnce)
      .for("update", { of: sessionGuests, skipLocked: true });
    const over = due.filter(({ guest }) => now.getTime() - guest.askedAt.getTime() >= forgottenAfter);
    const fresh = due.filter((one) => !over.includes(one));
    await expireHold(context, ...due.flatMap(({ guest, heldUntil }) => (heldUntil ? guest.sessionId : [])));
    for (const { guest } of fresh) {
      const dueAt = new Date(guest.askedAt.getTime() + forgottenAfter);
      await tx.update(sessionGuests).set({ dueAt }).where(eq(sessionGuests.id, guest.id));
      record("session-guest", guestTold(guest), guestTold(guest));
    }
    for (const { guest } of over) record("session-guest", guestTold(guest), null);
    if (over.length > 0)
      await deleteGuests(
        tx,
        over.map(({ guest }) => guest.id),
      );
    return { freed: fresh.length, forgotten: over.length, more: due.length === atOnce };
  },
});
