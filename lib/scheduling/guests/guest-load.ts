import "server-only";
import { eq } from "drizzle-orm";
import { sessionGuests } from "@/db/schema/booking-pages";
import { scheduledSessions, sessionHosts } from "@/db/schema/scheduling";
import type { QueryContext } from "@/lib/platform/operation";
import { notFound } from "@/lib/platform/refusal";
import { typeById, type SessionRow, type TypeRow } from "../load";
import { assertVisitor } from "./open-links";

export type GuestRow = typeof sessionGuests.$inferSelect;

/** A guest with what they booked, or ask for. */
export interface Visit {
  guest: GuestRow;
  session: SessionRow;
  hostId: string;
  type: TypeRow;
}

/** What the address of a guest's own page opens. */
export async function visitAt(context: QueryContext, tokenHash: string): Promise<Visit> {
  assertVisitor(context);
  const [row] = await context.tx
    .select({ guest: sessionGuests, session: scheduledSessions, hostId: sessionHosts.personId })
    .from(sessionGuests)
    .innerJoin(scheduledSessions, eq(scheduledSessions.id, sessionGuests.sessionId))
    .innerJoin(sessionHosts, eq(sessionHosts.sessionId, scheduledSessions.id))
    .where(eq(sessionGuests.tokenHash, tokenHash));
  if (!row) throw notFound("this page");
  return { ...row, type: await typeById(context, row.session.typeId, true) };
}

/** What the trail holds of a guest: that there is one, not who. */
export const guestTold = ({ id, sessionId, askedAt, confirmedAt }: GuestRow) => ({
  ...{ id, sessionId, askedAt, confirmedAt },
});
