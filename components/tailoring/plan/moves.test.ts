import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DraftPoint } from "@/lib/tailoring/tailored/draft-schema";
import type { RoleView } from "@/lib/tailoring/tailored/tailoring-view";
import { decidedIn, dropped, linesOf, numbersOf, slotOf, slotsFor, stepped, type Placed } from "./moves";

const role = (number: number, bullets: number[]): RoleView => ({
  ...{
    number,
    bullets,
    title: null,
    employer: null,
    start: null,
    end: null,
    header: [],
    most: bullets.length,
    sure: true,
  },
});
const point = (id: string): DraftPoint => ({ id, technology: "Go", text: `About ${id}`, libraryPointId: null });
const at = (id: string, number: number, after: number): Placed => ({
  ...{ point: id, role: number, after, byHand: false, reason: "" },
});

/** Roles with bullets below each other, and points behind some of them. */
const plans = fc
  .record({
    sizes: fc.array(fc.nat(4), { minLength: 1, maxLength: 4 }),
    choices: fc.array(fc.nat(100), { minLength: 1, maxLength: 8 }),
  })
  .map(({ sizes, choices }) => {
    let paragraph = 3;
    const roles = sizes.map((size, number) =>
      role(
        number,
        Array.from({ length: size }, () => (paragraph += 2)),
      ),
    );
    const bullets = roles.flatMap(({ number, bullets: own }) => own.map((bullet) => ({ number, bullet })));
    const placed = choices
      .flatMap((choice, index) => {
        const place = bullets[choice % Math.max(1, bullets.length)];
        return place ? [at(`p${index}`, place.number, place.bullet)] : [];
      })
      .sort((one, other) => one.role - other.role || one.after - other.after);
    return { roles, placed, points: choices.map((_, index) => point(`p${index}`)) };
  });

describe("moving a point", () => {
  it("puts it where it was let go, and leaves the order of the others", () => {
    fc.assert(
      fc.property(plans, fc.nat(), fc.nat(), ({ roles, placed, points }, which, where) => {
        const id = points[which % points.length]!.id;
        const slots = slotsFor(roles, placed, id);
        fc.pre(slots.length > 0);
        const slot = slots[where % slots.length]!;
        const made = dropped(roles, placed, points, id, slot);
        expect(slotOf(roles, made.placed, id)).toEqual(slot);
        expect(roles[slot.role]!.bullets).toContain(made.decision.after);
        expect(made.points.map((one) => one.id).sort()).toEqual(points.map((one) => one.id).sort());
        for (const one of roles) expect(linesOf(one, made.placed, id)).toEqual(linesOf(one, placed, id));
      }),
    );
  });

  it("the order of the points is the order on the page, so that two behind one bullet stay as they were put", () => {
    const roles = [role(0, [5, 7])];
    const placed = [at("a", 0, 5), at("b", 0, 5)];
    const made = dropped(roles, placed, [point("a"), point("b")], "a", { role: 0, at: 2 });
    expect(made.points.map(({ id }) => id)).toEqual(["b", "a"]);
    expect(made.placed.map(({ point: id }) => id)).toEqual(["b", "a"]);
    expect(made.decision).toEqual({ role: 0, after: 5 });
  });

  it("keys walk through every place once, and back", () => {
    fc.assert(
      fc.property(plans, ({ roles, placed }) => {
        const slots = slotsFor(roles, placed, "p0");
        const walked = [];
        for (let slot = slots[0] ?? null; slot; slot = stepped(slots, slot, "ArrowDown")) walked.push(slot);
        expect(walked).toEqual(slots);
        for (let slot = slots.at(-1) ?? null; slot; slot = stepped(slots, slot, "ArrowUp")) walked.pop();
        expect(walked).toEqual([]);
      }),
    );
  });

  it("a role without bullets, or where nothing can go, is no place", () => {
    expect(slotsFor([role(0, []), { ...role(1, [4]), most: 0 }, role(2, [9])], [], "a")).toEqual([{ role: 2, at: 1 }]);
    const slots = slotsFor([role(0, [1, 3]), role(1, [5]), role(2, [7])], [], "a");
    expect(stepped(slots, { role: 0, at: 2 }, "PageDown")).toEqual({ role: 1, at: 1 });
    expect(stepped(slots, { role: 2, at: 1 }, "PageUp")).toEqual({ role: 1, at: 1 });
    expect(stepped(slots, { role: 0, at: 1 }, "PageUp")).toBeNull();
    expect(stepped(slots, { role: 1, at: 1 }, "End")).toEqual({ role: 2, at: 1 });
    expect(stepped(slots, { role: 1, at: 1 }, "Tab")).toBeNull();
  });
});

it("a change names everything that was decided before", () => {
  const placed = [{ ...at("a", 0, 5), byHand: true }, at("b", 0, 7)];
  const leftOut = [
    { point: "c", byHand: true, reason: "" },
    { point: "d", byHand: false, reason: "" },
  ];
  expect(decidedIn({ placed, leftOut })).toEqual({ a: { role: 0, after: 5 }, c: null });
  expect([...numbersOf(placed)]).toEqual([
    ["a", 1],
    ["b", 2],
  ]);
});
