import "server-only";
import { asc, eq, sql } from "drizzle-orm";
import { sessionGuests } from "@/db/schema/booking-pages";
import { people } from "@/db/schema/people";
import { sessionAnswers, sessionRatings } from "@/db/schema/sessions-outside";
import { query } from "@/lib/platform/operation";
import { dataKeyOf, openText } from "@/lib/platform/secrets";
import { loadSession } from "../load";
import { SessionId } from "../schemas";
import { sealedPlaces } from "./sealed-places";
import { sequenceFor, sessionPeople } from "./session-people";

/** What came back of a session: how calendars answered its invitation, and how it was. For who holds it or looks after it. */
export const afterwards = query({
  name: "scheduling.afterwards",
  permission: "sessions:hold",
  input: SessionId,
  example: ({ pastSessionId }) => ({ id: pastSessionId }),
  async run(context, { id }) {
    const { tx, organisation } = context;
    const session = await loadSession(context, id, "sessions:hold");
    const about = await sessionPeople(context, session);
    const key = dataKeyOf(organisation);
    const answers = await tx
      .select({ given: sessionAnswers, name: sql<string>`coalesce(${people.name}, ${sessionGuests.name}, '')` })
      .from(sessionAnswers)
      .leftJoin(people, eq(people.id, sessionAnswers.personId))
      .leftJoin(sessionGuests, eq(sessionGuests.id, sessionAnswers.guestId))
      .where(eq(sessionAnswers.sessionId, id))
      .orderBy(asc(people.nameKey), asc(people.id));
    const ratings = await tx
      .select({ given: sessionRatings, name: people.name })
      .from(sessionRatings)
      .innerJoin(people, eq(people.id, sessionRatings.personId))
      .where(eq(sessionRatings.sessionId, id))
      .orderBy(asc(people.nameKey), asc(people.id));
    const opened = (sealed: string | null, place: string) => (sealed === null ? null : openText(key, sealed, place));
    return {
      answers: answers.map(({ name, given }) => ({
        ...{ id: given.id, name, answer: given.answer, at: given.stampedAt },
        ...{ proposedFrom: given.proposedFrom, proposedTo: given.proposedTo },
        comment: opened(given.commentEncrypted, sealedPlaces.answer(given)),
        /** It was given before the session came to be where it is now. */
        isOld: given.sequence < sequenceFor(about, given.personId ?? given.guestId!),
      })),
      ratings: ratings.map(({ name, given }) => ({
        ...{ id: given.id, name, rating: given.rating, at: given.ratedAt },
        comment: opened(given.commentEncrypted, sealedPlaces.rating(given)),
      })),
    };
  },
});
