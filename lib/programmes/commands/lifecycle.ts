import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { closures, landings, packages, programmePauses, programmePhases } from "@/db/schema/programmes";
import { command, type CommandContext } from "@/lib/platform/operation";
import type { Permission } from "@/lib/platform/permissions";
import { Refusal } from "@/lib/platform/refusal";
import { addDays, civilDate, daysBetween, endOfMonths } from "@/lib/programmes/dates";
import { move, type ProgrammeMove, type ProgrammeState } from "@/lib/programmes/lifecycle";
import { lockProgramme, updateProgramme, type Programme } from "@/lib/programmes/load";
import { refreshNextStep } from "@/lib/programmes/next-step";
import { dueFromPhase } from "@/lib/programmes/plan";
import { billSeat, takeSeat } from "@/lib/sponsors/seats";
import { ActivateInput, LandInput, PauseInput, ProgrammeId, ReasonInput } from "@/lib/programmes/schemas";

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

/** The programme rests: nobody is reminded, and its end moves out by the days that it rested. */
export const pauseProgramme = command({
  name: "programmes.pause",
  permission: "programmes:write",
  input: PauseInput,
  example: ({ programmeId }) => ({ id: programmeId, reason: "A long journey." }),
  undo: ({ id }) => ({ operation: "programmes.resume", input: { id } }),
  async run(context, { id, reason, untilOn }) {
    const programme = await begin(context, id, "programmes:write", "pause");
    const [pause] = await context.tx
      .insert(programmePauses)
      .values({ programmeId: id, reason, startedAt: context.now, untilOn: untilOn || null })
      .returning();
    context.record("pause", null, pause!);
    await updateProgramme(context, programme, { state: "paused" });
    return done(context, programme, "paused");
  },
});

export const resumeProgramme = command({
  name: "programmes.resume",
  permission: "programmes:write",
  input: ProgrammeId,
  example: ({ pausedProgrammeId }) => ({ id: pausedProgrammeId }),
  async run(context, { id }) {
    const programme = await begin(context, id, "programmes:write", "resume");
    const endsOn = await endPause(context, programme);
    await updateProgramme(context, programme, { state: "active", endsOn });
    return done(context, programme, "resumed");
  },
});

/** The landing: what the programme was for. */
export const landProgramme = command({
  name: "programmes.land",
  permission: "programmes:land",
  input: LandInput,
  example: ({ programmeId }) => ({
    id: programmeId,
    kind: "employed" as const,
    employer: "Harbourline Freight",
    title: "Chief operating officer",
    acceptedOn: "2026-11-02",
  }),
  async run(context, { id, ...details }) {
    const programme = await begin(context, id, "programmes:land", "land");
    if (details.acceptedOn > civilDate(context.now, context.organisation.timeZone))
      throw new Refusal("invalid", "The day of acceptance lies in the future.", "acceptedOn");
    const [landing] = await context.tx
      .insert(landings)
      .values({ programmeId: id, ...details, startsOn: details.startsOn || null })
      .returning();
    context.record("landing", null, landing!);
    if (programme.state === "paused") await endPause(context, programme);
    await updateProgramme(context, programme, { state: "landed", endedAt: context.now });
    return done(context, programme, "landed", { employer: details.employer ?? null, title: details.title ?? null });
  },
});

/** The end of the programme after its landing or its time. */
export const completeProgramme = command({
  name: "programmes.complete",
  permission: "programmes:write",
  input: ReasonInput,
  example: ({ programmeId }) => ({ id: programmeId, reason: "The agreed six months are over." }),
  run: (context, { id, reason }) => close(context, id, "complete", "completed", reason),
});

/** The programme's last day has passed without a landing. */
export const expireProgramme = command({
  name: "programmes.expire",
  permission: "programmes:write",
  input: ReasonInput,
  example: ({ programmeId }) => ({ id: programmeId, reason: "The last day has passed." }),
  run: (context, { id, reason }) => close(context, id, "expire", "expired", reason),
});

