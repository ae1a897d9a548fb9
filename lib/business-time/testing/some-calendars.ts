import fc from "fast-check";
import type { BusinessCalendar, Holiday, Window } from "../calendar";

/** Zones of every kind: with and without changes of clocks, of an hour, two hours and half of one, on both sides of the equator, off the full hour, some that changed their minds. */
export const zones = [
  ...["Europe/Zurich", "America/New_York", "Asia/Kolkata", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Chatham"],
  ...[
    "Africa/Casablanca",
    "America/Sao_Paulo",
    "America/St_Johns",
    "Antarctica/Troll",
    "Pacific/Apia",
    "Australia/Eucla",
  ],
  ...["UTC", "Asia/Tehran", "America/Santiago", "Pacific/Kiritimati"],
];

export const nextDay = (date: string, by = 1): string =>
  new Date(Date.parse(`${date}T00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);

export const someDay: fc.Arbitrary<string> = fc
  .date({ min: new Date("2018-01-01"), max: new Date("2029-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** Hours of a day, in steps of five minutes: often one or two stretches, sometimes past midnight, sometimes the whole day. */
export const someHours: fc.Arbitrary<Window[]> = fc.oneof(
  { weight: 1, arbitrary: fc.constant<Window[]>([{ from: 0, to: 1440 }]) },
  {
    weight: 6,
    arbitrary: fc
      .array(fc.record({ from: fc.nat(287), length: fc.integer({ min: 6, max: 140 }) }), { minLength: 1, maxLength: 3 })
      .map((windows) => windows.map(({ from, length }) => ({ from: from * 5, to: (from + length) * 5 }))),
  },
);

const someHolidays: fc.Arbitrary<BusinessCalendar["holidays"]> = fc
  .uniqueArray(
    fc.record({ month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }), moved: fc.boolean() }),
    {
      maxLength: 9,
    },
  )
  .map((places) => {
    const years = new Map<number, readonly Holiday[]>();
    const ofYear = (year: number) =>
      places.flatMap(({ month, day, moved }): Holiday[] => {
        const date = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
        const itself = { date, name: date, insteadOf: null };
        return moved ? [itself, { date: nextDay(date, 2), name: date, insteadOf: date }] : [itself];
      });
    return (year) => {
      const known = years.get(year) ?? ofYear(year);
      years.set(year, known);
      return known;
    };
  });

const oneCalendar: fc.Arbitrary<BusinessCalendar> = fc.record({
  timeZone: fc.constantFrom(...zones),
  // At least one weekday is worked.
  week: fc
    .tuple(someHours, fc.array(fc.oneof(someHours, fc.constant([])), { minLength: 6, maxLength: 6 }), fc.nat(6))
    .map(([one, others, at]) => [...others.slice(0, at), one, ...others.slice(at)]),
  holidays: someHolidays,
  closures: fc.array(
    fc
      .record({ from: someDay, length: fc.nat(30), hours: fc.option(someHours, { nil: undefined }) })
      .map(({ from, length, hours }) => ({ from, to: nextDay(from, length), ...(hours ? { hours } : {}) })),
    { maxLength: 4 },
  ),
  openings: fc.array(fc.record({ date: someDay, hours: someHours }), { maxLength: 4 }),
});

/** Any calendar, half of them with another one that held before. */
export const someCalendar: fc.Arbitrary<BusinessCalendar> = fc
  .tuple(oneCalendar, fc.option(fc.record({ until: someDay, calendar: oneCalendar })))
  .map(([calendar, earlier]) => (earlier ? { ...calendar, earlier } : calendar));
