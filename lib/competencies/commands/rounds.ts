import "server-only";
import { and, eq, inArray, isNull } from "drizzle-orm";
import type { z } from "zod";
import { competencyRaters, competencyRounds } from "@/db/schema/competencies";
import { people } from "@/db/schema/people";
import { frameworkInUse } from "@/lib/competencies/load";
import { mailRater } from "@/lib/competencies/rater-mail";
import { mostRaters } from "@/lib/competencies/most-raters";
import { nextRoundFrom, roundsOf } from "@/lib/competencies/queries/rounds";
import { longestRound } from "@/lib/competencies/rules/round";
import { AddRaterInput, RoundId, StartRoundInput, type RaterInput } from "@/lib/competencies/schemas";
import { issueExternalLink } from "@/lib/identity/external-links";
import { notify } from "@/lib/notifications/notify";
import { personIdOf } from "@/lib/platform/actor";
import { emailKey } from "@/lib/platform/keys";
import { command, type CommandContext } from "@/lib/platform/operation";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { addDays, civilDate, daysBetween } from "@/lib/platform/civil-dates";
import { assertGoingOn, loadProgramme, lockProgramme, type Programme } from "@/lib/programmes/load";

export type Round = typeof competencyRounds.$inferSelect;

/** Asks at least three people who know the executive's work. Each gets a link by mail that needs no account. */
export const startRound = command({
  name: "competencies.startRound",
  permission: "competencies:write",
  input: StartRoundInput,
  example: ({ secondPhaseProgrammeId }) => ({
    programmeId: secondPhaseProgrammeId,
    deadlineOn: "2026-12-07",
    raters: ["Una Berg", "Iven Saar", "Malik Odum"].map((name) => ({
      ...{ name, email: `${name.replace(" ", ".").toLowerCase()}@elsewhere.example`, relation: "peer" as const },
    })),
  }),
  async run(context, { programmeId, deadlineOn, raters }) {
    const { tx, now, record, actor } = context;
    const programme = await lockProgramme(context, programmeId, "competencies:write");
    assertGoingOn(programme);
    assertDeadline(context, deadlineOn);
    const [open] = await tx
      .select({ id: competencyRounds.id })
      .from(competencyRounds)
      .where(and(eq(competencyRounds.programmeId, programmeId), isNull(competencyRounds.closedAt)));
    if (open) throw new Refusal("state", "A round is running already. Close it first, or ask one more person in it.");
    const from = nextRoundFrom(context, await roundsOf(context, programmeId));
    if (from)
      throw new Refusal(
        "state",
        `The last round ended not long ago. Two so close to one another would tell who said what: the next may begin on ${from}.`,
      );
    const { id: frameworkId } = await frameworkInUse(context);
    const [round] = await tx
      .insert(competencyRounds)
      .values({ programmeId, frameworkId, deadlineOn, startedAt: now, startedPersonId: personIdOf(actor) })
      .returning();
    record("competency-round", null, round!);
    for (const rater of raters) await ask(context, round!, programme, rater);
    return { id: round!.id };
  },
});

/** Asks one more person while the round is open. */
export const addRater = command({
  name: "competencies.addRater",
  permission: "competencies:write",
  input: AddRaterInput,
  example: ({ roundId }) => ({ roundId, name: "Una Berg", email: "una@elsewhere.example", relation: "peer" as const }),
  async run(context, { roundId, ...rater }) {
    const { round, programme } = await lockOpenRound(context, roundId);
    assertGoingOn(programme);
    if (round.deadlineOn < civilDate(context.now, context.organisation.timeZone))
      throw new Refusal("state", "The last day of this round has passed. Ask them in the next one.");
    if ((await context.tx.$count(competencyRaters, eq(competencyRaters.roundId, roundId))) >= mostRaters)
      throw new Refusal("limit", `Ask at most ${mostRaters} people.`);
    return { id: await ask(context, round, programme, rater) };
  },
});

/** Ends the waiting. What came is shown as far as three people stand behind it; the round does not open again. */
export const closeRound = command({
  name: "competencies.closeRound",
  permission: "competencies:write",
  input: RoundId,
  example: ({ roundId }) => ({ roundId }),
  async run(context, { roundId }) {
    const { round } = await lockOpenRound(context, roundId);
    await endRound(context, round, "early");
    return { id: roundId };
  },
});

