import { cache } from "react";
import { readPage } from "@/lib/entry/page";
import { oneCompany } from "@/lib/job-search/queries/contacts";
import { searchStanding } from "@/lib/job-search/queries/standing";

/** The company of the address with whose search it belongs to, read once for the page and what it says of itself. */
export const companyOfPage = cache((organisation: string, id: string) =>
  readPage(organisation, async ({ ask }) => {
    const company = await ask(oneCompany, { id });
    return { company, search: await ask(searchStanding, { personId: company.personId }) };
  }),
);
