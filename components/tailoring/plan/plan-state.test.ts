import { describe, expect, it } from "vitest";
import type { DraftPoint } from "@/lib/tailoring/tailored/draft-schema";
import type { RoleView } from "@/lib/tailoring/tailored/tailoring-view";
import {
  differenceOf,
  isMadeOf,
  leftOutByHand,
  movedTo,
  putInto,
  reworded,
  stateOf,
  undecided,
  withoutPoint,
  withPages,
  withPoints,
  type PlanState,
} from "./plan-state";

const point = (id: string): DraftPoint => ({ id, technology: "Go", text: `About ${id}`, libraryPointId: null });
const role = (number: number, bullets: number[]): RoleView => ({
  ...{ number, bullets, title: null, employer: null, start: null, end: null, header: [], most: 4, sure: true },
});
const roles = [role(0, [5, 7]), role(1, [])];
const now: PlanState = {
  ...{ points: [point("a"), point("b")], pages: null },
  placed: [{ point: "a", role: 0, after: 7, byHand: false, reason: "Listed there." }],
  leftOut: [{ point: "b", byHand: false, reason: "No room." }],
};

describe("a change of the plan", () => {
  it("names only what it changes", () => {
    expect(differenceOf(now, movedTo(roles, "a", { role: 0, at: 1 })(now))).toEqual({
      decided: { a: { role: 0, after: 5 } },
    });
    expect(differenceOf(now, leftOutByHand("a")(now))).toEqual({ decided: { a: null } });
    expect(differenceOf(now, withPages(1)(now))).toEqual({ pages: 1 });
    expect(differenceOf(now, reworded("b", "New words")(now))).toEqual({
      points: [point("a"), { ...point("b"), text: "New words" }],
    });
    expect(differenceOf(now, now)).toEqual({});
  });

  it("puts in what was left out, at the end of the role that was chosen", () => {
    const next = putInto(roles, "b", 0)(now);
    expect(next.placed.map(({ point: id }) => id)).toEqual(["a", "b"]);
    expect(next.leftOut).toEqual([]);
    expect(differenceOf(now, next)).toEqual({ decided: { b: { role: 0, after: 7 } } });
    expect(putInto(roles, "b", 1)(now)).toBe(now);
  });

  it("a decision is taken back to what the planner says", () => {
    const next = undecided("a")(movedTo(roles, "a", { role: 0, at: 1 })(now));
    expect(differenceOf(now, next)).toEqual({});
  });

  it("adds a point once, and takes it out with what was decided on it", () => {
    const more = withPoints([point("b"), point("c")])(now);
    expect(more.points.map(({ id }) => id)).toEqual(["a", "b", "c"]);
    expect(differenceOf(more, withoutPoint("c")(leftOutByHand("c")(more)))).toEqual({ points: now.points });
  });

  it("is made on what somebody else saved meanwhile", () => {
    const theirs = leftOutByHand("a")(now);
    const both = reworded("b", "Mine")(theirs);
    expect(both.leftOut).toEqual(theirs.leftOut);
    expect(both.points[1]!.text).toBe("Mine");
  });

  it("without a plan every point waits", () => {
    expect(stateOf({ points: now.points as DraftPoint[], pages: 1, plan: null })).toMatchObject({
      placed: [],
      leftOut: [{ point: "a" }, { point: "b" }],
    });
  });

  it("a version is the plan as long as resume, points, roles, order and words are the same", () => {
    const report = { placed: [{ ...made, point: "a", text: "About a" }], leftOut: [], proof: {}, cautions: [] };
    const version = { report, resumeId: "first" };
    expect(isMadeOf(version, "first", now)).toBe(true);
    expect(isMadeOf(version, "second", now)).toBe(false);
    expect(isMadeOf(version, "first", reworded("a", "Other words")(now))).toBe(false);
    expect(isMadeOf(version, "first", putInto(roles, "b", 0)(now))).toBe(false);
    expect(isMadeOf({ ...version, report: null }, "first", now)).toBe(false);
  });
});

const made = { technology: "Go", role: "First", roleNumber: 0, reason: "", libraryPointId: null, paragraphs: [8] };
