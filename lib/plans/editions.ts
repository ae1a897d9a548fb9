import "server-only";
import { and, eq } from "drizzle-orm";
import { careerPlans, planSignoffs } from "@/db/schema/plans";
import { people } from "@/db/schema/people";
import { notify } from "@/lib/notifications/notify";
import { personIdOf } from "@/lib/platform/actor";
import type { CommandContext } from "@/lib/platform/operation";
import type { Plan } from "@/lib/plans/load";
import type { Programme } from "@/lib/programmes/load";

/**
 * Called by every change of what a plan says: where somebody has signed the present edition, a new one begins, and who did not
 * make the change is told once that it asks to be signed again. Ticking off changes nothing of what was agreed.
 */
export async function beginEdition(
  context: CommandContext,
  plan: Plan,
  programme: Programme,
  changes: Partial<typeof careerPlans.$inferInsert> = {},
): Promise<Plan> {
  const { tx, now, record } = context;
  const signed = await tx.$count(
    planSignoffs,
    and(eq(planSignoffs.planId, plan.id), eq(planSignoffs.edition, plan.edition)),
  );
  const edition = signed > 0 ? plan.edition + 1 : plan.edition;
  if (edition === plan.edition && Object.keys(changes).length === 0) return plan;
  const [after] = await tx
    .update(careerPlans)
    // The version is that of the words: who writes them is held up by other words only, not by a milestone or a goal.
    .set({ ...changes, edition, version: plan.version + (Object.keys(changes).length > 0 ? 1 : 0), updatedAt: now })
    .where(eq(careerPlans.id, plan.id))
    .returning();
  record("plan", plan, after!);
  if (edition > plan.edition) await tellOther(context, programme, "plans.changed", edition);
  return after!;
}

/** Tells the other one of executive and consultant; nobody when the product itself did it. */
export async function tellOther(
  context: CommandContext,
  programme: Programme,
  kind: "plans.changed" | "plans.signed",
  edition: number,
): Promise<void> {
  const self = personIdOf(context.actor);
  if (!self) return;
  const other = self === programme.executiveId ? programme.consultantId : programme.executiveId;
  const [who] = await context.tx.select({ name: people.name }).from(people).where(eq(people.id, self));
  await notify(context, {
    personIds: [other],
    kind,
    data: { name: who?.name ?? "" },
    href: `/programmes/${programme.id}/plan`,
    dedupeKey: `${kind}/${programme.id}/${edition}/${self}`,
    about: { entity: "programme", id: programme.id },
  });
}
