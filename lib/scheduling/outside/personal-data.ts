import "server-only";
import { eq } from "drizzle-orm";
import {
  calendarFeeds,
  outsideBusy,
  outsideCalendars,
  sessionAnswers,
  sessionNotices,
  sessionRatings,
} from "@/db/schema/sessions-outside";
import type { PersonalData } from "@/lib/platform/module";
import { organisationOfTransaction } from "@/lib/platform/organisation";
import { dataKeyOf, openText } from "@/lib/platform/secrets";
import { sealedPlaces } from "./sealed-places";

/** How a person's sessions left the product and came back: what they answered and said, their feed, their calendars elsewhere. */
export const outsidePersonalData: PersonalData = {
  tables: [
    "calendar_feeds",
    "outside_busy",
    "outside_calendars",
    "session_answers",
    "session_notices",
    "session_ratings",
  ],
  async export(tx, personId) {
    const key = dataKeyOf(await organisationOfTransaction(tx));
    const opened = (sealed: string | null, place: string) => (sealed === null ? null : openText(key, sealed, place));
    const answers = await tx.select().from(sessionAnswers).where(eq(sessionAnswers.personId, personId));
    const ratings = await tx.select().from(sessionRatings).where(eq(sessionRatings.personId, personId));
    const calendars = await tx.select().from(outsideCalendars).where(eq(outsideCalendars.personId, personId));
    const feeds = await tx.select().from(calendarFeeds).where(eq(calendarFeeds.personId, personId));
    return {
      session_answers: answers.map(({ commentEncrypted, ...row }) => ({
        ...row,
        comment: opened(commentEncrypted, sealedPlaces.answer(row)),
      })),
      session_ratings: ratings.map(({ commentEncrypted, ...row }) => ({
        ...row,
        comment: opened(commentEncrypted, sealedPlaces.rating(row)),
      })),
      session_notices: await tx.select().from(sessionNotices).where(eq(sessionNotices.personId, personId)),
      calendar_feeds: feeds.map(({ tokenHash: _, ...row }) => row),
      outside_calendars: calendars.map(({ addressEncrypted, addressHash: _, ...row }) => ({
        ...row,
        address: opened(addressEncrypted, sealedPlaces.calendar(row)),
      })),
      outside_busy: await tx.select().from(outsideBusy).where(eq(outsideBusy.personId, personId)),
    };
  },
  async erase(tx, personId) {
    await tx.delete(outsideBusy).where(eq(outsideBusy.personId, personId));
    await tx.delete(outsideCalendars).where(eq(outsideCalendars.personId, personId));
    await tx.delete(calendarFeeds).where(eq(calendarFeeds.personId, personId));
    // That somebody came, and how content they were, stays in the firm's books; their words go.
    await tx.update(sessionAnswers).set({ commentEncrypted: null }).where(eq(sessionAnswers.personId, personId));
    await tx.update(sessionRatings).set({ commentEncrypted: null }).where(eq(sessionRatings.personId, personId));
  },
};
