import fc from "fast-check";
import { usualWeek, type BusinessCalendar } from "@/lib/business-time/calendar";
import { someCalendar, someDay } from "@/lib/business-time/testing/some-calendars";
import type { ClockEvent, ClockRules } from "../rules/events";
import type { Terms } from "../rules/terms";

/** Terms of a few versions and the moment around which histories take place. */
interface Setting {
  begin: number;
  versions: readonly Terms[];
}

const minute = 60;

/** How long histories last. */
const longest = 3 * 86_400;

/** Half of them with the usual week, where things often come at the same moment; one version has a calendar that another one held before. */
const someCalendars: fc.Arbitrary<{ begin: number; calendars: BusinessCalendar[] }> = fc
  .record({ day: someDay, usual: fc.boolean(), one: someCalendar, other: someCalendar, after: fc.nat(6) })
  .map(({ day, usual, one, other, after }) => {
    const begin = Date.parse(`${day}T00:00Z`) / 1000;
    const first = { ...one, earlier: undefined };
    const calendar = usual ? { ...first, week: usualWeek, closures: [] } : first;
    const until = new Date((begin + after * 86_400) * 1000).toISOString().slice(0, 10);
    return { begin, calendars: [calendar, other, { ...other, earlier: { until, calendar } }] };
  });

/** In tens of minutes, so that a tenth of it is a whole minute. */
const someTarget = fc
  .oneof(fc.constantFrom(6, 12, 24, 48), fc.integer({ min: 1, max: 150 }))
  .map((tens) => tens * 10 * minute);

const someTermsOf = (calendars: readonly BusinessCalendar[], version: string): fc.Arbitrary<Terms> =>
  fc.record({
    version: fc.constant(version),
    target: fc.record({ seconds: someTarget, time: fc.constantFrom("business" as const, "calendar" as const) }),
    warnAt: fc.subarray([0.1, 0.5, 0.8, 0.9]),
    escalations: fc
      .subarray([1, 2, 3])
      .chain((levels) =>
        fc.tuple(...levels.map((level) => fc.nat(40).map((many) => ({ level, afterSeconds: many * 15 * minute })))),
      ),
    calendar: fc.constantFrom(...calendars),
  });

export const someSetting: fc.Arbitrary<Setting> = someCalendars.chain(({ begin, calendars }) =>
  fc
    .tuple(...["1", "2", "3"].map((version) => someTermsOf(calendars, version)))
    .map((versions) => ({ begin, versions })),
);

/** Often at full hours, so that much comes at one moment and at the moment at which something is due. */
const someOffset: fc.Arbitrary<number> = fc.oneof(
  fc.nat(longest / 3600).map((hours) => hours * 3600),
  fc.nat(longest / minute).map((minutes) => minutes * minute),
);

type Kind = ClockEvent["what"];

const someKind: fc.Arbitrary<Kind> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<Kind>("start", "stop") },
  { weight: 3, arbitrary: fc.constantFrom<Kind>("pause", "resume") },
  { weight: 3, arbitrary: fc.constantFrom<Kind>("terms", "reopen") },
  { weight: 2, arbitrary: fc.constantFrom<Kind>("excluded", "included", "cancel") },
);

const someEvent = fc.record({
  what: someKind,
  offset: someOffset,
  /** Now and then at the moment at which the target of a version ends that counts all hours. */
  atEndOf: fc.option(fc.nat(2), { freq: 6 }),
  version: fc.nat(3),
  apply: fc.boolean(),
  cycle: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
});

/** Terms, a start on the first or second day, and whatever comes then or before. */
const someEvents = ({ begin, versions }: Setting): fc.Arbitrary<ClockEvent[]> =>
  fc
    .tuple(
      fc.nat(30).map((hours) => hours * 3600),
      fc.array(someEvent, { maxLength: 14, size: "max" }),
    )
    .map(([start, drawn]) => [
      termsEvent(begin, 0, versions[0]!, "keep"),
      { at: begin + start, order: 1, what: "start", cause: { code: "start 1" } },
      ...drawn.map(({ offset, atEndOf, what, version, apply, cycle }, place): ClockEvent => {
        const at = begin + (atEndOf === null ? offset : start + versions[atEndOf]!.target.seconds);
        const order = place + 2;
        if (what === "terms") return termsEvent(at, order, versions[version] ?? null, apply ? "apply" : "keep");
        const common = { at, order, cause: { code: `${what} ${order}` } };
        if (what === "excluded") return { ...common, what, reason: "agreed", cycle };
        return what === "included" ? { ...common, what, cycle } : { ...common, what };
      }),
    ]);

const termsEvent = (at: number, order: number, terms: Terms | null, open: "apply" | "keep"): ClockEvent => ({
  ...{ at, order, what: "terms", terms, open, cause: { code: `terms ${order}` } },
});

const someRules: fc.Arbitrary<ClockRules> = fc.record({
  runs: fc.constantFrom("once", "again"),
  reopened: fc.constantFrom("goes-on", "begins-anew"),
});

/** One history under some rules, looked at from a moment; with some seconds to add where whole minutes do not matter. */
interface Case {
  rules: ClockRules;
  events: ClockEvent[];
  until: number;
  seconds: number;
}

/** Histories that share calendars, which are worked out once for all of them. */
export const someCases = (many: number): fc.Arbitrary<Case[]> =>
  someSetting.chain((setting) =>
    fc.array(
      fc.record({
        ...{ rules: someRules, events: someEvents(setting), seconds: fc.nat(59) },
        // Often late, when more has happened.
        until: fc.tuple(someOffset, someOffset).map((offsets) => setting.begin + Math.max(...offsets)),
      }),
      { minLength: many, maxLength: many },
    ),
  );
