import { describe, expect, test } from "vitest";
import { landingPay } from "@/components/job-search/pay";
import { yearlyPay } from "@/lib/programmes/forms";

const offer = { payFromMinor: 18_000_000, payToMinor: 18_000_000, currency: "CHF" };

describe("the form of a landing", () => {
  test("begins with what was agreed, in the shape that the form takes", () => {
    const { pay } = landingPay({ ...offer, agreedPay: { minor: 19_000_000, currency: "EUR", ...{ period: "year" } } });
    expect(yearlyPay.parse(pay)).toEqual({ minor: 19_000_000, currency: "EUR" });
  });

  test("else with the one amount of the offer, in the smallest unit of its currency", () => {
    expect(yearlyPay.parse(landingPay({ ...offer, agreedPay: null }).pay)).toEqual({
      minor: 18_000_000,
      currency: "CHF",
    });
    expect(landingPay({ ...offer, currency: "JPY", agreedPay: null }).pay).toEqual({ minor: 180_000, currency: "JPY" });
  });

  test("else asks, beside the range", () => {
    const range = { from: 15_000_000, to: 18_000_000, currency: "CHF" };
    expect(landingPay({ ...offer, payFromMinor: 15_000_000, agreedPay: null })).toEqual({ payRange: range });
  });
});
