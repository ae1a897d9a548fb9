import { cache } from "react";
import { readPage } from "@/lib/entry/page";
import { oneOpportunity } from "@/lib/job-search/queries/opportunities";
import { searchStanding } from "@/lib/job-search/queries/standing";

/** The opportunity of the address with whose search it belongs to, read once for the page and what it says of itself. */
export const opportunityOfPage = cache((organisation: string, id: string) =>
  readPage(organisation, async ({ ask, organisation: { currency } }) => {
    const opportunity = await ask(oneOpportunity, { id });
    return { opportunity, search: await ask(searchStanding, { personId: opportunity.personId }), currency };
  }),
);
