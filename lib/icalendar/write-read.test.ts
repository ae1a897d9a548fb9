import fc from "fast-check";
import { DateTime } from "luxon";
import { expect, test } from "vitest";
import { readBusy } from "./read-busy";
import { someEvent, someZones } from "./testing/some-events";
import { merged } from "./spans";
import { writeCancellation, writeFeed, writeInvitation } from "./write-calendar";

const range = { from: new Date("2026-01-01T00:00:00Z"), to: new Date("2027-12-31T00:00:00Z") };
const seconds = (date: Date): number => date.getTime() / 1000;
const whole = { from: seconds(range.from), to: seconds(range.to) };
const minute = 60_000;

const busyOf = (text: string): { from: number; to: number }[] => {
  const reading = readBusy(text, { ...range, timeZone: "Pacific/Auckland" });
  expect(reading).toMatchObject({ isCalendar: true, problems: [] });
  return reading.isCalendar ? reading.busy.map(({ from, to }) => ({ from: seconds(from), to: seconds(to) })) : [];
};

const someZone = fc.constantFrom(...someZones, "Africa/Casablanca", "America/Santiago", "UTC");
/** Also such that lie where the clocks change. */
const someStart = fc.oneof(
  fc.integer({ min: range.from.getTime() / minute, max: range.to.getTime() / minute - 2_000 }),
  fc
    .tuple(
      fc.constantFrom("2026-03-29T00:00Z", "2026-10-25T00:00Z", "2026-11-01T05:00Z", "2027-04-03T14:00Z"),
      fc.nat(180),
    )
    .map(([at, after]) => Date.parse(at) / minute + after),
);

test("single meetings take the same time when they are read back", () => {
  const some = fc.record({
    timeZone: someZone,
    start: someStart,
    length: fc.integer({ min: 1, max: 600 }),
    free: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(some, { minLength: 1, maxLength: 12 }), (meetings) => {
      const events = meetings.map(({ timeZone, start, length, free }, place) =>
        someEvent({
          ...{ uid: `session-${place}`, timeZone, free },
          ...{ start: new Date(start * minute), end: new Date((start + length) * minute) },
        }),
      );
      const taken = events
        .filter(({ free }) => !free)
        .map(({ start, end }) => ({ from: seconds(start), to: seconds(end) }));
      expect(busyOf(writeFeed({ name: "x", refreshMinutes: 60, events }))).toEqual(merged(taken, whole));
      expect(busyOf(writeInvitation(events.slice(0, 1)))).toEqual(
        merged(taken.slice(0, events[0]!.free ? 0 : 1), whole),
      );
      expect(busyOf(writeCancellation(events.slice(0, 1)))).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test("series, with what was moved and called off, take the same time when they are read back", () => {
  const some = fc.record({
    timeZone: someZone,
    day: fc.integer({ min: 0, max: 300 }),
    hour: fc.integer({ min: 5, max: 22 }),
    every: fc.integer({ min: 1, max: 3 }),
    count: fc.integer({ min: 1, max: 30 }),
    out: fc.uniqueArray(fc.nat(29), { maxLength: 4 }),
    moved: fc.uniqueArray(fc.record({ place: fc.nat(29), by: fc.integer({ min: -3_000, max: 3_000 }) }), {
      maxLength: 4,
      selector: ({ place }) => place,
    }),
    cancelled: fc.nat(29),
  });
  fc.assert(
    fc.property(some, ({ timeZone, day, hour, every, count, out, moved, cancelled }) => {
      const first = DateTime.fromObject({ year: 2026, month: 1, day: 3, hour }, { zone: timeZone }).plus({ days: day });
      const starts = Array.from({ length: count }, (_, place) => first.plus({ weeks: place * every }).toJSDate());
      const meeting = (start: Date, more: Parameters<typeof someEvent>[0] = {}) =>
        someEvent({ timeZone, start, end: new Date(start.getTime() + 50 * minute), ...more });
      const except = out.flatMap((place) => starts[place] ?? []);
      const changes = moved.flatMap(({ place, by }) => {
        const occurrence = starts[place];
        return occurrence
          ? [{ occurrence, start: new Date(occurrence.getTime() + by * minute), off: place === cancelled }]
          : [];
      });
      const text = writeFeed({
        ...{ name: "x", refreshMinutes: 60 },
        events: [
          meeting(starts[0]!, { series: { rule: { every: "week", interval: every, count }, except } }),
          ...changes.map(({ occurrence, start, off }) =>
            meeting(start, { occurrence, status: off ? "cancelled" : "confirmed" }),
          ),
        ],
      });
      const gone = new Set([...except, ...changes.map(({ occurrence }) => occurrence)].map(Number));
      const held = [
        ...starts.filter((start) => !gone.has(Number(start))),
        ...changes.filter(({ off }) => !off).map(({ start }) => start),
      ];
      const taken = held.map((start) => ({ from: seconds(start), to: seconds(start) + 3_000 }));
      expect(busyOf(text)).toEqual(merged(taken, whole));
    }),
    { numRuns: 100 },
  );
});

test("a feed that is cut, mixed up or changed anywhere is read to its end", () => {
  const text = writeInvitation([
    someEvent({
      series: { rule: { every: "week", weekdays: ["TU"] }, except: [new Date("2026-12-01T09:00Z")] },
      alarms: [5],
    }),
  ]);
  fc.assert(
    fc.property(
      fc.nat(text.length),
      fc.nat(60),
      fc.string({ unit: "binary", maxLength: 12 }),
      fc.boolean(),
      (at, less, more, turned) => {
        const changed = `${text.slice(0, at)}${more}${text.slice(at + less)}`;
        const lines = changed.split("\r\n");
        const reading = readBusy(turned ? lines.reverse().join("\r\n") : changed, { ...range, timeZone: "UTC" });
        if (!reading.isCalendar) return;
        expect(reading.steps).toBeLessThanOrEqual(1_000_000);
        for (const { from, to } of reading.busy) expect(range.from <= from && from < to && to <= range.to).toBe(true);
      },
    ),
    { numRuns: 300 },
  );
});
