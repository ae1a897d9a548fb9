import "server-only";
import { and, asc, desc, eq, inArray, isNull } from "drizzle-orm";
import { careerPlans, planEditions, planGoals, planMilestones, planSignoffs, planSteps } from "@/db/schema/plans";
import { people } from "@/db/schema/people";
import type { CommandContext, QueryContext } from "@/lib/platform/operation";
import { notFound } from "@/lib/platform/refusal";
import type { PlanContent } from "@/lib/plans/rules/content";
import { assertGoingOn, loadProgramme, type Programme } from "@/lib/programmes/load";

export type Plan = typeof careerPlans.$inferSelect;
export type Part = "executive" | "consultant";

type Reading = Pick<QueryContext, "tx">;

/** The plan of a programme that is known to be visible; null while nobody wrote one. */
export async function planOf({ tx }: Reading, programmeId: string): Promise<Plan | null> {
  const [plan] = await tx
    .select()
    .from(careerPlans)
    .where(and(eq(careerPlans.programmeId, programmeId), isNull(careerPlans.deletedAt)));
  return plan ?? null;
}

/** The goals of a plan, in their order. */
export async function goalsOf({ tx }: Reading, planId: string) {
  return tx
    .select()
    .from(planGoals)
    .where(and(eq(planGoals.planId, planId), isNull(planGoals.deletedAt)))
    .orderBy(asc(planGoals.position), asc(planGoals.id));
}

/** The milestones of a plan with their steps, in their order. */
export async function milestonesOf({ tx }: Reading, planId: string) {
  const milestones = await tx
    .select()
    .from(planMilestones)
    .where(and(eq(planMilestones.planId, planId), isNull(planMilestones.deletedAt)))
    .orderBy(asc(planMilestones.position), asc(planMilestones.id));
  const steps =
    milestones.length > 0
      ? await tx
          .select()
          .from(planSteps)
          .where(
            and(
              inArray(
                planSteps.milestoneId,
                milestones.map(({ id }) => id),
              ),
              isNull(planSteps.deletedAt),
            ),
          )
          .orderBy(asc(planSteps.position), asc(planSteps.id))
      : [];
  return milestones.map((milestone) => ({
    ...milestone,
    steps: steps.filter(({ milestoneId }) => milestoneId === milestone.id),
  }));
}

/** What a plan says now. */
export const contentOf = async (context: Reading, plan: Plan): Promise<PlanContent> =>
  contentFrom(plan, await goalsOf(context, plan.id), await milestonesOf(context, plan.id));

/** The same of goals and milestones that were read already. */
export function contentFrom(
  { targetRoles, targetCompanies, alternative }: Plan,
  goals: Awaited<ReturnType<typeof goalsOf>>,
  milestones: Awaited<ReturnType<typeof milestonesOf>>,
): PlanContent {
  return {
    goals: goals.map(({ id, goal, occupation, motives }) => ({ id, goal, occupation, motives })),
    ...{ targetRoles, targetCompanies, alternative },
    milestones: milestones.map(({ id, title, dueOn, steps }) => ({
      ...{ id, title, dueOn },
      steps: steps.map((step) => step.title),
    })),
  };
}

/** Who signed which edition, the latest first. */
export async function signoffsOf({ tx }: Reading, planId: string) {
  const rows = await tx
    .select({
      edition: planSignoffs.edition,
      part: planSignoffs.part,
      signedAt: planSignoffs.signedAt,
      name: people.name,
    })
    .from(planSignoffs)
    .innerJoin(people, eq(people.id, planSignoffs.personId))
    .where(eq(planSignoffs.planId, planId))
    .orderBy(desc(planSignoffs.edition), asc(planSignoffs.signedAt));
  return rows.map((row) => ({ ...row, part: row.part as Part }));
}

/** What an edition said when it was signed; null when nobody signed it. */
export async function keptContent({ tx }: Reading, planId: string, edition: number): Promise<PlanContent | null> {
  const [kept] = await tx
    .select({ content: planEditions.content })
    .from(planEditions)
    .where(and(eq(planEditions.planId, planId), eq(planEditions.number, edition)));
  return (kept?.content as PlanContent | undefined) ?? null;
}

/** A plan by id with its programme, locked, for who may change it. */
export async function planToChange(context: CommandContext, planId: string, what: string) {
  const [plan] = await context.tx.select().from(careerPlans).where(eq(careerPlans.id, planId)).for("update");
  if (!plan || plan.deletedAt) throw notFound(what);
  const programme = await loadProgramme(context, plan.programmeId, "plans:write").catch(() => {
    throw notFound(what);
  });
  assertGoingOn(programme);
  return { plan, programme };
}

/** The plan of a programme, locked for a change, made where there is none yet. */
export async function planForChange(
  context: CommandContext,
  programmeId: string,
): Promise<{ plan: Plan; programme: Programme }> {
  const programme = await loadProgramme(context, programmeId, "plans:write");
  assertGoingOn(programme);
  const { tx, record } = context;
  const [made] = await tx.insert(careerPlans).values({ programmeId }).onConflictDoNothing().returning();
  if (made) record("plan", null, made);
  const [plan] = await tx.select().from(careerPlans).where(eq(careerPlans.programmeId, programmeId)).for("update");
  return { plan: plan!, programme };
}