export const withdrawProgramme = command({
  name: "programmes.withdraw",
  permission: "programmes:write",
  input: ReasonInput,
  example: ({ programmeId }) => ({ id: programmeId, reason: "The executive went back to the company." }),
  run: (context, { id, reason }) => close(context, id, "withdraw", "withdrawn", reason),
});

/** An ended programme goes on: a landing fell through, or it was closed by mistake. */
export const reopenProgramme = command({
  name: "programmes.reopen",
  permission: "programmes:write",
  input: ReasonInput,
  example: ({ landedProgrammeId }) => ({ id: landedProgrammeId, reason: "The employer withdrew the offer." }),
  async run(context, { id, reason }) {
    const programme = await begin(context, id, "programmes:write", "reopen");
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
    // A programme that was never activated goes back to where its executive left it.
    const state = programme.activatedAt ? "active" : programme.acceptedAt ? "intake" : "invited";
    await updateProgramme(context, programme, { state, endedAt: null });
    return done(context, programme, "reopened", { reason });
  },
});

/** Locks the programme and refuses a move that its state does not allow, saying why. */
async function begin(
  context: CommandContext,
  id: string,
  permission: Permission,
  by: ProgrammeMove,
): Promise<Programme> {
  const programme = await lockProgramme(context, id, permission);
  const result = move(programme.state as ProgrammeState, by);
  if (!result.allowed) throw new Refusal("state", result.why);
  return programme;
}

async function done(
  context: CommandContext,
  programme: Programme,
  kind: string,
  data: Record<string, string | null> = {},
) {
  await refreshNextStep(context, programme.id);
  context.remember({ entity: "programme", entityId: programme.id, kind: `programmes.${kind}`, data });
  context.emit(`programmes.${kind}`, { programmeId: programme.id });
  return { id: programme.id };
}

async function close(
  context: CommandContext,
  id: string,
  by: ProgrammeMove,
  kind: "completed" | "expired" | "withdrawn",
  reason: string,
) {
  const programme = await begin(context, id, "programmes:write", by);
  const [closure] = await context.tx
    .insert(closures)
    .values({ programmeId: id, kind, reason, closedAt: context.now })
    .returning();
  context.record("closure", null, closure!);
  if (programme.state === "paused") await endPause(context, programme);
  await updateProgramme(context, programme, { state: kind, endedAt: context.now });
  return done(context, programme, kind, { reason });
}

/** Ends the standing pause; returns the programme's last day, moved out by the days that it rested. */
async function endPause(context: CommandContext, programme: Programme): Promise<string | null> {
  const { tx, now, record, organisation } = context;
  const [pause] = await tx
    .select()
    .from(programmePauses)
    .where(and(eq(programmePauses.programmeId, programme.id), isNull(programmePauses.endedAt)));
  if (!pause) return programme.endsOn;
  await tx.update(programmePauses).set({ endedAt: now }).where(eq(programmePauses.id, pause.id));
  record("pause", pause, { ...pause, endedAt: now });
  const rested = daysBetween(civilDate(pause.startedAt, organisation.timeZone), civilDate(now, organisation.timeZone));
  return programme.endsOn && addDays(programme.endsOn, rested);
}

/** Begins a phase: the moment, and the due dates of its tasks. */
export async function enterPhase(context: CommandContext, programme: Programme, position: number): Promise<void> {
  const { tx, now, record } = context;
  const [phase] = await tx
    .select()
    .from(programmePhases)
    .where(and(eq(programmePhases.programmeId, programme.id), eq(programmePhases.position, position)));
  if (!phase) return;
  await tx
    .update(programmePhases)
    .set({ enteredAt: phase.enteredAt ?? now, completedAt: null })
    .where(eq(programmePhases.id, phase.id));
  record("phase", phase, { ...phase, enteredAt: phase.enteredAt ?? now, completedAt: null });
  await dueFromPhase(context, programme.id, position);
}
