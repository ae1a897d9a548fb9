import fc from "fast-check";
import { expect, test } from "vitest";
import { plannedHoursOf } from "@/lib/programmes/planned-hours";

const task = fc.record({
  owner: fc.constantFrom("executive" as const, "consultant" as const),
  phasePosition: fc.integer({ min: 1, max: 8 }),
  plannedHours: fc.integer({ min: 0, max: 400 }).map((quarters) => quarters / 4),
  doneAt: fc.option(fc.date(), { nil: null }),
});

test("owners and phases add up to all, and no more is done than planned", () => {
  fc.assert(
    fc.property(fc.array(task), (tasks) => {
      const { all, owners, phases } = plannedHoursOf(tasks);
      for (const key of ["planned", "done"] as const) {
        expect(owners.executive[key] + owners.consultant[key]).toBe(all[key]);
        expect(phases.reduce((hours, phase) => hours + phase[key], 0)).toBe(all[key]);
      }
      for (const { planned, done } of [all, ...phases]) expect(done).toBeLessThanOrEqual(planned);
    }),
  );
});

test("counts a task's hours when it is done, and leaves out phases that plan none", () => {
  const doneAt = new Date("2026-11-02T09:00:00Z");
  const { all, phases } = plannedHoursOf([
    { owner: "executive", phasePosition: 2, plannedHours: 1.5, doneAt },
    { owner: "consultant", phasePosition: 1, plannedHours: 0, doneAt },
    { owner: "consultant", phasePosition: 2, plannedHours: 0.75, doneAt: null },
  ]);
  expect(all).toEqual({ planned: 2.25, done: 1.5 });
  expect(phases).toEqual([{ position: 2, planned: 2.25, done: 1.5 }]);
});
