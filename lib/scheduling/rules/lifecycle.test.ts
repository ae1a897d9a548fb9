import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mayChange, type ChangePolicy } from "./change-policy";
import { entitlementUse, type EntitledPlace } from "./entitlement";
import { moveSession, possibleSessionMoves, sessionMoves, sessionStates, type MovedSession } from "./lifecycle";
import { placeStates } from "./places";

const now = new Date("2026-11-23T09:00Z");
const inHours = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const session = (more: Partial<MovedSession> = {}): MovedSession => ({
  ...{ state: "booked", startsAt: inHours(24), heldUntil: null, ...more },
});

describe("the life of a session", () => {
  it("goes from held to booked, and ends in one of four ways", () => {
    const possible = (more: Partial<MovedSession>) => possibleSessionMoves(session(more), now);
    expect(possible({ state: "held", heldUntil: inHours(0.1) })).toEqual(["confirm", "cancel"]);
    expect(possible({ state: "held", heldUntil: now })).toEqual(["expire", "cancel"]);
    expect(possible({})).toEqual(["reschedule", "cancel"]);
    expect(possible({ startsAt: now })).toEqual(["reschedule", "finish", "miss", "cancel"]);
    expect(possible({ state: "done", startsAt: now })).toEqual(["miss"]);
    expect(possible({ state: "no_show", startsAt: now })).toEqual(["finish"]);
    expect([possible({ state: "cancelled" }), possible({ state: "expired" })]).toEqual([[], []]);
  });

  it("says why a move is not possible", () => {
    expect(moveSession(session({ state: "cancelled" }), "reschedule", now)).toEqual({
      ...{ allowed: false, code: "state" },
      why: "The session was cancelled: only a session that is booked can be moved.",
    });
    expect(moveSession(session(), "finish", now)).toMatchObject({ code: "tooEarly" });
    expect(moveSession(session({ state: "held", heldUntil: now }), "confirm", now)).toMatchObject({ code: "tooLate" });
    expect(moveSession(session({ state: "held", heldUntil: inHours(1) }), "expire", now)).toMatchObject({
      code: "held",
    });
    for (const state of sessionStates)
      for (const by of sessionMoves) {
        const result = moveSession(session({ state, heldUntil: inHours(1) }), by, now);
        if (!result.allowed) expect(result.why).toMatch(/^[A-Z].+\.$/);
      }
  });
});

const policy = (late: ChangePolicy["late"]): ChangePolicy => ({ moveNoticeHours: 12, cancelNoticeHours: 24, late });

describe("who may change a session", () => {
  it("is the one who takes part until a time before it, then it is refused or counts", () => {
    const cancel = (late: ChangePolicy["late"], hours: number) =>
      mayChange(session({ startsAt: inHours(hours) }), "cancel", policy(late), "attendee", now);
    expect(cancel("refuse", 24)).toEqual({ allowed: true, counts: false });
    expect(cancel("refuse", 23)).toEqual({
      ...{ allowed: false, code: "late", until: inHours(-1) },
      why: "A session can be cancelled up to 24 hours before it begins. Your consultant can still change it.",
    });
    expect(cancel("counts", 23)).toEqual({ allowed: true, counts: true });
    expect(cancel("counts", 0)).toMatchObject({ allowed: false, code: "begun" });
    const move = mayChange(session({ startsAt: inHours(23) }), "reschedule", policy("refuse"), "attendee", now);
    expect(move).toEqual({ allowed: true, counts: false });
  });

  it("is the consultant at any time, as long as there is something to change", () => {
    const late = session({ startsAt: inHours(-1) });
    expect(mayChange(late, "cancel", policy("refuse"), "consultant", now)).toEqual({ allowed: true, counts: false });
    expect(mayChange({ ...late, state: "done" }, "cancel", policy("refuse"), "consultant", now)).toMatchObject({
      code: "state",
    });
    const held = session({ state: "held", startsAt: inHours(1), heldUntil: inHours(0.1) });
    expect(mayChange(held, "cancel", policy("refuse"), "attendee", now)).toEqual({ allowed: true, counts: false });
  });
});

const place = (more: Partial<EntitledPlace> = {}): EntitledPlace => ({
  ...{ state: "booked", counted: false, lateMoves: 0, ...more },
});

describe("sessions that a programme has", () => {
  it("are used by places that are booked, were taken or missed, and by those given up or moved too late", () => {
    const places = [...placeStates.map((state) => place({ state })), place({ state: "cancelled", counted: true })];
    expect(entitlementUse(6, places)).toEqual({ used: 4, left: 2 });
    expect(entitlementUse(null, places)).toEqual({ used: 4, left: null });
    expect(entitlementUse(3, places)).toEqual({ used: 4, left: 0 });
    expect(entitlementUse(3, [place({ lateMoves: 1 })])).toEqual({ used: 2, left: 1 });
    // Moved late, then given up in time: the time before it counts on.
    expect(entitlementUse(3, [place({ state: "cancelled", lateMoves: 1 })])).toEqual({ used: 1, left: 2 });
  });

  it("are never more by one that is booked, and never fewer by one that is given back", () => {
    const one = fc.record({
      ...{ state: fc.constantFrom(...placeStates), counted: fc.boolean(), lateMoves: fc.nat(2) },
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), fc.nat(12), (places, most) => {
        const { used, left } = entitlementUse(most, places);
        expect(left).toBe(Math.max(0, most - used));
        expect(entitlementUse(most, [...places, place()]).used).toBe(used + 1);
        expect(entitlementUse(most, [...places, place({ state: "cancelled" })])).toEqual({ used, left });
      }),
    );
  });
});
