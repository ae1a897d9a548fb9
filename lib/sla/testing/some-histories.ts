import fc from "fast-check";
import { usualWeek, type BusinessCalendar } from "@/lib/business-time/calendar";
import { someCalendar, someDay } from "@/lib/business-time/testing/some-calendars";
import type { ClockEvent, ClockRules } from "../rules/events";
import type { Terms } from "../rules/terms";

/** Terms of a few versions and the moment around which histories take place. */
export interface Setting {
  begin: number;
  versions: readonly Terms[];
}

const minute = 60;

/** How long histories last. */
export const longest = 5 * 86_400;

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
export const someOffset: fc.Arbitrary<number> = fc.oneof(
  fc.nat(longest / 3600).map((hours) => hours * 3600),
  fc.nat(longest / minute).map((minutes) => minutes * minute),
);

type Kind = ClockEvent["what"];

const someKind: fc.Arbitrary<Kind> = fc.oneof(
  { weight: 5, arbitrary: fc.constant<Kind>("start") },
  { weight: 5, arbitrary: fc.constantFrom<Kind>("pause", "resume") },
  { weight: 4, arbitrary: fc.constantFrom<Kind>("stop", "reopen") },
  { weight: 3, arbitrary: fc.constantFrom<Kind>("terms", "terms", "excluded", "included", "cancel") },
);

export const someEvents = ({ begin, versions }: Setting): fc.Arbitrary<ClockEvent[]> =>
  fc
    .array(
      fc.record({
        ...{ offset: someOffset, what: someKind, version: fc.nat(versions.length), apply: fc.boolean() },
        cycle: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
      }),
      { maxLength: 14 },
    )
    .map((drawn) => [
      termsEvent(begin, 0, versions[0]!, "keep"),
      ...drawn.map(({ offset, what, version, apply, cycle }, place): ClockEvent => {
        const [at, order] = [begin + offset, place + 1];
        if (what === "terms") return termsEvent(at, order, versions[version] ?? null, apply ? "apply" : "keep");
        const common = { at, order, cause: { code: `${what} ${order}` } };
        if (what === "excluded") return { ...common, what, reason: "agreed", cycle };
        return what === "included" ? { ...common, what, cycle } : { ...common, what };
      }),
    ]);

const termsEvent = (at: number, order: number, terms: Terms | null, open: "apply" | "keep"): ClockEvent => ({
  ...{ at, order, what: "terms", terms, open, cause: { code: `terms ${order}` } },
});

export const someRules: fc.Arbitrary<ClockRules> = fc.record({
  runs: fc.constantFrom("once", "again"),
  reopened: fc.constantFrom("goes-on", "begins-anew"),
});
