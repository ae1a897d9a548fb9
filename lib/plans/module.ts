import "server-only";
import { eq, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { careerPlans, planEditions, planGoals, planMilestones, planSignoffs, planSteps } from "@/db/schema/plans";
import { programmes } from "@/db/schema/programmes";
import { module } from "@/lib/platform/module";
import { addGoal, editGoal, moveGoal, removeGoal, restoreGoal } from "@/lib/plans/commands/goals";
import {
  addMilestone,
  addStep,
  editMilestone,
  markMilestone,
  markStep,
  removeMilestone,
  removeStep,
  restoreMilestone,
  restoreStep,
} from "@/lib/plans/commands/milestones";
import { signPlan, writePlan } from "@/lib/plans/commands/plan";
import { planSignaturesWaiting } from "@/lib/plans/plan-signatures";
import { comparePlan, planProgress, programmePlan } from "@/lib/plans/queries";

/** The career plan: where a programme is to lead, by when, agreed by both. */
export const plansModule = module({
  key: "plans",
  commands: [
    addGoal,
    addMilestone,
    addStep,
    editGoal,
    editMilestone,
    markMilestone,
    markStep,
    moveGoal,
    removeGoal,
    removeMilestone,
    removeStep,
    restoreGoal,
    restoreMilestone,
    restoreStep,
    signPlan,
    writePlan,
  ],
  queries: [comparePlan, planProgress, planSignaturesWaiting, programmePlan],
  lists: [],
  notifications: [
    { kind: "plans.changed", app: true, mail: false },
    { kind: "plans.signed", app: true, mail: false },
  ],
  events: ["plans.signed", "plans.written"],
  personalData: {
    tables: ["career_plans", "plan_goals", "plan_milestones", "plan_steps", "plan_editions", "plan_signoffs"],
    async export(tx, personId) {
      const { plans, milestones } = await ofPerson(tx, personId);
      const ids = plans.map(({ id }) => id);
      const steps = milestones.map(({ id }) => id);
      return {
        career_plans: plans,
        plan_goals: ids.length ? await tx.select().from(planGoals).where(inArray(planGoals.planId, ids)) : [],
        plan_milestones: milestones,
        plan_steps: steps.length ? await tx.select().from(planSteps).where(inArray(planSteps.milestoneId, steps)) : [],
        plan_editions: ids.length ? await tx.select().from(planEditions).where(inArray(planEditions.planId, ids)) : [],
        plan_signoffs: await tx.select().from(planSignoffs).where(eq(planSignoffs.personId, personId)),
      };
    },
    async erase(tx, personId) {
      const { plans, milestones } = await ofPerson(tx, personId);
      if (plans.length === 0) return;
      const ids = plans.map(({ id }) => id);
      const steps = milestones.map(({ id }) => id);
      if (steps.length > 0) await tx.delete(planSteps).where(inArray(planSteps.milestoneId, steps));
      await tx.delete(planGoals).where(inArray(planGoals.planId, ids));
      await tx.delete(planMilestones).where(inArray(planMilestones.planId, ids));
      await tx.delete(planEditions).where(inArray(planEditions.planId, ids));
      await tx.delete(planSignoffs).where(inArray(planSignoffs.planId, ids));
      await tx.delete(careerPlans).where(inArray(careerPlans.id, ids));
    },
  },
});

async function ofPerson(tx: Transaction, personId: string) {
  const plans = (
    await tx
      .select({ plan: careerPlans })
      .from(careerPlans)
      .innerJoin(programmes, eq(programmes.id, careerPlans.programmeId))
      .where(eq(programmes.executiveId, personId))
  ).map(({ plan }) => plan);
  const ids = plans.map(({ id }) => id);
  const milestones = ids.length
    ? await tx.select().from(planMilestones).where(inArray(planMilestones.planId, ids))
    : [];
  return { plans, milestones };
}
