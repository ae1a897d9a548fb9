import type { CalendarEvent } from "@/lib/icalendar/event";
import { env } from "@/lib/platform/env";
import type { SessionRow } from "../load";

/** What a session is called in every calendar for as long as it lives. */
const uidOf = (sessionId: string): string => `${sessionId}${name}`;

/** The session that a UID names; null for one that is none of ours. */
export const sessionOfUid = (uid: string): string | null =>
  /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@sessions\.landfall$/i.exec(uid.trim())?.[1]?.toLowerCase() ?? null;

const name = "@sessions.landfall";
const nameInHex = Buffer.from(name).toString("hex").toUpperCase();

/** Whether a UID is one of our sessions'. Outlook writes that of an invitation into a longer one, in hexadecimal. */
export const isOurs = (uid: string): boolean =>
  uid.toLowerCase().includes(name) || uid.toUpperCase().includes(nameInHex);

type EventSession = Pick<
  SessionRow,
  "id" | "startsAt" | "endsAt" | "place" | "placeKind" | "sequence" | "bookedAt" | "updatedAt"
>;

/** A session as calendars know it, without who takes part. `href` is its page, as a path of this installation. */
export function eventOf(
  session: EventSession,
  said: { summary: string; description?: string; where: string; timeZone: string; href: string; stamp: Date },
): CalendarEvent {
  const { href, where, ...words } = said;
  const link = /^https:\/\/\S+$/i.test(session.place) ? session.place : undefined;
  return {
    ...{ ...words, uid: uidOf(session.id), sequence: session.sequence, start: session.startsAt, end: session.endsAt },
    ...{ location: session.place || where, url: `${env.LANDFALL_URL}${href}` },
    ...(session.placeKind === "video" && link ? { conference: link } : {}),
    ...(session.bookedAt ? { created: session.bookedAt } : {}),
    modified: session.updatedAt,
  };
}
