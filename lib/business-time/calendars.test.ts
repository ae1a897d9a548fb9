import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { transaction } from "@/db/client";
import { businessCalendars } from "@/db/schema/business-time";
import { addBusinessDays } from "@/lib/business-time/business-days";
import { hoursOn } from "@/lib/business-time/calendar";
import {
  addCalendar,
  beginCalendars,
  chooseDefault,
  removeCalendar,
  renameCalendar,
  restoreCalendar,
} from "@/lib/business-time/commands/calendars";
import { addDay, editDay, removeDay, restoreDay } from "@/lib/business-time/commands/days";
import { removeHours, restoreHours, setHours } from "@/lib/business-time/commands/hours";
import { calendarOf } from "@/lib/business-time/organisation-calendar";
import { allCalendars, holidaysOfPlace, oneCalendar, whatChanges } from "@/lib/business-time/queries";
import type { OrganisationFacts } from "@/lib/platform/organisation";
import { refusalOf, testWorld } from "@/lib/platform/testing/world";

const world = testWorld();
const now = new Date("2026-11-23T09:00:00Z");

const at = { now };
const run = <Output>(work: Promise<Output>) => work;
const one = (id: string) => world.north.ask(oneCalendar, "administrator", { id }, at);
/** The version of what holds from a day, or since the beginning; 0 where nothing does. */
const versionOf = async (id: string, from: string | null = null) =>
  (await one(id)).hours.find(({ validFrom }) => validFrom === from)?.version ?? 0;

/** By what an organisation counts. */
const counting = () =>
  transaction({ organisationId: world.north.organisationId }, (tx) =>
    calendarOf({ tx, organisation: { id: world.north.organisationId } as OrganisationFacts }),
  );

const officeDay = [{ from: "09:00", to: "17:00" }];
const office = [1, 2, 3, 4, 5, 6, 7].map((day) => (day < 6 ? officeDay : []));
const swiss = {
  ...{ timeZone: "Europe/Zurich", week: office, country: "CH", region: "" },
  ...{ workedHolidays: [] as string[], ownHolidays: [] as { name: string; on: string }[] },
};

