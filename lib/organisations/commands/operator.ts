import "server-only";
import { and, asc, count, eq, isNull, lt } from "drizzle-orm";
import { z } from "zod";
import { memberships } from "@/db/schema/identity";
import { organisations } from "@/db/schema/organisations";
import { beginModules } from "@/lib/organisations/begin-modules";
import { modulesOfPlan, withinPlan } from "@/lib/organisations/modules-of-plan";
import { provision } from "@/lib/organisations/provision";
import { CreateInput, PlanInput, ResumeInput, SuspendInput, SwitchModulesInput } from "@/lib/organisations/schemas";
import { installationCommand, installationQuery, type InstallationContext } from "@/lib/platform/operation";
import { planLimits, type Plan } from "@/lib/platform/plans";
import { notFound, Refusal } from "@/lib/platform/refusal";

/*
 * What who runs the installation does with organisations. The directory, plans and switches; never what is in them.
 */

export interface DirectoryRow {
  id: string;
  slug: string;
  name: string;
  plan: Plan;
  modules: string[];
  limits: Record<string, number>;
  accounts: number;
  createdAt: Date;
  trialEndsAt: Date | null;
  suspendedAt: Date | null;
  suspendedReason: string | null;
  demo: boolean;
}

/** All organisations of the installation, by name. */
export const directory = installationQuery({
  name: "organisations.directory",
  permission: "operator",
  input: z.strictObject({}),
  async run({ tx }): Promise<DirectoryRow[]> {
    const rows = await tx
      .select({
        id: organisations.id,
        slug: organisations.slug,
        name: organisations.name,
        plan: organisations.plan,
        modules: organisations.modules,
        limits: organisations.limits,
        accounts: count(memberships.id),
        createdAt: organisations.createdAt,
        trialEndsAt: organisations.trialEndsAt,
        suspendedAt: organisations.suspendedAt,
        suspendedReason: organisations.suspendedReason,
        demo: organisations.demo,
      })
      .from(organisations)
      .leftJoin(memberships, and(eq(memberships.organisationId, organisations.id), isNull(memberships.endedAt)))
      .groupBy(organisations.id)
      .orderBy(asc(organisations.name), asc(organisations.id));
    return rows as DirectoryRow[];
  },
});

/** Makes an organisation and invites its administrator by mail. */
export const createOrganisation = installationCommand({
  name: "organisations.create",
  permission: "operator",
  input: CreateInput,
  async run(context, { name, slug, plan, administratorName, administratorEmail }) {
    const administrator = { name: administratorName, email: administratorEmail, invite: true as const };
    const made = await provision(context, { name, slug, plan, administrator });
    return { organisationId: made.organisationId, slug: made.slug };
  },
});

/** Sets the plan and what was agreed beside it. Modules that the new plan does not contain are switched off. */
export const changePlan = installationCommand({
  name: "organisations.changePlan",
  permission: "operator",
  input: PlanInput,
  async run(context, { organisationId, plan, endTrial, limits = {} }): Promise<{ slug: string }> {
    const before = await lock(context, organisationId);
    const known = Object.keys(planLimits[plan]);
    const unknown = Object.keys(limits).find((key) => !known.includes(key));
    if (unknown) throw new Refusal("invalid", `There is no limit “${unknown}”.`, "limits");
    const agreed = { ...before.limits };
    for (const [key, value] of Object.entries(limits)) {
      if (value === null) delete agreed[key];
      else agreed[key] = value;
    }
    const contained = modulesOfPlan(plan);
    return change(context, before, {
      plan,
      limits: agreed,
      modules: before.modules.filter((module) => contained.includes(module)),
      ...(endTrial ? { trialEndsAt: null } : {}),
    });
  },
});

/** Which modules an organisation has switched on. */
export const switchModules = installationCommand({
  name: "organisations.switchModules",
  permission: "operator",
  input: SwitchModulesInput,
  async run(context, { organisationId, modules }): Promise<{ slug: string }> {
    const before = await lock(context, organisationId);
    const changed = { modules: withinPlan(before.plan as Plan, modules) };
    const done = await change(context, before, changed);
    // Within a suspended organisation nothing runs; its modules begin when it is resumed.
    if (!before.suspendedAt) await begin(context, { ...before, ...changed });
    return done;
  },
});

/** Closes an organisation for everybody until it is resumed. Nothing in it is lost. */
export const suspendOrganisation = installationCommand({
  name: "organisations.suspend",
  permission: "operator",
  input: SuspendInput,
  async run(context, { organisationId, reason }): Promise<{ slug: string }> {
    const before = await lock(context, organisationId);
    if (before.suspendedAt) throw new Refusal("state", `${before.name} is suspended already.`);
    return change(context, before, { suspendedAt: context.now, suspendedReason: reason });
  },
});

export const resumeOrganisation = installationCommand({
  name: "organisations.resume",
  permission: "operator",
  input: ResumeInput,
  async run(context, { organisationId }): Promise<{ slug: string }> {
    const before = await lock(context, organisationId);
    if (!before.suspendedAt) throw new Refusal("state", `${before.name} is not suspended.`);
    const done = await change(context, before, { suspendedAt: null, suspendedReason: null });
    await begin(context, before);
    return done;
  },
});

/** Trials that are over go on in the free plan. Nothing is deleted; what is over its limits can be read, not added to. */
export const endTrials = installationCommand({
  name: "organisations.endTrials",
  permission: "operator",
  input: z.strictObject({}),
  async run(context): Promise<{ ended: number }> {
    const { tx, now } = context;
    const over = await tx.select().from(organisations).where(lt(organisations.trialEndsAt, now)).for("update");
    const contained = modulesOfPlan("free");
    for (const before of over)
      await change(context, before, {
        plan: "free",
        trialEndsAt: null,
        modules: before.modules.filter((module) => contained.includes(module)),
      });
    return { ended: over.length };
  },
});

type Organisation = typeof organisations.$inferSelect;

async function lock({ tx }: InstallationContext, organisationId: string): Promise<Organisation> {
  const [row] = await tx.select().from(organisations).where(eq(organisations.id, organisationId)).for("update");
  if (!row) throw notFound("this organisation");
  return row;
}

const begin = ({ inside }: InstallationContext, organisation: Organisation): Promise<void> =>
  beginModules(organisation, (beginning) => inside(organisation.id, "organisations.switchModules", beginning, {}));

async function change(
  { tx, now, record }: InstallationContext,
  before: Organisation,
  changed: Partial<typeof organisations.$inferInsert>,
): Promise<{ slug: string }> {
  const [after] = await tx
    .update(organisations)
    .set({ ...changed, version: before.version + 1, updatedAt: now })
    .where(eq(organisations.id, before.id))
    .returning();
  record("organisation", before, after ?? null);
  return { slug: before.slug };
}
