import "server-only";
import { and, count, eq, isNull } from "drizzle-orm";
import { programmePhases, programmeTasks } from "@/db/schema/programmes";
import { command } from "@/lib/platform/operation";
import { Refusal } from "@/lib/platform/refusal";
import { enterPhase } from "@/lib/programmes/enter-phase";
import { assertGoingOn, lockProgramme, updateProgramme } from "@/lib/programmes/load";
import { refreshNextStep } from "@/lib/programmes/next-step";
import { waitsForSignature } from "@/lib/programmes/queries/sign-offs";
import { ProgrammeId } from "@/lib/programmes/schemas";

/** The present phase is done and the next one begins. Refused while a mandatory task of it is open, and in the last phase. */
export const completePhase = command({
  name: "programmes.completePhase",
  permission: "programmes:write",
  input: ProgrammeId,
  example: ({ intakeProgrammeId }) => ({ id: intakeProgrammeId }),
  undo: ({ id }) => ({ operation: "programmes.returnToPhase", input: { id } }),
  async run(context, { id }) {
    const programme = await lockProgramme(context, id, "programmes:write");
    assertGoingOn(programme);
    if (programme.state === "invited")
      throw new Refusal("state", "The executive has not accepted the invitation yet, so no phase has begun.");
    const { tx, now, record } = context;
    const phases = await tx.select().from(programmePhases).where(eq(programmePhases.programmeId, id));
    const present = phases.find(({ position }) => position === programme.phasePosition);
    const next = phases.find(({ position }) => position === programme.phasePosition + 1);
    if (!present || !next)
      throw new Refusal(
        "state",
        "This is the last phase. It ends with the landing, or when the programme is completed.",
      );
    const [open] = await tx
      .select({ tasks: count() })
      .from(programmeTasks)
      .where(
        and(
          eq(programmeTasks.programmeId, id),
          eq(programmeTasks.phasePosition, programme.phasePosition),
          eq(programmeTasks.mandatory, true),
          isNull(programmeTasks.doneAt),
          isNull(programmeTasks.deletedAt),
        ),
      );
    const [unsigned] = await tx
      .select({ tasks: count() })
      .from(programmeTasks)
      .where(
        and(
          eq(programmeTasks.programmeId, id),
          eq(programmeTasks.phasePosition, programme.phasePosition),
          eq(programmeTasks.mandatory, true),
          isNull(programmeTasks.deletedAt),
          waitsForSignature(),
        ),
      );
    if (open!.tasks === 0 && unsigned!.tasks > 0)
      throw new Refusal(
        "state",
        unsigned!.tasks === 1
          ? "One mandatory task of this phase waits to be signed off."
          : `${unsigned!.tasks} mandatory tasks of this phase wait to be signed off.`,
      );
    if (open!.tasks > 0)
      throw new Refusal(
        "state",
        open!.tasks === 1
          ? "One mandatory task of this phase is still open."
          : `${open!.tasks} mandatory tasks of this phase are still open.`,
      );
    await tx.update(programmePhases).set({ completedAt: now }).where(eq(programmePhases.id, present.id));
    record("phase", present, { ...present, completedAt: now });
    const moved = await updateProgramme(context, programme, { phasePosition: next.position, phaseSince: now });
    await enterPhase(context, moved, next.position);
    await refreshNextStep(context, id);
    context.remember({
      entity: "programme",
      entityId: id,
      kind: "programmes.phase-completed",
      data: { phase: present.name, next: next.name },
    });
    context.emit("programmes.phase-completed", { programmeId: id, position: present.position });
    return { id, phase: next.name };
  },
});

/** Back to the phase before, because it was completed too early. */
export const returnToPhase = command({
  name: "programmes.returnToPhase",
  permission: "programmes:write",
  input: ProgrammeId,
  example: ({ secondPhaseProgrammeId }) => ({ id: secondPhaseProgrammeId }),
  async run(context, { id }) {
    const programme = await lockProgramme(context, id, "programmes:write");
    assertGoingOn(programme);
    if (programme.phasePosition === 1) throw new Refusal("state", "This is the first phase already.");
    const { tx, record } = context;
    const position = programme.phasePosition - 1;
    const [before] = await tx
      .select()
      .from(programmePhases)
      .where(and(eq(programmePhases.programmeId, id), eq(programmePhases.position, position)));
    await tx.update(programmePhases).set({ completedAt: null }).where(eq(programmePhases.id, before!.id));
    record("phase", before!, { ...before!, completedAt: null });
    await updateProgramme(context, programme, {
      phasePosition: position,
      phaseSince: before!.enteredAt ?? context.now,
    });
    await refreshNextStep(context, id);
    return { id };
  },
});
