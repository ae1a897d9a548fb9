import "server-only";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { people } from "@/db/schema/people";
import { separationPeople } from "@/db/schema/seats";
import { engagements, separationEvents, sponsors } from "@/db/schema/sponsors";
import { query } from "@/lib/platform/operation";
import { notFound } from "@/lib/platform/refusal";
import { engagementsOf } from "@/lib/sponsors/queries/sponsor";
import { RecordId } from "@/lib/sponsors/schemas";
import { visibleSponsors } from "@/lib/sponsors/visibility";

/** One separation event with its contract and everybody on its list who was not invited yet. */
export const oneSeparation = query({
  name: "separations.one",
  permission: "separations:read",
  input: RecordId,
  example: ({ separationEventId }) => ({ id: separationEventId }),
  async run(context, { id }) {
    const { tx, actor } = context;
    const [event] = await tx
      .select({
        id: separationEvents.id,
        version: separationEvents.version,
        name: separationEvents.name,
        sponsorId: separationEvents.sponsorId,
        sponsorName: sponsors.name,
        industry: sponsors.industry,
        engagementId: separationEvents.engagementId,
        handOverOn: separationEvents.handOverOn,
        place: separationEvents.place,
        onSite: separationEvents.onSite,
        onSitePersonId: separationEvents.onSitePersonId,
        onSiteName: people.name,
        onSiteHours: separationEvents.onSiteHours,
      })
      .from(separationEvents)
      .innerJoin(sponsors, eq(sponsors.id, separationEvents.sponsorId))
      .leftJoin(people, eq(people.id, separationEvents.onSitePersonId))
      .where(
        and(
          eq(separationEvents.id, id),
          isNull(separationEvents.deletedAt),
          visibleSponsors(actor, "separations:read", sql`${separationEvents.sponsorId}`),
        ),
      );
    if (!event) throw notFound("this event");
    const [engagement] = await engagementsOf(context, sql`${engagements.id} = ${event.engagementId}`);
    const waiting = await tx
      .select({
        id: separationPeople.id,
        version: separationPeople.version,
        name: separationPeople.name,
        email: separationPeople.email,
        lastRole: separationPeople.lastRole,
        noticeOn: separationPeople.noticeOn,
        place: separationPeople.place,
        language: separationPeople.language,
        consultantId: separationPeople.consultantId,
        consultantName: people.name,
      })
      .from(separationPeople)
      .leftJoin(people, eq(people.id, separationPeople.consultantId))
      .where(and(eq(separationPeople.separationEventId, id), isNull(separationPeople.programmeId)))
      .orderBy(asc(separationPeople.nameKey));
    return { ...event, engagement: engagement!, waiting };
  },
});

/** One entry of a list, to be corrected. */
export const oneListed = query({
  name: "separations.listed",
  permission: "separations:read",
  input: RecordId,
  example: ({ separationPersonId }) => ({ id: separationPersonId }),
  async run({ tx, actor }, { id }) {
    const [row] = await tx
      .select({ entry: separationPeople })
      .from(separationPeople)
      .innerJoin(separationEvents, eq(separationEvents.id, separationPeople.separationEventId))
      .where(
        and(
          eq(separationPeople.id, id),
          isNull(separationEvents.deletedAt),
          visibleSponsors(actor, "separations:read", sql`${separationEvents.sponsorId}`),
        ),
      );
    if (!row) throw notFound("this person on the list");
    return row.entry;
  },
});
