import "server-only";
import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { offerCriteria, offerScores, opportunities } from "@/db/schema/job-search";
import { assertReaches } from "@/lib/job-search/reach";
import { greatestTotal, tippingPoints, weigh } from "@/lib/job-search/rules/offers";
import { PersonOfSearch } from "@/lib/job-search/schemas";
import { query } from "@/lib/platform/operation";

/** The offers on the table, compared on what matters to the person. */
export const comparedOffers = query({
  name: "job-search.offers",
  permission: "job-search:read",
  input: PersonOfSearch,
  example: ({ executiveId }) => ({ personId: executiveId }),
  async run(context, { personId }) {
    await assertReaches(context, "job-search:read", personId);
    const { tx } = context;
    const criteria = await tx
      .select({ id: offerCriteria.id, name: offerCriteria.name, weight: offerCriteria.weight })
      .from(offerCriteria)
      .where(and(eq(offerCriteria.personId, personId), isNull(offerCriteria.deletedAt)))
      .orderBy(asc(offerCriteria.position), asc(offerCriteria.id));
    const offers = await tx
      .select({
        id: opportunities.id,
        title: opportunities.title,
        companyName: opportunities.companyName,
        place: opportunities.place,
        stage: opportunities.stage,
        payFromMinor: opportunities.payFromMinor,
        payToMinor: opportunities.payToMinor,
        currency: opportunities.currency,
      })
      .from(opportunities)
      .where(
        and(
          eq(opportunities.personId, personId),
          isNull(opportunities.deletedAt),
          inArray(opportunities.stage, ["offer", "accepted"]),
        ),
      )
      .orderBy(asc(opportunities.stageSince), asc(opportunities.id));
    const given =
      offers.length > 0
        ? await tx
            .select()
            .from(offerScores)
            .where(
              inArray(
                offerScores.opportunityId,
                offers.map(({ id }) => id),
              ),
            )
        : [];
    const scored = offers.map(({ id }) => ({
      id,
      scores: Object.fromEntries(
        given.filter(({ opportunityId }) => opportunityId === id).map(({ criterionId, score }) => [criterionId, score]),
      ),
    }));
    return {
      criteria,
      offers: offers.map((offer) => ({ ...offer, scores: scored.find(({ id }) => id === offer.id)!.scores })),
      order: weigh(criteria, scored),
      most: greatestTotal(criteria),
      tips: tippingPoints(criteria, scored),
    };
  },
});
