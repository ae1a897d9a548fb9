import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { distribute } from "./plan";
import { usualLimits, type Decided, type PlanInput } from "./plan-input";
import { english } from "@/lib/tailoring/english";
import { placedInWords } from "@/lib/tailoring/in-words";
import { isTooOld, type RoleFacts } from "./role-facts";

const technologies = ["Java", "Kafka", "Go", "Docker", "SQL"];

interface Role {
  room: number;
  endYear: number | null;
  fit: Record<string, number>;
  recency: number;
}

const roleFacts = ({ room, endYear, fit, recency }: Role, number: number): RoleFacts => ({
  ...{ room, bulletCount: room, recency, yearsAgo: number, endYear },
  fitOf: (technology) => ({ code: "in-bullet", value: fit[technology] ?? 0.2 }),
  takesBehind: (paragraph) => Math.floor(paragraph / 10) === number && paragraph % 10 < 4,
  hasPlace: true,
  placesFor: (wanted) => wanted.map(() => 10 * number),
});

/** When they came out. A point may be dated or not, so that points of one technology differ. */
const years: Record<string, number | undefined> = { Kafka: 2011, Docker: 2013, Java: 2008 };

const role = fc.record({
  room: fc.nat(4),
  endYear: fc.option(fc.integer({ min: 2005, max: 2020 })),
  fit: fc.record(Object.fromEntries(technologies.map((name) => [name, fc.constantFrom(0.2, 0.35, 0.6, 0.9, 1)]))),
  recency: fc.constantFrom(1, 0.7, 0.4),
});
const limits = fc.record({
  perRole: fc.integer({ min: 1, max: 4 }),
  perTechnologyInRole: fc.integer({ min: 1, max: 3 }),
  inAll: fc.integer({ min: 1, max: 12 }),
});
const weights = fc.dictionary(fc.constantFrom(...technologies), fc.constantFrom(0, 0.5, 1, 2, 3));

const inputs: fc.Arbitrary<PlanInput> = fc
  .record({
    roles: fc.array(role, { maxLength: 4 }),
    about: fc.array(fc.record({ technology: fc.constantFrom(...technologies), dated: fc.boolean() }), {
      maxLength: 14,
    }),
    limits,
    weights,
  })
  .map(({ roles, about, limits, weights }) => ({
    roles: roles.map(roleFacts),
    points: about.map(({ technology, dated }, at) => ({
      ...{ technology, text: sentence(at) },
      ...(dated && years[technology] ? { newest: { technology, year: years[technology] } } : {}),
    })),
    ...{ limits, weights: new Map(Object.entries(weights)), said: new Map() },
  }));

/** Sentences that have no word in common. */
const sentence = (at: number): string => ["a", "b", "c", "d", "e"].map((letter) => `${letter}${at}word`).join(" ");

const countOf = (input: PlanInput, technology: string): number =>
  distribute(input).placed.filter(({ point }) => input.points[point]!.technology === technology).length;

describe("distribution", () => {
  test("has every point once: in a role, or left out with a reason", () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { placed, leftOut } = distribute(input);
        const numbers = [...placed, ...leftOut].map(({ point }) => point).sort((one, other) => one - other);
        expect(numbers).toEqual(input.points.map((_, at) => at));
      }),
    );
  });

  test("keeps every limit, and puts nothing into a role that ended before the technology came out", () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { placed } = distribute(input);
        expect(placed.length).toBeLessThanOrEqual(input.limits.inAll);
        input.roles.forEach((facts, number) => {
          const here = placed.filter(({ role }) => role === number);
          expect(here.length).toBeLessThanOrEqual(Math.min(facts.room, input.limits.perRole));
          for (const technology of technologies) {
            const about = here.filter(({ point }) => input.points[point]!.technology === technology);
            expect(about.length).toBeLessThanOrEqual(input.limits.perTechnologyInRole);
            for (const { point } of about) expect(endedBefore(facts, input, point)).toBe(false);
          }
        });
      }),
    );
  });

  test("gives the same for the same", () => {
    fc.assert(
      fc.property(inputs, (input) => {
        expect(distribute(input)).toEqual(distribute(structuredCopy(input)));
      }),
    );
  });

  test("never gives a technology less for more weight", () => {
    fc.assert(
      fc.property(inputs, fc.constantFrom(...technologies), fc.constantFrom(0.1, 1, 5), (input, technology, more) => {
        const before = input.weights.get(technology) ?? 1;
        const raised = { ...input, weights: new Map([...input.weights, [technology, before + more]]) };
        expect(countOf(raised, technology)).toBeGreaterThanOrEqual(countOf(input, technology));
      }),
      { numRuns: 500 },
    );
  });

  test("takes as many points as find places together", () => {
    const few = inputs.filter(({ points }) => points.length <= 9);
    fc.assert(
      fc.property(few, (input) => {
        const alike = { ...input, weights: new Map<string, number>() };
        expect(distribute(alike).placed.length).toBe(mostPlaced(alike));
      }),
      { numRuns: 300 },
    );
  });

  test("has the highest sum of weight × fit × recency of all ways, less what uneven roles cost", () => {
    const small = inputs.filter(({ roles, points }) => roles.length <= 3 && points.length <= 6);
    fc.assert(
      fc.property(small, (input) => {
        const { placed } = distribute(input);
        const taken = placed.map(({ point }) => point);
        expect(sumOf(input, placed)).toBeCloseTo(bestSum(input, taken), 6);
      }),
      { numRuns: 300 },
    );
  });
});

