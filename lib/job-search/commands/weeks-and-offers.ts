import "server-only";
import { and, eq, isNull, max } from "drizzle-orm";
import { offerCriteria, offerScores, searchWeeks } from "@/db/schema/job-search";
import { recordToChange, storeChange } from "@/lib/job-search/load";
import { assertReaches } from "@/lib/job-search/reach";
import { mondayOf } from "@/lib/job-search/rules/weeks";
import {
  AddCriterionInput,
  PlanWeekInput,
  RecordId,
  ScoreOfferInput,
  WeighCriterionInput,
} from "@/lib/job-search/schemas";
import { command } from "@/lib/platform/operation";
import { notFound, Refusal } from "@/lib/platform/refusal";

/** More would make a table that nobody weighs. */
const mostCriteria = 12;

/** Says what one sets out to do in a week; said again, it replaces what was said. */
export const planWeek = command({
  name: "job-search.planWeek",
  permission: "job-search:write",
  input: PlanWeekInput,
  example: ({ executiveId }) => ({
    personId: executiveId,
    monday: "2026-11-02",
    contacts: 5,
    applications: 2,
    conversations: 3,
  }),
  async run(context, { personId, monday, ...figures }) {
    await assertReaches(context, "job-search:write", personId);
    if (monday !== mondayOf(monday)) throw new Refusal("invalid", "A week begins on a Monday.", "monday");
    const { tx, now, record } = context;
    const [before] = await tx
      .select()
      .from(searchWeeks)
      .where(and(eq(searchWeeks.personId, personId), eq(searchWeeks.monday, monday)))
      .for("update");
    const [after] = before
      ? await tx
          .update(searchWeeks)
          .set({ ...figures, version: before.version + 1, updatedAt: now })
          .where(eq(searchWeeks.id, before.id))
          .returning()
      : await tx
          .insert(searchWeeks)
          .values({ personId, monday, ...figures })
          .returning();
    record("search_week", before ?? null, after!);
    return { id: after!.id };
  },
});

export const addCriterion = command({
  name: "job-search.addCriterion",
  permission: "job-search:write",
  input: AddCriterionInput,
  example: ({ executiveId }) => ({ personId: executiveId, name: "Distance from home" }),
  async run(context, { personId, name }) {
    await assertReaches(context, "job-search:write", personId);
    const mine = and(eq(offerCriteria.personId, personId), isNull(offerCriteria.deletedAt));
    if ((await context.tx.$count(offerCriteria, mine)) >= mostCriteria)
      throw new Refusal("limit", `With more than ${mostCriteria} lines nothing weighs any more. Take one away first.`);
    const [last] = await context.tx
      .select({ position: max(offerCriteria.position) })
      .from(offerCriteria)
      .where(mine);
    const [row] = await context.tx
      .insert(offerCriteria)
      .values({ personId, name, weight: 3, position: (last?.position ?? 0) + 1 })
      .returning();
    context.record("offer_criterion", null, row!);
    return { id: row!.id };
  },
  undo: (_input, { id }) => ({ operation: "job-search.removeCriterion", input: { id } }),
});

export const weighCriterion = command({
  name: "job-search.weighCriterion",
  permission: "job-search:write",
  input: WeighCriterionInput,
  example: ({ criterionId }) => ({ id: criterionId, weight: 5 }),
  async run(context, { id, weight }) {
    const before = await recordToChange(context, "criterion", id);
    const after = await storeChange(context, "criterion", before, { weight });
    context.record("offer_criterion", before, after);
    return { id };
  },
});

export const removeCriterion = command({
  name: "job-search.removeCriterion",
  permission: "job-search:write",
  input: RecordId,
  example: ({ criterionId }) => ({ id: criterionId }),
  undo: ({ id }) => ({ operation: "job-search.restoreCriterion", input: { id } }),
  async run(context, { id }) {
    const before = await recordToChange(context, "criterion", id);
    const after = await storeChange(context, "criterion", before, { deletedAt: context.now });
    context.record("offer_criterion", before, after);
    return { id };
  },
});

export const restoreCriterion = command({
  name: "job-search.restoreCriterion",
  permission: "job-search:write",
  input: RecordId,
  example: ({ criterionId }) => ({ id: criterionId }),
  async run(context, { id }) {
    const before = await recordToChange(context, "criterion", id, true);
    const after = await storeChange(context, "criterion", before, { deletedAt: null });
    context.record("offer_criterion", before, after);
    return { id };
  },
});

/** How well an offer does on one line; said again, it replaces what was said. */
export const scoreOffer = command({
  name: "job-search.scoreOffer",
  permission: "job-search:write",
  input: ScoreOfferInput,
  example: ({ offeredOpportunityId, criterionId }) => ({ opportunityId: offeredOpportunityId, criterionId, score: 4 }),
  async run(context, { opportunityId, criterionId, score }) {
    const opportunity = await recordToChange(context, "opportunity", opportunityId);
    const criterion = await recordToChange(context, "criterion", criterionId);
    if (criterion.personId !== opportunity.personId) throw notFound("this line");
    const { tx, now, record } = context;
    const [before] = await tx
      .select()
      .from(offerScores)
      .where(and(eq(offerScores.opportunityId, opportunityId), eq(offerScores.criterionId, criterionId)))
      .for("update");
    const [after] = before
      ? await tx
          .update(offerScores)
          .set({ score, version: before.version + 1, updatedAt: now })
          .where(eq(offerScores.id, before.id))
          .returning()
      : await tx
          .insert(offerScores)
          .values({ personId: opportunity.personId, opportunityId, criterionId, score })
          .returning();
    record("offer_score", before ?? null, after!);
    return { id: after!.id };
  },
});
