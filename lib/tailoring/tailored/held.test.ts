import { expect, test } from "vitest";
import type { Draft } from "./draft-schema";
import { heldAfter } from "./held";

const point = (id: string, text = id) => ({ id, technology: "Go", text, libraryPointId: null });
const before: Draft = { points: ["a", "b", "c"].map((id) => point(id)), decided: {}, held: {}, pages: null };
const placed = [
  { point: 0, role: 0, after: 4 },
  { point: 1, role: 0, after: 5 },
  { point: 2, role: 1, after: 9 },
];

test("the others are held where they stood when a person decides on one", () => {
  const after = { ...before, decided: { a: { role: 1, after: 9 } } };
  expect(heldAfter(before, after, placed)).toEqual({ b: { role: 0, after: 5 }, c: { role: 1, after: 9 } });
});

test("what is given back to the plan, reworded or taken out is not held", () => {
  const decided = { ...before, decided: { a: null, b: { role: 1, after: 9 } }, held: { c: { role: 1, after: 9 } } };
  expect(heldAfter(decided, { ...decided, decided: { b: decided.decided.b } }, placed.slice(2))).toEqual(decided.held);
  const reworded = [point("a"), point("b"), point("c", "other words")];
  expect(heldAfter(decided, { ...decided, points: reworded }, placed)).toEqual({});
  expect(heldAfter(decided, { ...decided, points: [point("a"), point("b")] }, placed)).toEqual({});
});

test("points that join leave the others where they are, and pages that are allowed place all anew", () => {
  const held = { ...before, held: { c: { role: 1, after: 9 } } };
  expect(heldAfter(held, { ...held, points: [...held.points, point("d")] }, [])).toEqual(held.held);
  expect(heldAfter(held, { ...held, pages: 1 }, placed)).toEqual({});
});
