import "server-only";
import { and, asc, eq, gt, gte } from "drizzle-orm";
import { scheduledSessions, sessionSeries } from "@/db/schema/scheduling";
import { personIdOf } from "@/lib/platform/actor";
import { command, type CommandContext } from "@/lib/platform/operation";
import { notFound, Refusal } from "@/lib/platform/refusal";
import { assertVersion } from "@/lib/platform/two-editors";
import { askedFor } from "../asked-for";
import { entitlementOf, insertSession, looksAfter, placeAt, possibleHosts, putAttendee } from "../book";
import { giveBackHolds } from "../holds";
import { hostIdsOf, loadSession, type SessionRow } from "../load";
import { lockHosts } from "../lock-hosts";
import { BookSeriesInput, CancelSeriesInput, MoveSeriesBackInput, MoveSeriesInput } from "../schemas";
import { storedRepeats } from "../series-rule";
import { movedAlike, timesOfSeries } from "../series-times";
import { tellBooked } from "../tell";
import { cancelSession, moveSession } from "./changes";

/**
 * Books the same session again and again for the executive of a programme, say every second Tuesday at ten or on the first Monday of each month: all of them or none. Times that do not work are left
 * out, or another one is taken, as `otherwise` says by date. The time of day stays when clocks change.
 */
export const bookSeries = command({
  name: "scheduling.bookSeries",
  permission: "sessions:write",
  input: BookSeriesInput,
  example: ({ programmeId, sessionTypeId }) => ({
    ...{ programmeId, typeId: sessionTypeId, startsAt: "2026-12-01T13:00:00Z", timeZone: "Europe/Zurich" },
    ...{ repeats: { every: "weeks" as const, weeks: 2 }, ends: { count: 3 }, otherwise: [] },
  }),
  undo: (_input, { ids: [id] }: { seriesId: string; ids: string[] }) => ({
    operation: "scheduling.cancelSeries",
    input: { id, scope: "all", reason: "" },
  }),
  async run(context, { otherwise, anyway = false, ...asked }): Promise<{ seriesId: string; ids: string[] }> {
    const { type, programme } = await askedFor(context, asked);
    if (!looksAfter(context, programme.executiveId))
      throw new Refusal("forbidden", "A series is booked by your consultant.");
    if (type.capacity > 1) throw new Refusal("state", "Places in a group are booked one by one.", "typeId");
    const hosts = await possibleHosts(context, type, programme);
    await lockHosts(context, [...hosts, { personId: programme.executiveId }]);
    await giveBackHolds(context);
    const { lengthMinutes } = type;
    const times = timesOfSeries({ ...asked, lengthMinutes }).flatMap(({ date, startsAt }) => {
      const other = otherwise.find((one) => one.date === date);
      return other
        ? other.startsAt
          ? [{ date, at: other.startsAt, original: startsAt }]
          : []
        : [{ date, at: startsAt, original: startsAt }];
    });
    if (times.length === 0) throw new Refusal("invalid", "Nothing is left of the series.", "count");
    const { left } = await entitlementOf(context, programme.id, type.kind);
    if (!anyway && left < times.length)
      throw new Refusal(
        "limit",
        `The programme has ${left} of these sessions left, and the series takes ${times.length}.`,
        "count",
      );
    const [series] = await context.tx
      .insert(sessionSeries)
      .values({
        ...{ programmeId: programme.id, typeId: type.id, timeZone: asked.timeZone, firstAt: asked.startsAt },
        ...storedRepeats(asked.repeats),
        ...("until" in asked.ends ? { untilOn: asked.ends.until } : { count: asked.ends.count }),
      })
      .returning();
    context.record("session-series", null, series!);
    const ids: string[] = [];
    for (const { at, date, original } of times) {
      const wanted = { type, hosts, attendeeId: programme.executiveId, startsAt: at, anyway, farAhead: true };
      const found = await placeAt(context, wanted).catch((error: unknown) => {
        throw onDate(error, date);
      });
      const place = { startsAt: at, ...found, series: { seriesId: series!.id, seriesStart: original } };
      const session = await insertSession(context, type, place, {
        ...{ personId: personIdOf(context.actor), heldUntil: null },
      });
      const person = { personId: programme.executiveId, programmeId: programme.id, answersEncrypted: null };
      const { version } = await putAttendee(context, session, person);
      await tellBooked(context, { session, programme, waits: false, turn: version });
      context.emit("scheduling.booked", { sessionId: session.id, programmeId: programme.id });
      ids.push(session.id);
    }
    return { seriesId: series!.id, ids };
  },
});

/** Moves a session of a series with those that follow, or with all that are to come: by as many days, to the same time of day. What was moved alone goes along. */
export const moveSeries = command({
  name: "scheduling.moveSeries",
  permission: "sessions:write",
  input: MoveSeriesInput,
  example: ({ seriesSessionId }) => ({
    ...{ id: seriesSessionId, expectedVersion: 1, startsAt: "2027-03-17T10:00:00Z", scope: "following" as const },
  }),
  undo: (_input, { moved, counted }: MovedTogether) =>
    counted ? null : { operation: "scheduling.moveSeriesBack", input: { sessions: moved } },
  async run(context, { id, expectedVersion, startsAt, scope, anyway = false }): Promise<MovedTogether> {
    const { chosen, series, sessions } = await toCome(context, id, scope);
    assertVersion(chosen, expectedVersion, "this session");
    const movedTo = movedAlike({ from: chosen.startsAt, to: startsAt }, series.timeZone);
    const moves = sessions.map((session) => {
      const to = session.id === chosen.id ? startsAt : movedTo(session.startsAt);
      const length = session.endsAt.getTime() - session.startsAt.getTime();
      return { session, startsAt: to, endsAt: new Date(to.getTime() + length), seriesStart: to };
    });
    return moveTogether(context, moves, anyway);
  },
});

