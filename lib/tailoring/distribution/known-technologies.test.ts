import { describe, expect, test } from "vitest";
import { knownTechnologies } from "./known-technologies";

const known = knownTechnologies([
  { name: "Depotwise", aliases: ["DW"], since: 2019 },
  { name: "Java", aliases: ["Kaffee"], since: 1901 },
]);

describe("what is known of technologies", () => {
  test.each([
    ["Java", "Moved the ledger to Java", 1996],
    ["Java", "Moved the ledger to Java 17", 2021],
    ["Java", "Deployed Java services to Kubernetes", 2015],
    ["Java", "Led 17 people", 1996],
    ["Java", "Java 8 years in a row", 1996],
  ])("a point about %s, %j, needs %d", (technology, text, year) => {
    expect(known.newestOf({ technology, text })?.year).toBeLessThanOrEqual(year);
    expect(known.newestOf({ technology, text })?.year).toBeGreaterThan(year - 2);
  });

  test("says which version it is that came out so late", () => {
    expect(known.newestOf({ technology: "java", text: "Moved it to Java 17." })).toEqual({
      ...{ technology: "Java 17", year: 2021 },
    });
  });

  test("knows names by their aliases, and those of the organisation", () => {
    expect(known.nameOf("k8s")).toBe("Kubernetes");
    expect(known.nameOf("dw")).toBe("Depotwise");
    expect(known.nameOf(" Nothing known ")).toBe("Nothing known");
    expect(known.newestOf({ technology: "Nothing known", text: "Did it" })).toBeNull();
    expect(known.namedIn("Moved Depotwise and its Kaffee")).toEqual(new Set(["Depotwise", "Java"]));
    expect(known.areRelated("kaffee", "Spring")).toBe(false);
    expect(known.areRelated(known.nameOf("kaffee"), "Spring")).toBe(true);
  });

  test("knows since when an organisation's own are there; what is known of listed ones stays", () => {
    expect(known.newestOf({ technology: "DW", text: "Ran it" })).toEqual({ technology: "Depotwise", year: 2019 });
    expect(known.newestOf({ technology: "kaffee", text: "Ran it" })?.year).toBe(1995);
  });
});
