import "server-only";
import { asc, desc, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { businessCalendars } from "@/db/schema/business-time";
import { slaPolicies, slaPolicyVersions } from "@/db/schema/sla";
import { query, type QueryContext } from "@/lib/platform/operation";
import { notFound } from "@/lib/platform/refusal";
import { allMeasures } from "../measures";
import { namesOf } from "../names-of";
import { whoReadsClocks } from "../overseers";
import { fieldsOf } from "../promises-from-fields";
import { PolicyId } from "../schemas";

/** All policies, those that hold first, each with what it promises now. */
export const allPolicies = query({
  name: "sla.policies",
  permission: "sla:write",
  input: z.strictObject({}),
  example: () => ({}),
  async run({ tx }) {
    const policies = await tx.select().from(slaPolicies).orderBy(asc(slaPolicies.id));
    const versions = await versionsOf({ tx });
    return policies
      .map((policy) => shown(policy, versions))
      .sort((one, other) => Number(Boolean(one.withdrawnAt)) - Number(Boolean(other.withdrawnAt)));
  },
});

/** One policy as its form has it, with the versions before. */
export const onePolicy = query({
  name: "sla.policy",
  permission: "sla:write",
  input: PolicyId,
  example: ({ slaPolicyId }) => ({ id: slaPolicyId }),
  async run({ tx }, { id }) {
    const [policy] = await tx.select().from(slaPolicies).where(eq(slaPolicies.id, id));
    if (!policy) throw notFound("this policy");
    const versions = await versionsOf({ tx });
    const own = versions.filter(({ policyId }) => policyId === id);
    const names = await namesOf(
      { tx },
      own.map(({ byPersonId }) => byPersonId),
    );
    return {
      ...shown(policy, versions),
      versions: own.map(({ number, from, open, promises, byPersonId }) => ({
        ...{ number, from, open, by: names.get(byPersonId ?? "") ?? null },
        promises: Object.entries(promises).map(([metric, promise]) => fieldsOf(metric, promise)),
      })),
    };
  },
});

/** What a policy can be made of: metrics, the traits by which records are told apart, calendars, and colleagues who can be told. */
export const policyChoices = query({
  name: "sla.policyChoices",
  permission: "sla:write",
  input: z.strictObject({}),
  example: () => ({}),
  async run({ tx }) {
    const measures = [...(await allMeasures()).values()];
    const traits = new Map<string, { value: string; label: string }[]>();
    for (const measured of measures)
      for (const [trait, read] of Object.entries(measured.traits))
        if (!traits.has(trait)) traits.set(trait, await read(tx));
    return {
      metrics: measures.map(({ key }) => key),
      traits: [...traits].map(([key, values]) => ({ key, values })),
      people: (await whoReadsClocks(tx)).map(({ id, name }) => ({ value: id, label: name })),
      calendars: await tx
        .select({ id: businessCalendars.id, name: businessCalendars.name, isDefault: businessCalendars.isDefault })
        .from(businessCalendars)
        .where(isNull(businessCalendars.deletedAt))
        .orderBy(desc(businessCalendars.isDefault), asc(businessCalendars.nameKey)),
    };
  },
});

type Policy = typeof slaPolicies.$inferSelect;
type Version = typeof slaPolicyVersions.$inferSelect;

/** The newest first. */
const versionsOf = ({ tx }: Pick<QueryContext, "tx">): Promise<Version[]> =>
  tx.select().from(slaPolicyVersions).orderBy(desc(slaPolicyVersions.number));

function shown({ id, name, matches, version, withdrawnAt }: Policy, versions: readonly Version[]) {
  const newest = versions.find(({ policyId }) => policyId === id)!;
  return {
    ...{
      id,
      name,
      matches,
      version,
      withdrawnAt,
      calendarId: newest.calendarId,
      number: newest.number,
      since: newest.from,
    },
    promises: Object.entries(newest.promises).map(([metric, promise]) => fieldsOf(metric, promise)),
  };
}
