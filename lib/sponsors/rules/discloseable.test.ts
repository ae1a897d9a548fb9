import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { discloseable, discloseableTotal, smallestGroup, type Group } from "@/lib/sponsors/rules/discloseable";

const groups = fc
  .array(fc.tuple(fc.nat({ max: 14 }), fc.nat({ max: 14 })), { minLength: 1, maxLength: 7 })
  .map((pairs): Group[] =>
    pairs.map(([people, consenting], at) => ({ key: `g${at}`, people, consenting: Math.min(people, consenting) })),
  );
const silent = ({ people, consenting }: Group) => people - consenting;
const few = (people: number) => people > 0 && people < smallestGroup;

describe("groups of a whole", () => {
  test("no group is told over fewer than five who kept silent, and none is told wrongly", () => {
    fc.assert(
      fc.property(groups, (all) => {
        const told = discloseable(all);
        for (const group of all) {
          const number = told.get(group.key);
          if (number === null) continue;
          expect(number).toBe(group.people);
          expect(few(silent(group))).toBe(false);
        }
      }),
    );
  });

  test("what is left of the total after all that is told is nobody, or at least five in more than one group", () => {
    fc.assert(
      fc.property(groups, (all) => {
        if (discloseableTotal(all) === null) return;
        const told = discloseable(all);
        const untold = all.filter(({ key }) => told.get(key) === null);
        const rest = untold.reduce((total, group) => total + silent(group), 0);
        expect(few(rest)).toBe(false);
        const hidden = untold.filter((group) => silent(group) > 0);
        if (hidden.length > 0 && [...told.values()].some((number) => number !== null))
          expect(hidden.length).toBeGreaterThan(1);
      }),
    );
  });

  test("nobody who looks at it can tell two worlds apart that differ in a small group alone", () => {
    // Two silent people change places within what is untold: the page stays the same.
    const one = [
      { key: "search", people: 20, consenting: 0 },
      { key: "offers", people: 3, consenting: 0 },
      { key: "landing", people: 4, consenting: 0 },
    ];
    const other = [one[0]!, { ...one[1]!, people: 4 }, { ...one[2]!, people: 3 }];
    expect(discloseable(one)).toEqual(discloseable(other));
    expect([...discloseable(one).values()]).toEqual([20, null, null]);
  });

  test("a whole of fewer than five tells nothing of its groups", () => {
    fc.assert(
      fc.property(groups, (all) => {
        if (discloseableTotal(all) === null)
          expect([...discloseable(all).values()].every((told) => told === null)).toBe(true);
      }),
    );
  });

  test("where everybody consents, everything is told", () => {
    fc.assert(
      fc.property(groups, (all) => {
        const open = all.map((group) => ({ ...group, consenting: group.people }));
        expect([...discloseable(open).values()]).toEqual(open.map(({ people }) => people));
      }),
    );
  });
});

test("one small group takes the next larger with it", () => {
  const told = discloseable([
    { key: "running", people: 12, consenting: 0 },
    { key: "landed", people: 6, consenting: 0 },
    { key: "ended", people: 2, consenting: 0 },
  ]);
  expect(Object.fromEntries(told)).toEqual({ running: 12, landed: null, ended: null });
});
