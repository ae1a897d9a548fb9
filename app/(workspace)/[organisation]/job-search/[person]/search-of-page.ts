import { cache } from "react";
import { readPage } from "@/lib/entry/page";
import { searchStanding } from "@/lib/job-search/queries/standing";

/** Whose search the address names and how it stands, read once for header and page. */
export const searchOfPage = cache((organisation: string, person: string) =>
  readPage(organisation, ({ ask }) => ask(searchStanding, { personId: person })),
);