describe("what a calendar says from a day on", () => {
  test("is counted by the zone that holds today, and keeps no holidays of a place that it left", async () => {
    const { id } = await world.north.execute(addCalendar, "administrator", { name: "Moving house" });
    const first = { ...swiss, calendarId: id, validFrom: "", workedHolidays: ["Neujahr"] };
    await world.north.execute(setHours, "administrator", { ...first, expectedVersion: await versionOf(id) });
    const west = { ...swiss, calendarId: id, validFrom: "2027-01-01", timeZone: "Pacific/Pago_Pago" };
    await world.north.execute(setHours, "administrator", { ...west, expectedVersion: 0 });
    // Midnight is over in Zurich; where the calendar will be kept one day, it is still the day before.
    const night = { now: new Date("2026-11-23T00:30:00Z") };
    expect((await world.north.ask(oneCalendar, "administrator", { id }, night)).today).toBe("2026-11-23");
    const worked = async () => (await one(id)).hours.map(({ workedHolidays }) => workedHolidays);
    expect((await worked())[0]).toEqual(["Neujahr"]);
    const moved = { ...first, country: "GB", expectedVersion: await versionOf(id) };
    await world.north.execute(setHours, "administrator", moved);
    expect((await worked())[0]).toEqual([]);
    await world.north.execute(removeCalendar, "administrator", { id });
  });

  test("leaves the days before as they were", async () => {
    const { calendarId } = world.north;
    const week = office.map((hours, day) => (day === 4 ? [] : hours));
    const change = { ...swiss, week, calendarId, validFrom: "2027-02-01" };
    const { id } = await world.north.execute(setHours, "administrator", {
      ...change,
      expectedVersion: await versionOf(calendarId, "2027-02-01"),
    });
    const calendar = await counting();
    expect(hoursOn("2027-01-29", calendar)).toEqual([{ from: 540, to: 1020 }]);
    expect(hoursOn("2027-02-05", calendar)).toEqual([]);
    expect(addBusinessDays("2027-01-28", 6, calendar)).toBe("2027-02-08");
    // Saved again for the same day it is the same change, not another one.
    const again = { ...change, week: office, expectedVersion: await versionOf(calendarId, "2027-02-01") };
    expect((await world.north.execute(setHours, "administrator", again)).id).toBe(id);
    expect(hoursOn("2027-02-05", await counting())).toEqual([{ from: 540, to: 1020 }]);
    await world.north.execute(removeHours, "administrator", { id });
    expect((await one(calendarId)).hours.map(({ validFrom }) => validFrom)).toEqual([null, "2027-07-01"]);
    await world.north.execute(restoreHours, "administrator", { id });
    expect((await one(calendarId)).hours.map(({ validFrom }) => validFrom)).toEqual([null, "2027-02-01", "2027-07-01"]);
    await world.north.execute(removeHours, "administrator", { id });
  });

  test("is refused at its field where it makes no sense, and to who read an older one", async () => {
    const { calendarId } = world.north;
    const said = { ...swiss, calendarId, validFrom: "", expectedVersion: await versionOf(calendarId) };
    const refused = async (change: object) =>
      (await refusalOf(world.north.execute(setHours, "administrator", { ...said, ...change }))).details.field;
    const monday = (hours: { from: string; to: string }[]) => ({ week: [hours, ...office.slice(1)] });
    expect(await refused({ timeZone: "Moon/Sea" })).toBe("timeZone");
    expect(await refused({ country: "XX" })).toBe("country");
    expect(await refused({ region: "BY" })).toBe("region");
    expect(await refused({ week: office.map(() => []) })).toBe("week");
    expect(await refused(monday([...officeDay, { from: "16:00", to: "18:00" }]))).toBe("week.0");
    expect(await refused(monday([{ from: "9", to: "17:00" }]))).toBe("week.0.0.from");
    expect(await refused({ validFrom: "2027-02-30" })).toBe("validFrom");
    expect(await refused({ ownHolidays: [{ name: "No day", on: "04-31" }] })).toBe("ownHolidays.0.on");
    const late = { ...said, expectedVersion: said.expectedVersion + 1 };
    const refusal = await refusalOf(world.north.execute(setHours, "administrator", late));
    expect(refusal).toMatchObject({
      code: "conflict",
      details: { current: { validFrom: "", timeZone: "Europe/Zurich" } },
    });
    expect((await refusalOf(world.north.execute(setHours, "consultant", said))).code).toBe("forbidden");
  });

  test("takes public holidays in and out, and days of its own", async () => {
    const { calendarId } = world.north;
    const said = {
      ...{ ...swiss, region: "ZH", calendarId, validFrom: "", expectedVersion: await versionOf(calendarId) },
      workedHolidays: ["Tag der Arbeit"],
      ownHolidays: [
        { name: "Founding day", on: "12-23" },
        { name: "Leap day", on: "02-29" },
      ],
    };
    await world.north.execute(setHours, "administrator", said);
    const calendar = await counting();
    expect(hoursOn("2026-05-01", calendar)).toEqual([{ from: 540, to: 1020 }]);
    expect(hoursOn("2026-12-23", calendar)).toEqual([]);
    expect(hoursOn("2024-02-29", calendar)).toEqual([]);
    expect(hoursOn("2025-02-28", calendar)).toEqual([{ from: 540, to: 1020 }]);
    const { year } = await one(calendarId);
    expect(year.find(({ date }) => date === "2026-12-25")).toMatchObject({ holidays: ["Christmas Day"], hours: [] });
    expect([year[0]!.date, year.at(-1)!.date]).toEqual(["2026-11-01", "2027-10-31"]);
  });

  test("may go on past midnight", async () => {
    const { otherCalendarId: calendarId } = world.north;
    const nights = { ...swiss, calendarId, country: "", week: office.map(() => [{ from: "22:00", to: "06:00" }]) };
    const said = { ...nights, validFrom: "", expectedVersion: await versionOf(calendarId) };
    await world.north.execute(setHours, "administrator", said);
    const { year, hours } = await one(calendarId);
    expect(year[0]!.hours).toEqual([{ from: 1320, to: 1800 }]);
    expect(hours[0]!.week[0]).toEqual([{ from: "22:00", to: "06:00" }]);
  });
});

