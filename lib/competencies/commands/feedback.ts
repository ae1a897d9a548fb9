import "server-only";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { competencyRaters, competencyRatings, competencyRounds } from "@/db/schema/competencies";
import { openAnswers } from "@/lib/competencies/answers";
import { endRound } from "@/lib/competencies/commands/rounds";
import { keepAnswers } from "@/lib/competencies/keep-answers";
import { assertWhole, competenciesOf } from "@/lib/competencies/load";
import { isComplete, type RaterState } from "@/lib/competencies/rules/round";
import { RaterId, SaveFeedbackInput } from "@/lib/competencies/schemas";
import { noAnswers } from "@/lib/competencies/types";
import { openLink } from "@/lib/identity/links";
import { LinkToken } from "@/lib/identity/schemas";
import { command, installationQuery, type CommandContext } from "@/lib/platform/operation";
import { notFound, Refusal } from "@/lib/platform/refusal";

/** Whom a mailed link stands for. What that person then does runs as the organisation, for this one rater. */
export const openFeedback = installationQuery({
  name: "competencies.openFeedback",
  permission: "anyone",
  input: z.strictObject({ token: LinkToken }),
  async run({ tx, now }, { token }): Promise<{ organisationId: string; raterId: string }> {
    const link = await openLink(tx, "feedback", token, now);
    return { organisationId: link.organisationId!, raterId: String(link.data.raterId) };
  },
});

/** Keeps part of what somebody answers who was asked. */
export const saveFeedback = command({
  name: "competencies.saveFeedback",
  permission: "competencies:write",
  input: SaveFeedbackInput,
  audit: { none: "What people answer is anonymous; that they have answered is recorded." },
  example: ({ raterId }) => ({ raterId, levels: { strategy: 3 as const }, keep: "Asks good questions." }),
  async run(context, { raterId, ...sent }) {
    const { programmeId, frameworkId } = (await lockRater(context, raterId)).round;
    return keepAnswers(context, {
      draft: await ratingOf(context, raterId),
      known: await competenciesOf(context, frameworkId),
      sent,
      fresh: { programmeId, frameworkId, source: "rater", raterId },
    });
  },
});

/** Hands the answers in. The last of those who were asked ends the round. */
export const submitFeedback = command({
  name: "competencies.submitFeedback",
  permission: "competencies:write",
  input: RaterId,
  example: ({ raterId }) => ({ raterId }),
  async run(context, { raterId }) {
    const { tx, now, organisation } = context;
    const { rater, round } = await lockRater(context, raterId);
    const draft = await ratingOf(context, raterId);
    const { levels } = draft ? openAnswers(organisation, draft) : noAnswers;
    assertWhole(await competenciesOf(context, round.frameworkId), levels);
    await tx
      .update(competencyRatings)
      .set({ submittedAt: now, version: draft!.version + 1, updatedAt: now })
      .where(eq(competencyRatings.id, draft!.id));
    await settle(context, rater, round, "answered");
    return { raterId };
  },
});

/** Says no. What was filled in until then is forgotten, and no reminder comes. */
export const declineFeedback = command({
  name: "competencies.declineFeedback",
  permission: "competencies:write",
  input: RaterId,
  example: ({ raterId }) => ({ raterId }),
  async run(context, { raterId }) {
    const { rater, round } = await lockRater(context, raterId);
    await context.tx.delete(competencyRatings).where(eq(competencyRatings.raterId, raterId));
    await settle(context, rater, round, "declined");
    return { raterId };
  },
});

type Rater = typeof competencyRaters.$inferSelect;
type Round = typeof competencyRounds.$inferSelect;

/**
 * Somebody who was asked, in a round that still takes answers. Only the link leads here: no person of the organisation, whatever
 * they may do, answers for somebody else.
 */
async function lockRater(context: CommandContext, raterId: string): Promise<{ rater: Rater; round: Round }> {
  if (context.actor.kind !== "system") throw notFound("this page");
  const [found] = await context.tx
    .select({ rater: competencyRaters, round: competencyRounds })
    .from(competencyRaters)
    .innerJoin(competencyRounds, eq(competencyRounds.id, competencyRaters.roundId))
    .where(eq(competencyRaters.id, raterId))
    .for("update");
  if (!found) throw notFound("this page");
  if (found.rater.state !== "invited") throw new Refusal("state", "Your answer has been taken already. Thank you.");
  if (found.round.closedAt) throw new Refusal("state", "This round is closed, so no more answers are taken.");
  return found;
}

async function ratingOf({ tx }: CommandContext, raterId: string) {
  const [row] = await tx.select().from(competencyRatings).where(eq(competencyRatings.raterId, raterId)).for("update");
  return row ?? null;
}

async function settle(context: CommandContext, rater: Rater, round: Round, state: RaterState): Promise<void> {
  const { tx, now, record } = context;
  const [after] = await tx
    .update(competencyRaters)
    .set({ state, version: rater.version + 1, updatedAt: now })
    .where(eq(competencyRaters.id, rater.id))
    .returning();
  const states = await tx
    .select({ state: competencyRaters.state })
    .from(competencyRaters)
    .where(eq(competencyRaters.roundId, round.id));
  const answered = states.filter((one) => one.state === "answered").length;
  // Who said no is shown by name. Who answered is counted, in the trail as on the page: with names and times beside them, results
  // could be read against who was among the three.
  if (state === "declined") record("competency-rater", rater, after!);
  else record("competency-round", { ...round, answered: answered - 1 }, { ...round, answered });
  if (isComplete(states.map((one) => one.state as RaterState))) await endRound(context, round, "complete");
}