/** Closes a round, and tells the executive and the consultant. */
export async function endRound(
  context: CommandContext,
  round: Round,
  closedReason: "complete" | "deadline" | "early",
): Promise<void> {
  const { tx, now, record } = context;
  const [after] = await tx
    .update(competencyRounds)
    .set({ closedAt: now, closedReason, version: round.version + 1, updatedAt: now })
    .where(eq(competencyRounds.id, round.id))
    .returning();
  record("competency-round", round, after!);
  const programme = await loadProgramme({ ...context, actor: asOrganisation(context) }, round.programmeId);
  const raters = await tx
    .select({ state: competencyRaters.state })
    .from(competencyRaters)
    .where(eq(competencyRaters.roundId, round.id));
  await notify(context, {
    personIds: [programme.executiveId, programme.consultantId],
    kind: "competencies.round-closed",
    data: { answered: raters.filter(({ state }) => state === "answered").length, asked: raters.length },
    href: `/programmes/${programme.id}/competencies`,
    dedupeKey: `round-closed/${round.id}`,
    about: { entity: "programme", id: programme.id },
  });
}

const asOrganisation = ({ organisation }: CommandContext) => ({
  kind: "system" as const,
  organisationId: organisation.id,
  cause: "competencies",
});

async function lockOpenRound(context: CommandContext, id: string) {
  const [round] = await context.tx.select().from(competencyRounds).where(eq(competencyRounds.id, id)).for("update");
  if (!round) throw notFound("this round");
  const programme = await loadProgramme(context, round.programmeId, "competencies:write").catch(() => {
    throw notFound("this round");
  });
  if (round.closedAt) throw new Refusal("state", "This round is closed.");
  return { round, programme };
}

function assertDeadline({ now, organisation }: CommandContext, deadlineOn: string): void {
  const days = daysBetween(civilDate(now, organisation.timeZone), deadlineOn);
  if (days < 1) throw new Refusal("invalid", "Give people at least until tomorrow.", "deadlineOn");
  if (days > longestRound)
    throw new Refusal(
      "invalid",
      `A round runs at most ${longestRound} days: until ${addDays(civilDate(now, organisation.timeZone), longestRound)}.`,
      "deadlineOn",
    );
}

/** Enters somebody and mails the link. Executive and consultant do not rate this way. */
async function ask(
  context: CommandContext,
  round: Round,
  programme: Programme,
  rater: z.output<typeof RaterInput>,
): Promise<string> {
  const { tx, now, organisation, record } = context;
  const key = emailKey(rater.email);
  const both = await tx
    .select({ id: people.id, name: people.name, emailKey: people.emailKey })
    .from(people)
    .where(inArray(people.id, [programme.executiveId, programme.consultantId]));
  const executive = both.find(({ id }) => id === programme.executiveId);
  if (executive?.emailKey === key)
    throw new Refusal("invalid", "This is the executive's own address: they give their own view elsewhere.", "email");
  // Who reads the results and knows one of the answers is one answer nearer to the others.
  if (both.some(({ emailKey: known }) => known === key))
    throw new Refusal("invalid", "This is the consultant's own address: they give their own view elsewhere.", "email");
  const [known] = await tx
    .select({ id: competencyRaters.id })
    .from(competencyRaters)
    .where(and(eq(competencyRaters.roundId, round.id), eq(competencyRaters.emailKey, key)));
  if (known) throw new Refusal("conflict", "Somebody with this address is asked already.", "email");
  const [row] = await tx
    .insert(competencyRaters)
    .values({ roundId: round.id, ...rater, emailKey: key })
    .returning();
  const link = await issueExternalLink(
    tx,
    { organisationId: organisation.id, email: rater.email, data: { raterId: row!.id } },
    now,
  );
  const [linked] = await tx
    .update(competencyRaters)
    .set({ linkId: link.id })
    .where(eq(competencyRaters.id, row!.id))
    .returning();
  record("competency-rater", null, linked!);
  await mailRater(context, { rater: linked!, round, executiveName: executive!.name, kind: "request" });
  return row!.id;
}
