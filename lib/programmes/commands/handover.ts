import "server-only";
import { and, eq, inArray, isNull, notInArray, or } from "drizzle-orm";
import { people } from "@/db/schema/people";
import { handovers } from "@/db/schema/lifecycle";
import { programmes } from "@/db/schema/programmes";
import { notify } from "@/lib/notifications/notify";
import { assertConsultant, hasOpenCheckIns } from "@/lib/people/looks-after";
import { personIdOf } from "@/lib/platform/actor";
import { command, type CommandContext } from "@/lib/platform/operation";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { endedStates } from "@/lib/programmes/lifecycle";
import { assertGoingOn, lockProgramme, updateProgramme, type Programme } from "@/lib/programmes/load";
import { HandOverAllInput, HandOverInput, TakeBackHandoverInput } from "@/lib/programmes/schemas";

/** Another consultant takes the programme over, with everything that belongs to it. After a landing, for as long as somebody is to ask how it holds. */
export const handOver = command({
  name: "programmes.handOver",
  permission: "programmes:handover",
  input: HandOverInput,
  example: ({ programmeId, otherConsultantId }) => ({ id: programmeId, toPersonId: otherConsultantId }),
  undo: (_input, { handoverId }: { handoverId: string }) => ({
    operation: "programmes.takeBackHandover",
    input: { handoverId },
  }),
  async run(context, { id, toPersonId, note, sessions }) {
    const programme = await lockProgramme(context, id, "programmes:handover");
    const [after] = await context.tx
      .select({ id: programmes.id })
      .from(programmes)
      .where(and(eq(programmes.id, id), hasOpenCheckIns));
    if (!after) assertGoingOn(programme);
    await assertConsultant(context.tx, toPersonId, "toPersonId");
    const handoverId = await handOverOne(context, programme, toPersonId, { note, sessions });
    return { id, fromPersonId: programme.consultantId, handoverId };
  },
});

/**
 * The programme goes back to who ran it before. Whoever handed it over may do so, though it may no longer be theirs, as long as
 * nothing else happened to it; nobody else may.
 */
export const takeBackHandover = command({
  name: "programmes.takeBackHandover",
  permission: "programmes:handover",
  input: TakeBackHandoverInput,
  example: ({ handoverId }) => ({ handoverId }),
  async run(context, { handoverId }) {
    const personId = personIdOf(context.actor);
    const [last] = await context.tx
      .select()
      .from(handovers)
      .innerJoin(programmes, eq(programmes.id, handovers.programmeId))
      .where(and(eq(handovers.id, handoverId), isNull(programmes.deletedAt)))
      .for("update", { of: programmes });
    if (!last || !personId || last.handovers.byPersonId !== personId) throw notFound("this handover");
    const { handovers: handover, programmes: programme } = last;
    if (programme.version !== handover.programmeVersion)
      throw new Refusal("conflict", "Something else happened to this programme since, so it stays where it is.");
    await assertConsultant(context.tx, handover.fromPersonId, "toPersonId");
    await handOverOne(context, programme, handover.fromPersonId);
    return { id: programme.id };
  },
});

/** A consultant's whole caseload goes to another one: before a leave, or before the person is deactivated. */
export const handOverAll = command({
  name: "programmes.handOverAll",
  permission: "programmes:handover",
  input: HandOverAllInput,
  example: ({ consultantId, otherConsultantId }) => ({ fromPersonId: consultantId, toPersonId: otherConsultantId }),
  async run(context, { fromPersonId, toPersonId, note, sessions }) {
    await assertConsultant(context.tx, toPersonId, "toPersonId");
    const going = await context.tx
      .select({ id: programmes.id })
      .from(programmes)
      .where(
        and(
          eq(programmes.consultantId, fromPersonId),
          isNull(programmes.deletedAt),
          or(notInArray(programmes.state, [...endedStates]), hasOpenCheckIns),
        ),
      );
    for (const { id } of going) {
      const programme = await lockProgramme(context, id, "programmes:handover");
      await handOverOne(context, programme, toPersonId, { note, sessions });
    }
    return { programmes: going.length };
  },
});

async function handOverOne(
  context: CommandContext,
  programme: Programme,
  toPersonId: string,
  { note = "", sessions = "go" }: { note?: string | undefined; sessions?: "go" | "stay" | undefined } = {},
) {
  if (programme.consultantId === toPersonId)
    throw new Refusal("state", "This consultant has the programme already.", "toPersonId");
  const { tx, now, record } = context;
  const [row] = await tx
    .insert(handovers)
    .values({
      ...{ programmeId: programme.id, fromPersonId: programme.consultantId, toPersonId, note, at: now },
      byPersonId: personIdOf(context.actor),
      programmeVersion: programme.version + 1,
    })
    .returning();
  record("handover", null, row!);
  await updateProgramme(context, programme, { consultantId: toPersonId });
  const involved = await tx
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, [programme.consultantId, toPersonId, programme.executiveId]));
  const name = (id: string) => involved.find((person) => person.id === id)?.name ?? "";
  context.remember({
    entity: "programme",
    entityId: programme.id,
    kind: "programmes.handed-over",
    data: { from: name(programme.consultantId), to: name(toPersonId) },
  });
  await notify(context, {
    personIds: [toPersonId, programme.executiveId],
    kind: "programmes.handed-over",
    data: { executive: name(programme.executiveId), consultant: name(toPersonId) },
    href: `/programmes/${programme.id}`,
    dedupeKey: `handover/${row!.id}`,
    mail: (person) => ({
      template: "handover",
      variables: {
        reader: person.id === programme.executiveId ? "executive" : "consultant",
        executiveName: name(programme.executiveId),
        fromName: name(programme.consultantId),
        toName: name(toPersonId),
        href: `/${context.organisation.slug}/programmes/${programme.id}`,
      },
    }),
    about: { entity: "programme", id: programme.id },
  });
  context.emit("programmes.handed-over", { programmeId: programme.id, handoverId: row!.id, sessions });
  return row!.id;
}
