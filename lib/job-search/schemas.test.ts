import { describe, expect, test } from "vitest";
import { AcceptOfferForm, AcceptOfferInput, acceptInput } from "@/lib/job-search/schemas";

const id = "0190a0b0-0000-7000-8000-000000000001";
const typed = { id, acceptedOn: "2026-11-02", startsOn: "", pay: { minor: null, currency: "CHF" } };

describe("the form of an accepted offer", () => {
  test("says nothing of pay where none was typed, and a year's pay where it was", () => {
    const input = (form: typeof typed | object) => AcceptOfferInput.parse(acceptInput(AcceptOfferForm.parse(form)));
    expect(input(typed)).toMatchObject({ acceptedOn: "2026-11-02", pay: undefined });
    expect(input({ ...typed, pay: { minor: 20_150_000, currency: "CHF" } }).pay).toEqual({
      ...{ minor: 20_150_000, currency: "CHF", period: "year" },
    });
  });

  test("takes no amount that is none, and no first day before the acceptance", () => {
    const fields = (form: object) =>
      AcceptOfferForm.safeParse({ ...typed, ...form }).error?.issues.map(({ path }) => path.join("."));
    expect(fields({ pay: { minor: Number.NaN, currency: "CHF" } })).toEqual(["pay.minor"]);
    expect(fields({ startsOn: "2026-11-01" })).toEqual(["startsOn"]);
  });
});
