import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { landings } from "@/db/schema/landings";
import { closures, programmePauses } from "@/db/schema/lifecycle";
import { packages } from "@/db/schema/packages";
import { command, type CommandContext } from "@/lib/platform/operation";
import { Refusal } from "@/lib/platform/refusal";
import { civilDate, endOfMonths } from "@/lib/platform/civil-dates";
import { moveDueDates } from "@/lib/programmes/due-dates";
import { enterPhase } from "@/lib/programmes/enter-phase";
import { isOver, type ProgrammeMove } from "@/lib/programmes/lifecycle";
import { updateProgramme } from "@/lib/programmes/load";
import { begin, done } from "@/lib/programmes/make-move";
import { assertNoneSince, assertRoomForOneMore } from "@/lib/programmes/one-more";
import { assertFirstDay, endStandingPause } from "@/lib/programmes/pauses";
import { ActivateInput, CloseInput, PauseInput, ProgrammeId, ReasonInput } from "@/lib/programmes/schemas";
import { timeBack } from "@/lib/programmes/time-back";
import { billSeat, takeSeat } from "@/lib/sponsors/seats";

/** The executive says yes: intake begins. */
export const acceptProgramme = command({
  name: "programmes.accept",
  permission: "programmes:work",
  input: ProgrammeId,
  example: ({ invitedProgrammeId }) => ({ id: invitedProgrammeId }),
  async run(context, { id }) {
    const programme = await begin(context, id, "programmes:work", "accept");
    await updateProgramme(context, programme, { state: "intake", acceptedAt: context.now, phaseSince: context.now });
    await enterPhase(context, programme, 1);
    return done(context, programme, "accepted");
  },
});

/** The intake is over and the programme's time begins to run. */
export const activateProgramme = command({
  name: "programmes.activate",
  permission: "programmes:write",
  input: ActivateInput,
  example: ({ intakeProgrammeId }) => ({ id: intakeProgrammeId }),
  async run(context, { id, beginsOn }) {
    const programme = await begin(context, id, "programmes:write", "activate");
    const [chosen] = await context.tx.select().from(packages).where(eq(packages.id, programme.packageId));
    const first = beginsOn || civilDate(context.now, context.organisation.timeZone);
    await updateProgramme(context, programme, {
      state: "active",
      activatedAt: context.now,
      endsOn: endOfMonths(first, chosen!.months),
    });
    await billSeat(context, programme);
    return done(context, programme, "activated");
  },
});

/** The programme rests: nobody is reminded, its due dates stop, and its end moves out by the days that it rested. */
export const pauseProgramme = command({
  name: "programmes.pause",
  permission: "programmes:write",
  input: PauseInput,
  example: ({ programmeId }) => ({ id: programmeId, reason: "A long journey." }),
  undo: ({ id }) => ({ operation: "programmes.resume", input: { id } }),
  async run(context, { id, reason, fromOn, untilOn }) {
    const programme = await begin(context, id, "programmes:write", "pause");
    const today = civilDate(context.now, context.organisation.timeZone);
    const from = fromOn || today;
    await assertFirstDay(context, programme, from, today);
    if (untilOn && untilOn < from) throw new Refusal("invalid", "The pause ends before it begins.", "untilOn");
    const [pause] = await context.tx
      .insert(programmePauses)
      .values({ programmeId: id, reason, startedAt: context.now, fromOn: from, untilOn: untilOn || null })
      .returning();
    context.record("pause", null, pause!);
    await updateProgramme(context, programme, { state: "paused" });
    return done(context, programme, "paused");
  },
});

/** The programme goes on: due dates and the last day move out by as long as it rested. */
export const resumeProgramme = command({
  name: "programmes.resume",
  permission: "programmes:write",
  input: ProgrammeId,
  example: ({ pausedProgrammeId }) => ({ id: pausedProgrammeId }),
  async run(context, { id }) {
    const programme = await begin(context, id, "programmes:write", "resume");
    const ended = await endStandingPause(context, programme);
    await updateProgramme(context, programme, { state: "active", ...ended });
    return done(context, programme, "resumed");
  },
});

