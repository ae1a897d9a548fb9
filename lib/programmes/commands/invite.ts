import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { people } from "@/db/schema/people";
import { packages } from "@/db/schema/packages";
import { programmes } from "@/db/schema/programmes";
import { separationPeople } from "@/db/schema/seats";
import { notify } from "@/lib/notifications/notify";
import { invite, resendInvitation, revokeInvitation } from "@/lib/people/commands/invitations";
import { heldRoles } from "@/lib/people/load";
import { assertConsultant } from "@/lib/people/looks-after";
import { grantRole } from "@/lib/people/commands/members";
import { personIdOf } from "@/lib/platform/actor";
import { emailKey, nameKey } from "@/lib/platform/keys";
import { command, type CommandContext } from "@/lib/platform/operation";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { payerOf } from "@/lib/programmes/payer";
import { lockProgramme, updateProgramme } from "@/lib/programmes/load";
import { assertVersion } from "@/lib/platform/two-editors";
import { assertNoneRunning, assertRoomForOneMore } from "@/lib/programmes/one-more";
import { copyPlan } from "@/lib/programmes/plan";
import { InviteInput, ProgrammeId, TakeBackInvitationInput } from "@/lib/programmes/schemas";

/**
 * Invites an executive to a programme: the person (if new here), the programme with its own copy of the package's plan, and
 * the mail with the link. An executive who can sign in already finds the programme waiting.
 */
export const inviteExecutive = command({
  name: "programmes.invite",
  permission: "programmes:invite",
  input: InviteInput,
  example: ({ packageId, consultantId }) => ({
    name: "Aurelio Santangelo",
    email: "aurelio.santangelo@quay.example",
    packageId,
    consultantId,
  }),
  async run(context, input) {
    const { tx, now, record, actor } = context;
    await assertRoomForOneMore(context);
    const payer = await payerOf(context, input);
    const [chosen] = await tx
      .select()
      .from(packages)
      .where(and(eq(packages.id, payer.packageId), isNull(packages.deletedAt), isNull(packages.archivedAt)));
    if (!chosen) throw new Refusal("invalid", "Choose one of the packages.", "packageId");
    const consultantId = await consultantFor(context, input.consultantId);
    const executive = await executiveFor(context, input, consultantId);
    const [programme] = await tx
      .insert(programmes)
      .values({
        executiveId: executive.id,
        consultantId,
        ...payer,
        lastRole: input.lastRole ?? "",
        noticeOn: input.noticeOn || null,
        state: "invited",
        executiveKey: nameKey(executive.name),
        phaseSince: now,
        invitedAt: now,
        teamId: actor.kind === "person" ? (actor.teamIds[0] ?? null) : null,
      })
      .returning();
    record("programme", null, programme!);
    await copyPlan(context, chosen.id, programme!.id);
    context.remember({
      entity: "programme",
      entityId: programme!.id,
      kind: "programmes.invited",
      data: { package: chosen.name },
    });
    context.emit("programmes.invited", { programmeId: programme!.id });
    return { id: programme!.id, personId: executive.id, version: programme!.version };
  },
});

/** Sends the invitation again; the link that was sent before stops working. */
export const remindInvitation = command({
  name: "programmes.remind",
  permission: "programmes:invite",
  input: ProgrammeId,
  example: ({ invitedProgrammeId }) => ({ id: invitedProgrammeId }),
  async run(context, { id }) {
    const programme = await lockProgramme(context, id, "programmes:invite");
    if (programme.state !== "invited") throw new Refusal("state", "The executive has accepted the invitation already.");
    await context.callAsSystem(resendInvitation, { personId: programme.executiveId });
    await updateProgramme(context, programme, { remindedAt: context.now });
    context.remember({ entity: "programme", entityId: id, kind: "programmes.reminded" });
    return { id };
  },
});

/**
 * Takes an invitation back that nobody has accepted: the link stops working, the programme is gone and its seat is free again. Who
 * stood on the list of a separation event is back on it. Refused when somebody changed the programme since.
 */
export const takeBackInvitation = command({
  name: "programmes.takeBackInvitation",
  permission: "programmes:invite",
  input: TakeBackInvitationInput,
  example: ({ invitedProgrammeId }) => ({ id: invitedProgrammeId, expectedVersion: 1 }),
  async run(context, { id, expectedVersion }) {
    const { tx, now, record } = context;
    const programme = await lockProgramme(context, id, "programmes:invite");
    assertVersion(programme, expectedVersion, "this programme");
    if (programme.state !== "invited") throw new Refusal("state", "The executive has accepted the invitation already.");
    const listed = await tx
      .update(separationPeople)
      .set({ programmeId: null, updatedAt: now })
      .where(eq(separationPeople.programmeId, id))
      .returning();
    for (const entry of listed) record("separation-person", { ...entry, programmeId: id }, entry);
    const [executive] = await tx
      .select({ status: people.status })
      .from(people)
      .where(eq(people.id, programme.executiveId));
    if (executive?.status === "invited")
      await context.callAsSystem(revokeInvitation, { personId: programme.executiveId });
    await updateProgramme(context, programme, { deletedAt: now });
    return { id };
  },
});

async function consultantFor(context: CommandContext, wanted: string | undefined): Promise<string> {
  const own = personIdOf(context.actor);
  const consultantId = wanted || own;
  if (!consultantId) throw new Refusal("invalid", "Choose a consultant.", "consultantId");
  await assertConsultant(context.tx, consultantId, "consultantId");
  return consultantId;
}

async function executiveFor(
  context: CommandContext,
  input: InviteInput,
  consultantId: string,
): Promise<{ id: string; name: string }> {
  const { tx } = context;
  const [known] = await tx
    .select()
    .from(people)
    .where(and(eq(people.emailKey, emailKey(input.email)), isNull(people.deletedAt)))
    .for("update");
  if (known) await assertNoneRunning(context, known.id);
  if (known?.status === "active") {
    await context.callAsSystem(grantRole, { personId: known.id, roleKey: "executive" });
    await notify(context, {
      personIds: [known.id],
      kind: "programmes.invited",
      data: {},
      href: "/",
      dedupeKey: `programme-invitation/${context.correlationId}`,
    });
    return known;
  }
  // The programme of their first invitation is over, and they never came: the new one has a letter of its own.
  if (known?.status === "invited" && (await heldRoles(tx, known.id)).every(({ key }) => key === "executive"))
    await context.callAsSystem(revokeInvitation, { personId: known.id });
  const [consultant] = await tx.select({ name: people.name }).from(people).where(eq(people.id, consultantId));
  if (!consultant) throw notFound("this consultant");
  const { personId } = await context.callAsSystem(invite, {
    name: input.name,
    email: input.email,
    roleKeys: ["executive"],
    headline: input.lastRole || null,
    location: input.place || null,
    languages: input.language ? [input.language] : [],
    letter: { consultantName: consultant.name, ...(input.message ? { note: input.message } : {}) },
  });
  return { id: personId, name: known?.name ?? input.name };
}
