import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, test } from "vitest";
import { dayAxis, emptyRows, momentAt, topOf } from "./day-axis";
import { inLanes } from "./lanes";
import { piecesOf } from "./pieces";

const hour = 3_600_000;
const at = (text: string) => Date.parse(text);

const zones = ["Europe/Zurich", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "America/St_Johns"] as const;

/** Weeks of a zone, those in which clocks change more often than others. */
const weeks = fc
  .record({
    timeZone: fc.constantFrom(...zones),
    first: fc.oneof(
      fc.constantFrom("2026-03-02", "2026-03-23", "2026-10-19", "2026-10-26", "2027-03-29", "2027-04-05"),
      fc.integer({ min: 0, max: 700 }).map((days) => DateTime.utc(2026, 1, 5).plus({ days }).toISODate()!),
    ),
  })
  .map(({ timeZone, first }) => ({
    timeZone,
    dates: Array.from({ length: 7 }, (_, days) => DateTime.fromISO(first).plus({ days }).toISODate()!),
  }));

const within = ({ dates, timeZone }: { dates: readonly string[]; timeZone: string }) => {
  const from = DateTime.fromISO(dates[0]!, { zone: timeZone }).startOf("day").toMillis();
  const to = DateTime.fromISO(dates.at(-1)!, { zone: timeZone }).endOf("day").toMillis() + 1;
  return { from, to };
};

describe("the axis of a week", () => {
  test("has an hour more where a clock shows one twice, which is empty on the other days", () => {
    const axis = dayAxis(["2026-10-31", "2026-11-01"], "America/New_York");
    expect(axis.length).toBe(1500);
    const [saturday, sunday] = axis.days;
    expect(emptyRows(saturday!, axis.length)).toEqual([{ top: 120, bottom: 180 }]);
    expect(emptyRows(sunday!, axis.length)).toEqual([]);
    expect(topOf(sunday!, at("2026-11-01T05:30Z"))).toBe(90);
    expect(topOf(sunday!, at("2026-11-01T06:30Z"))).toBe(150);
    expect(topOf(sunday!, at("2026-11-01T14:00Z"))).toBe(600);
    expect(topOf(saturday!, at("2026-10-31T13:00Z"))).toBe(600);
    expect(axis.hours.filter(({ again }) => again)).toEqual([{ top: 120, wall: 60, again: true }]);
    expect(axis.hours).toHaveLength(25);
  });

  test("leaves out the hour that a clock leaves out, on that day alone", () => {
    const axis = dayAxis(["2026-03-07", "2026-03-08"], "America/New_York");
    expect(axis.length).toBe(1440);
    expect(emptyRows(axis.days[0]!, 1440)).toEqual([]);
    expect(emptyRows(axis.days[1]!, 1440)).toEqual([{ top: 120, bottom: 180 }]);
    expect(momentAt(axis.days[1]!, 150)).toBe(at("2026-03-08T07:00Z"));
  });

  test("has one place for each moment, and a moment for each place that is not empty", () => {
    fc.assert(
      fc.property(weeks, fc.double({ min: 0, max: 0.999, noNaN: true }), (week, share) => {
        const { from, to } = within(week);
        const moment = Math.floor((from + (to - from) * share) / 60_000) * 60_000;
        const axis = dayAxis(week.dates, week.timeZone);
        const date = DateTime.fromMillis(moment, { zone: week.timeZone }).toISODate();
        const places = axis.days.filter((day) => topOf(day, moment) !== null);
        expect(places.map((day) => day.date)).toEqual([date]);
        expect(momentAt(places[0]!, topOf(places[0]!, moment)!)).toBe(moment);
      }),
    );
  });
});

const sessions = (week: { dates: readonly string[]; timeZone: string }) => {
  const { from, to } = within(week);
  return fc.array(
    fc
      .record({
        start: fc.integer({ min: -6, max: Math.floor((to - from) / hour) }),
        quarters: fc.integer({ min: 1, max: 40 }),
      })
      .map(({ start, quarters }) => ({
        startsAt: from + start * hour,
        endsAt: from + start * hour + (quarters * hour) / 4,
      })),
    { maxLength: 40 },
  );
};

describe("sessions of a week", () => {
  test("are drawn with each of their minutes once", () => {
    fc.assert(
      fc.property(
        weeks.chain((week) => fc.tuple(fc.constant(week), sessions(week))),
        ([week, items]) => {
          const axis = dayAxis(week.dates, week.timeZone);
          const { from, to } = within(week);
          const drawn = axis.days.flatMap((day) => piecesOf(items, day));
          for (const item of items) {
            const pieces = drawn.filter((piece) => piece.item === item);
            const seen = Math.min(item.endsAt, to) - Math.max(item.startsAt, from);
            expect(pieces.length > 0).toBe(seen > 0);
            if (item.startsAt < from || item.endsAt > to) continue;
            expect(pieces.filter(({ begins }) => begins)).toHaveLength(1);
            expect(pieces.filter(({ ends }) => ends)).toHaveLength(1);
            const days = new Set(
              [item.startsAt, item.endsAt - 1].map((moment) =>
                DateTime.fromMillis(moment, { zone: week.timeZone }).toISODate(),
              ),
            );
            expect(pieces).toHaveLength(days.size);
          }
        },
      ),
    );
  });

  test("are never drawn upon one another, and what does not overlap in time needs no second lane", () => {
    fc.assert(
      fc.property(
        weeks.chain((week) => fc.tuple(fc.constant(week), sessions(week))),
        ([week, items]) => {
          for (const day of dayAxis(week.dates, week.timeZone).days) {
            const placed = inLanes(piecesOf(items, day));
            expect(placed).toHaveLength(piecesOf(items, day).length);
            for (const [place, one] of placed.entries()) {
              expect(one.lane).toBeLessThan(one.lanes);
              for (const other of placed.slice(place + 1)) {
                const upon = one.top < other.bottom && other.top < one.bottom;
                if (upon) expect([one.lane, one.lanes]).not.toEqual([other.lane, other.lanes]);
                if (upon) expect(one.lanes).toBe(other.lanes);
                const inTime = one.item.startsAt < other.item.endsAt && other.item.startsAt < one.item.endsAt;
                if (!inTime) expect(upon).toBe(false);
              }
            }
          }
        },
      ),
    );
  });

  test("that are shorter than they are drawn stand side by side too", () => {
    const [one, other] = inLanes(
      [
        { top: 0, bottom: 5 },
        { top: 5, bottom: 60 },
      ],
      20,
    );
    expect([one!.lane, other!.lane, other!.lanes]).toEqual([0, 1, 2]);
  });
});
