import "server-only";
import { command, type QueryContext } from "@/lib/platform/operation";
import { Refusal } from "@/lib/platform/refusal";
import { cancelSession, moveSession } from "../commands/changes";
import { expireHold } from "../holds";
import { lockHosts } from "../lock-hosts";
import { mayChange } from "../rules/change-policy";
import { movedOf } from "../store-session";
import { forGuest } from "./for-guests";
import { guestTold, visitAt, type Visit } from "./guest-load";
import { CancelVisitInput, MoveVisitInput } from "./guest-schemas";

/** Another time for what a guest booked, as the policy of its kind allows: by the same way as everybody's sessions, under the same lock. */
export const moveVisit = command({
  name: "scheduling.moveVisit",
  permission: "sessions:write",
  input: MoveVisitInput,
  example: ({ bookedGuestTokenHash }) => ({ tokenHash: bookedGuestTokenHash, startsAt: "2027-03-17T13:00:00Z" }),
  async run(context, { tokenHash, startsAt }): Promise<{ startsAt: string }> {
    const visit = await visitAt(context, tokenHash);
    assertConfirmed(visit);
    const refused = whyNotChange(context, visit, "reschedule");
    if (refused) throw new Refusal("state", refused);
    const { id, version: expectedVersion } = visit.session;
    await forGuest(() => context.call(moveSession, { id, expectedVersion, startsAt: startsAt.toISOString() }));
    return { startsAt: startsAt.toISOString() };
  },
});

/** A guest does not come. What they only asked for is given back. */
export const cancelVisit = command({
  name: "scheduling.cancelVisit",
  permission: "sessions:write",
  input: CancelVisitInput,
  example: ({ bookedGuestTokenHash }) => ({ tokenHash: bookedGuestTokenHash, reason: "" }),
  async run(context, { tokenHash, reason }): Promise<{ cancelled: boolean }> {
    const visit = await visitAt(context, tokenHash);
    if (!visit.guest.confirmedAt) {
      await lockHosts(context, [{ personId: visit.hostId }]);
      await expireHold(context, visit.session.id);
      context.record("session-guest", guestTold(visit.guest), guestTold(visit.guest));
      return { cancelled: true };
    }
    const refused = whyNotChange(context, visit, "cancel");
    if (refused) throw new Refusal("state", refused);
    await context.call(cancelSession, { id: visit.session.id, reason });
    return { cancelled: true };
  },
});

/** Why a guest may not move or cancel now, as a sentence; null where they may. */
export function whyNotChange(
  { now }: Pick<QueryContext, "now">,
  { session, type }: Pick<Visit, "session" | "type">,
  change: "reschedule" | "cancel",
): string | null {
  const policy = { ...type, late: type.late as "refuse" | "counts" };
  const result = mayChange(movedOf(session), change, policy, "attendee", now);
  return result.allowed ? null : result.why;
}

function assertConfirmed({ guest }: Visit): void {
  if (!guest.confirmedAt) throw new Refusal("state", "Please confirm the time first, with the link in your mail.");
}
