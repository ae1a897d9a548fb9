import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tippingPoints, weigh, type Criterion, type ScoredOffer } from "@/lib/job-search/rules/offers";
import { isOpen, possibleStages, stages, whyNotMove } from "@/lib/job-search/rules/stages";
import { doneIn, mondayOf, weeksOn, type Reached } from "@/lib/job-search/rules/weeks";
import { restDays, whoNext, type Acquaintance } from "@/lib/job-search/rules/who-next";

const today = "2026-11-18";
const dayFrom = (offset: number) => new Date(Date.parse(today) + offset * 86_400_000).toISOString().slice(0, 10);

describe("who next", () => {
  const person = (more: Partial<Acquaintance>): Acquaintance => ({
    ...{ id: "a", nameKey: "a", strength: 1, lastContactOn: null, followUpOn: null, fit: 0, opportunity: false },
    ...more,
  });
  const anybody = fc.record({
    id: fc.uuid(),
    nameKey: fc.constantFrom("anna", "bo", "cy"),
    strength: fc.integer({ min: 1, max: 3 }),
    lastContactOn: fc.option(fc.integer({ min: -400, max: 0 }).map(dayFrom)),
    followUpOn: fc.option(fc.integer({ min: -60, max: 60 }).map(dayFrom)),
    fit: fc.integer({ min: 0, max: 3 }),
    opportunity: fc.boolean(),
  });
  const crowd = fc.uniqueArray(anybody, { selector: ({ id }) => id, maxLength: 20 });

  test("who was promised something comes first, and says why", () => {
    const suggested = whoNext(
      [
        person({ id: "close", strength: 3, fit: 3, opportunity: true }),
        person({ id: "promised", followUpOn: dayFrom(-2), lastContactOn: dayFrom(-9) }),
      ],
      today,
    );
    expect(suggested.map(({ id }) => id)).toEqual(["promised", "close"]);
    expect(suggested[0]!.reasons).toEqual([
      { code: "promised", days: 2 },
      { code: "strength", strength: 1 },
    ]);
    expect(suggested[1]!.reasons.map(({ code }) => code)).toEqual(["opportunity", "target", "strength", "never"]);
  });

  test("does not hang on the order in which contacts are read", () =>
    fc.assert(
      fc.property(crowd, (people) => {
        expect(whoNext([...people].reverse(), today)).toEqual(whoNext(people, today));
      }),
    ));

  test("leaves in peace who was in touch lately, and who has a later day", () =>
    fc.assert(
      fc.property(crowd, (people) => {
        const suggested = new Set(whoNext(people, today).map(({ id }) => id));
        for (const { id, lastContactOn, followUpOn } of people) {
          const promised = followUpOn !== null && followUpOn <= today;
          const resting = lastContactOn !== null && lastContactOn > dayFrom(-restDays);
          expect(suggested.has(id)).toBe(promised || (followUpOn === null && !resting));
        }
      }),
    ));

  test("puts every promise before everybody else, and gives each suggestion a reason", () =>
    fc.assert(
      fc.property(crowd, (people) => {
        const promised = whoNext(people, today).map(({ reasons }) => reasons[0]?.code === "promised");
        expect(promised).toEqual([...promised].sort((left, right) => Number(right) - Number(left)));
        for (const { reasons } of whoNext(people, today)) expect(reasons.length).toBeGreaterThan(0);
      }),
    ));

  test("nobody falls behind by being better known, or by a company that fits better", () =>
    fc.assert(
      fc.property(crowd, fc.nat(), (people, place) => {
        const one = people[place % Math.max(people.length, 1)];
        if (!one) return;
        const rank = (list: readonly Acquaintance[]) => whoNext(list, today).findIndex(({ id }) => id === one.id);
        const better = people.map((other) =>
          other === one ? { ...one, strength: Math.min(3, one.strength + 1), fit: Math.min(3, one.fit + 1) } : other,
        );
        expect(rank(better)).toBeLessThanOrEqual(rank(people));
      }),
    ));
});

