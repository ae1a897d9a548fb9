import fc from "fast-check";
import type { Closure, Window } from "@/lib/business-time/calendar";
import type { Availability, Host, HostSession, Question, SessionType, Span } from "../rules/question";

const minute = 60_000;
const day = 1440 * minute;

/** Zones with days on which their clocks change, forward and back: by an hour, by half of one, by a whole day; and those that never do. */
const places: ReadonlyArray<{ zone: string; days: readonly string[] }> = [
  { zone: "America/New_York", days: ["2026-03-07", "2026-10-31"] },
  { zone: "Asia/Kolkata", days: ["2026-03-28"] },
  { zone: "Asia/Kathmandu", days: ["2026-10-24"] },
  { zone: "Australia/Lord_Howe", days: ["2026-04-04", "2026-10-03"] },
  { zone: "Europe/Zurich", days: ["2026-03-28", "2026-10-24", "2026-12-31"] },
  { zone: "Pacific/Apia", days: ["2011-12-29", "2026-07-04"] },
];
const zones = places.map(({ zone }) => zone);

const someWindow: fc.Arbitrary<Window> = fc
  .oneof(
    {
      weight: 4,
      arbitrary: fc.record({ from: fc.integer({ min: 12, max: 60 }), length: fc.integer({ min: 4, max: 36 }) }),
    },
    { weight: 2, arbitrary: fc.record({ from: fc.nat(95), length: fc.integer({ min: 1, max: 60 }) }) },
  )
  .map(({ from, length }) => ({ from: from * 15, to: (from + length) * 15 }));

const someHours: fc.Arbitrary<Window[]> = fc.oneof(
  { weight: 1, arbitrary: fc.constant<Window[]>([{ from: 0, to: 1440 }]) },
  { weight: 1, arbitrary: fc.constant<Window[]>([]) },
  {
    weight: 1,
    arbitrary: fc.array(
      fc
        .record({ from: fc.nat(1439), length: fc.integer({ min: 1, max: 700 }) })
        .map(({ from, length }) => ({ from, to: from + length })),
      { minLength: 1, maxLength: 2 },
    ),
  },
  { weight: 5, arbitrary: fc.array(someWindow, { minLength: 1, maxLength: 3 }) },
);

const dateOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10);

const dateNear = (around: number) => fc.integer({ min: -2, max: 3 }).map((days) => dateOf(around + days * day));

const someAvailability = (around: number, zone: string): fc.Arbitrary<Availability> =>
  fc.record({
    timeZone: fc.oneof(
      { weight: 2, arbitrary: fc.constant(zone) },
      { weight: 1, arbitrary: fc.constantFrom(...zones) },
    ),
    week: fc.array(someHours, { minLength: 7, maxLength: 7 }),
    overrides: fc.uniqueArray(fc.record({ date: dateNear(around), hours: someHours }), {
      maxLength: 2,
      selector: ({ date }) => date,
    }),
  });

/** In steps of five minutes, sometimes at any second, within two days before and three after. */
const someSpan = (around: number): fc.Arbitrary<Span> =>
  fc
    .record({
      at: fc.integer({ min: -2 * 288, max: 3 * 288 }),
      length: fc.integer({ min: 0, max: 40 }),
      seconds: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(59) }),
    })
    .map(({ at, length, seconds }) => {
      const from = around + at * 5 * minute + seconds * 1000;
      return { startsAt: new Date(from), endsAt: new Date(from + length * 5 * minute) };
    });

const someBuffer = fc.constantFrom(0, 0, 5, 10, 15, 30);
const someLimit = fc.oneof(
  { weight: 5, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 4 }) },
);
const someNotice = fc.constantFrom(0, 0, 60, 600, 1440);
const someHorizon = fc.constantFrom(1, 3, 60, 60);

const someSession = (around: number, now: number): fc.Arbitrary<HostSession> =>
  fc
    .record({
      id: fc.uuid(),
      at: fc.integer({ min: -96, max: 2 * 96 }),
      length: fc.constantFrom(15, 30, 45, 60, 90),
      ...{ bufferBefore: someBuffer, bufferAfter: someBuffer },
      typeId: fc.constantFrom("talk", "talk", "other"),
      capacity: fc.constantFrom(1, 2, 3),
      taken: fc.nat(3),
      held: fc.constantFrom(null, null, null, null, -30, 0, 10),
    })
    .map(({ at, length, held, taken, ...rest }) => ({
      ...rest,
      taken: Math.min(taken, rest.capacity),
      startsAt: new Date(around + at * 15 * minute),
      endsAt: new Date(around + (at * 15 + length) * minute),
      heldUntil: held === null ? null : new Date(now + held * minute),
    }));

export const someType: fc.Arbitrary<SessionType> = fc.record({
  id: fc.constant("talk"),
  lengthMinutes: fc.constantFrom(15, 20, 30, 45, 50, 60, 90, 150),
  stepMinutes: fc.constantFrom(5, 10, 15, 20, 30, 45, 60, 90),
  ...{ bufferBefore: someBuffer, bufferAfter: someBuffer },
  capacity: fc.constantFrom(1, 1, 4),
  ...{ noticeMinutes: someNotice, horizonDays: someHorizon, mostPerDay: someLimit },
});

const someHost = (around: number, now: number, zone: string): fc.Arbitrary<Omit<Host, "id">> =>
  fc.record({
    availability: someAvailability(around, zone),
    ...{ noticeMinutes: someNotice, horizonDays: someHorizon, mostPerDay: someLimit, mostPerWeek: someLimit },
    busy: fc.array(someSpan(around), { maxLength: 5 }),
    sessions: fc.array(someSession(around, now), { maxLength: 4 }),
  });

const someClosure = (around: number): fc.Arbitrary<Closure> =>
  fc
    .record({ from: dateNear(around), days: fc.nat(1), hours: fc.option(someHours, { nil: undefined }) })
    .map(({ from, days, hours }) => ({ from, to: dateOf(Date.parse(from) + days * day), ...(hours ? { hours } : {}) }));

export interface Asked {
  question: Question;
  range: { from: Date; to: Date };
}

/** Any question, most of them over a day on which clocks change; some sessions are held by several hosts. */
export const someQuestion: fc.Arbitrary<Asked> = fc
  .constantFrom(...places.flatMap(({ zone, days }) => days.map((date) => ({ zone, around: Date.parse(date) }))))
  .chain(({ zone, around }) =>
    fc.integer({ min: -1440, max: 300 }).chain((ahead) => {
      const now = around + ahead * minute + 17_000;
      return fc
        .record({
          hosts: fc.array(someHost(around, now, zone), { minLength: 1, maxLength: 3 }),
          shared: fc.option(someSession(around, now)),
          mode: fc.constantFrom("any" as const, "all" as const),
          type: someType,
          attendee: fc.array(someSpan(around), { maxLength: 2 }),
          closures: fc.array(someClosure(around), { maxLength: 1 }),
          waitingList: fc.boolean(),
          from: fc.integer({ min: -720, max: 1440 }),
        })
        .map(({ hosts, shared, from, ...rest }) => ({
          question: {
            ...{ ...rest, now: new Date(now) },
            hosts: hosts.map((host, place) => ({
              ...{ ...host, id: `host-${place}` },
              sessions: shared ? [...host.sessions, shared] : host.sessions,
            })),
          },
          range: { from: new Date(around + from * minute), to: new Date(around + (from + 1560) * minute) },
        }));
    }),
  );
