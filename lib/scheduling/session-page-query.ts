import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { sessionGuests } from "@/db/schema/booking-pages";
import { people } from "@/db/schema/people";
import { programmes } from "@/db/schema/programmes";
import { personIdOf, scopesOf } from "@/lib/platform/actor";
import { query } from "@/lib/platform/operation";
import { dataKeyOf, openText } from "@/lib/platform/secrets";
import { visibleProgrammes } from "@/lib/programmes/visibility";
import { openAnswers } from "./guests/sealed-guests";
import { attendeesOf, typeById } from "./load";
import { oneSession } from "./queries";
import { takesPlace } from "./rules/places";
import { runsOne } from "./runs-one";
import { SessionId } from "./schemas";
import { seriesAround } from "./series-around";

/** A session as its page shows it: what everybody who takes part may know of it, and to who holds it what was answered at booking. */
export const sessionPage = query({
  name: "scheduling.page",
  permission: "sessions:read",
  input: SessionId,
  example: ({ sessionId }) => ({ id: sessionId }),
  async run(context, { id }) {
    const { ask, tx, actor, organisation } = context;
    const session = await ask(oneSession, { id });
    const { questions, description } = await typeById(context, session.typeId, true);
    const self = personIdOf(actor);
    const places = await attendeesOf(context, id);
    const own = places.find(({ personId }) => personId === self);
    const runs = runsOne(context, session);
    const seen = [...session.hosts, ...session.attendees].map((person) => person.id);
    const zones = seen.length
      ? await tx.select({ id: people.id, timeZone: people.timeZone }).from(people).where(inArray(people.id, seen))
      : [];
    const programmeIds = places.flatMap(({ programmeId }) => programmeId ?? []);
    const reached = programmeIds.length
      ? await tx
          .select({ id: programmes.id })
          .from(programmes)
          .where(and(inArray(programmes.id, programmeIds), visibleProgrammes(actor)))
      : [];
    const [booker] = await tx.select().from(sessionGuests).where(eq(sessionGuests.sessionId, id));
    // Who a guest is and what they said is for who runs the session.
    const guest = booker && runs ? { ...booker, said: openAnswers(organisation, booker) } : null;
    const key = dataKeyOf(organisation);
    const said = ({ answersEncrypted, programmeId }: (typeof places)[number]): Record<string, string> =>
      answersEncrypted && programmeId
        ? (JSON.parse(openText(key, answersEncrypted, `session-answers:${programmeId}`)) as Record<string, string>)
        : {};
    return {
      ...{ ...session, description, runs, own: own ? { state: own.state, programmeId: own.programmeId } : null },
      zones: {
        ...Object.fromEntries(zones.map((person) => [person.id, person.timeZone ?? organisation.timeZone])),
        ...(guest ? { [guest.id]: guest.timeZone } : {}),
      } as Record<string, string>,
      guest: guest ? { email: guest.email, note: guest.said.note } : null,
      attendees: session.attendees.map((person) => {
        const place = places.find(({ personId }) => personId === person.id);
        const answers = place ? (runs || person.id === self ? said(place) : {}) : (guest?.said.answers ?? {});
        return {
          ...person,
          programmeId: reached.some((programme) => programme.id === place?.programmeId) ? place!.programmeId : null,
          answers: questions.flatMap(({ key: asked, label }) =>
            answers[asked] ? [{ label, answer: answers[asked] }] : [],
          ),
        };
      }),
      taken: places.filter(({ state }) => takesPlace(state)).length,
      holds: scopesOf(actor, "sessions:hold").size > 0,
      series: await seriesAround(context, session),
    };
  },
});
