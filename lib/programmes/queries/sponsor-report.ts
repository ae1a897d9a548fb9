import "server-only";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { people } from "@/db/schema/people";
import { landings } from "@/db/schema/landings";
import { programmePhases, programmes } from "@/db/schema/programmes";
import { seatCharges } from "@/db/schema/seats";
import { engagements, sponsors } from "@/db/schema/sponsors";
import { query, type QueryContext } from "@/lib/platform/operation";
import { notFound } from "@/lib/platform/refusal";
import { hasConsent } from "@/lib/programmes/consents";
import { figuresOf, quarterOf, standingOf, type FigureRow } from "@/lib/programmes/sponsor-figures";
import { sponsorPromises } from "@/lib/programmes/sponsor-promises";
import { civilDate } from "@/lib/platform/civil-dates";
import { engagementsOf } from "@/lib/sponsors/queries/sponsor";
import { visibleSponsors } from "@/lib/sponsors/visibility";

const ReportInput = z.strictObject({ sponsorId: z.uuid().optional() });

/**
 * What a sponsor may know: its contracts, figures over the programmes it pays for, never over fewer than five people who kept silent,
 * and the stage of those who consent to that, by name. Names of others are not even read.
 */
export const sponsorReport = query({
  name: "programmes.sponsorReport",
  permission: "sponsor-report:read",
  input: ReportInput,
  example: ({ sponsorId }) => ({ sponsorId }),
  async run(context, { sponsorId }) {
    const { tx, actor } = context;
    const companies = await tx
      .select({ id: sponsors.id, name: sponsors.name })
      .from(sponsors)
      .where(and(isNull(sponsors.deletedAt), visibleSponsors(actor, "sponsor-report:read", sql`${sponsors.id}`)))
      .orderBy(asc(sponsors.nameKey));
    const sponsor = sponsorId ? companies.find(({ id }) => id === sponsorId) : companies[0];
    if (!sponsor) {
      if (sponsorId) throw notFound("this sponsor");
      return { companies, sponsor: null };
    }
    const rows = await figureRows(context, sponsor.id);
    const today = civilDate(context.now, context.organisation.timeZone);
    return {
      companies,
      sponsor: {
        ...sponsor,
        today,
        quarter: quarterOf(today),
        figures: figuresOf(rows),
        open: await openStages(context, sponsor.id),
        engagements: await engagementsOf(context, sql`${engagements.sponsorId} = ${sponsor.id}`),
        billed: await billedByQuarter(context, sponsor.id),
        promises: await sponsorPromises(context, sponsor.id),
      },
    };
  },
});

/** The programmes that a company pays for and that took their seat, or still keep it. */
const paidBy = (sponsorId: string) =>
  and(
    eq(programmes.sponsorId, sponsorId),
    isNull(programmes.deletedAt),
    sql`(${programmes.activatedAt} is not null or ${programmes.state} in ('invited', 'intake'))`,
  );

const landedOn = sql<string | null>`(select ${landings.acceptedOn}::text from ${landings}
  where ${landings.programmeId} = ${programmes.id} and ${landings.fellThroughAt} is null and ${landings.deletedAt} is null
  limit 1)`;
const phaseName = sql<string>`coalesce((select ${programmePhases.name} from ${programmePhases}
  where ${programmePhases.programmeId} = ${programmes.id} and ${programmePhases.position} = ${programmes.phasePosition}
  limit 1), '')`;

const figureRows = ({ tx, organisation }: QueryContext, sponsorId: string): Promise<FigureRow[]> =>
  tx
    .select({
      state: programmes.state,
      phase: phaseName,
      phasePosition: programmes.phasePosition,
      activatedOn: sql<string | null>`(${programmes.activatedAt} at time zone ${organisation.timeZone})::date::text`,
      landedOn,
      satisfaction: sql<number | null>`(select ${landings.satisfaction} from ${landings}
        where ${landings.programmeId} = ${programmes.id} and ${landings.fellThroughAt} is null
          and ${landings.deletedAt} is null limit 1)`,
      consents: hasConsent("stage"),
    })
    .from(programmes)
    // Nothing of the person is read: a join makes the columns within the subselects say of which table they are.
    .innerJoin(people, eq(people.id, programmes.executiveId))
    .where(paidBy(sponsorId));

/** Those who said that the sponsor may know where they stand. */
async function openStages({ tx }: QueryContext, sponsorId: string) {
  const rows = await tx
    .select({ name: people.name, state: programmes.state, landedOn, phase: phaseName })
    .from(programmes)
    .innerJoin(people, eq(people.id, programmes.executiveId))
    .where(and(paidBy(sponsorId), hasConsent("stage")))
    .orderBy(asc(programmes.executiveKey));
  return rows.map(({ name, phase, ...row }) => {
    const standing = standingOf(row);
    return { name, standing, phase: standing === "running" ? phase : null };
  });
}

/** Seats billed and what they cost, by quarter and currency. */
async function billedByQuarter({ tx, organisation }: QueryContext, sponsorId: string) {
  const quarter = sql<string>`to_char(${seatCharges.billedAt} at time zone ${organisation.timeZone}, 'YYYY-"Q"Q')`;
  return tx
    .select({
      quarter,
      currency: seatCharges.currency,
      seats: sql<number>`count(*)::int`,
      amount: sql<number>`sum(${seatCharges.amount})::float8`,
    })
    .from(seatCharges)
    .innerJoin(engagements, eq(engagements.id, seatCharges.engagementId))
    .where(eq(engagements.sponsorId, sponsorId))
    .groupBy(sql`1`, seatCharges.currency)
    .orderBy(sql`1 desc`);
}
