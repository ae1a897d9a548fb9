import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAmount, writeAmount } from "./amounts";

describe("a typed amount", () => {
  it.each([
    ["180000", "CHF", 18_000_000],
    ["180 000 CHF", "CHF", 18_000_000],
    ["CHF 180’000.50", "CHF", 18_000_050],
    ["180,000.5", "EUR", 18_000_050],
    ["180.000,50", "EUR", 18_000_050],
    ["1.5", "EUR", 150],
    ["1,5", "EUR", 150],
    ["1,234", "EUR", 123_400],
    ["1.234.567", "EUR", 123_456_700],
    ["-20", "EUR", -2_000],
    ["5000", "JPY", 5_000],
    ["1.2345", "KWD", null],
    ["0,123", "KWD", 123],
    ["1,80,000", "INR", 18_000_000],
    ["12,34,5", "EUR", null],
  ])("%s %s", (text, currency, minor) => {
    const read = readAmount(text, currency);
    expect(read.ok ? read.minor : null).toBe(minor);
  });
  it("names the letter that is none of a number", () => {
    expect(readAmount("18o 000 CHF", "CHF")).toEqual({ ok: false, problem: "letter", letter: "o" });
  });
  it("says how many digits the currency has", () => {
    expect(readAmount("1.25", "JPY")).toEqual({ ok: false, problem: "digits", digits: 0 });
  });
  it.each(["", "-", ".", "1.2,3.4", "99999999999999999"])("refuses “%s”", (text) => {
    expect(readAmount(text, "EUR").ok).toBe(false);
  });
  it("reads back what it wrote, in every locale and currency", () => {
    const amount = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
    fc.assert(
      fc.property(
        amount,
        fc.constantFrom("CHF", "EUR", "JPY"),
        fc.constantFrom("en", "de-CH", "de-DE", "fr-FR"),
        (minor, currency, locale) => {
          expect(readAmount(writeAmount(minor, currency, locale).replace("−", "-"), currency)).toEqual({
            ok: true,
            minor,
          });
        },
      ),
    );
  });
});
