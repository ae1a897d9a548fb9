import "server-only";
import { isNull } from "drizzle-orm";
import { acrossSweep } from "@/db/across";
import { organisations } from "@/db/schema/organisations";
import { moduleIsOn, type Plan } from "@/lib/platform/plans";

/** Ids of the organisations in which a module is switched on, but for those that are suspended: where a sweep looks for work. */
export async function organisationsWith(module: string): Promise<string[]> {
  const rows = await acrossSweep((tx) =>
    tx
      .select({ id: organisations.id, plan: organisations.plan, modules: organisations.modules })
      .from(organisations)
      .where(isNull(organisations.suspendedAt)),
  );
  return rows.filter(({ plan, modules }) => moduleIsOn({ plan: plan as Plan, modules }, module)).map(({ id }) => id);
}
