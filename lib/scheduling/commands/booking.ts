import "server-only";
import { and, eq } from "drizzle-orm";
import { scheduledSessions } from "@/db/schema/scheduling";
import { personIdOf } from "@/lib/platform/actor";
import { command, type CommandContext } from "@/lib/platform/operation";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { dataKeyOf, sealText } from "@/lib/platform/secrets";
import type { Programme } from "@/lib/programmes/load";
import { askedFor } from "../asked-for";
import { assertEntitled, insertSession, looksAfter, placeAt, possibleHosts, putAttendee, refuseTaken } from "../book";
import { confirmHold, expireHold, giveBackHolds, takeHold } from "../holds";
import type { SessionRow, TypeRow } from "../load";
import { lockHosts } from "../lock-hosts";
import { BookInput, HoldInput, SessionId } from "../schemas";
import { tellBooked } from "../tell";

/** For how long a time is kept for who is still deciding. */
const heldFor = 5 * 60_000;

/** Keeps a time for five minutes while somebody decides. Holding another gives this one back. */
export const holdTime = command({
  name: "scheduling.hold",
  permission: "sessions:write",
  input: HoldInput,
  audit: { none: "A time that is kept for five minutes; booking it leaves its trace." },
  example: ({ programmeId, sessionTypeId }) => ({
    ...{ programmeId, typeId: sessionTypeId, startsAt: "2026-11-24T09:00:00Z" },
  }),
  async run(context, asked): Promise<{ id: string; heldUntil: string }> {
    const { type, programme, taken } = await askedFor(context, asked);
    const hosts = await hostsAsked(context, type, programme, asked.hostId);
    const wanted = { type, hosts, attendeeId: programme.executiveId, startsAt: asked.startsAt, anyway: false };
    await refuseTaken(context, wanted, taken);
    // The executive is in one place at a time too, and books no more than is left.
    await lockHosts(context, [...hosts, { personId: programme.executiveId }]);
    await giveBackHolds(context);
    await assertEntitled(context, programme, type);
    const found = await placeAt(context, wanted);
    if (found.joins) throw new Refusal("state", "A place in a group is booked at once.", "startsAt");
    const heldUntil = new Date(context.now.getTime() + heldFor);
    const { id } = await insertSession(
      context,
      type,
      { startsAt: asked.startsAt, ...found },
      { ...byActor(context), heldUntil },
    );
    return { id, heldUntil: heldUntil.toISOString() };
  },
});

/** Gives a time back that one holds. */
export const releaseHold = command({
  name: "scheduling.release",
  permission: "sessions:write",
  input: SessionId,
  audit: { none: "A time that was kept for five minutes." },
  example: ({ heldSessionId }) => ({ id: heldSessionId }),
  async run(context, { id }): Promise<{ id: string }> {
    const [held] = await context.tx
      .select({ heldBy: scheduledSessions.heldBy })
      .from(scheduledSessions)
      .where(and(eq(scheduledSessions.id, id), eq(scheduledSessions.state, "held")));
    if (!held || held.heldBy !== personIdOf(context.actor)) throw notFound("this time");
    await expireHold(context, id);
    return { id };
  },
});

/**
 * Books a session for the executive of a programme: the executive by the rules of the type, a consultant past them where asked to. Where a session of a
 * group begins then, its place there, or on its waiting list where it is full.
 */
export const bookSession = command({
  name: "scheduling.book",
  permission: "sessions:write",
  input: BookInput,
  example: ({ programmeId, sessionTypeId }) => ({
    ...{ programmeId, typeId: sessionTypeId, startsAt: "2026-11-25T09:00:00Z" },
  }),
  // Of a group the one place; the session itself is for its hosts to cancel.
  undo: ({ programmeId }, { id }: { id: string; waits: boolean }) => ({
    operation: "scheduling.cancel",
    input: { id, programmeId, reason: "" },
  }),
  async run(
    context,
    { holdId, anyway = false, waits: orWaits = false, answers = {}, ...asked },
  ): Promise<{ id: string; waits: boolean }> {
    const { type, programme, taken } = await askedFor(context, { ...asked, holdId });
    const past = anyway && looksAfter(context, programme.executiveId);
    const answersEncrypted = sealedAnswers(context, type, programme, answers, past);
    const hosts = await hostsAsked(context, type, programme, asked.hostId);
    const wanted = { type, hosts, attendeeId: programme.executiveId, startsAt: asked.startsAt, anyway: past };
    await refuseTaken(context, { ...wanted, except: holdId }, taken);
    // The executive is in one place at a time too, and books no more than is left.
    await lockHosts(context, [...hosts, { personId: programme.executiveId }]);
    const held = await takeHold(context, asked, holdId);
    const found = await placeAt(context, { ...wanted, waits: orWaits, except: held?.id });
    if (!past) await assertEntitled(context, programme, type);
    const session = found.joins
      ? await joined(context, found.joins)
      : held
        ? await confirmHold(context, held, found.hostIds)
        : await insertSession(context, type, { startsAt: asked.startsAt, ...found }, byActor(context));
    const person = { personId: programme.executiveId, programmeId: programme.id, answersEncrypted };
    const place = await putAttendee(context, session, person);
    const waits = place.state === "waiting";
    await tellBooked(context, { session, programme, waits, turn: place.version });
    context.emit("scheduling.booked", { sessionId: session.id, programmeId: programme.id });
    return { id: session.id, waits };
  },
});

const byActor = ({ actor }: CommandContext) => ({ personId: personIdOf(actor), heldUntil: null });

async function hostsAsked(context: CommandContext, type: TypeRow, programme: Programme, hostId?: string) {
  const hosts = await possibleHosts(context, type, programme);
  if (!hostId || type.hosting === "all") return hosts;
  const chosen = hosts.filter(({ personId }) => personId === hostId);
  if (chosen.length === 0) throw new Refusal("invalid", "This person does not hold such sessions.", "hostId");
  return chosen;
}

function sealedAnswers(
  { organisation }: CommandContext,
  { questions }: TypeRow,
  { id }: Programme,
  answers: Readonly<Record<string, string>>,
  past: boolean,
): string | null {
  const missing = questions.find(({ key, required }) => required && !answers[key]);
  if (missing && !past) throw new Refusal("invalid", "Please answer this question.", `answers.${missing.key}`);
  const known = questions.flatMap(({ key }) => (answers[key] ? [[key, answers[key]] as const] : []));
  if (known.length === 0) return null;
  return sealText(dataKeyOf(organisation), JSON.stringify(Object.fromEntries(known)), `session-answers:${id}`);
}

async function joined({ tx }: CommandContext, id: string): Promise<SessionRow> {
  const [row] = await tx.select().from(scheduledSessions).where(eq(scheduledSessions.id, id)).for("update");
  return row!;
}
