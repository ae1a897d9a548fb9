import "server-only";
import { and, asc, eq, gt, isNull, ne } from "drizzle-orm";
import { programmes } from "@/db/schema/programmes";
import { scheduledSessions, sessionAttendees, sessionHosts, sessionTypes } from "@/db/schema/scheduling";
import { command, type CommandContext } from "@/lib/platform/operation";
import { notFound, Refusal } from "@/lib/platform/refusal";
import type { Programme } from "@/lib/programmes/load";
import { placeAt } from "../book";
import { lockHosts } from "../lock-hosts";
import { ProgrammeInput } from "../schemas";
import { storeMove } from "../store-session";
import { tellMoved, tellStays } from "../tell";
import { toMove } from "../to-move";

/**
 * After a hand-over of a programme: conversations with the former consultant go to the new one, at the time that they have, where the new one is free then. Where
 * not they stay, and both are told. What is held by anybody else stays as it is.
 */
export const followHandover = command({
  name: "scheduling.followHandover",
  permission: "sessions:write",
  input: ProgrammeInput,
  example: ({ programmeId }) => ({ programmeId }),
  async run(context, { programmeId }): Promise<{ went: number; stayed: number }> {
    const [programme] = await context.tx
      .select()
      .from(programmes)
      .where(and(eq(programmes.id, programmeId), isNull(programmes.deletedAt)));
    if (!programme) throw notFound("this programme");
    const result = { went: 0, stayed: 0 };
    for (const { id, holder } of await heldByOthers(context, programme))
      result[(await handOn(context, programme, id, holder)) ? "went" : "stayed"] += 1;
    return result;
  },
});

/** Conversations to come of a programme that should be its consultant's, and are somebody else's. */
const heldByOthers = ({ tx, now }: CommandContext, { id, consultantId }: Programme) =>
  tx
    .select({ id: scheduledSessions.id, holder: sessionHosts.personId })
    .from(sessionAttendees)
    .innerJoin(scheduledSessions, eq(scheduledSessions.id, sessionAttendees.sessionId))
    .innerJoin(sessionTypes, eq(sessionTypes.id, scheduledSessions.typeId))
    .innerJoin(sessionHosts, eq(sessionHosts.sessionId, scheduledSessions.id))
    .where(
      and(
        ...[eq(sessionAttendees.programmeId, id), eq(sessionAttendees.state, "booked")],
        ...[eq(scheduledSessions.state, "booked"), eq(scheduledSessions.capacity, 1)],
        ...[eq(sessionTypes.hosting, "consultant"), ne(sessionHosts.personId, consultantId)],
        gt(scheduledSessions.startsAt, now),
      ),
    )
    .orderBy(asc(scheduledSessions.startsAt), asc(scheduledSessions.id));

/** Gives one session to who has the programme now; whether that went. */
async function handOn(context: CommandContext, programme: Programme, id: string, holder: string): Promise<boolean> {
  const { session, type, own } = await toMove(context, id, "sessions:write");
  if (!own) return false;
  const hosts = [{ personId: programme.consultantId, weight: 1 }];
  await lockHosts(context, [...hosts, { personId: holder }, { personId: own.personId }]);
  const { startsAt } = session;
  try {
    await context.attempt(async (part) => {
      const wanted = { type, hosts, attendeeId: own.personId, startsAt, anyway: true, except: id };
      const moved = await storeMove(part, session, { startsAt, ...(await placeAt(part, wanted)) });
      await tellMoved(part, moved, [holder]);
      part.emit("scheduling.moved", { sessionId: id });
    });
    return true;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await tellStays(context, session, { holder, other: programme.consultantId });
    return false;
  }
}
