import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { organisations } from "@/db/schema/organisations";
import type { Plan } from "@/lib/platform/plans";
import { notFound } from "@/lib/platform/refusal";

/** What everything in an organisation depends on, read with the actor. */
export interface OrganisationFacts {
  id: string;
  slug: string;
  name: string;
  locale: string;
  timeZone: string;
  currency: string;
  plan: Plan;
  modules: readonly string[];
  limits: Readonly<Record<string, number>>;
  settings: Readonly<Record<string, unknown>>;
  dataKey: string;
  suspendedAt: Date | null;
  trialEndsAt: Date | null;
  demo: boolean;
}

/** The columns of the facts, for who reads them along with something else. */
export const organisationColumns = {
  id: organisations.id,
  slug: organisations.slug,
  name: organisations.name,
  locale: organisations.locale,
  timeZone: organisations.timeZone,
  currency: organisations.currency,
  plan: organisations.plan,
  modules: organisations.modules,
  limits: organisations.limits,
  settings: organisations.settings,
  dataKey: organisations.dataKey,
  suspendedAt: organisations.suspendedAt,
  trialEndsAt: organisations.trialEndsAt,
  demo: organisations.demo,
};

/** The facts of the transaction's own organisation; refused as not found when it does not exist. */
export async function organisationOfTransaction(tx: Transaction): Promise<OrganisationFacts> {
  const [row] = await tx
    .select(organisationColumns)
    .from(organisations)
    .where(eq(organisations.id, sql`current_organisation()`));
  if (!row) throw notFound("this organisation");
  return row as OrganisationFacts;
}
