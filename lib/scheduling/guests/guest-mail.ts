import "server-only";
import { writeCancellation, writeInvitation, type Invitation } from "@/lib/icalendar/write-calendar";
import { answersAddress } from "@/lib/mail/inbound/address";
import { queueMail } from "@/lib/mail/send";
import { env } from "@/lib/platform/env";
import { translatorFor } from "@/lib/platform/i18n/translator";
import type { CommandContext } from "@/lib/platform/operation";
import type { SessionRow } from "../load";
import { eventOf } from "../outside/session-event";
import { sessionPeople } from "../outside/session-people";
import { guestMailKey } from "./guest-data";
import type { GuestRow } from "./guest-load";
import { visitPath } from "./sealed-guests";

/** What a mail to a guest says. Confirm: is it you? The time is only kept then, and nothing is told to a calendar. */
export type VisitChange = "confirm" | "booked" | "moved" | "placed" | "cancelled" | "reminder";

interface GuestMail {
  guest: GuestRow;
  session: SessionRow;
  change: VisitChange;
  /** Tells apart what is said more than once at the same time. */
  turn?: string | number;
}

/** A mail to a guest, with what it says to their calendar and the link by which they confirm, move and cancel. Each goes out once. */
export async function mailGuest(
  context: CommandContext,
  { guest, session, change, turn = 0 }: GuestMail,
): Promise<void> {
  const { organisation } = context;
  const { hosts, reminders } = await sessionPeople(context, session);
  const reader = { locale: organisation.locale, timeZone: guest.timeZone };
  const t = await translatorFor(reader, "scheduling");
  const href = visitPath(organisation, guest);
  await queueMail(context, {
    template: "visit",
    variables: {
      ...{ change, sessionTitle: session.title, startsAt: session.startsAt, href, organisationName: organisation.name },
      minutes: (session.endsAt.getTime() - session.startsAt.getTime()) / 60_000,
      hostName: hosts.map(({ name }) => name).join(", "),
      // Where it is held is for who has said that it is them.
      where: (change !== "confirm" && session.place) || t(`book.places.${session.placeKind}`),
      zone: guest.timeZone.replaceAll("_", " "),
      reason: change === "cancelled" ? session.cancelReason : "",
      keptUntil: session.heldUntil ?? session.startsAt,
    },
    to: { address: guest.email, name: guest.name, timeZone: guest.timeZone },
    key: `${guestMailKey}${change}/${guest.id}/${session.id}/${session.sequence}/${turn}`,
    about: { entity: "booked-session", id: session.id },
    ...(change === "confirm" || change === "reminder"
      ? {}
      : { calendar: await calendarFor(context, { guest, session, change, href, hosts, reminders }) }),
  });
}

async function calendarFor(
  { organisation, now }: CommandContext,
  {
    guest,
    session,
    change,
    href,
    hosts,
    reminders,
  }: GuestMail & { href: string } & Pick<Awaited<ReturnType<typeof sessionPeople>>, "hosts" | "reminders">,
) {
  const t = await translatorFor({ locale: organisation.locale }, "scheduling.calendar");
  const names = hosts.map(({ name }) => name).join(", ");
  const event: Invitation = {
    ...eventOf(session, {
      summary: t("summary", { title: session.title, names }),
      description: t("description", { organisation: organisation.name, href: `${env.LANDFALL_URL}${href}` }),
      where: t(`places.${session.placeKind}`),
      ...{ timeZone: guest.timeZone, href, stamp: now },
    }),
    organizer: { name: organisation.name, mail: answersAddress(organisation) },
    attendees: [
      { name: guest.name, mail: guest.email, role: "required", answer: "accepted", asked: false },
      ...hosts.flatMap(({ name, email }) =>
        email ? [{ name, mail: email, role: "chair" as const, asked: false }] : [],
      ),
    ],
    alarms: reminders,
  };
  return change === "cancelled"
    ? { method: "CANCEL" as const, content: writeCancellation([event]) }
    : { method: "REQUEST" as const, content: writeInvitation([event]) };
}