describe("single days", () => {
  test("close whole days or some hours, and open others", async () => {
    const { calendarId } = world.north;
    const day = (fields: object) =>
      world.north.execute(addDay, "administrator", {
        ...{
          calendarId,
          kind: "closed" as const,
          name: "Inventory",
          fromOn: "2027-04-06",
          toOn: "2027-04-07",
          hours: [],
        },
        ...fields,
      });
    const { id } = await day({});
    await day({ fromOn: "2027-04-08", toOn: "2027-04-08", hours: [{ from: "13:00", to: "18:00" }] });
    await day({ kind: "open", fromOn: "2027-04-10", toOn: "2027-04-10", hours: [{ from: "10:00", to: "12:00" }] });
    const hours = async (date: string) => hoursOn(date, await counting());
    expect(await hours("2027-04-07")).toEqual([]);
    expect(await hours("2027-04-08")).toEqual([{ from: 540, to: 780 }]);
    expect(await hours("2027-04-10")).toEqual([{ from: 600, to: 720 }]);
    const edit = {
      id,
      kind: "closed" as const,
      name: "Inventory",
      fromOn: "2027-04-06",
      toOn: "2027-04-06",
      hours: [],
    };
    await world.north.execute(editDay, "administrator", { ...edit, expectedVersion: 1 });
    expect(await hours("2027-04-07")).toEqual([{ from: 540, to: 1020 }]);
    await world.north.execute(removeDay, "administrator", { id });
    expect(await hours("2027-04-06")).toEqual([{ from: 540, to: 1020 }]);
    await world.north.execute(restoreDay, "administrator", { id });
    expect(await hours("2027-04-06")).toEqual([]);
  });

  test("are refused at their field", async () => {
    const { calendarId } = world.north;
    const refused = async (fields: object) => {
      const input = {
        calendarId,
        kind: "closed" as const,
        name: "Inventory",
        fromOn: "2027-04-06",
        toOn: "2027-04-06",
      };
      const asked = world.north.execute(addDay, "administrator", { ...input, hours: [], ...fields });
      return (await refusalOf(asked)).details.field;
    };
    expect(await refused({ toOn: "2027-04-05" })).toBe("toOn");
    expect(await refused({ toOn: "2029-04-05" })).toBe("toOn");
    expect(await refused({ kind: "open" })).toBe("hours");
    expect(await refused({ name: " " })).toBe("name");
  });

  test("show what they change before they are saved", async () => {
    const { calendarId } = world.north;
    const ask = (input: object) => world.north.ask(whatChanges, "administrator", { calendarId, ...input }, at);
    const day = { kind: "closed" as const, name: "Bridge", fromOn: "2027-05-07", toOn: "2027-05-08", hours: [] };
    expect(await ask({ day })).toMatchObject({
      days: [{ date: "2027-05-07", before: officeDay, after: [] }],
      ...{ total: 1, closed: ["2027-05-07"], earlier: 0, zone: null },
    });
    const longer = office.map((hours, at) => (at === 2 ? [{ from: "08:00", to: "17:00" }] : hours));
    const hours = { ...swiss, region: "ZH", week: longer, timeZone: "Europe/London" };
    const ahead = await ask({ hours: { ...hours, validFrom: "2027-08-01" } });
    // Wednesdays from 4 August to 23 November; it is the office's zone that changes, so the same hours are worked elsewhere.
    expect(ahead).toMatchObject({ total: 16, earlier: 0, zone: "Europe/London" });
    expect((await ask({ hours: { ...hours, validFrom: "" } })).earlier).toBeGreaterThan(40);
    expect(await ask({ dayId: world.north.businessDayId })).toMatchObject({
      days: [{ date: "2027-06-11", before: [], after: officeDay }],
      closed: [],
    });
  });
});

describe("calendars", () => {
  test("are added as the default one is, renamed, chosen, taken away and brought back", async () => {
    const { id } = await world.north.execute(addCalendar, "administrator", { name: "Lyon" });
    expect((await one(id)).days.map(({ name }) => name)).toEqual(
      (await one(world.north.calendarId)).days.map(({ name }) => name),
    );
    const taken = world.north.execute(addCalendar, "administrator", { name: " LYON " });
    expect((await refusalOf(taken)).details.field).toBe("name");
    await world.north.execute(renameCalendar, "administrator", { id, name: "Office in Lyon", expectedVersion: 1 });
    const other = refusalOf(
      world.north.execute(renameCalendar, "administrator", { id, name: "Office hours", expectedVersion: 2 }),
    );
    expect((await other).details.field).toBe("name");

    const { former } = await world.north.execute(chooseDefault, "administrator", { id });
    expect(former).toBe(world.north.calendarId);
    const standing = await refusalOf(world.north.execute(removeCalendar, "administrator", { id }));
    expect(standing.code).toBe("state");
    await world.north.execute(chooseDefault, "administrator", { id: former! });
    await world.north.execute(removeCalendar, "administrator", { id });
    const names = async () => (await world.north.ask(allCalendars, "administrator", {}, at)).map(({ name }) => name);
    expect(await names()).toEqual(["Office hours", "Helpline"]);
    expect((await refusalOf(one(id))).code).toBe("not_found");
    await world.north.execute(restoreCalendar, "administrator", { id });
    expect(await names()).toEqual(["Office hours", "Helpline", "Office in Lyon"]);
  });

  test("begin once, and two who choose at the same moment leave one default", async () => {
    const begun = await run(world.north.execute(beginCalendars, "administrator", {}));
    expect(begun.id).toBe(world.north.calendarId);
    const { calendarId, otherCalendarId } = world.north;
    await Promise.all(
      [calendarId, otherCalendarId, calendarId, otherCalendarId].map((id) =>
        world.north.execute(chooseDefault, "administrator", { id }),
      ),
    );
    const defaults = await transaction({ organisationId: world.north.organisationId }, (tx) =>
      tx
        .select({ id: businessCalendars.id })
        .from(businessCalendars)
        .where(and(eq(businessCalendars.isDefault, true))),
    );
    expect(defaults).toHaveLength(1);
  });

  test("know the holidays of a place by name, each once with its next day", async () => {
    const ask = (country: string, region = "") =>
      world.north.ask(holidaysOfPlace, "administrator", { country, region }, at);
    const british = await ask("GB");
    expect(british.find(({ key }) => key === "Good Friday")).toEqual({
      ...{ key: "Good Friday", name: "Good Friday", date: "2027-03-26" },
    });
    expect(british.filter(({ key }) => key === "Boxing Day").map(({ date }) => date)).toEqual(["2026-12-26"]);
    expect(await ask("")).toEqual([]);
    expect((await refusalOf(ask("CH", "BY"))).code).toBe("not_found");
  });
});
