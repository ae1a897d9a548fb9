import "server-only";
import { and, count, eq, gt, isNull } from "drizzle-orm";
import { sessionGuests } from "@/db/schema/booking-pages";
import { scheduledSessions, sessionHosts } from "@/db/schema/scheduling";
import { command, type CommandContext } from "@/lib/platform/operation";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { insertSession, placeAt } from "../book";
import { expireHold } from "../holds";
import { lockHosts } from "../lock-hosts";
import { forGuest } from "./for-guests";
import { GuestHoldInput, GuestReleaseInput } from "./guest-schemas";
import { openLink, typeOfLink } from "./open-links";

/** For how long a time is kept while the form is filled in. */
const heldFor = 5 * 60_000;

/** So many times of one person are held from outside at most: nobody empties a calendar without ever confirming anything. */
const mostHeld = 10;

/** Keeps a time while a visitor fills in the form. Holding another gives the one before back. */
export const holdForGuest = command({
  name: "scheduling.holdForGuest",
  permission: "sessions:write",
  input: GuestHoldInput,
  audit: { none: "A time that is kept for five minutes; booking it leaves its trace." },
  example: ({ bookingSlug, sessionTypeId }) => ({
    ...{ page: { slug: bookingSlug }, typeId: sessionTypeId, startsAt: "2026-12-08T09:00:00Z" },
  }),
  async run(context, { page, typeId, startsAt, insteadOf }): Promise<{ id: string; heldUntil: string }> {
    const { link } = await openLink(context, page);
    const type = await typeOfLink(context, link, typeId);
    const hosts = [{ personId: link.personId, weight: 1 }];
    await lockHosts(context, hosts);
    if (insteadOf) await giveBack(context, link.personId, insteadOf);
    await assertRoom(context, link.personId);
    const wanted = { type, hosts, attendeeId: null, startsAt, anyway: false };
    const found = await forGuest(() => placeAt(context, wanted));
    const heldUntil = new Date(context.now.getTime() + heldFor);
    const { id } = await insertSession(context, type, { startsAt, ...found }, { personId: null, heldUntil });
    return { id, heldUntil: heldUntil.toISOString() };
  },
});

/** Gives a time back that a visitor looked at. */
export const releaseForGuest = command({
  name: "scheduling.releaseForGuest",
  permission: "sessions:write",
  input: GuestReleaseInput,
  audit: { none: "A time that was kept for five minutes." },
  example: ({ bookingSlug, guestHoldId }) => ({ page: { slug: bookingSlug }, holdId: guestHoldId }),
  async run(context, { page, holdId }): Promise<{ released: boolean }> {
    const { link } = await openLink(context, page);
    if (!(await giveBack(context, link.personId, holdId))) throw notFound("this time");
    return { released: true };
  },
});

/** Gives a hold back that nobody has asked for yet. */
async function giveBack(context: CommandContext, personId: string, holdId: string): Promise<boolean> {
  const [held] = await context.tx
    .select({ id: scheduledSessions.id })
    .from(scheduledSessions)
    .innerJoin(sessionHosts, eq(sessionHosts.sessionId, scheduledSessions.id))
    .leftJoin(sessionGuests, eq(sessionGuests.sessionId, scheduledSessions.id))
    .where(
      and(
        eq(scheduledSessions.id, holdId),
        eq(scheduledSessions.state, "held"),
        isNull(scheduledSessions.heldBy),
        eq(sessionHosts.personId, personId),
        isNull(sessionGuests.id),
      ),
    );
  if (held) await expireHold(context, held.id);
  return held !== undefined;
}

/** Refuses where many times of one person are held from outside already. The host is locked by the caller. */
export async function assertRoom({ tx, now }: CommandContext, personId: string, except?: string): Promise<void> {
  const [{ held } = { held: 0 }] = await tx
    .select({ held: count() })
    .from(sessionHosts)
    .innerJoin(scheduledSessions, eq(scheduledSessions.id, sessionHosts.sessionId))
    .where(
      and(
        eq(sessionHosts.personId, personId),
        eq(scheduledSessions.state, "held"),
        isNull(scheduledSessions.heldBy),
        gt(scheduledSessions.heldUntil, now),
      ),
    );
  if (held - (except ? 1 : 0) >= mostHeld)
    throw new Refusal("rate", "Many people are booking here just now. Please try again in a few minutes.");
}