/** The end of the programme after its landing or its time. */
export const completeProgramme = command({
  name: "programmes.complete",
  permission: "programmes:write",
  input: CloseInput,
  example: ({ programmeId }) => ({
    id: programmeId,
    reasonKey: "time-over" as const,
    reason: "The agreed six months are over.",
  }),
  run: (context, { id, ...why }) => close(context, id, "complete", "completed", why),
});

/** The time of a programme is over without a landing. Refuses one whose last day is still to come: that is completed, or withdrawn. */
export const expireProgramme = command({
  name: "programmes.expire",
  permission: "programmes:write",
  input: CloseInput,
  example: ({ secondPhaseProgrammeId }) => ({
    id: secondPhaseProgrammeId,
    reasonKey: "time-over" as const,
    reason: "The last day has passed.",
  }),
  run: (context, { id, ...why }) => close(context, id, "expire", "expired", why),
});

export const withdrawProgramme = command({
  name: "programmes.withdraw",
  permission: "programmes:write",
  input: CloseInput,
  example: ({ programmeId }) => ({
    id: programmeId,
    reasonKey: "back-to-company" as const,
    reason: "The executive went back to the company.",
  }),
  run: (context, { id, ...why }) => close(context, id, "withdraw", "withdrawn", why),
});

/**
 * An ended programme goes on: a landing fell through, or it was closed by mistake. The landing and the end keep their rows. What time was left is
 * left again, but for the last day of a package that runs its months whatever happens.
 */
export const reopenProgramme = command({
  name: "programmes.reopen",
  permission: "programmes:write",
  input: ReasonInput,
  example: ({ landedProgrammeId }) => ({ id: landedProgrammeId, reason: "The employer withdrew the offer." }),
  async run(context, { id, reason }) {
    const programme = await begin(context, id, "programmes:write", "reopen");
    await assertNoneSince(context, programme);
    await assertRoomForOneMore(context);
    // Its seat was given back when it ended before it was activated.
    if (programme.engagementId && !programme.activatedAt)
      await takeSeat(context, programme.engagementId, civilDate(context.now, context.organisation.timeZone));
    const { tx, now, record } = context;
    const standing = await tx
      .select()
      .from(landings)
      .where(and(eq(landings.programmeId, id), isNull(landings.fellThroughAt)));
    for (const landing of standing) {
      const after = { ...landing, fellThroughAt: now, fellThroughReason: reason };
      await tx
        .update(landings)
        .set({ fellThroughAt: now, fellThroughReason: reason })
        .where(eq(landings.id, landing.id));
      record("landing", landing, after);
    }
    const ends = await tx
      .select()
      .from(closures)
      .where(and(eq(closures.programmeId, id), isNull(closures.reopenedAt)));
    for (const closure of ends) {
      await tx.update(closures).set({ reopenedAt: now, reopenedReason: reason }).where(eq(closures.id, closure.id));
      record("closure", closure, { ...closure, reopenedAt: now, reopenedReason: reason });
    }
    const { endsOn, businessDays } = await timeBack(context, programme);
    await moveDueDates(context, id, businessDays);
    // A programme that was never activated goes back to where its executive left it.
    const state = programme.activatedAt ? "active" : programme.acceptedAt ? "intake" : "invited";
    await updateProgramme(context, programme, { state, endedAt: null, endsOn });
    const fallen = standing[0];
    return done(context, programme, "reopened", {
      reason,
      ...(fallen ? { landing: fallen.id, employer: fallen.employer ?? null } : {}),
    });
  },
});

async function close(
  context: CommandContext,
  id: string,
  by: ProgrammeMove,
  kind: "completed" | "expired" | "withdrawn",
  { reasonKey, reason = "" }: Pick<CloseInput, "reasonKey" | "reason">,
) {
  const programme = await begin(context, id, "programmes:write", by);
  if (kind === "expired" && !isOver(programme.endsOn, civilDate(context.now, context.organisation.timeZone)))
    throw new Refusal(
      "state",
      "Its last day is still to come. Close it as completed, or as withdrawn, with the reason.",
    );
  const [closure] = await context.tx
    .insert(closures)
    .values({ programmeId: id, kind, reasonKey: reasonKey ?? "other", reason, closedAt: context.now })
    .returning();
  context.record("closure", null, closure!);
  const ended = await endStandingPause(context, programme);
  await updateProgramme(context, programme, { state: kind, endedAt: context.now, ...ended });
  return done(context, programme, kind, { reason });
}
