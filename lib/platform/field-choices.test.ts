import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeChoice, encodeChoice } from "@/lib/platform/field-choices";
import { readChoice, writeChoice } from "@/lib/platform/filter-values";

test("choices with commas and per cent signs come back out of an address as they went in", () => {
  const choice = fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom("Zug, Baar", "50 %", "%2C", "%252C,%"));
  fc.assert(
    fc.property(fc.array(choice), (choices) => {
      expect(readChoice(writeChoice(choices.map(encodeChoice))).map(decodeChoice)).toEqual(choices);
    }),
  );
});
