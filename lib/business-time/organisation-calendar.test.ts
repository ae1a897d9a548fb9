import { describe, expect, test } from "vitest";
import { addBusinessDays } from "@/lib/business-time/business-days";
import { isBusinessDay } from "@/lib/business-time/calendar";
import { holidayPlaces } from "@/lib/business-time/holidays";
import { firstHours, holidayPlaceOf } from "@/lib/business-time/organisation-calendar";
import { calendarFrom } from "@/lib/business-time/stored-calendar";

const zurich = { locale: "en-GB", timeZone: "Europe/Zurich", settings: {} };
const placed = (country: string, region = "") => ({ ...zurich, settings: { calendar: { country, region } } });

/** The calendar with which an organisation begins. */
const calendarOf = async (organisation: typeof zurich) =>
  calendarFrom({ hours: [await firstHours(organisation)], days: [] });

describe("the calendar of an organisation", () => {
  test("takes the holidays of its zone's country until somebody chooses a place", async () => {
    expect(await holidayPlaceOf(zurich)).toEqual({ country: "CH", region: "" });
    expect(await holidayPlaceOf({ ...zurich, timeZone: "UTC" })).toEqual({ country: "GB", region: "" });
    expect(await holidayPlaceOf({ ...zurich, locale: "en", timeZone: "UTC" })).toBeNull();
    expect(await holidayPlaceOf(placed("DE", "BY"))).toEqual({ country: "DE", region: "BY" });
    expect(await holidayPlaceOf(placed(""))).toBeNull();
  });

  test("knows the holidays of countries and regions", async () => {
    const swiss = await calendarOf(zurich);
    expect(isBusinessDay("2025-08-01", swiss)).toBe(false);
    expect(isBusinessDay("2026-05-14", swiss)).toBe(false);
    expect(isBusinessDay("2026-05-15", swiss)).toBe(true);
    // Epiphany is a holiday in Bavaria, not in Berlin; Christmas Eve ends early and is worked.
    expect(isBusinessDay("2026-01-06", await calendarOf(placed("DE", "BY")))).toBe(false);
    expect(isBusinessDay("2026-01-06", await calendarOf(placed("DE", "BE")))).toBe(true);
    expect(isBusinessDay("2026-12-24", await calendarOf(placed("DE", "BE")))).toBe(true);
    // Boxing Day 2026 is a Saturday: the Monday after it is given instead.
    expect(addBusinessDays("2026-12-24", 1, await calendarOf(placed("GB")))).toBe("2026-12-29");
    expect(isBusinessDay("2026-01-06", await calendarOf(placed("")))).toBe(true);
  });

  test("gives a holiday once: where its own day is worked, no other is given for it", async () => {
    const weekdays = await calendarOf(placed("GB"));
    const everyDay = { ...weekdays, week: weekdays.week.map(() => [{ from: 540, to: 1020 }]) };
    const worked = (calendar: typeof weekdays) =>
      ["2026-12-25", "2026-12-26", "2026-12-27", "2026-12-28"].filter((date) => isBusinessDay(date, calendar));
    expect(worked(weekdays)).toEqual([]);
    expect(worked(everyDay)).toEqual(["2026-12-27", "2026-12-28"]);
    // New Year's Day 2028 is a Saturday, and given on the last day of the year before.
    const states = await calendarOf(placed("US"));
    expect(isBusinessDay("2027-12-31", states)).toBe(false);
    expect(isBusinessDay("2027-12-31", { ...states, week: everyDay.week })).toBe(true);
  });

  test("covers each day of a holiday of several", async () => {
    const emirates = await calendarOf(placed("AE"));
    for (const date of ["2026-05-27", "2026-05-28", "2026-05-29"]) expect(isBusinessDay(date, emirates)).toBe(false);
  });

  test("can be chosen among countries and regions with their names", async () => {
    const places = await holidayPlaces("en");
    expect(places.length).toBeGreaterThan(150);
    const swiss = places.find(({ value }) => value === "CH")!;
    expect(swiss.label).toBe("Switzerland");
    expect(swiss.regions.map(({ value }) => value)).toContain("ZH");
  });
});
