import "server-only";
import { and, asc, eq, isNull, ne, or } from "drizzle-orm";
import { scheduledSessions, sessionSeries } from "@/db/schema/scheduling";
import type { QueryContext } from "@/lib/platform/operation";
import { visibleSessions, type SessionRow } from "./load";
import type { Repeats } from "./rules/series";
import { repeatsOf } from "./series-rule";

interface Neighbour {
  id: string;
  startsAt: Date;
}

/** The series in which a session stands: how often it comes, and the sessions before and after it that the actor may see. */
export interface SeriesAround {
  repeats: Repeats;
  /** When the first one was to be, by whose clock. */
  firstAt: Date;
  timeZone: string;
  before: Neighbour | null;
  after: Neighbour | null;
}

/** What stands around a session that comes again; null for one that does not. Cancelled ones are passed over. */
export async function seriesAround(
  { tx, actor }: Pick<QueryContext, "tx" | "actor">,
  { id, seriesId }: Pick<SessionRow, "id" | "seriesId">,
): Promise<SeriesAround | null> {
  if (!seriesId) return null;
  const [series] = await tx.select().from(sessionSeries).where(eq(sessionSeries.id, seriesId));
  if (!series) return null;
  const sessions = await tx
    .select({ id: scheduledSessions.id, startsAt: scheduledSessions.startsAt })
    .from(scheduledSessions)
    .where(
      and(
        ...[eq(scheduledSessions.seriesId, seriesId), isNull(scheduledSessions.deletedAt), visibleSessions(actor)],
        or(ne(scheduledSessions.state, "cancelled"), eq(scheduledSessions.id, id)),
      ),
    )
    .orderBy(asc(scheduledSessions.startsAt), asc(scheduledSessions.id));
  const at = sessions.findIndex((session) => session.id === id);
  const { firstAt, timeZone } = series;
  return {
    repeats: repeatsOf(series),
    firstAt,
    timeZone,
    before: sessions[at - 1] ?? null,
    after: sessions[at + 1] ?? null,
  };
}
