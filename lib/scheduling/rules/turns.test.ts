import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseHost } from "./round-robin";
import { whoMovesUp } from "./waiting-list";

const window = { from: new Date("2026-11-01"), to: new Date("2026-12-01") };
const on = (...days: number[]) => days.map((day) => new Date(Date.UTC(2026, 10, day)));
const candidate = (id: string, sessions: Date[], weight = 1) => ({ id, weight, sessions });

describe("whose turn it is", () => {
  it("is who has the fewest sessions for their weight, then who waits longest, then the order of ids", () => {
    const choose = (...candidates: Parameters<typeof chooseHost>[0]) => {
      const { hostId, because } = chooseHost(candidates, window)!;
      return [hostId, because];
    };
    expect(choose(candidate("a", on(1)))).toEqual(["a", "only"]);
    expect(choose(candidate("a", on(2, 3)), candidate("b", on(20)))).toEqual(["b", "fewest"]);
    expect(choose(candidate("a", on(2, 3), 3), candidate("b", on(20)))).toEqual(["a", "fewest"]);
    expect(choose(candidate("a", on(2, 3), 2), candidate("b", on(1)))).toEqual(["b", "longest"]);
    expect(choose(candidate("b", []), candidate("a", []))).toEqual(["a", "order"]);
    // What lies before the window is not counted, but is remembered; what lies after it is neither.
    expect(choose(candidate("a", on(-10, -9)), candidate("b", on(-20, 40)))).toEqual(["b", "longest"]);
    expect(choose(candidate("a", [], 0), candidate("b", on(2, 3, 4)))).toEqual(["b", "fewest"]);
    expect(chooseHost([], window)).toBeNull();
  });

  it("is told with what counted", () => {
    expect(chooseHost([candidate("a", on(2, 3)), candidate("b", on(4))], window)?.turns).toEqual([
      { hostId: "b", weight: 1, sessions: 1, lastAt: new Date("2026-11-04") },
      { hostId: "a", weight: 1, sessions: 2, lastAt: new Date("2026-11-03") },
    ]);
  });

  it("goes round: by their weights, whatever the order in which hosts are given", () => {
    const weights = fc.uniqueArray(
      fc.record({ id: fc.string({ minLength: 1 }), weight: fc.integer({ min: 1, max: 5 }) }),
      {
        ...{ selector: ({ id }) => id, minLength: 1, maxLength: 5 },
      },
    );
    fc.assert(
      fc.property(weights, fc.integer({ min: 1, max: 4 }), (hosts, rounds) => {
        let given = hosts.map(({ id, weight }) => candidate(id, [], weight));
        const total = hosts.reduce((sum, { weight }) => sum + weight, 0);
        for (let turn = 0; turn < rounds * total; turn += 1) {
          const { hostId } = chooseHost(given, window)!;
          expect(chooseHost([...given].reverse(), window)!.hostId).toBe(hostId);
          const at = new Date(window.from.getTime() + turn * 60_000);
          given = given.map((one) => (one.id === hostId ? { ...one, sessions: [...one.sessions, at] } : one));
        }
        for (const { sessions, weight } of given) expect(sessions).toHaveLength(rounds * weight);
      }),
    );
  });
});

describe("a waiting list", () => {
  const at = (hour: number) => new Date(Date.UTC(2026, 10, 23, hour));
  const session = { startsAt: at(10), endsAt: at(11) };
  const waiting = (id: string, joined: number, sessions: number[] = []) => ({
    ...{ id, joinedAt: at(joined), sessions: sessions.map((hour) => ({ startsAt: at(hour), endsAt: at(hour + 1) })) },
  });

  it("moves up in the order of joining, without those who have another session then", () => {
    const list = [waiting("late", 9), waiting("first", 1, [9, 11]), waiting("taken", 2, [10]), waiting("second", 3)];
    expect(whoMovesUp(2, session, list)).toEqual({ ids: ["first", "second"], skipped: ["taken"] });
    expect(whoMovesUp(1, session, list)).toEqual({ ids: ["first"], skipped: [] });
    expect(whoMovesUp(0, session, list)).toEqual({ ids: [], skipped: [] });
    expect(whoMovesUp(9, session, list).ids).toEqual(["first", "second", "late"]);
  });

  it("never leaves a place empty while somebody could take it, nor lets anybody pass who could", () => {
    const some = fc.uniqueArray(
      fc.record({ id: fc.string(), joined: fc.nat(20), sessions: fc.array(fc.nat(20), { maxLength: 4 }) }),
      { selector: ({ id }) => id },
    );
    fc.assert(
      fc.property(some, fc.nat(4), (people, places) => {
        const { ids } = whoMovesUp(
          places,
          session,
          people.map(({ id, joined, sessions }) => waiting(id, joined, sessions)),
        );
        const able = people.filter(({ sessions }) => !sessions.includes(10));
        expect(ids).toHaveLength(Math.min(places, able.length));
        const last = Math.max(-1, ...able.filter(({ id }) => ids.includes(id)).map(({ joined }) => joined));
        for (const { id, joined } of able) if (!ids.includes(id)) expect(joined).toBeGreaterThanOrEqual(last);
      }),
    );
  });
});
