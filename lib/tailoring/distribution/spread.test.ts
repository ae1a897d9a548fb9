import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { spreadOver, type Bullets } from "./spread";

/** Bullets 10, 11, …, of which some are about Java. */
const role = (count: number, java: readonly number[] = [], closed: readonly number[] = []): Bullets => {
  const bullets = Array.from({ length: count }, (_, at) => 10 + at);
  return {
    bullets,
    open: bullets.filter((bullet) => !closed.includes(bullet)),
    about: (technology) => (technology === "Java" ? java : []),
    firstApart: false,
  };
};
const many = (technology: string, count: number): string[] => Array.from({ length: count }, () => technology);

describe("new bullets of one role", () => {
  test.each([
    ["one goes to the middle", role(5), many("Go", 1), [12]],
    ["two are spread from top to bottom", role(6), many("Go", 2), [11, 14]],
    ["as many as bullets: one behind each", role(4), many("Go", 4), [10, 11, 12, 13]],
    ["more than bullets: evenly", role(2), many("Go", 4), [10, 11, 11, 10]],
    ["one about Java goes behind the last bullet about it", role(6, [11, 13]), ["Java"], [13]],
    ["several about Java go to the bullets about it", role(8, [11, 13, 16]), many("Java", 3), [11, 13, 16]],
    ["those that are over go next to them", role(6, [13]), many("Java", 3), [13, 12, 14]],
    ["others make room for it", role(5, [12]), ["Go", "Java"], [11, 12]],
    ["behind a bullet where nothing can go: the one before", role(5, [14], [14]), ["Java"], [13]],
    ["the only open place takes all", role(4, [11], [10, 11, 13]), ["Java", "Go", "Go"], [12, 12, 12]],
  ])("%s", (_, bullets, technologies, places) => {
    expect(spreadOver(bullets, technologies, [])).toEqual(places);
  });

  test("go elsewhere than where a person put some", () => {
    expect(spreadOver(role(5, [12]), ["Java"], [12])).toEqual([11]);
  });

  test("stand behind open bullets only, the same each time, and no bullet gets two more than another that is as near", () => {
    const roles = fc.record({
      count: fc.integer({ min: 1, max: 9 }),
      java: fc.uniqueArray(fc.nat(8)),
      closed: fc.uniqueArray(fc.nat(8)),
      asked: fc.array(fc.constantFrom("Java", "Go", "SQL"), { maxLength: 8 }),
    });
    fc.assert(
      fc.property(roles, ({ count, java, closed, asked }) => {
        const numbers = (all: readonly number[]) =>
          all
            .filter((at) => at < count)
            .map((at) => 10 + at)
            .sort((one, other) => one - other);
        const bullets = role(count, numbers(java), numbers(closed));
        fc.pre(bullets.open.length > 0);
        const places = spreadOver(bullets, asked, []);
        expect(places).toHaveLength(asked.length);
        for (const place of places) expect(bullets.open).toContain(place);
        expect(spreadOver(bullets, asked, [])).toEqual(places);
        const loads = bullets.open.map((bullet) => places.filter((place) => place === bullet).length);
        loads.forEach((load, at) => {
          const near = [loads[at - 1], loads[at + 1]].filter((one) => one !== undefined);
          const apart = bullets.open.length === count;
          if (apart) for (const other of near) expect(load - other).toBeLessThanOrEqual(1);
        });
      }),
    );
  });
});
