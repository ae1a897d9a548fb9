import "server-only";
import { and, asc, eq, inArray, isNull, lt, notInArray, or, sql } from "drizzle-orm";
import { z } from "zod";
import { competencyRaters, competencyRounds } from "@/db/schema/competencies";
import { people } from "@/db/schema/people";
import { programmes } from "@/db/schema/programmes";
import { endRound, type Round } from "@/lib/competencies/commands/rounds";
import { mailRater } from "@/lib/competencies/rater-mail";
import { reminderDays, reminderDue, type RaterState } from "@/lib/competencies/rules/round";
import { command } from "@/lib/platform/operation";
import { addDays, civilDate, daysBetween } from "@/lib/platform/civil-dates";
import { endedStates } from "@/lib/programmes/lifecycle";

const atOnce = 100;

/**
 * Closes rounds whose last day has passed, and those of programmes that have ended: nobody outside is asked any longer about
 * somebody who has left. Returns how many, and whether more are left.
 */
export const closeDueRounds = command({
  name: "competencies.closeDueRounds",
  permission: "competencies:write",
  input: z.strictObject({}),
  example: () => ({}),
  async run(context) {
    const { tx, now, organisation } = context;
    const today = civilDate(now, organisation.timeZone);
    const due = await tx
      .select({ round: competencyRounds })
      .from(competencyRounds)
      .innerJoin(programmes, eq(programmes.id, competencyRounds.programmeId))
      .where(
        and(
          isNull(competencyRounds.closedAt),
          or(lt(competencyRounds.deadlineOn, today), inArray(programmes.state, [...endedStates])),
        ),
      )
      .orderBy(asc(competencyRounds.deadlineOn), asc(competencyRounds.id))
      .limit(atOnce)
      .for("update", { of: competencyRounds, skipLocked: true });
    for (const { round } of due) await endRound(context, round, round.deadlineOn < today ? "deadline" : "early");
    return { closed: due.length, more: due.length === atOnce };
  },
});

/** Brings open requests to mind a few days before the deadline, and on the day before; each once. */
export const remindRaters = command({
  name: "competencies.remindRaters",
  permission: "competencies:write",
  input: z.strictObject({}),
  example: () => ({}),
  async run(context) {
    const { tx, now, organisation, record } = context;
    const today = civilDate(now, organisation.timeZone);
    const waiting = await tx
      .select({ rater: competencyRaters, round: competencyRounds, executiveName: people.name })
      .from(competencyRaters)
      .innerJoin(competencyRounds, eq(competencyRounds.id, competencyRaters.roundId))
      .innerJoin(programmes, eq(programmes.id, competencyRounds.programmeId))
      .innerJoin(people, eq(people.id, programmes.executiveId))
      .where(
        and(
          eq(competencyRaters.state, "invited"),
          isNull(competencyRaters.remindedLastAt),
          isNull(competencyRounds.closedAt),
          notInArray(programmes.state, [...endedStates]),
          sql`${competencyRounds.deadlineOn} between ${today} and ${addDays(today, reminderDays.soon)}`,
        ),
      )
      .orderBy(asc(competencyRaters.id))
      .for("update", { of: competencyRaters, skipLocked: true });
    const reminded = new Map<string, { round: Round; people: number }>();
    for (const { rater, round, executiveName } of waiting) {
      const kind = reminderDue(
        {
          state: rater.state as RaterState,
          askedDaysAgo: daysBetween(civilDate(rater.createdAt, organisation.timeZone), today),
          remindedSoon: rater.remindedSoonAt !== null,
          remindedLast: rater.remindedLastAt !== null,
        },
        daysBetween(today, round.deadlineOn),
      );
      if (!kind) continue;
      await mailRater(context, { rater, round, executiveName, kind });
      await tx
        .update(competencyRaters)
        .set(kind === "soon" ? { remindedSoonAt: now } : { remindedLastAt: now })
        .where(eq(competencyRaters.id, rater.id));
      reminded.set(round.id, { round, people: (reminded.get(round.id)?.people ?? 0) + 1 });
    }
    // How many, not whom: who is reminded has not answered.
    for (const { round, people: count } of reminded.values())
      record("competency-round", { ...round, reminded: null }, { ...round, reminded: count });
    return { reminded: [...reminded.values()].reduce((sum, { people: count }) => sum + count, 0) };
  },
});
