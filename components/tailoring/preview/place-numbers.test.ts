import fc from "fast-check";
import { expect, it } from "vitest";
import { placeNumbers } from "./place-numbers";

it("counts the new lines in and out", () => {
  const { now, original } = placeNumbers([3, 4, 7]);
  expect([0, 1, 2, 3, 4, 5].map(now)).toEqual([0, 1, 2, 5, 6, 8]);
  expect([0, 2, 3, 4, 5, 7, 8].map(original)).toEqual([0, 2, null, null, 3, null, 5]);
});

it("there and back is the same paragraph, in the same order, and never a new line", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(60), { maxLength: 20 }), (added) => {
      const { now, original } = placeNumbers(added);
      const places = Array.from({ length: 50 }, (_, number) => now(number));
      expect(places.map(original)).toEqual(places.map((_, number) => number));
      expect([...places].sort((one, other) => one - other)).toEqual(places);
      for (const line of added) expect(original(line)).toBeNull();
    }),
  );
});
