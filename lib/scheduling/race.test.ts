import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { transaction } from "@/db/client";
import { people } from "@/db/schema/people";
import { programmeEntitlements, programmes } from "@/db/schema/programmes";
import { sessionHosts } from "@/db/schema/scheduling";
import { newId } from "@/db/tenant-table";
import { execute } from "@/lib/platform/execute";
import { Refusal } from "@/lib/platform/refusal";
import { sqlStateOf } from "@/lib/platform/sql-state";
import { testWorld } from "@/lib/platform/testing/world";
import { bookSession, holdTime } from "@/lib/scheduling/commands/booking";
import { moveSession } from "@/lib/scheduling/commands/changes";

/*
 * Hundreds who want one time of one consultant, at the same moment.
 */

const world = testWorld();
const now = new Date("2026-11-23T09:00:00Z");
const racers = 500;
const connections = 16;
const programmeIds = Array.from({ length: racers }, () => newId());

const inNorth = <T>(work: Parameters<typeof transaction<T>>[1]) =>
  transaction({ organisationId: world.north.organisationId }, work);

beforeAll(async () => {
  await inNorth(async (tx) => {
    const [model] = await tx.select().from(programmes).where(eq(programmes.id, world.north.programmeId));
    const executives = programmeIds.map((id, at) => ({
      id: newId(),
      name: `Racer ${at}`,
      nameKey: `racer ${at}`,
      of: id,
    }));
    await tx.insert(people).values(executives.map(({ of: _, ...person }) => ({ ...person, status: "known" })));
    await tx
      .insert(programmes)
      .values(executives.map(({ id, of, nameKey }) => ({ ...model!, id: of, executiveId: id, executiveKey: nameKey })));
    await tx
      .insert(programmeEntitlements)
      .values(programmeIds.map((programmeId) => ({ programmeId, kind: "coaching", sessions: 6 })));
  });
  // What is loaded with the first booking is loaded by now, as in a server that runs.
  const first = {
    programmeId: programmeIds[499]!,
    typeId: world.north.sessionTypeId,
    startsAt: "2027-01-05T09:00:00Z",
  };
  await execute(bookSession, await world.north.as("consultant"), first, { now });
  // The pool grows as it is asked to.
  for (const { pool } of globalThis.landfallConnections!.values()) pool.options.max = connections;
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
    const actor = await world.north.as("consultant");
    const { won, refused } = await race(
      programmeIds.map(
        (programmeId) => () =>
          execute(bookSession, actor, { programmeId, typeId: world.north.sessionTypeId, startsAt }, { now }),
      ),
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
    const typeId = world.north.sessionTypeId;
    const actor = await world.north.as("consultant");
    const own = await Promise.all(
      [0, 1, 2, 3].map(async (at) => {
        const startsAt = `2027-01-1${4 + (at % 2)}T1${at}:00:00Z`;
        const booking = { programmeId: programmeIds[at]!, typeId, startsAt };
        return (await execute(bookSession, actor, booking, { now })).output.id;
      }),
    );
    const startsAt = "2027-01-20T13:00:00Z";
    const others = programmeIds.slice(10, 60);
    const { won } = await race([
      ...others.map((programmeId) => () => execute(bookSession, actor, { programmeId, typeId, startsAt }, { now })),
      ...others.map((programmeId) => () => execute(holdTime, actor, { programmeId, typeId, startsAt }, { now })),
      ...own.map((id) => () => execute(moveSession, actor, { id, expectedVersion: 1, startsAt }, { now })),
    ]);
    // A hold of the same person gives way to their next one; whatever happened, one stands there.
    expect(won).toBeGreaterThan(0);
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
