import "server-only";
import { and, eq } from "drizzle-orm";
import { planEditions, planSignoffs } from "@/db/schema/plans";
import { personIdOf } from "@/lib/platform/actor";
import { command } from "@/lib/platform/operation";
import { Refusal } from "@/lib/platform/refusal";
import { assertVersion } from "@/lib/platform/two-editors";
import { beginEdition, tellOther } from "@/lib/plans/editions";
import { contentOf, planForChange, type Part } from "@/lib/plans/load";
import { planFields, saysSomething } from "@/lib/plans/rules/content";
import { SignPlanInput, WritePlanInput } from "@/lib/plans/schemas";

/** Writes which roles and companies to go for, and the other way. Whoever saves second sees both versions. */
export const writePlan = command({
  name: "plans.write",
  permission: "plans:write",
  input: WritePlanInput,
  example: ({ programmeId }) => ({
    programmeId,
    expectedVersion: 1,
    targetRoles: "COO\nManaging director",
    targetCompanies: "Port of Sande",
    alternative: "",
  }),
  async run(context, { programmeId, expectedVersion, ...fields }) {
    const { plan, programme } = await planForChange(context, programmeId);
    // Nothing to lose where nothing was written yet: a plan that only has goals and milestones has no words to overwrite.
    const written = planFields.some((field) => plan[field] !== "");
    if (written || expectedVersion > plan.version) assertVersion(plan, expectedVersion, "this plan");
    const after = await beginEdition(context, plan, programme, fields);
    context.emit("plans.written", { programmeId });
    return { version: after.version, edition: after.edition };
  },
});

/** The executive or the consultant agrees to what the plan says. What was agreed is kept as it was. */
export const signPlan = command({
  name: "plans.sign",
  permission: "plans:sign",
  input: SignPlanInput,
  example: ({ programmeId }) => ({ programmeId, edition: 2 }),
  async run(context, { programmeId, edition }) {
    const { tx, actor, now, record } = context;
    const { plan, programme } = await planForChange(context, programmeId);
    if (plan.edition !== edition)
      throw new Refusal("state", "The plan was changed while you read it. Read it again, then sign off.");
    const content = await contentOf(context, plan);
    if (!saysSomething(content))
      throw new Refusal("state", "There is nothing to sign off yet: write a goal and a milestone first.");
    const personId = personIdOf(actor) ?? programme.consultantId;
    const part: Part = personId === programme.executiveId ? "executive" : "consultant";
    const [signed] = await tx
      .insert(planSignoffs)
      .values({ planId: plan.id, edition, part, personId, signedAt: now })
      .onConflictDoNothing()
      .returning();
    if (!signed) throw new Refusal("state", "This was signed off already.");
    record("plan_signoff", null, signed);
    const [kept] = await tx
      .insert(planEditions)
      .values({ planId: plan.id, number: edition, content, keptAt: now })
      .onConflictDoNothing()
      .returning();
    if (kept) record("plan_edition", null, kept);
    const both = await tx.$count(
      planSignoffs,
      and(eq(planSignoffs.planId, plan.id), eq(planSignoffs.edition, edition)),
    );
    context.remember({
      entity: "programme",
      entityId: programmeId,
      kind: both === 2 ? "plans.agreed" : "plans.signed",
      data: { edition },
    });
    await tellOther(context, programme, "plans.signed", edition);
    context.emit("plans.signed", { programmeId, edition });
    return { edition, agreed: both === 2 };
  },
});
