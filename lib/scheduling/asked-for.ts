import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { programmes } from "@/db/schema/programmes";
import { scheduledSessions, sessionHosts, sessionTypes } from "@/db/schema/scheduling";
import { personIdOf } from "@/lib/platform/actor";
import type { CommandContext } from "@/lib/platform/operation";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { assertGoingOn, type Programme } from "@/lib/programmes/load";
import { visibleProgrammes } from "@/lib/programmes/visibility";
import { looksAfter } from "./book";
import type { TypeRow } from "./load";
import { momentSql, standingFrom, standingSql, type Standing, type StoredStanding } from "./standing";

export interface Taken {
  until: Date;
  standing: Standing;
}

interface Asked {
  typeId: string;
  programmeId: string;
  startsAt: Date;
  /** The time that was held for it: it does not stand in its own way. */
  holdId?: string | undefined;
}

export interface AskedFor {
  type: TypeRow;
  programme: Programme;
  /** Where the programme's own consultant is taken then: until when, and what the times rest on that are free instead. Null where others hold sessions of the type. */
  taken: Taken | null;
}

/**
 * What is asked for, as far as the actor may, and whether it is taken already: one statement, because of hundreds who want one time all but one go no further.
 * What it says of the time is only a "no" that came early; who books looks again behind the lock.
 */
export async function askedFor(context: CommandContext, asked: Asked): Promise<AskedFor> {
  const { tx, actor, now } = context;
  const { typeId, programmeId, startsAt, holdId } = asked;
  const start = momentSql(startsAt);
  const minutes = (count: unknown) => sql`make_interval(mins => ${count})`;
  const takes = {
    from: sql`${start} - ${minutes(sessionTypes.bufferBefore)}`,
    to: sql`${start} + ${minutes(sql`${sessionTypes.lengthMinutes} + ${sessionTypes.bufferAfter}`)}`,
  };
  const except = sql`${holdId ?? null}::uuid`;
  const from = momentSql(startsAt > now ? startsAt : now);
  const standing = standingSql({
    ...{ hosts: sql`array[${programmes.consultantId}]`, attendee: sql`${programmes.executiveId}`, except, from },
    ...{ to: sql`${from} + make_interval(days => ${sessionTypes.horizonDays})`, now: momentSql(now) },
  });
  const until = sql`select max(${sessionHosts.takesTo}) as until from ${sessionHosts}
    join ${scheduledSessions} on ${scheduledSessions.id} = ${sessionHosts.sessionId}
    where ${sessionHosts.personId} = ${programmes.consultantId} and ${sessionHosts.takes}
      and ${sessionHosts.takesFrom} < ${takes.to} and ${sessionHosts.takesTo} > ${takes.from}
      and (${scheduledSessions.heldUntil} is null
        or (${scheduledSessions.heldUntil} > ${momentSql(now)} and ${scheduledSessions.heldBy} is distinct from ${personIdOf(actor)}::uuid))
      and ${scheduledSessions.id} is distinct from ${except}`;
  const taken = sql<{ until: string; standing: StoredStanding } | null>`
    case when ${sessionTypes.hosting} = 'consultant' and ${sessionTypes.capacity} = 1 then (
      select json_build_object('until', taken.until, 'standing', ${standing}) from (${until}) as taken where taken.until is not null) end`;
  const [row] = await tx
    .select({ type: sessionTypes, programme: programmes, taken })
    .from(sessionTypes)
    .leftJoin(
      programmes,
      and(eq(programmes.id, programmeId), isNull(programmes.deletedAt), visibleProgrammes(actor, "sessions:write")),
    )
    .where(and(eq(sessionTypes.id, typeId), isNull(sessionTypes.deletedAt), isNull(sessionTypes.archivedAt)));
  if (!row) throw notFound("this kind of session");
  const { type, programme } = row;
  if (!programme) throw notFound("this programme");
  assertBookable(programme);
  if (!type.selfBooked && !looksAfter(context, programme.executiveId))
    throw new Refusal("forbidden", "This kind of session is booked by your consultant.");
  const { taken: found } = row;
  return {
    ...{ type, programme },
    taken: found && { until: new Date(found.until), standing: standingFrom(found.standing) },
  };
}

/** Refuses sessions in a programme that does not go on now: nothing new is booked in it, and nothing moved. */
export function assertBookable(programme: Programme): void {
  assertGoingOn(programme);
  if (programme.state === "paused")
    throw new Refusal("state", "The programme is paused: nothing is booked or moved in it now.");
  if (programme.state === "invited") throw new Refusal("state", "The programme was not accepted yet.");
}
