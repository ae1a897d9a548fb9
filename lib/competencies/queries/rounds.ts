import "server-only";
import { createHash } from "node:crypto";
import { and, asc, desc, eq, inArray, isNotNull } from "drizzle-orm";
import { competencyRaters, competencyRatings, competencyRounds } from "@/db/schema/competencies";
import { openAnswers } from "@/lib/competencies/answers";
import { restBetweenRounds } from "@/lib/competencies/rules/round";
import { released, type Released } from "@/lib/competencies/rules/release";
import type { Relation } from "@/lib/competencies/types";
import type { QueryContext } from "@/lib/platform/operation";
import { addDays, civilDate } from "@/lib/platform/civil-dates";

export interface RoundShown {
  id: string;
  frameworkId: string;
  startedAt: Date;
  deadlineOn: string;
  closedAt: Date | null;
  closedReason: "complete" | "deadline" | "early" | null;
  /** Who was asked. Who has answered is counted only: with names beside it, results could be read against them. */
  raters: ReadonlyArray<{ id: string; name: string; relation: Relation; declined: boolean }>;
  answered: number;
  declined: number;
  /** Only of a closed round: results that grew answer by answer would give away each one that came. */
  released: Released | null;
}

/** Whether a round is over and enough came that something of it is shown. */
export const tells = (round: RoundShown): round is RoundShown & { closedAt: Date; released: Released } =>
  round.closedAt !== null && round.released !== null && round.released.groups.length > 0;

/** The first day on which a further round may begin; null when that is today. */
export function nextRoundFrom(
  { now, organisation }: Pick<QueryContext, "now" | "organisation">,
  rounds: readonly RoundShown[],
): string | null {
  const last = rounds.filter(tells).at(-1);
  if (!last) return null;
  const from = addDays(civilDate(last.closedAt, organisation.timeZone), restBetweenRounds);
  return from > civilDate(now, organisation.timeZone) ? from : null;
}

/** The rounds of a programme that is known to be visible, the earliest first, with what may be shown of each. */
export async function roundsOf({ tx, organisation }: QueryContext, programmeId: string): Promise<RoundShown[]> {
  const rounds = await tx
    .select()
    .from(competencyRounds)
    .where(eq(competencyRounds.programmeId, programmeId))
    .orderBy(asc(competencyRounds.startedAt));
  if (rounds.length === 0) return [];
  const ids = rounds.map(({ id }) => id);
  const raters = await tx
    .select()
    .from(competencyRaters)
    .where(inArray(competencyRaters.roundId, ids))
    .orderBy(asc(competencyRaters.name), desc(competencyRaters.id));
  const closed = rounds.filter(({ closedAt }) => closedAt).map(({ id }) => id);
  const given = closed.length
    ? await tx
        .select({
          rating: competencyRatings,
          relation: competencyRaters.relation,
          roundId: competencyRaters.roundId,
        })
        .from(competencyRatings)
        .innerJoin(competencyRaters, eq(competencyRaters.id, competencyRatings.raterId))
        .where(and(inArray(competencyRaters.roundId, closed), isNotNull(competencyRatings.submittedAt)))
    : [];
  return rounds.map((round) => {
    const asked = raters.filter(({ roundId }) => roundId === round.id);
    const answers = given
      .filter(({ roundId }) => roundId === round.id)
      .map(({ rating, relation }) => {
        const { levels, keep, change } = openAnswers(organisation, rating);
        return { levels, keep, change, relation: relation as Relation };
      });
    const count = (state: string) => asked.filter((rater) => rater.state === state).length;
    return {
      id: round.id,
      frameworkId: round.frameworkId,
      startedAt: round.startedAt,
      deadlineOn: round.deadlineOn,
      closedAt: round.closedAt,
      closedReason: round.closedReason as RoundShown["closedReason"],
      raters: asked.map(({ id, name, relation, state }) => ({
        ...{ id, name, relation: relation as Relation, declined: state === "declined" },
      })),
      answered: count("answered"),
      declined: count("declined"),
      released: round.closedAt ? released(answers, shuffledBy(round.id)) : null,
    };
  });
}

/** The same order whenever it is read, which follows from the words and the round, not from who wrote them or when. */
const shuffledBy =
  (roundId: string) =>
  (texts: string[]): string[] => {
    const place = (text: string) => createHash("sha256").update(`${roundId}/${text}`).digest("hex");
    return [...texts].sort((left, right) => place(left).localeCompare(place(right)));
  };
