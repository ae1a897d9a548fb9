import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { searchQuery, wordsOf } from "@/lib/platform/search-words";

describe("searchQuery", () => {
  test("asks for every word, the last one as a beginning", () => {
    expect(searchQuery("Łucja  Grün har")).toBe("'lucja' & 'grun' & 'har':*");
  });

  test("has nothing to ask for without letters or digits", () => {
    expect(searchQuery(" -- !! ")).toBeNull();
  });

  test("takes mail addresses apart like the index does", () => {
    expect(wordsOf("Robin.O'Neil@north.example")).toEqual(["robin", "o", "neil", "north", "example"]);
  });

  test("never lets through a sign of the query language", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (typed) => {
        const query = searchQuery(typed);
        if (query) expect(query).toMatch(/^'[\p{L}\p{N}]+'(?: & '[\p{L}\p{N}]+')*:\*$/u);
      }),
    );
  });
});
