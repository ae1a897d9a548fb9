import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inventories, inventoryForms } from "@/lib/inventories/items";
import { bandOf, hexagon, interestProfile, rankedValues, scoresOf } from "@/lib/inventories/rules/scoring";
import words from "@/messages/en/inventories.json";

const answersTo = (inventory: (typeof inventories)[number], answer: fc.Arbitrary<number>) =>
  fc.record(Object.fromEntries(inventoryForms[inventory].items.map(({ key }) => [key, answer])));
const any = fc.integer({ min: 1, max: 5 });

describe("scores", () => {
  test("turn round when every answer is turned round", () => {
    fc.assert(
      fc.property(fc.constantFrom(...inventories), fc.infiniteStream(any), (inventory, stream) => {
        const form = inventoryForms[inventory];
        const answers = Object.fromEntries(form.items.map(({ key }) => [key, stream.next().value ?? 3]));
        const turned = Object.fromEntries(Object.entries(answers).map(([key, answer]) => [key, 6 - answer]));
        const [one, other] = [scoresOf(form, answers), scoresOf(form, turned)];
        for (const dimension of form.dimensions) {
          expect(one[dimension]! + other[dimension]!).toBeCloseTo(6);
          expect(one[dimension]).toBeGreaterThanOrEqual(1);
          expect(one[dimension]).toBeLessThanOrEqual(5);
        }
      }),
    );
  });

  test("of work style lie in the middle for who agrees to everything: half of the items are reversed", () => {
    const form = inventoryForms["work-style"];
    const yes = Object.fromEntries(form.items.map(({ key }) => [key, 5]));
    expect(new Set(Object.values(scoresOf(form, yes)))).toEqual(new Set([3]));
  });

  test("of a dimension with an open question are not there", () => {
    const form = inventoryForms.values;
    expect(scoresOf(form, {})).toMatchObject({ influence: null });
    expect(scoresOf(form, { influence1: 4 })).toMatchObject({ influence: 4, freedom: null });
  });
});

describe("values", () => {
  test("do not change when somebody answers everything one step higher", () => {
    fc.assert(
      fc.property(answersTo("values", fc.integer({ min: 1, max: 4 })), (answers) => {
        const ranked = rankedValues(answers);
        const higher = rankedValues(Object.fromEntries(Object.entries(answers).map(([key, one]) => [key, one + 1])));
        expect(higher.map(({ value }) => value)).toEqual(ranked.map(({ value }) => value));
        for (const [at, { centred }] of higher.entries()) expect(centred).toBeCloseTo(ranked[at]!.centred);
      }),
    );
  });
});

describe("interests", () => {
  const scores = (given: Partial<Record<(typeof hexagon)[number], number>>) =>
    Object.fromEntries(hexagon.map((one) => [one, given[one] ?? 1]));

  test("are as consistent as their first two are near on the hexagon", () => {
    expect(interestProfile(scores({ social: 5, enterprising: 4 })).consistency).toBe("high");
    expect(interestProfile(scores({ realistic: 5, conventional: 4 })).consistency).toBe("high");
    expect(interestProfile(scores({ social: 5, investigative: 4 })).consistency).toBe("medium");
    expect(interestProfile(scores({ social: 5, realistic: 4 })).consistency).toBe("low");
  });

  test("stand out by the difference of the highest and the lowest", () => {
    expect(interestProfile(scores({ social: 4.5 }))).toMatchObject({ differentiation: 3.5 });
    expect(interestProfile(scores({ social: 4.5 })).code[0]).toBe("social");
    expect(interestProfile(Object.fromEntries(hexagon.map((one) => [one, 3]))).differentiation).toBe(0);
  });
});

test("bands have their ends in the middle of the scale's steps", () => {
  expect([1, 2.5, 3, 3.5, 3.75].map(bandOf)).toEqual(["low", "middle", "middle", "middle", "high"]);
});

test("every item and every dimension has its words", () => {
  for (const inventory of inventories) {
    const { items, dimensions } = inventoryForms[inventory];
    expect(Object.keys(words.items[inventory]).sort()).toEqual(items.map(({ key }) => key).sort());
    expect(Object.keys(words.dimensions[inventory]).sort()).toEqual([...dimensions].sort());
  }
});

test("a flat profile has no code: nothing is highest where all is equal", () => {
  const flat = Object.fromEntries(hexagon.map((dimension) => [dimension, 3]));
  expect(interestProfile(flat)).toMatchObject({ code: [], differentiation: 0 });
  expect(interestProfile({ ...flat, social: 4 }).code[0]).toBe("social");
});