/** Puts sessions of a series back to where they stood before they were moved together, each to its own time. */
export const moveSeriesBack = command({
  name: "scheduling.moveSeriesBack",
  permission: "sessions:write",
  input: MoveSeriesBackInput,
  example: ({ seriesSessionId }) => ({
    sessions: [
      {
        ...{ id: seriesSessionId, expectedVersion: 1, seriesStart: "2027-03-16T15:00:00Z" },
        ...{ startsAt: "2027-03-16T15:00:00Z", endsAt: "2027-03-16T16:00:00Z" },
      },
    ],
  }),
  async run(context, { sessions }): Promise<{ ids: string[] }> {
    const moves = [];
    for (const { id, expectedVersion, ...to } of sessions) {
      const session = await loadSession(context, id, "sessions:write");
      if (!session.seriesId) throw notFound("this series");
      assertVersion(session, expectedVersion, "this session");
      moves.push({ session, ...to });
    }
    await moveTogether(context, moves, true);
    return { ids: sessions.map(({ id }) => id) };
  },
});

/** Cancels a session of a series with those that follow, or with all that are to come. */
export const cancelSeries = command({
  name: "scheduling.cancelSeries",
  permission: "sessions:write",
  input: CancelSeriesInput,
  example: ({ seriesSessionId }) => ({ id: seriesSessionId, scope: "all" as const, reason: "" }),
  async run(context, { id, scope, reason }): Promise<{ ids: string[] }> {
    const { sessions } = await toCome(context, id, scope);
    for (const session of sessions) await context.call(cancelSession, { id: session.id, reason });
    return { ids: sessions.map((session) => session.id) };
  },
});

interface MoveOfSeries {
  session: SessionRow;
  startsAt: Date;
  endsAt: Date;
  /** When the series has it begin, from now on. */
  seriesStart: Date;
}

interface MovedTogether {
  ids: string[];
  /** Where each stood before. */
  moved: { id: string; expectedVersion: number; startsAt: string; endsAt: string; seriesStart: string }[];
  /** So late that a time before counts as used. */
  counted: boolean;
}

/** Moves sessions of one series, those that go out of the way first: none stands in the way of another. */
async function moveTogether(
  context: CommandContext,
  moves: readonly MoveOfSeries[],
  anyway: boolean,
): Promise<MovedTogether> {
  const later = moves.some(({ session, startsAt }) => startsAt > session.startsAt) ? -1 : 1;
  const inOrder = moves.toSorted(
    (one, other) => later * (one.session.startsAt.getTime() - other.session.startsAt.getTime()),
  );
  const all: MovedTogether = { ids: moves.map(({ session }) => session.id), moved: [], counted: false };
  for (const { session, startsAt, endsAt, seriesStart } of inOrder) {
    const { id, version: expectedVersion } = session;
    const move = { id, expectedVersion, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), anyway };
    const { version, counted } = await context.call(moveSession, move).catch((error: unknown) => {
      throw onDate(error, startsAt.toISOString().slice(0, 10));
    });
    await context.tx.update(scheduledSessions).set({ seriesStart }).where(eq(scheduledSessions.id, id));
    all.counted ||= counted;
    all.moved.push({
      ...{ id, expectedVersion: version, startsAt: session.startsAt.toISOString() },
      ...{ endsAt: session.endsAt.toISOString(), seriesStart: session.seriesStart!.toISOString() },
    });
  }
  return all;
}

/** What is to come of a session's series: all of it, or what follows the session and itself. Its hosts are locked. */
async function toCome(context: CommandContext, id: string, scope: "following" | "all") {
  const chosen = await loadSession(context, id, "sessions:write");
  if (!chosen.seriesId || !chosen.seriesStart) throw notFound("this series");
  const [series] = await context.tx.select().from(sessionSeries).where(eq(sessionSeries.id, chosen.seriesId));
  if (!series) throw notFound("this series");
  await lockHosts(
    context,
    (await hostIdsOf(context, id)).map((personId) => ({ personId })),
  );
  const sessions: SessionRow[] = await context.tx
    .select()
    .from(scheduledSessions)
    .where(
      and(
        ...[eq(scheduledSessions.seriesId, chosen.seriesId), eq(scheduledSessions.state, "booked")],
        gt(scheduledSessions.startsAt, context.now),
        scope === "following" ? gte(scheduledSessions.seriesStart, chosen.seriesStart) : undefined,
      ),
    )
    .orderBy(asc(scheduledSessions.startsAt), asc(scheduledSessions.id));
  if (!sessions.some((session) => session.id === id))
    throw new Refusal("state", "This session has begun or was cancelled: only what is to come is changed together.");
  return { chosen, series, sessions };
}

/** A refusal with the date of which it tells: a series has many. */
function onDate(error: unknown, date: string): unknown {
  if (!(error instanceof Refusal)) return error;
  return new Refusal(error.code, `${date}: ${error.message}`, {
    ...error.details,
    current: { ...error.details.current, date },
  });
}
