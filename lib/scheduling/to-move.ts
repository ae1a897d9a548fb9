import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { programmes } from "@/db/schema/programmes";
import type { QueryContext } from "@/lib/platform/operation";
import type { Permission } from "@/lib/platform/permissions";
import { Refusal } from "@/lib/platform/refusal";
import type { Programme } from "@/lib/programmes/load";
import { possibleHosts } from "./book";
import { attendeesOf, hostIdsOf, loadSession, typeById, type AttendeeRow, type SessionRow, type TypeRow } from "./load";

/** A session for which another time is looked for, with who may hold it then. */
export interface ToMove {
  session: SessionRow;
  /** What is offered today, with its policy; `type` has the length and places as they were booked. */
  offered: TypeRow;
  type: TypeRow;
  attendees: AttendeeRow[];
  /** Who holds it now. */
  hostIds: string[];
  /** Who may hold it at the other time. */
  hosts: { personId: string; weight: number }[];
  /** Of a conversation the place of the one who takes part, and their programme. */
  own: AttendeeRow | null;
  programme: Programme | null;
}

/**
 * What moving a session asks: the one answer for who looks for free times and for who moves it. A conversation with one's own consultant goes to whoever has the
 * programme now, also where it stayed with the former one at a hand-over; others stay with who holds them, unless somebody else is named.
 */
export async function toMove(
  context: QueryContext,
  id: string,
  permission: Permission,
  hostId?: string,
): Promise<ToMove> {
  const session = await loadSession(context, id, permission);
  const offered = await typeById(context, session.typeId, true);
  const attendees = await attendeesOf(context, id);
  const hostIds = await hostIdsOf(context, id);
  const own = (session.capacity === 1 && attendees.find(({ state }) => state === "booked")) || null;
  const programme = own?.programmeId ? await programmeById(context, own.programmeId) : null;
  const type = asBooked(offered, session, hostIds);
  const hosts = await hostsAfter(context, type, hostIds, programme, hostId);
  return { session, offered, type, attendees, hostIds, hosts, own, programme };
}

/** What a session was booked by, for finding it another time: its type may say something else by now. */
const asBooked = (type: TypeRow, session: SessionRow, hostIds: readonly string[]): TypeRow => ({
  ...type,
  lengthMinutes: (session.endsAt.getTime() - session.startsAt.getTime()) / 60_000,
  ...{ bufferBefore: session.bufferBefore, bufferAfter: session.bufferAfter, capacity: session.capacity },
  hosting: hostIds.length > 1 ? "all" : type.hosting,
});

async function hostsAfter(
  context: QueryContext,
  type: TypeRow,
  hostIds: readonly string[],
  programme: Programme | null,
  hostId: string | undefined,
): Promise<ToMove["hosts"]> {
  const present = hostIds.map((personId) => ({ personId, weight: 1 }));
  if (type.hosting === "all") return present;
  if (type.hosting === "consultant" && programme && !hostId) return possibleHosts(context, type, programme);
  if (!hostId) return present;
  const possible = await possibleHosts(context, type, programme ?? { consultantId: hostIds[0]! });
  const chosen = [...possible, ...present].find(({ personId }) => personId === hostId);
  if (!chosen) throw new Refusal("invalid", "This person does not hold such sessions.", "hostId");
  return [chosen];
}

/** The programme of somebody who takes part in a session that the actor may see. */
async function programmeById({ tx }: Pick<QueryContext, "tx">, id: string): Promise<Programme | null> {
  const [row] = await tx
    .select()
    .from(programmes)
    .where(and(eq(programmes.id, id), isNull(programmes.deletedAt)));
  return row ?? null;
}
