import "server-only";
import { and, eq, isNotNull } from "drizzle-orm";
import { sessionGuests } from "@/db/schema/booking-pages";
import { emailKey } from "@/lib/platform/keys";
import type { CommandContext } from "@/lib/platform/operation";
import { cancelSession } from "../commands/changes";
import { hostIdsOf, loadSession, typeById, type SessionRow } from "../load";
import { lockHosts } from "../lock-hosts";
import { whyNotChange } from "./change-visit";
import type { GuestRow } from "./guest-load";

/** Of a comment at most, as a reason that people read. */
const longestReason = 500;

/** Who booked a session on a booking page and said that it is them, under a mail address. Locks its hosts, as whoever changes it does first. */
export async function guestIn(context: CommandContext, { id }: SessionRow, mail: string): Promise<GuestRow | null> {
  const [guest] = await context.tx
    .select()
    .from(sessionGuests)
    .where(and(eq(sessionGuests.sessionId, id), isNotNull(sessionGuests.confirmedAt)));
  if (!guest || emailKey(guest.email) !== emailKey(mail)) return null;
  await lockHosts(
    context,
    (await hostIdsOf(context, id)).map((personId) => ({ personId })),
  );
  return guest;
}

/**
 * A guest's calendar says that they do not come: what they booked is cancelled, as on their own page, if the policy of its kind lets them and it is still at the time
 * that they declined. Whether it was; where not, who holds it decides.
 */
export async function declineVisit(
  context: CommandContext,
  { sessionId }: GuestRow,
  { sequence, comment }: { sequence: number; comment: string | null },
): Promise<boolean> {
  const session = await loadSession(context, sessionId, "sessions:write", true);
  const type = await typeById(context, session.typeId, true);
  if (sequence < session.sequence || whyNotChange(context, { session, type }, "cancel")) return false;
  await context.call(cancelSession, { id: sessionId, reason: (comment ?? "").trim().slice(0, longestReason) });
  return true;
}
