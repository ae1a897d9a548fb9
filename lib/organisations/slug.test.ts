import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { slugPattern } from "@/db/schema/organisations";
import { freeSlug, reservedSlugs, slugOf } from "@/lib/organisations/slug";

describe("the address of an organisation", () => {
  it.each([
    ["Alder & Quay", "alder-and-quay"],
    ["  Zürich’s Söhne AG ", "zurichs-sohne-ag"],
    ["Operator", "operator-firm"],
    ["東京", "firm"],
  ])("of %s is %s", (name, slug) => expect(slugOf(name)).toBe(slug));

  it("is always one that can be stored and is never a word of the product", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (name) => {
        const slug = slugOf(name);
        expect(slug).toMatch(new RegExp(slugPattern));
        expect(reservedSlugs.has(slug)).toBe(false);
      }),
    );
  });

  it("takes the next number when it is taken", () => {
    expect(freeSlug("north", new Set())).toBe("north");
    expect(freeSlug("north", new Set(["north", "north-2"]))).toBe("north-3");
  });
});
