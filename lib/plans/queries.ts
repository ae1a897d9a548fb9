import "server-only";
import { desc, eq } from "drizzle-orm";
import { planEditions } from "@/db/schema/plans";
import { query } from "@/lib/platform/operation";
import { notFound } from "@/lib/platform/refusal";
import {
  contentFrom,
  contentOf,
  goalsOf,
  keptContent,
  milestonesOf,
  planOf,
  signoffsOf,
  type Part,
} from "@/lib/plans/load";
import { compareContents, saysSomething } from "@/lib/plans/rules/content";
import { progressOf } from "@/lib/plans/rules/progress";
import { CompareInput, PlanOf } from "@/lib/plans/schemas";
import { personIdOf } from "@/lib/platform/actor";
import { loadProgramme } from "@/lib/programmes/load";

/** The career plan of a programme, as its page shows it; null while nobody wrote one. */
export const programmePlan = query({
  name: "plans.of",
  permission: "plans:read",
  input: PlanOf,
  example: ({ programmeId }) => ({ programmeId }),
  async run(context, { programmeId }) {
    const programme = await loadProgramme(context, programmeId, "plans:read");
    const plan = await planOf(context, programmeId);
    if (!plan) return null;
    const goals = await goalsOf(context, plan.id);
    const milestones = await milestonesOf(context, plan.id);
    const signoffs = await signoffsOf(context, plan.id);
    const editions = await context.tx
      .select({ number: planEditions.number, keptAt: planEditions.keptAt })
      .from(planEditions)
      .where(eq(planEditions.planId, plan.id))
      .orderBy(desc(planEditions.number));
    const part: Part = personIdOf(context.actor) === programme.executiveId ? "executive" : "consultant";
    return {
      ...plan,
      goals,
      milestones,
      progress: progressOf(milestones),
      signoffs,
      editions,
      part,
      ready: saysSomething(contentFrom(plan, goals, milestones)),
    };
  },
});

/** How far the plan of a programme is, for homes; null while there is none. */
export const planProgress = query({
  name: "plans.progress",
  permission: "plans:read",
  input: PlanOf,
  example: ({ programmeId }) => ({ programmeId }),
  async run(context, { programmeId }) {
    await loadProgramme(context, programmeId, "plans:read");
    const plan = await planOf(context, programmeId);
    if (!plan) return null;
    const signed = (await signoffsOf(context, plan.id)).filter(({ edition }) => edition === plan.edition);
    return {
      /** The first one; empty where none is written yet. */
      goal: (await goalsOf(context, plan.id))[0]?.goal ?? "",
      edition: plan.edition,
      signedBy: signed.map(({ part }) => part),
      ...progressOf(await milestonesOf(context, plan.id)),
    };
  },
});

/** What changed since an edition that was signed. */
export const comparePlan = query({
  name: "plans.compare",
  permission: "plans:read",
  input: CompareInput,
  example: ({ programmeId }) => ({ programmeId, edition: 1 }),
  async run(context, { programmeId, edition }) {
    await loadProgramme(context, programmeId, "plans:read");
    const plan = await planOf(context, programmeId);
    const before = plan && (await keptContent(context, plan.id, edition));
    if (!plan || !before) throw notFound("this edition");
    return {
      edition,
      now: plan.edition,
      content: before,
      signoffs: (await signoffsOf(context, plan.id)).filter((signed) => signed.edition === edition),
      changes: compareContents(before, await contentOf(context, plan)),
    };
  },
});
