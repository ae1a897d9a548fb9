import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { transaction } from "@/db/client";
import { sessionHosts } from "@/db/schema/scheduling";
import { execute } from "@/lib/platform/execute";
import { Refusal } from "@/lib/platform/refusal";
import { sqlStateOf } from "@/lib/platform/sql-state";
import { testWorld } from "@/lib/platform/testing/world";
import { bookSession, holdTime } from "@/lib/scheduling/commands/booking";
import { moveSession } from "@/lib/scheduling/commands/changes";
import { allowConnections, makeRacers, type Racer } from "@/lib/scheduling/testing/racers";

/*
 * Hundreds who want one time of one consultant, at the same moment.
 */

const world = testWorld();
const now = new Date("2026-11-23T09:00:00Z");
const racers = 500;
const connections = 16;
let all: Racer[] = [];

const inNorth = <T>(work: Parameters<typeof transaction<T>>[1]) =>
  transaction({ organisationId: world.north.organisationId }, work);

const wanting = ({ programmeId }: Racer, startsAt: string) => ({
  ...{ programmeId, typeId: world.north.sessionTypeId, startsAt },
});

beforeAll(async () => {
  all = await makeRacers(world.north, await world.north.as("executive"), racers);
  // What is loaded with the first booking is loaded by now, as in a server that runs.
  await execute(bookSession, all.at(-1)!.actor, wanting(all.at(-1)!, "2027-01-05T09:00:00Z"), { now });
  allowConnections(connections);
});

/** What became of each attempt, all begun at once. */
async function race(attempts: ReadonlyArray<() => Promise<unknown>>) {
  const outcomes = await Promise.all(
    attempts.map((attempt) =>
      attempt().then(
        () => null,
        (error: unknown) => error,
      ),
    ),
  );
  const faults = outcomes.filter((outcome) => outcome !== null && !(outcome instanceof Refusal));
  expect(faults.map((fault) => sqlStateOf(fault) ?? String(fault))).toEqual([]);
  return { won: outcomes.filter((outcome) => outcome === null).length, refused: outcomes.filter(isRefusal) };
}

const isRefusal = (outcome: unknown): outcome is Refusal => outcome instanceof Refusal;

const taking = (startsAt: string) =>
  inNorth((tx) =>
    tx
      .select({ id: sessionHosts.sessionId })
      .from(sessionHosts)
      .where(
        and(
          eq(sessionHosts.personId, world.north.consultantId),
          eq(sessionHosts.takesFrom, new Date(startsAt)),
          eq(sessionHosts.takes, true),
        ),
      ),
  );

describe("five hundred who want one time", () => {
  test("make one session; each of the others is told what is free instead", async () => {
    const startsAt = "2027-01-12T09:00:00Z";
    const { won, refused } = await race(
      all.map((racer) => () => execute(bookSession, racer.actor, wanting(racer, startsAt), { now })),
    );
    expect(won).toBe(1);
    expect(await taking(startsAt)).toHaveLength(1);
    expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(["conflict"]));
    // The one who won has a session of their own then; to everybody else the time is taken.
    expect(new Set(refused.map(({ details }) => details.current?.["reason"]))).toEqual(new Set(["session"]));
    for (const { details } of refused)
      expect(details.current?.["next"]).toEqual([
        ...["2027-01-12T10:00:00.000Z", "2027-01-12T10:30:00.000Z", "2027-01-12T11:00:00.000Z"],
      ]);
  }, 60_000);

  test("and those who hold, book and move onto the same time never meet there", async () => {
    const own = await Promise.all(
      all.slice(0, 4).map(async (racer, at) => {
        const booking = wanting(racer, `2027-01-1${4 + (at % 2)}T1${at}:00:00Z`);
        return (await execute(bookSession, racer.actor, booking, { now })).output.id;
      }),
    );
    const startsAt = "2027-01-20T13:00:00Z";
    const { won } = await race([
      ...all.slice(10, 60).map((racer) => () => execute(bookSession, racer.actor, wanting(racer, startsAt), { now })),
      ...all.slice(60, 110).map((racer) => () => execute(holdTime, racer.actor, wanting(racer, startsAt), { now })),
      ...own.map((id, at) => {
        const move = { id, expectedVersion: 1, startsAt };
        return () => execute(moveSession, all[at]!.actor, move, { now });
      }),
    ]);
    expect(won).toBe(1);
    expect(await taking(startsAt)).toHaveLength(1);
  });

  test("are kept apart by the database too, should anything come past the lock", async () => {
    const stretch = { takesFrom: new Date("2027-01-12T09:30:00Z"), takesTo: new Date("2027-01-12T10:30:00Z") };
    const past = inNorth((tx) =>
      tx.update(sessionHosts).set(stretch).where(eq(sessionHosts.sessionId, world.north.sessionId)),
    );
    expect(sqlStateOf(await past.catch((error: unknown) => error))).toBe("23P01");
  });
});