describe("a plan", () => {
  const facts = (more: Partial<Role>, number: number) =>
    roleFacts({ room: 4, endYear: null, fit: {}, recency: 1, ...more }, number);
  const plan = (more: Partial<PlanInput>) =>
    distribute({
      roles: [facts({}, 0), facts({ endYear: 2010, recency: 0.5 }, 1)],
      points: [{ technology: "Kafka", text: "Moved the events of forty depots to Kafka" }],
      ...{ weights: new Map(), said: new Map(), limits: usualLimits },
      ...more,
    });

  test("leaves out what the resume says, in these words or nearly", () => {
    const said = new Map([[7, "Moved the events of all forty depots onto Kafka."]]);
    expect(plan({ said }).leftOut).toEqual([{ point: 0, because: { code: "nearly-said-already", paragraph: 7 } }]);
    const same = new Map([[3, "MOVED the events, of forty depots, to Kafka!"]]);
    expect(plan({ said: same }).leftOut[0]?.because).toEqual({ code: "said-already", paragraph: 3 });
  });

  test("keeps two sentences that differ in the technology alone", () => {
    const points = ["JUnit", "TestNG"].map((technology) => ({
      technology,
      text: `Wrote the automated tests of the booking service and of its reports in ${technology}`,
    }));
    expect(
      plan({ points })
        .placed.map(({ point }) => point)
        .sort(),
    ).toEqual([0, 1]);
    expect(plan({ points: [points[0]!, { ...points[0]! }] }).leftOut).toEqual([
      { point: 1, because: { code: "same-as-point", point: 0 } },
    ]);
  });

  test("holds a technology back that is newer than every role, and says since when it is there", () => {
    const roles = [facts({ endYear: 2009 }, 0), facts({ endYear: 2010 }, 1)];
    const points = [{ technology: "Kafka", text: "Moved it", newest: { technology: "Kafka", year: 2011 } }];
    expect(plan({ roles, points }).leftOut).toEqual([
      { point: 0, because: { code: "newer-than-roles", technology: "Kafka", year: 2011 } },
    ]);
    expect(plan({ roles: [...roles, facts({ endYear: 2011 }, 2)], points }).placed[0]?.role).toBe(2);
  });

  test("takes two sentences for two facts where one word stands in the place of another", () => {
    const points = ["booking", "billing"].map((module) => ({
      technology: "Java",
      text: `Built the web services of the ${module} module with Spring Boot and Hibernate for forty depots`,
    }));
    expect(plan({ points }).placed).toHaveLength(2);
    const developed = { technology: "Java", text: points[0]!.text.replace("Built", "Developed") };
    expect(plan({ points: [points[0]!, developed] }).leftOut[0]?.because).toEqual({
      ...{ code: "nearly-same-as-point", point: 0 },
    });
  });

  test("leaves out a point without words, and decisions about what is not there", () => {
    const points = [
      { technology: "Java", text: " " },
      { technology: "Java", text: "Built it" },
    ];
    const decided = new Map([
      [0, { role: 0 }],
      [1, { role: 9 }],
      [7, { role: 0 }],
    ]);
    const { placed, leftOut } = plan({ points, decided });
    expect(placed.map(({ point, because }) => [point, because.byHand])).toEqual([[1, false]]);
    expect(leftOut).toEqual([{ point: 0, because: { code: "empty" } }]);
  });

  test("stops where the document would grow too long, and lets nothing lighter take the room", () => {
    const points = ["a a a", "b b b b b b", "c"].map((text) => ({ technology: "Java", text }));
    const growth = { lines: 4, linesOf: (text: string) => text.split(" ").length };
    const { placed, leftOut } = plan({ points, limits: { ...usualLimits, growth } });
    expect(placed.map(({ point }) => point)).toEqual([0]);
    expect(leftOut.map(({ because }) => because.code)).toEqual(["grows-too-long", "grows-too-long"]);
  });

  test("does what a person decided, before every rule", () => {
    const points = ["one", "two", "three"].map((text) => ({ technology: "Kafka", text }));
    const decided = new Map<number, Decided | null>([
      [0, { role: 1 }],
      [1, null],
    ]);
    const { placed, leftOut } = plan({ points, decided });
    expect(placed.map(({ point, role }) => [point, role])).toEqual([
      [2, 0],
      [0, 1],
    ]);
    expect(placed[1]?.because.byHand).toBe(true);
    expect(leftOut).toEqual([{ point: 1, because: { code: "by-hand" } }]);
  });

  test("puts a point behind the bullet that a person chose, several there in their order", () => {
    const points = ["one", "two", "three", "four"].map((text) => ({ technology: "Kafka", text }));
    const decided = new Map([3, 1, 0].map((point) => [point, { role: 1, after: point === 0 ? 11 : 13 }]));
    const { placed } = plan({ points, decided });
    expect(placed.filter(({ role }) => role === 1).map(({ point, after }) => [point, after])).toEqual([
      [0, 11],
      [1, 13],
      [3, 13],
    ]);
    expect(placed.map(({ because }) => placedInWords(english, because)).at(-1)).toBe("Placed here by hand.");
  });

  test("picks the place where nothing can go behind the one that a person chose, and says so", () => {
    const points = ["one", "two"].map((text) => ({ technology: "Kafka", text }));
    const decided = new Map([
      [0, { role: 1, after: 15 }],
      [1, { role: 1, after: 3 }],
    ]);
    const { placed } = plan({ points, decided });
    expect(placed.map(({ point, role, after, because }) => [point, role, after, because.insteadOf])).toEqual([
      [0, 1, 10, 15],
      [1, 1, 10, 3],
    ]);
    expect(placedInWords(english, placed[0]!.because)).toBe(
      "Placed in this role by hand. Nothing can go behind paragraph 15 of it, so another place was picked.",
    );
  });

  test("says why where nothing can be placed", () => {
    expect(plan({ roles: [] }).leftOut[0]?.because).toEqual({ code: "no-place" });
    expect(plan({ weights: new Map([["Kafka", 0]]) }).leftOut[0]?.because).toEqual({ code: "no-weight" });
  });
});

