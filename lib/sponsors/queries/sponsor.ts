import "server-only";
import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { people, roleAssignments, roles } from "@/db/schema/people";
import { packages } from "@/db/schema/packages";
import { programmes } from "@/db/schema/programmes";
import { engagements, separationEvents, sponsorContacts, sponsors } from "@/db/schema/sponsors";
import { query, type QueryContext } from "@/lib/platform/operation";
import { notFound } from "@/lib/platform/refusal";
import { civilDate } from "@/lib/platform/civil-dates";
import { countSeats, whyNoSeat } from "@/lib/sponsors/rules/seats";
import { RecordId } from "@/lib/sponsors/schemas";
import { reservesSeat, usesSeat } from "@/lib/sponsors/seats";
import { canBeContact } from "@/lib/sponsors/can-be-contact";
import { visibleSponsors } from "@/lib/sponsors/visibility";

/** One company with its contacts, contracts and separation events. */
export const oneSponsor = query({
  name: "sponsors.one",
  permission: "sponsors:read",
  input: RecordId,
  example: ({ sponsorId }) => ({ id: sponsorId }),
  async run(context, { id }) {
    const { tx, actor } = context;
    const [sponsor] = await tx
      .select()
      .from(sponsors)
      .where(
        and(
          eq(sponsors.id, id),
          isNull(sponsors.deletedAt),
          visibleSponsors(actor, "sponsors:read", sql`${sponsors.id}`),
        ),
      );
    if (!sponsor) throw notFound("this sponsor");
    const contacts = await tx
      .select({
        id: people.id,
        name: people.name,
        email: people.email,
        headline: people.headline,
        status: people.status,
        seesFigures: sql<boolean>`exists (select 1 from ${roleAssignments} join ${roles} on ${roles.id} = ${roleAssignments.roleId}
          where ${roleAssignments.personId} = ${people.id} and ${roleAssignments.deletedAt} is null and ${roles.key} = 'sponsor')`,
      })
      .from(sponsorContacts)
      .innerJoin(people, eq(people.id, sponsorContacts.personId))
      .where(and(eq(sponsorContacts.sponsorId, id), isNull(people.deletedAt)))
      .orderBy(asc(people.nameKey));
    const events = await tx
      .select({
        id: separationEvents.id,
        name: separationEvents.name,
        handOverOn: separationEvents.handOverOn,
        place: separationEvents.place,
        people: sql<number>`(select count(*)::int from ${programmes}
          where ${programmes.separationEventId} = ${separationEvents.id} and ${programmes.deletedAt} is null)`,
      })
      .from(separationEvents)
      .innerJoin(sponsors, eq(sponsors.id, separationEvents.sponsorId))
      .where(and(eq(separationEvents.sponsorId, id), isNull(separationEvents.deletedAt)))
      .orderBy(desc(separationEvents.handOverOn));
    const [counted] = await tx
      .select({ programmes: sql<number>`count(*)::int` })
      .from(programmes)
      .where(and(eq(programmes.sponsorId, id), isNull(programmes.deletedAt)));
    return {
      ...{ ...sponsor, contacts, events, programmes: counted?.programmes ?? 0 },
      engagements: await engagementsOf(context, sql`${engagements.sponsorId} = ${id}`),
    };
  },
});

/** Who could become a contact of a company: active or known people who are none yet and do not work here, by name. */
export const contactCandidates = query({
  name: "sponsors.candidates",
  permission: "sponsors:write",
  input: RecordId,
  example: ({ sponsorId }) => ({ id: sponsorId }),
  run: ({ tx }, { id }) =>
    tx
      .select({ id: people.id, name: people.name, email: people.email })
      .from(people)
      .innerJoin(sponsors, and(eq(sponsors.id, id), isNull(sponsors.deletedAt)))
      .where(
        and(
          canBeContact,
          sql`not exists (select 1 from ${sponsorContacts}
            where ${sponsorContacts.sponsorId} = ${id} and ${sponsorContacts.personId} = ${people.id})`,
        ),
      )
      .orderBy(asc(people.nameKey))
      .limit(200),
});

/** The contracts with which somebody can be invited today: the one that ends first stands first. */
export const openEngagements = query({
  name: "engagements.open",
  permission: "engagements:read",
  input: z.strictObject({}),
  example: () => ({}),
  async run(context) {
    const today = civilDate(context.now, context.organisation.timeZone);
    const all = await engagementsOf(
      context,
      sql`${engagements.fromOn} <= ${today} and ${engagements.toOn} >= ${today}
        and ${visibleSponsors(context.actor, "engagements:read", sql`${engagements.sponsorId}`)}`,
    );
    return all.filter(({ seats }) => seats.left > 0);
  },
});

/** All companies that are not put away, by name: what a form or a filter offers. */
export const sponsorChoices = query({
  name: "sponsors.choices",
  permission: "sponsors:read",
  input: z.strictObject({}),
  example: () => ({}),
  run: ({ tx, actor }) =>
    tx
      .select({ id: sponsors.id, name: sponsors.name })
      .from(sponsors)
      .where(
        and(
          isNull(sponsors.deletedAt),
          isNull(sponsors.archivedAt),
          visibleSponsors(actor, "sponsors:read", sql`${sponsors.id}`),
        ),
      )
      .orderBy(asc(sponsors.nameKey)),
});

/** Contracts that meet a condition, with their seats and, where nobody can be invited with one, the reason. */
export async function engagementsOf(context: QueryContext, condition: ReturnType<typeof sql>) {
  const today = civilDate(context.now, context.organisation.timeZone);
  const rows = await context.tx
    .select({
      id: engagements.id,
      version: engagements.version,
      sponsorId: engagements.sponsorId,
      sponsorName: sponsors.name,
      industry: sponsors.industry,
      reference: engagements.reference,
      packageId: engagements.packageId,
      packageName: packages.name,
      bought: engagements.seats,
      pricePerSeat: engagements.pricePerSeat,
      currency: engagements.currency,
      fromOn: engagements.fromOn,
      toOn: engagements.toOn,
      reserved: ofEngagement(reservesSeat),
      used: ofEngagement(usesSeat),
    })
    .from(engagements)
    .innerJoin(sponsors, eq(sponsors.id, engagements.sponsorId))
    .innerJoin(packages, eq(packages.id, engagements.packageId))
    .where(and(isNull(engagements.deletedAt), condition))
    .orderBy(asc(engagements.toOn), asc(engagements.referenceKey));
  return rows.map(({ bought, reserved, used, ...row }) => {
    const seats = countSeats(bought, reserved, used);
    return { ...row, seats, whyNoSeat: whyNoSeat(row, seats, today) };
  });
}

const ofEngagement = (condition: ReturnType<typeof sql>) =>
  sql<number>`(select count(*)::int from ${programmes}
    where ${programmes.engagementId} = ${engagements.id} and ${programmes.deletedAt} is null and ${condition})`;
