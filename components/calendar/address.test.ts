import { expect, test } from "vitest";
import { daysOf, hrefOf, readAddress } from "./address";

const usual = { today: "2026-11-22", zone: "Europe/Zurich" };
const id = "0190b3c2-7a51-7c3e-9f11-2d8a7b6c5e41";

test("an address says how the calendar is looked at, and leaves out what is as usual", () => {
  expect(hrefOf("/sessions", readAddress({}, usual), usual)).toBe("/sessions");
  const asked = {
    view: "day",
    date: "2026-12-01",
    zone: "Asia/Kolkata",
    and: "none",
    people: id,
    cancelled: "yes",
    hours: "all",
  };
  const address = readAddress(asked, usual);
  const again = new URLSearchParams(hrefOf("/sessions", address, usual).split("?")[1]);
  expect(readAddress(Object.fromEntries(again), usual)).toEqual(address);
});

test("what is not understood counts as not said", () => {
  const asked = { view: "year", date: "2026-02-31", zone: "Mars/Olympus", and: "x", people: "x,y", cancelled: "no" };
  expect(readAddress(asked, usual)).toEqual(readAddress({}, usual));
  expect(readAddress({ date: ["2026-12-01", "2026-12-02"] }, usual).date).toBe(usual.today);
});

test("weeks begin on Monday, a month is shown in whole weeks, an agenda is two of them from its day", () => {
  expect(daysOf({ view: "week", date: "2026-11-22" })).toMatchObject({ first: "2026-11-16", last: "2026-11-22" });
  expect(daysOf({ view: "month", date: "2026-11-22" })).toEqual({
    ...{ first: "2026-10-26", last: "2026-12-06", before: "2026-10-01", after: "2026-12-01" },
  });
  expect(daysOf({ view: "month", date: "2027-02-10" })).toMatchObject({ first: "2027-02-01", last: "2027-02-28" });
  expect(daysOf({ view: "agenda", date: "2026-11-22" })).toMatchObject({ first: "2026-11-22", last: "2026-12-05" });
  expect(daysOf({ view: null, date: "2026-11-22" })).toMatchObject({ first: "2026-11-16", last: "2026-12-05" });
});
