import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { possibleStatuses, requirementStatuses, urgencyOf } from "./status";

const open = { status: "open" as const, candidatesBy: "2026-11-10", startsOn: "2026-12-01" };
const day = fc.date({ min: new Date("2020-01-01"), max: new Date("2035-01-01"), noInvalidDate: true });
const civil = (date: Date) => date.toISOString().slice(0, 10);

describe("how pressing a requirement is", () => {
  test("goes by the day for candidates, before it by the first day of work", () => {
    expect(urgencyOf(open, "2026-11-11")).toBe("late");
    expect(urgencyOf(open, "2026-11-10")).toBe("soon");
    expect(urgencyOf(open, "2026-11-07")).toBe("soon");
    expect(urgencyOf(open, "2026-11-06")).toBe("later");
    expect(urgencyOf({ ...open, candidatesBy: null }, "2026-11-11")).toBe("later");
    expect(urgencyOf({ ...open, candidatesBy: null, startsOn: null }, "2026-11-11")).toBe("none");
  });

  test("is nothing where nobody waits", () => {
    for (const status of requirementStatuses.filter((status) => status !== "open"))
      expect(urgencyOf({ ...open, status }, "2026-11-11")).toBe("none");
  });

  test("never falls as days go by", () => {
    const weight = { none: 0, later: 1, soon: 2, late: 3 };
    fc.assert(
      fc.property(day, day, day, (by, one, other) => {
        const [before, after] = [one, other].map(civil).sort() as [string, string];
        const asked = { ...open, candidatesBy: civil(by) };
        expect(weight[urgencyOf(asked, after)]).toBeGreaterThanOrEqual(weight[urgencyOf(asked, before)]);
      }),
    );
  });
});

test("what is over is only opened again, and nothing moves to where it stands", () => {
  for (const from of requirementStatuses) expect(possibleStatuses(from)).not.toContain(from);
  expect(possibleStatuses("filled")).toEqual(["open"]);
  expect(possibleStatuses("closed")).toEqual(["open"]);
});
