import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readChoice, readRange, writeChoice, writeRange } from "@/lib/platform/filter-values";

describe("filters in the address", () => {
  it("reads what it wrote, for every range", () => {
    const end = fc.option(fc.integer({ min: 0, max: 9999 }).map(String), { nil: undefined });
    fc.assert(
      fc.property(end, end, (from, to) => {
        const text = writeRange({ from, to });
        if (text === null) expect([from, to]).toEqual([undefined, undefined]);
        else expect(readRange(text)).toEqual({ ...(from ? { from } : {}), ...(to ? { to } : {}) });
      }),
    );
  });
  it.each([
    ["7..", { from: "7" }],
    ["..2026-11-30", { to: "2026-11-30" }],
    ["2026-11-01..2026-11-30", { from: "2026-11-01", to: "2026-11-30" }],
    ["5", { from: "5", to: "5" }],
    ["", {}],
    ["..", {}],
  ])("%s", (text, range) => {
    expect(readRange(text)).toEqual(range);
  });
  it("keeps the order of choices and drops empty ones", () => {
    expect(readChoice("search,,networking")).toEqual(["search", "networking"]);
    expect(writeChoice(["search", "networking"])).toBe("search,networking");
  });
});
