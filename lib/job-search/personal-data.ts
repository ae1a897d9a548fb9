import "server-only";
import { eq } from "drizzle-orm";
import {
  offerCriteria,
  offerScores,
  opportunities,
  opportunityMoves,
  outreach,
  searchCompanies,
  searchContacts,
  searchWeeks,
} from "@/db/schema/job-search";
import type { PersonalData } from "@/lib/platform/module";
import { organisationOfTransaction } from "@/lib/platform/organisation";
import { openPay } from "@/lib/programmes/pay";

/** In the order in which rows can be deleted: what points before what is pointed at. */
const tables = {
  offer_scores: offerScores,
  offer_criteria: offerCriteria,
  outreach,
  opportunity_moves: opportunityMoves,
  opportunities,
  search_contacts: searchContacts,
  search_companies: searchCompanies,
  search_weeks: searchWeeks,
} as const;

/** A search is the person's own: it goes along whole, and is erased whole, with everything about the people in it. */
export const searchPersonalData: PersonalData = {
  tables: Object.keys(tables),
  async export(tx, personId) {
    const found: Record<string, unknown[]> = {};
    for (const [name, table] of Object.entries(tables))
      found[name] = await tx.select().from(table).where(eq(table.personId, personId));
    const organisation = await organisationOfTransaction(tx);
    found.opportunities = (found.opportunities as Array<typeof opportunities.$inferSelect>).map(
      ({ agreedPayEncrypted, ...row }) => ({
        ...row,
        agreedPay: openPay({ organisation }, agreedPayEncrypted, `opportunity:${row.id}:pay`),
      }),
    );
    return found;
  },
  async erase(tx, personId) {
    for (const table of Object.values(tables)) await tx.delete(table).where(eq(table.personId, personId));
  },
};
