import { and, asc, eq, inArray } from "drizzle-orm";
import { DateTime } from "luxon";
import { transaction } from "@/db/client";
import { people } from "@/db/schema/people";
import { outsideBusy, outsideCalendars, sessionRatings } from "@/db/schema/sessions-outside";
import { scheduledSessions, sessionAttendees } from "@/db/schema/scheduling";
import { demoAccounts } from "@/db/seed/accounts";
import { newId } from "@/db/tenant-table";
import { emailKey } from "@/lib/platform/keys";
import { organisationOfTransaction } from "@/lib/platform/organisation";
import { dataKeyOf, hashToken, sealText } from "@/lib/platform/secrets";
import { sealedPlaces } from "@/lib/scheduling/outside/sealed-places";

/** What people said of sessions, in turn; not everybody says something, and fewer say why. */
const said: ReadonlyArray<readonly [number, string] | null> = [
  [5, "I left with three names and a plan for Monday."],
  [4, ""],
  null,
  [5, ""],
  [3, "Good, but we ran out of time before the salary question."],
  [4, "The mock questions were harder than the real ones. Thank you."],
  null,
  [5, ""],
  [2, "The line was bad. Next time by phone, please."],
  [4, ""],
];

/** How sessions were, and when the consultant whose desk the demo offers is busy elsewhere: midday on Tuesdays and Thursdays. */
export async function tellSessionsOutside({
  organisationId,
  now,
}: {
  organisationId: string;
  now: Date;
}): Promise<void> {
  await transaction({ organisationId }, async (tx) => {
    const organisation = await organisationOfTransaction(tx);
    const key = dataKeyOf(organisation);
    const places = await tx
      .select({ place: sessionAttendees, endsAt: scheduledSessions.endsAt })
      .from(sessionAttendees)
      .innerJoin(scheduledSessions, eq(scheduledSessions.id, sessionAttendees.sessionId))
      .where(and(eq(scheduledSessions.state, "done"), inArray(sessionAttendees.state, ["booked", "attended"])))
      .orderBy(asc(scheduledSessions.startsAt), asc(scheduledSessions.id));
    const ratings = places.flatMap(({ place: { sessionId, personId, programmeId }, endsAt }, turn) => {
      const words = said[turn % said.length];
      if (!words) return [];
      const [rating, comment] = words;
      const place = sealedPlaces.rating({ sessionId, personId });
      const commentEncrypted = comment ? sealText(key, comment, place) : null;
      const ratedAt = new Date(Math.min(now.getTime(), endsAt.getTime() + 3 * 3_600_000));
      return [{ sessionId, personId, programmeId, rating, commentEncrypted, ratedAt }];
    });
    if (ratings.length > 0) await tx.insert(sessionRatings).values(ratings);
    const consultant = demoAccounts.find(({ roleKeys }) => roleKeys.includes("consultant"))!;
    const [host] = await tx
      .select({ personId: people.id })
      .from(people)
      .where(eq(people.emailKey, emailKey(consultant.email)));
    if (!host) return;
    const { personId } = host;
    const address = "https://calendar.example.com/private/basic.ics";
    const monday = DateTime.fromJSDate(now, { zone: organisation.timeZone }).startOf("week");
    const middays = Array.from({ length: 12 }, (_, turn) =>
      monday.plus({ weeks: Math.floor(turn / 2), days: turn % 2 === 0 ? 1 : 3 }).set({ hour: 12 }),
    );
    const calendarId = newId();
    await tx.insert(outsideCalendars).values({
      ...{ id: calendarId, personId, name: "Private", host: "calendar.example.com" },
      addressEncrypted: sealText(key, address, sealedPlaces.calendar({ personId })),
      ...{ addressHash: hashToken(address), stretches: middays.length, triedAt: now, readAt: now, wholeAt: now },
      // There is no such calendar: nobody asks for it before somebody tries.
      nextReadAt: new Date(now.getTime() + 3650 * 86_400_000),
    });
    await tx.insert(outsideBusy).values(
      middays.map((at) => ({
        ...{ calendarId, personId, startsAt: at.toJSDate(), endsAt: at.plus({ hours: 1 }).toJSDate() },
      })),
    );
  });
}
