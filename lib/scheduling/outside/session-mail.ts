import "server-only";
import type { Attendee } from "@/lib/icalendar/event";
import { writeCancellation, writeInvitation, type Invitation } from "@/lib/icalendar/write-calendar";
import { answersAddress } from "@/lib/mail/inbound/address";
import type { NotificationMail, NotifiedPerson } from "@/lib/notifications/notify";
import { env } from "@/lib/platform/env";
import { translatorFor } from "@/lib/platform/i18n/translator";
import type { QueryContext } from "@/lib/platform/operation";
import { eventOf } from "./session-event";
import { hrefFor, sequenceFor, type SessionPeople } from "./session-people";

/** What a mail about a session says: it stands, it is at another time, elsewhere, it is off, one is not in it any more, one waits for a place, it comes soon. */
export type SessionChange = "booked" | "moved" | "placed" | "cancelled" | "left" | "waits" | "reminder";

export interface SessionMail {
  about: SessionPeople;
  change: SessionChange;
  /** Why it was cancelled. */
  reason?: string;
  /** They did it themselves, and have said so with it. */
  byReader?: boolean;
}

/** A mail to one person about a session, with what it says to their calendar. Times are those of the reader's zone, which it names. */
export async function sessionMail(
  context: Pick<QueryContext, "organisation" | "now">,
  reader: NotifiedPerson,
  mail: SessionMail,
): Promise<NotificationMail> {
  const { about, change, reason = "" } = mail;
  const { session } = about;
  const t = await translatorFor(reader, "scheduling");
  const where = session.place || t(`book.places.${session.placeKind}`);
  const calendar = await calendarFor(context, reader, mail);
  return {
    template: "session",
    variables: {
      ...{ change, sessionTitle: session.title, startsAt: session.startsAt, where, reason },
      minutes: (session.endsAt.getTime() - session.startsAt.getTime()) / 60_000,
      people: namesFor(about, reader.id),
      zone: reader.timeZone.replaceAll("_", " "),
      href: `/${context.organisation.slug}${hrefFor(about, reader.id)}`,
    },
    ...(calendar ? { calendar } : {}),
  };
}

/** With whom a person has a session. Who takes part in a group reads no other name; who holds one is told them on its page. */
function namesFor({ session, hosts, places, guest }: SessionPeople, readerId: string): string {
  const isHost = hosts.some(({ id }) => id === readerId);
  const shown = isHost ? (session.capacity > 1 ? [] : places.filter(({ state }) => state !== "waiting")) : hosts;
  return [...shown, ...(isHost && guest ? [guest] : [])]
    .filter(({ id }) => id !== readerId)
    .map(({ name }) => name)
    .join(", ");
}

async function calendarFor(
  { organisation, now }: Pick<QueryContext, "organisation" | "now">,
  reader: NotifiedPerson,
  { about, change, byReader = false }: SessionMail,
): Promise<NotificationMail["calendar"] | null> {
  const { session, hosts, places, guest } = about;
  if (change === "waits" || change === "reminder") return null;
  const isOff = change === "cancelled" || change === "left";
  const t = await translatorFor(reader, "scheduling.calendar");
  const href = `/${organisation.slug}${hrefFor(about, reader.id)}`;
  const names = namesFor(about, reader.id);
  const isHost = hosts.some(({ id }) => id === reader.id);
  // Of a group each one's calendar knows themselves and who holds it.
  const others = [
    ...hosts.map((host) => ({ ...host, role: "chair" as const })),
    ...(isHost && session.capacity === 1 ? places.filter(({ state }) => state === "booked") : []),
    ...(isHost && guest ? [guest] : []),
  ];
  const attendees: Attendee[] = others.flatMap(({ id, name, email, ...one }) =>
    email && id !== reader.id
      ? [{ ...{ name, mail: email, asked: false }, role: "role" in one ? one.role : ("required" as const) }]
      : [],
  );
  const event: Invitation = {
    ...eventOf(session, {
      summary: names ? t("summary", { title: session.title, names }) : session.title,
      description: t("description", { organisation: organisation.name, href: `${env.LANDFALL_URL}${href}` }),
      where: t(`places.${session.placeKind}`),
      ...{ timeZone: reader.timeZone, href, stamp: now },
    }),
    sequence: sequenceFor(about, reader.id),
    organizer: { name: organisation.name, mail: answersAddress(organisation) },
    attendees: [
      {
        ...{ name: reader.name, mail: reader.email, role: isHost ? "chair" : "required" },
        ...{ answer: byReader ? "accepted" : "needs-action", asked: !byReader },
      },
      ...attendees,
    ],
    alarms: about.reminders,
  };
  return isOff
    ? { method: "CANCEL", content: writeCancellation([event]) }
    : { method: "REQUEST", content: writeInvitation([event]) };
}
