import "server-only";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { people } from "@/db/schema/people";
import { programmes } from "@/db/schema/programmes";
import { separationPeople } from "@/db/schema/seats";
import { separationEvents, sponsors } from "@/db/schema/sponsors";
import { query, type QueryContext } from "@/lib/platform/operation";
import { loadColleagues } from "@/lib/programmes/queries/consultants";
import { ProgrammeId } from "@/lib/programmes/schemas";
import { suggestConsultants, type Suggestion } from "@/lib/programmes/suggest-consultants";
import { visibleProgrammes } from "@/lib/programmes/visibility";

const consultants = alias(people, "consultants");

/** The programmes of a separation event that the actor may see, and how many there are of each state in all. */
export const separationProgrammes = query({
  name: "programmes.ofSeparation",
  permission: "separations:read",
  input: ProgrammeId,
  example: ({ separationEventId }) => ({ id: separationEventId }),
  async run({ tx, actor }, { id }) {
    const ofEvent = and(eq(programmes.separationEventId, id), isNull(programmes.deletedAt));
    const seen = await tx
      .select({
        id: programmes.id,
        name: people.name,
        lastRole: programmes.lastRole,
        state: programmes.state,
        consultantName: consultants.name,
      })
      .from(programmes)
      .innerJoin(people, eq(people.id, programmes.executiveId))
      .innerJoin(consultants, eq(consultants.id, programmes.consultantId))
      .where(and(ofEvent, visibleProgrammes(actor)))
      .orderBy(asc(programmes.executiveKey));
    const states = await tx
      .select({ state: programmes.state, programmes: sql<number>`count(*)::int` })
      .from(programmes)
      .where(ofEvent)
      .groupBy(programmes.state);
    return { seen, states };
  },
});

/** Who could look after each person on the list of an event who has no consultant yet, with the reasons; keyed by the entry. */
export const suggestedConsultants = query({
  name: "programmes.suggestions",
  permission: "separations:read",
  input: ProgrammeId,
  example: ({ separationEventId }) => ({ id: separationEventId }),
  run: (context, { id }): Promise<Record<string, Suggestion>> => suggestionsFor(context, id),
});

/** The best suggestion for each, as if those before were taken: so that a long list does not fall to one consultant alone. */
export async function suggestionsFor({ tx }: Pick<QueryContext, "tx">, eventId: string) {
  const waiting = await tx
    .select({
      id: separationPeople.id,
      language: separationPeople.language,
      place: separationPeople.place,
      industry: sponsors.industry,
    })
    .from(separationPeople)
    .innerJoin(separationEvents, eq(separationEvents.id, separationPeople.separationEventId))
    .innerJoin(sponsors, eq(sponsors.id, separationEvents.sponsorId))
    .where(
      and(
        eq(separationPeople.separationEventId, eventId),
        isNull(separationPeople.programmeId),
        isNull(separationPeople.consultantId),
      ),
    )
    .orderBy(asc(separationPeople.nameKey));
  const colleagues = await loadColleagues(tx);
  const suggestions: Record<string, Suggestion> = {};
  for (const { id, ...executive } of waiting) {
    const [best] = suggestConsultants(executive, colleagues);
    if (!best) break;
    suggestions[id] = best;
    const chosen = colleagues.find((one) => one.id === best.consultant.id);
    if (chosen) chosen.running += 1;
  }
  return suggestions;
}
