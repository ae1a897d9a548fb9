import "server-only";
import { notify } from "@/lib/notifications/notify";
import { personIdOf } from "@/lib/platform/actor";
import type { CommandContext } from "@/lib/platform/operation";
import type { Programme } from "@/lib/programmes/load";
import { sayMoment } from "./why-not-words";
import { hostIdsOf, type AttendeeRow, type SessionRow } from "./load";

type About = { session: SessionRow; programme: Pick<Programme, "id" | "executiveId"> };

/** Tells everybody concerned but who did it, with the time in the organisation's zone, which it names. */
async function tell(
  context: CommandContext,
  { session, programme }: About,
  kind: "scheduling.booked" | "scheduling.waits" | "scheduling.moved" | "scheduling.cancelled",
  only?: readonly string[],
  turn = 0,
): Promise<void> {
  const actor = personIdOf(context.actor);
  const everybody = only ?? [programme.executiveId, ...(await hostIdsOf(context, session.id))];
  await notify(context, {
    personIds: everybody.filter((id) => id !== actor),
    kind,
    data: { title: session.title, at: sayMoment(session.startsAt, context.organisation) },
    href: `/programmes/${programme.id}`,
    dedupeKey: `${kind}/${session.id}/${session.sequence}/${programme.id}/${turn}`,
    about: { entity: "booked-session", id: session.id },
  });
}

/** A session was booked, or a place on its waiting list taken, of which hosts need not know. `turn` tells places of one person apart. */
export const tellBooked = (context: CommandContext, about: About & { waits: boolean; turn: number }): Promise<void> =>
  about.waits
    ? tell(context, about, "scheduling.waits", [about.programme.executiveId], about.turn)
    : tell(context, about, "scheduling.booked", undefined, about.turn);

/** A place became free for somebody who waited. */
export const tellMovedUp = (context: CommandContext, about: About & { turn: number }): Promise<void> =>
  tell(context, about, "scheduling.booked", [about.programme.executiveId], about.turn);

/** Tells everybody of a session, hosts once: with `others`, who held it before too. */
async function tellAll(
  context: CommandContext,
  kind: "scheduling.moved" | "scheduling.cancelled",
  session: SessionRow,
  attendees: readonly AttendeeRow[],
  others: readonly string[] = [],
): Promise<void> {
  const hosts = [...(await hostIdsOf(context, session.id)), ...others];
  const places = attendees.filter(({ state }) => state === "booked" || state === "waiting");
  for (const [at, { programmeId, personId }] of places.entries())
    if (programmeId)
      await tell(context, { session, programme: { id: programmeId, executiveId: personId } }, kind, [
        personId,
        ...(at === 0 ? hosts : []),
      ]);
}

export const tellMoved = (
  context: CommandContext,
  session: SessionRow,
  attendees: readonly AttendeeRow[],
  others: readonly string[],
): Promise<void> => tellAll(context, "scheduling.moved", session, attendees, others);

export const tellCancelled = (
  context: CommandContext,
  session: SessionRow,
  attendees: readonly AttendeeRow[],
): Promise<void> => tellAll(context, "scheduling.cancelled", session, attendees);