describe("offers", () => {
  const cases = fc
    .integer({ min: 1, max: 5 })
    .chain((count) =>
      fc.tuple(
        fc.array(fc.integer({ min: 0, max: 5 }), { minLength: count, maxLength: count }),
        fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: count, maxLength: count }), {
          minLength: 2,
          maxLength: 2,
        }),
      ),
    )
    .map(([weights, scores]): { criteria: Criterion[]; offers: ScoredOffer[] } => ({
      criteria: weights.map((weight, at) => ({ id: `c${at}`, weight })),
      offers: scores.map((row, at) => ({
        id: `o${at}`,
        scores: Object.fromEntries(row.map((score, place) => [`c${place}`, score])),
      })),
    }));

  test("a weighted sum, the best first; what has no score is counted as missing", () => {
    const criteria = [
      { id: "pay", weight: 3 },
      { id: "place", weight: 5 },
    ];
    const offers: ScoredOffer[] = [
      { id: "sea", scores: { pay: 5, place: 2 } },
      { id: "hill", scores: { pay: 2, place: 5 } },
      { id: "new", scores: { pay: 5 } },
    ];
    expect(weigh(criteria, offers)).toEqual([
      { id: "hill", total: 31, missing: 0 },
      { id: "sea", total: 25, missing: 0 },
      { id: "new", total: 15, missing: 1 },
    ]);
    expect(tippingPoints(criteria, offers.slice(0, 2))).toEqual([
      { kind: "weight", criterionId: "pay", from: 3, to: 5 },
      { kind: "weight", criterionId: "place", from: 5, to: 3 },
      { kind: "score", criterionId: "place", offerId: "sea", from: 2, to: 4 },
    ]);
  });

  const totals = (criteria: readonly Criterion[], offers: readonly ScoredOffer[]) =>
    Object.fromEntries(weigh(criteria, offers).map(({ id, total }) => [id, total]));

  test("what is said to change the order changes it, and the step before does not", () =>
    fc.assert(
      fc.property(cases, ({ criteria, offers }) => {
        const [first, second] = weigh(criteria, offers);
        for (const tip of tippingPoints(criteria, offers)) {
          const lead = (value: number) => {
            const after = totals(
              criteria.map((one) =>
                tip.kind === "weight" && one.id === tip.criterionId ? { ...one, weight: value } : one,
              ),
              offers.map((one) =>
                tip.kind === "score" && one.id === tip.offerId
                  ? { ...one, scores: { ...one.scores, [tip.criterionId]: value } }
                  : one,
              ),
            );
            return after[first!.id]! - after[second!.id]!;
          };
          expect(lead(tip.to)).toBeLessThanOrEqual(0);
          expect(lead(tip.to + Math.sign(tip.from - tip.to))).toBeGreaterThan(0);
        }
      }),
    ));

  test("where no weight is named, no weight of that criterion changes the order", () =>
    fc.assert(
      fc.property(cases, ({ criteria, offers }) => {
        const [first, second] = weigh(criteria, offers);
        if (first!.total === second!.total) return;
        const named = new Set(
          tippingPoints(criteria, offers).flatMap((tip) => (tip.kind === "weight" ? [tip.criterionId] : [])),
        );
        for (const { id } of criteria.filter((one) => !named.has(one.id)))
          for (let weight = 0; weight <= 5; weight += 1) {
            const after = totals(
              criteria.map((one) => (one.id === id ? { ...one, weight } : one)),
              offers,
            );
            expect(after[first!.id]!).toBeGreaterThan(after[second!.id]!);
          }
      }),
    ));
});

describe("stages", () => {
  test("an end can always be taken back into the search, and only an offer can be accepted", () => {
    for (const from of stages) {
      expect(possibleStages(from).some(isOpen)).toBe(true);
      expect(whyNotMove(from, "accepted") === null).toBe(from === "offer");
      expect(whyNotMove(from, from)).not.toBeNull();
    }
  });
});

describe("weeks", () => {
  test("begin on a Monday and hold seven days", () =>
    fc.assert(
      fc.property(fc.integer({ min: -4000, max: 4000 }).map(dayFrom), (date) => {
        const monday = mondayOf(date);
        expect(new Date(monday).getUTCDay()).toBe(1);
        expect(monday <= date && date < weeksOn(monday, 1)).toBe(true);
      }),
    ));

  test("count each entry in one week only, and a person once", () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            id: fc.uuid(),
            on: fc.integer({ min: -20, max: 0 }).map(dayFrom),
            kind: fc.constantFrom("mail", "message", "call", "meeting"),
            contactId: fc.option(fc.constantFrom("x", "y")),
          }) satisfies fc.Arbitrary<Reached>,
        ),
        (reached) => {
          const first = mondayOf(dayFrom(-20));
          const weeks = [0, 1, 2, 3].map((at) => doneIn(weeksOn(first, at), reached, []));
          const talks = reached.filter(({ kind }) => kind === "call" || kind === "meeting").length;
          expect(weeks.reduce((sum, week) => sum + week.conversations, 0)).toBe(talks);
          for (const week of weeks) expect(week.contacts).toBeLessThanOrEqual(reached.length);
        },
      ),
    ));
});
