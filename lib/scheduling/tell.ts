import "server-only";
import { inArray } from "drizzle-orm";
import { people } from "@/db/schema/people";
import { notify } from "@/lib/notifications/notify";
import { personIdOf } from "@/lib/platform/actor";
import type { CommandContext } from "@/lib/platform/operation";
import type { Programme } from "@/lib/programmes/load";
import { mailGuest } from "./guests/guest-mail";
import type { AttendeeRow, SessionRow } from "./load";
import { sessionMail, type SessionChange } from "./outside/session-mail";
import { hrefFor, sessionPeople, type SessionPeople } from "./outside/session-people";

type About = { session: SessionRow; programme: Pick<Programme, "id" | "executiveId"> };
type Told = Exclude<SessionChange, "reminder">;

/**
 * Tells people of a session, each once: with the time by their own clock; the mail also tells their calendar. Who did it
 * themselves gets the mail alone, for that calendar. `turn` tells apart what happens twice to the same people at the same time.
 */
async function tell(
  context: CommandContext,
  about: SessionPeople,
  change: Told,
  personIds: readonly string[],
  turn: number | string = 0,
): Promise<void> {
  const { session } = about;
  const actor = personIdOf(context.actor);
  for (const personId of new Set(personIds))
    await notify(context, {
      personIds: [personId],
      kind: `scheduling.${change}`,
      data: { title: session.title, at: session.startsAt.toISOString() },
      href: hrefFor(about, personId),
      dedupeKey: `scheduling.${change}/${session.id}/${session.sequence}/${turn}`,
      about: { entity: "booked-session", id: session.id },
      ...(personId === actor ? { mailOnly: [personId] } : {}),
      mail: (reader) =>
        sessionMail(context, reader, {
          ...{ about, change, byReader: personId === actor },
          ...(change === "cancelled" ? { reason: session.cancelReason } : {}),
        }),
    });
}

/** A session was booked, or a place on its waiting list taken, of which hosts need not know. `turn` tells places of one person apart. */
export async function tellBooked(
  context: CommandContext,
  { session, programme, waits, turn }: About & { waits: boolean; turn: number },
): Promise<void> {
  const about = await sessionPeople(context, session);
  const hosts = waits ? [] : about.hosts.map(({ id }) => id);
  const place = `${programme.id}/${turn}`;
  await tell(context, about, waits ? "waits" : "booked", [programme.executiveId, ...hosts], place);
}

/** A guest said that it is them: who holds the session hears of it, and they get the invitation. */
export async function tellVisitBooked(context: CommandContext, session: SessionRow): Promise<void> {
  const about = await sessionPeople(context, session);
  const hosts = about.hosts.map(({ id }) => id);
  await tell(context, about, "booked", hosts, `guest/${about.guest!.id}`);
  await mailGuest(context, { guest: about.guest!, session, change: "booked" });
}

/** A place became free for somebody who waited. */
export async function tellMovedUp(
  context: CommandContext,
  { session, programme, turn }: About & { turn: number },
): Promise<void> {
  const about = await sessionPeople(context, session);
  await tell(context, about, "booked", [programme.executiveId], `${programme.id}/${turn}`);
}

/** Tells who is in a session, or waits for a place in it, that it is at another time; who holds it no more, that it is not theirs. */
export async function tellMoved(
  context: CommandContext,
  session: SessionRow,
  formerHosts: readonly string[],
): Promise<void> {
  const about = await sessionPeople(context, session);
  await tell(context, about, "moved", inIt(about));
  await tell(context, about, "left", formerHosts);
  if (about.guest) await mailGuest(context, { guest: about.guest, session, change: "moved" });
}

/** Tells who takes part that a session is held elsewhere. Who waits for a place in it is told with the place. */
export async function tellPlaced(context: CommandContext, session: SessionRow): Promise<void> {
  const about = await sessionPeople(context, session);
  const booked = about.places.filter(({ state }) => state === "booked");
  await tell(
    context,
    about,
    "placed",
    [...booked, ...about.hosts].map(({ id }) => id),
  );
  if (about.guest) await mailGuest(context, { guest: about.guest, session, change: "placed" });
}

/** `before` says who was in it until then. */
export async function tellCancelled(
  context: CommandContext,
  session: SessionRow,
  before: readonly AttendeeRow[],
): Promise<void> {
  const about = await sessionPeople(context, session);
  const places = before.filter(({ state }) => state === "booked" || state === "waiting");
  await tell(context, about, "cancelled", [
    ...places.map(({ personId }) => personId),
    ...about.hosts.map(({ id }) => id),
  ]);
  if (about.guest) await mailGuest(context, { guest: about.guest, session, change: "cancelled" });
}

/** Somebody gave up their place in a group, or it was given up for them. */
export async function tellLeft(context: CommandContext, session: SessionRow, place: AttendeeRow): Promise<void> {
  const about = await sessionPeople(context, session);
  await tell(context, about, "left", [place.personId], `${place.personId}/${place.version}`);
}

/** A session stays with who holds it at a hand-over, because who has the programme now has something else then: both are told. */
export async function tellStays(
  context: CommandContext,
  session: SessionRow,
  { holder, other }: { holder: string; other: string },
): Promise<void> {
  const about = await sessionPeople(context, session);
  const rows = await context.tx
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, [holder, other]));
  const name = (id: string) => rows.find((person) => person.id === id)?.name ?? "";
  for (const personId of [holder, other])
    await notify(context, {
      personIds: [personId],
      kind: "scheduling.stays",
      data: { title: session.title, at: session.startsAt.toISOString(), name: name(holder), other: name(other) },
      href: hrefFor(about, personId),
      dedupeKey: `scheduling.stays/${session.id}/${session.sequence}/${other}`,
      about: { entity: "booked-session", id: session.id },
    });
}

const inIt = ({ hosts, places }: SessionPeople): string[] => [
  ...places.filter(({ state }) => state === "booked" || state === "waiting").map(({ id }) => id),
  ...hosts.map(({ id }) => id),
];
