import { describe, expect, test } from "vitest";
import { CheckInForm, checkInInput, CloseForm, closeInput, LandForm, landInput } from "@/lib/programmes/forms";
import { AftercareInput, CloseInput, LandInput } from "@/lib/programmes/schemas";

const id = "0190a0b0-0000-7000-8000-000000000001";
const empty = {
  ...{ id, kind: "employed" as const, employer: "Norvel", title: "", acceptedOn: "2026-11-02", startsOn: "" },
  ...{ channel: "" as const, source: "", comment: "", satisfaction: "" },
  pay: { minor: null, currency: "CHF" },
  lastPay: { minor: null, currency: "CHF" },
};

const problems = (result: { error?: { issues: { path: PropertyKey[] }[] } | undefined }) =>
  result.error?.issues.map(({ path }) => path.join(".")) ?? [];

describe("the form of a landing", () => {
  test("with nothing optional in it is what the command takes, and says nothing of pay", () => {
    const input = LandInput.parse(landInput(LandForm.parse(empty)));
    expect(input).toMatchObject({ employer: "Norvel", satisfaction: "", pay: undefined, lastPay: undefined });
  });

  test("gives pay for a year and satisfaction as a number", () => {
    const typed = { ...empty, channel: "network" as const, satisfaction: "10", pay: { minor: 0, currency: "EUR" } };
    expect(LandInput.parse(landInput(LandForm.parse(typed)))).toMatchObject({
      ...{ channel: "network", satisfaction: 10 },
      pay: { minor: 0, currency: "EUR", period: "year" },
    });
  });

  test("takes no amount that is none: a wrong one that is typed is not left out in silence", () => {
    for (const name of ["pay", "lastPay"] as const)
      expect(problems(LandForm.safeParse({ ...empty, [name]: { minor: Number.NaN, currency: "CHF" } }))).toEqual([
        `${name}.minor`,
      ]);
  });

  test("checks what the command checks", () => {
    expect(problems(LandForm.safeParse({ ...empty, employer: "", satisfaction: "11" }))).toContain("satisfaction");
    expect(problems(LandForm.safeParse({ ...empty, employer: "" }))).toEqual(["employer"]);
    expect(problems(LandForm.safeParse({ ...empty, startsOn: "2026-11-01" }))).toEqual(["startsOn"]);
  });
});

test("the form of an end takes a reason of the list, words, or both", () => {
  const end = { id, reasonKey: "" as const, reason: "" };
  expect(problems(CloseForm.safeParse(end))).toEqual(["reasonKey"]);
  expect(problems(CloseForm.safeParse({ ...end, reasonKey: "other" }))).toEqual(["reason"]);
  expect(CloseInput.parse(closeInput(CloseForm.parse({ ...end, reason: "Moved away." })))).toEqual({
    id,
    reason: "Moved away.",
  });
  expect(CloseInput.parse(closeInput(CloseForm.parse({ ...end, reasonKey: "health" })))).toMatchObject({
    reasonKey: "health",
  });
});

test("the form of a check-in asks for an answer before it is noted", () => {
  expect(problems(CheckInForm.safeParse({ id, stillThere: "", notes: "" }))).toEqual(["stillThere"]);
  expect(AftercareInput.parse(checkInInput(CheckInForm.parse({ id, stillThere: "no", notes: "" })))).toMatchObject({
    stillThere: false,
  });
});
