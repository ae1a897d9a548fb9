import "server-only";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { people } from "@/db/schema/people";
import { sessionRatings } from "@/db/schema/sessions-outside";
import { sessionAttendees, sessionHosts } from "@/db/schema/scheduling";
import { notify } from "@/lib/notifications/notify";
import { personIdOf } from "@/lib/platform/actor";
import { command, query, type QueryContext } from "@/lib/platform/operation";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { dataKeyOf, sealText } from "@/lib/platform/secrets";
import { hostIdsOf, loadSession, type SessionRow } from "../load";
import { RateInput } from "./rating-schema";
import { sealedPlaces } from "./sealed-places";

/** How a session was, said once by somebody who took part. Who held it reads it. */
export const rateSession = command({
  name: "scheduling.rate",
  permission: "sessions:write",
  input: RateInput,
  example: ({ pastSessionId }) => ({ id: pastSessionId, rating: 5, comment: "Clear, and to the point." }),
  async run(context, { id, rating, comment }): Promise<{ id: string }> {
    const { tx, now, organisation, record } = context;
    const session = await loadSession(context, id, "sessions:write", true);
    const place = await ownPlace(context, id);
    if (!place || !mayBeRated(session, place.state, now))
      throw new Refusal("state", "A session is rated by who took part in it, once it is over.");
    const personId = place.personId;
    const [row] = await tx
      .insert(sessionRatings)
      .values({
        ...{ sessionId: id, personId, programmeId: place.programmeId, rating, ratedAt: now },
        commentEncrypted: comment
          ? sealText(dataKeyOf(organisation), comment, sealedPlaces.rating({ sessionId: id, personId }))
          : null,
      })
      .onConflictDoNothing()
      .returning();
    if (!row) throw new Refusal("state", "You have said already how this session was.");
    const { commentEncrypted: _, ...kept } = row;
    record("session-rating", null, kept);
    await notify(context, {
      personIds: (await hostIdsOf(context, id)).filter((hostId) => hostId !== personId),
      kind: "scheduling.rated",
      data: { title: session.title, name: place.name, rating },
      href: `/sessions/${id}`,
      dedupeKey: `scheduling.rated/${id}/${personId}`,
      about: { entity: "booked-session", id },
    });
    return { id };
  },
});

/** What the page asks on which one says how a session was: which one, who held it, and what was said already. */
export const ratingOf = query({
  name: "scheduling.rating",
  permission: "sessions:read",
  input: z.strictObject({ id: z.uuid() }),
  example: ({ pastSessionId }) => ({ id: pastSessionId }),
  async run(context, { id }) {
    const session = await loadSession(context, id, "sessions:read");
    const place = await ownPlace(context, id);
    if (!place) throw notFound("this session");
    const [given] = await context.tx
      .select({ rating: sessionRatings.rating })
      .from(sessionRatings)
      .where(and(eq(sessionRatings.sessionId, id), eq(sessionRatings.personId, place.personId)));
    const hosts = await context.tx
      .select({ name: people.name })
      .from(sessionHosts)
      .innerJoin(people, eq(people.id, sessionHosts.personId))
      .where(eq(sessionHosts.sessionId, id))
      .orderBy(people.nameKey);
    return {
      ...{ id, title: session.title, startsAt: session.startsAt, programmeId: place.programmeId },
      hosts: hosts.map(({ name }) => name),
      given: given?.rating ?? null,
      open: mayBeRated(session, place.state, context.now),
    };
  },
});

const mayBeRated = ({ state, endsAt }: SessionRow, place: string, now: Date): boolean =>
  endsAt <= now && (state === "booked" || state === "done") && (place === "booked" || place === "attended");

async function ownPlace({ tx, actor }: Pick<QueryContext, "tx" | "actor">, sessionId: string) {
  const personId = personIdOf(actor);
  if (!personId) return null;
  const [place] = await tx
    .select({
      ...{ personId: sessionAttendees.personId, name: people.name },
      ...{ programmeId: sessionAttendees.programmeId, state: sessionAttendees.state },
    })
    .from(sessionAttendees)
    .innerJoin(people, eq(people.id, sessionAttendees.personId))
    .where(and(eq(sessionAttendees.sessionId, sessionId), eq(sessionAttendees.personId, personId)));
  return place ?? null;
}
