import { cache } from "react";
import { readPage } from "@/lib/entry/page";
import { oneContact } from "@/lib/job-search/queries/contacts";
import { searchStanding } from "@/lib/job-search/queries/standing";

/** The contact of the address with whose search it belongs to, read once for the page and what it says of itself. */
export const contactOfPage = cache((organisation: string, id: string) =>
  readPage(organisation, async ({ ask }) => {
    const contact = await ask(oneContact, { id });
    return { contact, search: await ask(searchStanding, { personId: contact.personId }) };
  }),
);
