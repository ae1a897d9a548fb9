import fc from "fast-check";
import { expect, test } from "vitest";
import {
  figuresOf,
  landedIn,
  lastQuarters,
  quarterOf,
  standingOf,
  type FigureRow,
} from "@/lib/programmes/sponsor-figures";

const row = fc.record({
  state: fc.constantFrom("invited", "intake", "active", "paused", "landed", "completed", "expired"),
  phase: fc.constantFrom("Intake", "Networking", "Search and offers"),
  phasePosition: fc.constantFrom(1, 6, 7),
  activatedOn: fc.constantFrom(null, "2026-01-10", "2026-02-03"),
  landedOn: fc.constantFrom(null, null, "2026-03-12", "2026-05-20", "2026-08-01"),
  satisfaction: fc.option(fc.nat({ max: 10 })),
  consents: fc.boolean(),
});
const rows = fc.array(row, { maxLength: 40 });
const silent = (all: readonly FigureRow[]) => all.filter(({ consents }) => !consents).length;
const few = (people: number) => people > 0 && people < 5;

test("no number, and no difference of a whole and its parts, is over one to four people who kept silent", () => {
  fc.assert(
    fc.property(rows, (all) => {
      const figures = figuresOf(all);
      if (figures.total !== null) expect(few(silent(all))).toBe(false);
      let untold: FigureRow[] = [];
      for (const { key, people } of figures.standings) {
        const there = all.filter((one) => standingOf(one) === key);
        if (people === null) untold = [...untold, ...there];
        else expect(few(silent(there))).toBe(false);
      }
      if (figures.total !== null) expect(few(silent(untold))).toBe(false);
      const running = all.filter((one) => standingOf(one) === "running");
      const hidden = figures.phases.filter(({ people }) => people === null).map(({ name }) => name);
      if (figures.phases.length > 0)
        expect(few(silent(running.filter(({ phase }) => hidden.includes(phase))))).toBe(false);
      const landed = all.filter((one) => standingOf(one) === "landed");
      const quarters = Object.entries(figures.landedByQuarter);
      const kept = quarters.filter(([, people]) => people === null).map(([quarter]) => quarter);
      if (quarters.length > 0)
        expect(few(silent(landed.filter(({ landedOn }) => kept.includes(quarterOf(landedOn!)))))).toBe(false);
    }),
  );
});

test("means and medians are over nobody who kept silent, or at least five", () => {
  fc.assert(
    fc.property(rows, (all) => {
      const { satisfaction } = figuresOf(all);
      if (!satisfaction) return;
      const asked = all.filter((one) => standingOf(one) === "landed" && one.satisfaction !== null);
      expect(few(silent(asked))).toBe(false);
      expect(satisfaction.people).toBe(asked.length);
    }),
  );
});

const landed = (many: number, landedOn: string, consents = false): FigureRow[] =>
  Array.from({ length: many }, () => ({
    ...{ state: "landed", phase: "Landing", phasePosition: 8, activatedOn: "2026-01-01", landedOn, consents },
    satisfaction: 8,
  }));

test("a quarter cannot be worked out from the other quarters and the whole", () => {
  const figures = figuresOf([...landed(6, "2026-02-01"), ...landed(2, "2026-05-01"), ...landed(9, "2026-08-01")]);
  expect(figures.total).toBe(17);
  expect(landedIn(figures, "2026-Q2")).toBeNull();
  // Told, it would leave two for the second quarter.
  expect(landedIn(figures, "2026-Q1")).toBeNull();
  expect(landedIn(figures, "2026-Q3")).toBe(9);
  expect(landedIn(figures, "2026-Q4")).toBe(0);
});

test("when too few landed, no quarter says anything, and nothing is measured", () => {
  const figures = figuresOf(landed(3, "2026-02-01"));
  expect(figures).toMatchObject({ total: null, daysToLanding: null, satisfaction: null });
  expect(landedIn(figures, "2026-Q1")).toBeNull();
  const open = figuresOf(landed(3, "2026-02-01", true));
  expect(landedIn(open, "2026-Q1")).toBe(3);
  expect(open.daysToLanding).toEqual({ value: 31, people: 3 });
});

test("how content fewer than five are is told of nobody, also where they let the company know their stage", () => {
  const content = (people: number) => landed(people, "2026-02-01", true).map((row) => ({ ...row, satisfaction: 8 }));
  expect(figuresOf(content(4)).satisfaction).toBeNull();
  expect(figuresOf(content(5)).satisfaction).toEqual({ value: 8, people: 5 });
});

test("quarters go back over the turn of the year", () => {
  expect(lastQuarters("2026-Q2", 4)).toEqual(["2026-Q2", "2026-Q1", "2025-Q4", "2025-Q3"]);
});