/** The same data in new objects, where it is data. */
const structuredCopy = (input: PlanInput): PlanInput => ({
  ...input,
  points: input.points.map((point) => ({ ...point })),
  weights: new Map(input.weights),
});

const endedBefore = (facts: RoleFacts, { points }: PlanInput, point: number): boolean =>
  points[point]!.newest !== undefined && isTooOld(facts, points[point]!.newest);

const able = (input: PlanInput, point: number): number[] =>
  input.roles.flatMap((facts, number) =>
    Math.min(facts.room, input.limits.perRole) > 0 && !endedBefore(facts, input, point) ? [number] : [],
  );

/** By trying all ways: how many points find places at the same time. */
function mostPlaced(input: PlanInput): number {
  const { roles, points, limits } = input;
  const memory = new Map<string, number>();
  const from = (point: number, rooms: number[], taken: Record<string, number>): number => {
    if (point === points.length) return 0;
    const key = JSON.stringify([point, rooms, taken]);
    const known = memory.get(key);
    if (known !== undefined) return known;
    let best = from(point + 1, rooms, taken);
    for (const role of able(input, point)) {
      const place = `${role} ${points[point]!.technology}`;
      const before = taken[place] ?? 0;
      if (rooms[role] === 0 || before === limits.perTechnologyInRole) continue;
      const next = from(point + 1, rooms.with(role, rooms[role]! - 1), { ...taken, [place]: before + 1 });
      best = Math.max(best, next + 1);
    }
    memory.set(key, best);
    return best;
  };
  const rooms = roles.map((facts) => Math.min(facts.room, limits.perRole));
  return Math.min(limits.inAll, from(0, rooms, {}));
}

type Placing = readonly { point: number; role: number }[];

/** What the placing is worth, with the figures of `assign-roles.ts`. */
function sumOf(input: PlanInput, placed: Placing): number {
  const { roles, points } = input;
  const weight = (technology: string) => input.weights.get(technology) ?? 1;
  const heaviest = Math.max(1, ...placed.map(({ point }) => weight(points[point]!.technology)));
  let sum = 0;
  const uneven = new Map<string, number>();
  const next = (key: string) => {
    const before = uneven.get(key) ?? 0;
    uneven.set(key, before + 1);
    return before;
  };
  for (const { point, role } of placed) {
    const { technology } = points[point]!;
    const value = 1000 * weight(technology) * roles[role]!.fitOf(technology).value * roles[role]!.recency;
    sum += Math.round(value / heaviest) - 60 * next(`${role}`) - 90 * next(`${role} ${technology}`);
  }
  return sum;
}

/** By trying all ways: the best placing of these points. */
function bestSum(input: PlanInput, taken: readonly number[]): number {
  let best = -Infinity;
  const go = (at: number, placed: Placing): void => {
    if (at === taken.length) {
      best = Math.max(best, sumOf(input, placed));
      return;
    }
    const point = taken[at]!;
    for (const role of able(input, point)) {
      const here = placed.filter((one) => one.role === role);
      const { limits, roles, points } = input;
      if (here.length >= Math.min(roles[role]!.room, limits.perRole)) continue;
      const same = here.filter((one) => points[one.point]!.technology === points[point]!.technology);
      if (same.length < limits.perTechnologyInRole) go(at + 1, [...placed, { point, role }]);
    }
  };
  go(0, []);
  return taken.length === 0 ? 0 : best;
}
